#include "ui/sync/accountspane.h"

#include "core/protocol/capture.h"
#include "ui/sync/actionbutton.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int typeLetters = 18; ///< of the name of a document type that are shown at least

/// As which somebody may act for a candidate; the service decides, this only puts them first.
bool isDeskRole(const std::string &role)
{
    return std::ranges::find(deskRoles, role) != deskRoles.end();
}

QList<AccountChoice> typesOf(const Pack &pack, const SyncRows &rows)
{
    QList<AccountChoice> choices;
    for (const DocumentType &type : pack.documentTypes) {
        if (type.retired.isEmpty())
            choices.append({QString::fromStdString(type.code), rows.documentType(type.code)});
    }
    return choices;
}

} // namespace

AccountsPane::AccountsPane(Rows rows, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_rows(std::move(rows)),
      m_actions(actions),
      m_accounts(theme, {tr("状态"), tr("证件类型"), tr("证件号码"), tr("手机号"), tr("注册时间"), tr("上次登录")}),
      m_history(theme, {tr("时间"), tr("事项"), tr("经办"), tr("凭证"), tr("说明")})
{
    m_accountsView = makePlainView(m_accounts, "accountsFound", tr("找到的账号"), 2, this);
    QTableView *history = makePlainView(m_history, "accountHistory", tr("这个账号的历史"), 4, this);
    m_said = new QLabel(this);
    m_said->setObjectName("accountsSaid"_L1);
    m_said->setWordWrap(true);
    m_said->setMinimumHeight(2 * m_said->fontMetrics().lineSpacing());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->addWidget(buildForm());
    layout->addWidget(m_said);
    layout->addWidget(m_accountsView, 1);
    layout->addWidget(history, 1);
    layout->addWidget(buildButtons());
    connect(m_accountsView->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccountsPane::showHistory);
    actions.bind("sync.accounts.find", this, [this] { find(); });
    actions.bind("sync.accounts.assist", this, [this] { begin(AccountWish::Assist); });
    actions.bind("sync.accounts.reset", this, [this] { begin(AccountWish::Reset); });
    actions.bind("sync.accounts.reclaim", this, [this] { begin(AccountWish::Reclaim); });
    setSession({});
}

QWidget *AccountsPane::buildForm()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, QWidget *field, int stretch) {
        auto *label = new QLabel(text, box);
        label->setBuddy(field);
        field->setMinimumHeight(space::target);
        layout->addWidget(label);
        layout->addWidget(field, stretch);
    };
    m_type = new QComboBox(box);
    nameWidget(m_type, "accountsType"_L1, tr("证件类型"));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names are long
    m_type->setMinimumContentsLength(typeLetters);
    const SyncRows rows = m_rows();
    for (const AccountChoice &type : typesOf(rows.pack(), rows))
        m_type->addItem(type.label, type.id);
    m_type->setCurrentIndex(std::max(0, m_type->findData(QString::fromStdString(rows.pack().defaultDocumentType))));
    m_number = new QLineEdit(box);
    nameWidget(m_number, "accountsNumber"_L1, tr("证件号码"));
    m_phone = new QLineEdit(box);
    nameWidget(m_phone, "accountsPhone"_L1, tr("手机号"));
    add(tr("证件(&T)"), m_type, 0);
    add(tr("号码(&N)"), m_number, 2);
    add(tr("或手机号(&M)"), m_phone, 1);
    layout->addWidget(makeActionButton(m_actions, "sync.accounts.find", box));
    for (QLineEdit *line : {m_number, m_phone}) {
        connect(line, &QLineEdit::textChanged, this, &AccountsPane::check);
        connect(line, &QLineEdit::returnPressed, this, &AccountsPane::find);
    }
    return box;
}

QWidget *AccountsPane::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const char *id : {"sync.accounts.assist", "sync.accounts.reset", "sync.accounts.reclaim"})
        layout->addWidget(makeActionButton(m_actions, id, row));
    layout->addStretch();
    return row;
}

void AccountsPane::setSession(const std::optional<Session> &session)
{
    const bool isOther = m_session.has_value() != session.has_value() ||
                         (session && (m_session->actor != session->actor || m_session->scopes != session->scopes));
    m_session = session;
    if (isOther || !session) {
        m_busy = false;
        m_number->clear();
        m_phone->clear();
        show({});
        if (m_dialog)
            m_dialog->done(QDialog::Rejected); // also while it waits for an answer
        const bool isDesk = !roles().isEmpty();
        tell(!session ? tr("先登录服务器，才能查找和办理考生账号。")
             : isDesk ? tr("按证件或手机号查找；每次查找和办理都会记下是谁。")
                      : tr("考生账号由院校登记员或旗县招生办办理，您的岗位不能办。"),
             Tone::Neutral);
    }
    check();
}

