#pragma once

#include "app/desktop/season.h"
#include "app/desktop/secrets.h"
#include "ui/review/filesession.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncsession.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace zsb {

/// Who came in, and the sync that goes on behind them.
struct Entered
{
    std::unique_ptr<Season> season;
    std::unique_ptr<SyncSession> sync;
    Reviewer reviewer;
    std::string login;
    std::optional<Instant> offlineUntil{}; ///< set: without the service, as long as that
};

/// The gate of an enrolled season: nobody sees anything of it before they said who they are, to the service or, where
/// it does not answer, to what was kept of them here for a bounded time (W3). GUI thread; hashes elsewhere.
class SeasonGate : public QObject
{
    Q_OBJECT

public:
    /// `window`: what the dialog stands before; may change with the language, see setWindow().
    SeasonGate(std::unique_ptr<Season> season, std::shared_ptr<Secrets> secrets, LinePlan line, TaskRunner &tasks,
               QWidget *window);
    ~SeasonGate() override;

    /// Shows the dialog. Errors: those of readEnrolment().
    [[nodiscard]] Done open();
    [[nodiscard]] SignInDialog *dialog() const { return m_dialog; }

signals:
    void entered(std::shared_ptr<zsb::Entered> who);
    void left(); ///< backed out
    void failed(const zsb::Error &error);

private:
    void takeSecrets(const Result<std::string> &packed);
    void showDialog();
    void bindSession();
    void signIn(const SignIn &who);
    void refused(const QString &problem, const CaptchaQuestion &captcha);
    void signedIn(const Session &session);
    void keepAccount(const Session &session, const std::string &verifier);
    void signInOffline(const QString &login, const QString &password);
    void offerOffline(SyncTrouble trouble);
    void enter(const ServiceAccount &account, std::optional<Instant> offlineUntil);
    [[nodiscard]] QString moment(Instant at) const;

    std::unique_ptr<Season> m_season;
    std::shared_ptr<Secrets> m_secrets;
    LinePlan m_line;
    TaskRunner &m_tasks;
    QPointer<QWidget> m_window;
    Enrolment m_enrolment;
    std::unique_ptr<SyncSession> m_sync;
    QPointer<SignInDialog> m_dialog;
    SignIn m_who;
    bool m_waits = false; ///< for the service's answer to m_who
    LatestTask m_hash;
};

/// What somebody may do here: the roles of the pack among the scopes the service gave them.
[[nodiscard]] Reviewer reviewerOf(const ServiceAccount &account, const Pack &pack);

} // namespace zsb
