#pragma once

#include "core/base/clock.h"
#include "core/protocol/session.h"

#include <QDialog>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace zsb {

/// Whoever opens an enrolled season says who they are: user, password, code of the authenticator. Where the service
/// does not answer, the password alone opens it for a bounded time. Knows nothing of how either is checked.
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
    /// What a trial service has told: only for made-up people.
    void fill(const QString &user, const QString &password, const QString &code);

signals:
    void signInWanted(const zsb::SignIn &who);
    void offlineWanted(const QString &login, const QString &password);

private:
    void build(const QString &server, const QString &lastContact);
    void check();
    void submit();
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString password() const;

    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_code = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_offline = nullptr;
    bool m_busy = false;
    bool m_offers = false;
};

} // namespace zsb