QList<AccountChoice> AccountsPane::roles() const
{
    QList<AccountChoice> roles;
    for (const Scope &scope : m_session ? m_session->scopes : std::vector<Scope>()) {
        const QString id = QString::fromStdString(scope.role);
        const bool isNew = std::ranges::none_of(roles, [&](const AccountChoice &one) { return one.id == id; });
        if (isNew && isDeskRole(scope.role))
            roles.append({id, AccountWords::role(scope.role, m_rows())});
    }
    return roles;
}

const AccountView *AccountsPane::chosen() const
{
    const std::string id = m_accounts.idOf(m_accountsView->currentIndex().row()).toStdString();
    const auto found = std::ranges::find(m_list.accounts, id, &AccountView::account);
    return found == m_list.accounts.end() ? nullptr : &*found;
}

void AccountsPane::check()
{
    const bool mayAct = !roles().isEmpty();
    const QString why = !m_session ? tr("先登录服务器。") : tr("您的岗位不能办理考生账号。");
    const bool isFilled = !m_number->text().trimmed().isEmpty() || !m_phone->text().trimmed().isEmpty();
    m_actions.setEnabled("sync.accounts.find", mayAct && isFilled && !m_busy,
                         mayAct ? tr("先填证件号码或手机号。") : why);
    m_actions.setEnabled("sync.accounts.assist", mayAct, why);
    const AccountView *account = chosen();
    const bool isOpen = account && account->state == "active";
    for (const char *id : {"sync.accounts.reset", "sync.accounts.reclaim"})
        m_actions.setEnabled(id, mayAct && isOpen, mayAct ? tr("先查找并选中一个使用中的账号。") : why);
}

void AccountsPane::find()
{
    if (!m_actions.action("sync.accounts.find")->isEnabled())
        return;
    AccountAsk ask{.wish = AccountWish::Find};
    ask.find.documentNumber = m_number->text().trimmed().toStdString();
    if (ask.find.documentNumber.empty())
        ask.find.phone = m_phone->text().trimmed().toStdString();
    else
        ask.find.documentType = m_type->currentData().toString().toStdString();
    m_searched = m_number->text().trimmed();
    m_busy = true;
    show({});
    tell(tr("正在查找…"), Tone::Neutral);
    check();
    emit wanted(ask, {});
}

void AccountsPane::begin(AccountWish wish)
{
    const SyncRows rows = m_rows();
    const AccountView *account = wish == AccountWish::Assist ? nullptr : chosen();
    AccountStart start{.wish = wish,
                       .account = account ? account->account : std::string(),
                       .documentType =
                           account ? QString::fromStdString(account->documentType) : m_type->currentData().toString(),
                       .documentNumber = account ? m_searched : m_number->text().trimmed(),
                       .documentTypes = typesOf(rows.pack(), rows),
                       .roles = roles()};
    m_dialog = new AccountDialog(std::move(start), m_prompts, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AccountDialog::wanted, this, &AccountsPane::wanted);
    connect(m_dialog, &QDialog::accepted, this, [this, wish, dialog = m_dialog.data()] {
        m_type->setCurrentIndex(std::max(0, m_type->findData(dialog->documentType())));
        m_number->setText(dialog->documentNumber());
        m_phone->clear();
        m_done = tr("已办理：%1。").arg(AccountWords::wish(wish));
        find(); // as it stands now, with what was done in its history
    });
    m_dialog->open();
}

void AccountsPane::take(const AccountReport &report)
{
    if (report.wish != AccountWish::Find) {
        if (m_dialog)
            m_dialog->take(report);
        return;
    }
    if (!std::exchange(m_busy, false))
        return; // of somebody who has left
    const QString before = std::exchange(m_done, {});
    if (const QString problem = AccountWords::problem(report); !problem.isEmpty())
        tell(before + problem, Tone::Error);
    else if (!before.isEmpty())
        tell(before, Tone::Ok);
    else if (report.found.accounts.empty())
        tell(tr("没有这样的账号。核对证件后可以代为注册。"), Tone::Info);
    else
        tell(tr("找到 %n 个账号。", nullptr, int(report.found.accounts.size())), Tone::Ok);
    show(report.found);
    check();
}

void AccountsPane::show(const AccountList &list)
{
    m_list = list;
    m_accounts.show(AccountWords::accounts(m_list, m_rows()));
    if (m_accounts.count() > 0)
        m_accountsView->selectRow(0);
    showHistory();
}

void AccountsPane::showHistory()
{
    const AccountView *account = chosen();
    m_history.show(account ? AccountWords::history(*account, m_rows()) : QList<PlainRow>());
    check();
}

void AccountsPane::tell(const QString &text, Tone tone)
{
    setKind(m_said, tone == Tone::Error ? "error"_L1 : "muted"_L1);
    m_said->setText(tone == Tone::Neutral ? text : Theme::glyph(tone) + u' ' + text);
    QAccessibleEvent event(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace zsb
