#pragma once

#include "core/base/clock.h"
#include "core/protocol/captcha.h"
#include "core/protocol/session.h"

#include <QDialog>
#include <QString>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

/// Whoever opens an enrolled season says who they are: user, password, code of the authenticator, and the answer to a
/// question where the service asks one. Where it does not answer, the password alone opens the season for a bounded
/// time. Knows nothing of how any of them is checked.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    /// `login`: who signed in last; `lastContact`: a local time in words, empty: never.
    SignInDialog(const QString &server, const QString &login, const QString &lastContact, QWidget *parent = nullptr);

    /// Nobody can press anything until an answer is there.
    void setBusy(bool busy);
    /// The service does not answer: what is offered instead, and until when; empty: nothing.
    void offerOffline(const QString &why, const QString &until);
    void refuse(const QString &why);
    /// The service wants that answered before it looks at the password; in place of what it asked before.
    void ask(const CaptchaQuestion &captcha);
    /// What a trial service has told: only for made-up people.
    void fill(const QString &user, const QString &password, const QString &code);

signals:
    void signInWanted(const zsb::SignIn &who);
    void offlineWanted(const QString &login, const QString &password);

private:
    void build(const QString &server, const QString &lastContact);
    [[nodiscard]] QFormLayout *buildForm();
    [[nodiscard]] QDialogButtonBox *buildButtons();
    void check();
    void submit();
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString password() const;

    QFormLayout *m_form = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_question = nullptr;
    QLineEdit *m_answer = nullptr; ///< shown while there is a question
    QLineEdit *m_code = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_offline = nullptr;
    bool m_busy = false;
    bool m_offers = false;
    CaptchaQuestion m_captcha{};
};

} // namespace zsb
