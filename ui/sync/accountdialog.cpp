#include "ui/sync/accountdialog.h"

#include "ui/sync/accountwords.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int textWidth = 480;

QComboBox *combo(const QList<AccountChoice> &choices, QLatin1StringView name, const QString &spoken, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    nameWidget(box, name, spoken);
    box->setMinimumHeight(space::target);
    for (const AccountChoice &choice : choices)
        box->addItem(choice.label, choice.id);
    return box;
}

} // namespace

AccountDialog::AccountDialog(AccountStart start, Prompts *prompts, QWidget *parent)
    : QDialog(parent), m_start(std::move(start)), m_prompts(prompts)
{
    setObjectName("accountDialog"_L1);
    setWindowTitle(AccountWords::wish(m_start.wish));
    build();
    m_type->setCurrentIndex(std::max(0, m_type->findData(m_start.documentType)));
    m_number->setText(m_start.documentNumber);
    (m_start.documentNumber.isEmpty() ? m_number : m_numberAgain)->setFocus();
    check();
}

QLineEdit *AccountDialog::edit(QLatin1StringView name, const QString &spoken)
{
    auto *line = new QLineEdit(this);
    nameWidget(line, name, spoken);
    line->setMinimumHeight(space::target);
    connect(line, &QLineEdit::textChanged, this, &AccountDialog::check);
    return line;
}

void AccountDialog::build()
{
    const bool isReclaim = m_start.wish == AccountWish::Reclaim;
    m_role = combo(m_start.roles, "accountRole"_L1, tr("以什么岗位办理"), this);
    m_type = combo(m_start.documentTypes, "accountType"_L1, tr("证件类型"), this);
    m_number = edit("accountNumber"_L1, tr("证件号码"));
    m_numberAgain = edit("accountNumberAgain"_L1, tr("再填一次证件号码"));
    m_phone = edit("accountPhone"_L1, tr("考生的手机号"));
    m_password = edit("accountPassword"_L1, tr("考生的新密码"));
    m_passwordAgain = edit("accountPasswordAgain"_L1, tr("再填一次新密码"));
    for (QLineEdit *line : {m_password, m_passwordAgain}) {
        line->setEchoMode(QLineEdit::Password);
        line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
    m_note = edit("accountNote"_L1, isReclaim ? tr("说明（必填）") : tr("说明"));
    m_evidence = edit("accountEvidence"_L1, isReclaim ? tr("凭证文件（必选）") : tr("凭证文件"));
    m_evidence->setReadOnly(true);
    m_evidence->setPlaceholderText(tr("证件的扫描件，不超过 1 MB"));
    QPushButton *choose = makeButton(tr("选择(&F)…"), "accountChoose"_L1, this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &AccountDialog::chooseEvidence);
    auto *evidence = new QHBoxLayout;
    evidence->addWidget(m_evidence, 1);
    evidence->addWidget(choose);

    auto *form = new QFormLayout;
    form->setSpacing(space::small);
    form->addRow(tr("岗位(&R)"), m_role);
    form->addRow(tr("证件类型(&T)"), m_type);
    form->addRow(tr("证件号码(&N)"), m_number);
    form->addRow(tr("再填号码(&A)"), m_numberAgain);
    form->addRow(tr("手机号(&M)"), m_phone);
    form->addRow(tr("新密码(&P)"), m_password);
    form->addRow(tr("再填密码(&W)"), m_passwordAgain);
    form->addRow(isReclaim ? tr("说明（必填）(&S)") : tr("说明(&S)"), m_note);
    form->addRow(isReclaim ? tr("凭证（必选）") : tr("凭证"), evidence);

    m_said = makeWrapped({}, "accountSaid"_L1, textWidth, 3, this);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = makeButton(tr("办理(&G)"), "accountAccept"_L1, this);
    setKind(m_accept, "primary"_L1);
    m_accept->setDefault(true);
    m_cancel = makeButton(tr("取消(&C)"), "accountCancel"_L1, this);
    m_cancel->setAutoDefault(false);
    buttons->addButton(m_accept, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto *why = makeWrapped(
        tr("考生本人带证件到场才能办。手机号和密码请考生自己输入；谁办的、什么时候、凭什么，都会留下记录。"), {},
        textWidth, 2, this);
    setKind(why, "muted"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(why);
    layout->addLayout(form);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_accept, &QPushButton::clicked, this, &AccountDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &AccountDialog::reject);
}

QString AccountDialog::documentNumber() const
{
    return m_number->text().trimmed();
}

QString AccountDialog::documentType() const
{
    return m_type->currentData().toString();
}

void AccountDialog::check()
{
    const bool isReclaim = m_start.wish == AccountWish::Reclaim;
    const QList<QLineEdit *> typed{m_number, m_numberAgain, m_phone, m_password, m_passwordAgain};
    const bool isFilled = std::ranges::none_of(typed, [](const QLineEdit *line) { return line->text().isEmpty(); });
    const bool isProved = !isReclaim || (!m_note->text().trimmed().isEmpty() && !m_evidencePath.isEmpty());
    m_accept->setEnabled(!m_busy && isFilled && isProved && m_role->count() > 0);
    m_cancel->setEnabled(!m_busy);
    for (QLineEdit *line : typed)
        line->setReadOnly(m_busy);
    m_note->setReadOnly(m_busy);
}

void AccountDialog::chooseEvidence()
{
    if (!m_prompts || m_busy)
        return;
    const FileQuestion question{tr("选择凭证文件"), tr("图片 (*.jpg *.jpeg *.png)"), {}};
    m_prompts->askForPath(this, question, [this](const QString &path) {
        m_evidencePath = path;
        m_evidence->setText(QFileInfo(path).fileName());
    });
}

void AccountDialog::submit()
{
    AccountAsk ask{.wish = m_start.wish, .account = m_start.account};
    ask.person.role = m_role->currentData().toString().toStdString();
    ask.person.note = m_note->text().trimmed().toStdString();
    AccountForm &form = ask.person.form;
    form.documentType = documentType().toStdString();
    form.documentNumber = documentNumber().toStdString();
    form.documentNumberAgain = m_numberAgain->text().trimmed().toStdString();
    form.phone = m_phone->text().trimmed().toStdString();
    form.password = m_password->text().toStdString();
    form.passwordAgain = m_passwordAgain->text().toStdString();
    m_busy = true;
    setKind(m_said, "muted"_L1);
    m_said->setText(tr("正在联系服务器…"));
    check();
    emit wanted(ask, m_evidencePath);
}

void AccountDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

void AccountDialog::take(const AccountReport &report)
{
    if (!m_busy || report.wish != m_start.wish)
        return;
    m_busy = false;
    check();
    const QString problem = AccountWords::problem(report);
    if (problem.isEmpty()) {
        accept();
        return;
    }
    showRefusal(m_said, problem);
}

} // namespace zsb
