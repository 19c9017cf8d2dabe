#include "ui/sync/signindialog.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int dialogWidth = 460;
constexpr int textWidth = 420;
constexpr int codeDigits = 6;

} // namespace

SignInDialog::SignInDialog(const QString &server, const QString &login, const QString &lastContact, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("signInDialog"_L1);
    setWindowTitle(tr("登录"));
    setMinimumWidth(dialogWidth);
    build(server, lastContact);
    m_user->setText(login);
    (login.isEmpty() ? m_user : m_password)->setFocus();
    check();
}

QFormLayout *SignInDialog::buildForm()
{
    const auto edit = [this](QLatin1StringView name, const QString &spoken) {
        auto *line = new QLineEdit(this);
        nameWidget(line, name, spoken);
        line->setMinimumHeight(space::target);
        connect(line, &QLineEdit::textChanged, this, &SignInDialog::check);
        return line;
    };
    m_user = edit("signInUser"_L1, tr("用户名"));
    m_password = edit("signInPassword"_L1, tr("密码"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_question = new QLabel(this);
    m_question->setObjectName("signInQuestion"_L1);
    m_question->setTextFormat(Qt::PlainText); // the service's words
    m_answer = edit("signInAnswer"_L1, tr("验证题的答案"));
    m_code = edit("signInCode"_L1, tr("动态码"));
    m_code->setMaxLength(codeDigits);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    m_code->setPlaceholderText(tr("验证器里的 6 位数字"));
    auto *form = new QFormLayout;
    form->setSpacing(space::small);
    form->addRow(tr("用户名(&N)"), m_user);
    form->addRow(tr("密码(&P)"), m_password);
    form->addRow(tr("验证题"), m_question);
    form->addRow(tr("答案(&A)"), m_answer);
    form->addRow(tr("动态码(&T)"), m_code);
    form->setRowVisible(m_question, false);
    form->setRowVisible(m_answer, false);
    return form;
}

QDialogButtonBox *SignInDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_signIn = makeButton(tr("登录(&L)"), "signInGo"_L1, this);
    setKind(m_signIn, "primary"_L1);
    m_signIn->setDefault(true);
    m_offline = makeButton(tr("离线登录(&O)"), "signInOffline"_L1, this);
    m_offline->setAutoDefault(false);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "signInCancel"_L1, this);
    cancel->setAutoDefault(false);
    buttons->addButton(m_signIn, QDialogButtonBox::ActionRole);
    buttons->addButton(m_offline, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    m_offline->hide();
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_offline, &QPushButton::clicked, this, [this] { emit offlineWanted(user(), password()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void SignInDialog::build(const QString &server, const QString &lastContact)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    auto *whose = makeWrapped(tr("服务器 %1").arg(server), {}, textWidth, 1, this);
    setKind(whose, "heading"_L1);
    layout->addWidget(whose);
    auto *contact =
        makeWrapped(lastContact.isEmpty() ? tr("这台电脑还没有和它联系过。") : tr("上次联系：%1").arg(lastContact), {},
                    textWidth, 1, this);
    setKind(contact, "muted"_L1);
    layout->addWidget(contact);
    m_form = buildForm();
    layout->addLayout(m_form);
    m_said = makeWrapped({}, "signInSaid"_L1, textWidth, 3, this);
    layout->addWidget(m_said);
    layout->addWidget(buildButtons());
}

QString SignInDialog::user() const
{
    return m_user->text().trimmed().normalized(QString::NormalizationForm_C);
}

QString SignInDialog::password() const
{
    return m_password->text().normalized(QString::NormalizationForm_C);
}

void SignInDialog::check()
{
    const bool named = !user().isEmpty() && !m_password->text().isEmpty();
    const bool answered = m_captcha.isEmpty() || !m_answer->text().trimmed().isEmpty();
    m_signIn->setEnabled(!m_busy && named && answered && m_code->text().size() == codeDigits);
    m_offline->setEnabled(!m_busy && named);
    for (QLineEdit *line : {m_user, m_password, m_answer, m_code})
        line->setReadOnly(m_busy);
}

void SignInDialog::submit()
{
    emit signInWanted({.user = user().toStdString(),
                       .password = password().toStdString(),
                       .totp = m_code->text().toStdString(),
                       .captcha = m_captcha.id,
                       .captchaAnswer = m_answer->text().trimmed().toStdString()});
}

void SignInDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) {
        setKind(m_said, "muted"_L1);
        m_said->setText(tr("正在联系服务器…"));
    }
    check();
}

void SignInDialog::offerOffline(const QString &why, const QString &until)
{
    m_offers = !until.isEmpty();
    setKind(m_said, "error"_L1);
    m_said->setText(m_offers ? tr("%1 可以离线登录，有效至 %2。").arg(why, until)
                             : tr("%1 这个账号还不能离线登录：先联网登录一次；离线期限是 7 天。").arg(why));
    m_offline->setVisible(m_offers);
    setBusy(false);
    if (m_offers && !m_password->text().isEmpty())
        m_offline->setFocus();
}

void SignInDialog::refuse(const QString &why)
{
    setBusy(false);
    m_code->clear();
    m_code->setFocus();
    showRefusal(m_said, why);
}

void SignInDialog::ask(const CaptchaQuestion &captcha)
{
    const bool again = !m_captcha.isEmpty();
    m_captcha = captcha;
    const QString question = QString::fromStdString(captcha.question);
    m_question->setText(question);
    setSpokenDescription(m_answer, question);
    m_answer->clear();
    m_form->setRowVisible(m_question, true);
    m_form->setRowVisible(m_answer, true);
    refuse(again ? tr("答案不对，或已过期。请回答新的验证题，再输入新的动态码。")
                 : tr("错了几次：请先回答验证题，再输入新的动态码。"));
    m_answer->setFocus();
}

void SignInDialog::fill(const QString &user, const QString &password, const QString &code)
{
    m_user->setText(user);
    m_password->setText(password);
    m_code->setText(code);
    m_signIn->setFocus();
}

} // namespace zsb
