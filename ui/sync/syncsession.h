#pragma once

#include "ui/sync/syncworker.h"
#include "ui/tasks/workthread.h"

#include <QMap>
#include <QObject>

#include <deque>
#include <optional>

namespace zsb {

/// The sync of one enrolled season as the window knows it: a worker with a store, an engine and a line of its own in a
/// thread of its own, and what it says as signals. GUI thread only; never waits for the worker, but at its end.
class SyncSession : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostNotes = 500;

    explicit SyncSession(SyncSeason season, QObject *parent = nullptr);
    ~SyncSession() override;

    [[nodiscard]] const Enrolment &enrolment() const { return m_enrolment; }
    [[nodiscard]] const ServiceSecrets &secrets() const { return m_secrets; }
    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    [[nodiscard]] bool hasStatus() const { return m_hasStatus; } ///< false: it has said nothing yet
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Who is signed in at the service; nobody offline.
    [[nodiscard]] const std::optional<Session> &session() const { return m_session; }
    [[nodiscard]] const std::deque<SyncNote> &notes() const { return m_notes; } ///< newest first
    [[nodiscard]] const QMap<QString, QString> &people() const { return m_people; }

    void signIn(const SignIn &who);
    void forgetSignIn(); ///< nobody waits for the answer any more
    void signOut();
    void workAs(const ActorId &person); ///< who sits here, signed in at the service or not
    void hurry();
    void kick(); ///< something was decided here
    void setPaused(bool paused);
    void lease(const LeaseRequest &request);
    void reconcile();
    void issueCapture(const NewCapture &link); ///< captured() follows, as after the next
    void watchCapture(const ApplicationId &file);
    /// Of a candidate's account; accountAnswered() follows. `evidence`: path of a file that goes with it, or empty.
    void ask(const AccountAsk &ask, const QString &evidence);
    void setLine(const LinePlan &line);
    void fetch(const std::vector<std::string> &pictures, FetchWish wish = FetchWish::Usual);
    void fetchClaimed(FetchWish wish);                       ///< what is missing of the files this person holds
    void look();                                             ///< looked() follows
    void askNotices();                                       ///< noticesCame() follows
    void readNotices(const std::vector<std::int64_t> &seqs); ///< noticesRead() follows, once the service knows
    void findTasks(const TaskQuery &query);                  ///< tasksFound() follows
    void settle(std::int64_t inbox);                         ///< an answer was looked at; looked() follows
    void writeParcel(const QString &path, const SigningKey &sender, const ParcelOrder &order);
    void takeParcel(const QString &path, const std::string &passphrase, const std::vector<std::string> &trusted);

signals:
    void opened(const zsb::Done &opened);
    void statusChanged();
    void signedIn(const zsb::Session &session);
    void signInFailed(const QString &problem, const zsb::CaptchaQuestion &captcha);
    void peopleChanged();
    void rowsCame(int rows);
    void leased(const zsb::LeaseReport &report);
    void reconciled(const zsb::ReconcileReport &report);
    void captured(const zsb::CaptureReport &report);
    void accountAnswered(const zsb::AccountReport &report);
    void fetched(const std::string &sha256);
    void previewed(const std::string &sha256, const std::string &bytes); ///< of a scan whose original is not here
    /// An original did not come; `problem` empty: it is asked for again.
    void pictureRefused(const std::string &sha256, const std::string &problem);
    void noted();
    void looked(const zsb::SyncLook &look);
    void noticesCame(const zsb::NoticeLook &look);
    void noticesRead(const std::vector<std::int64_t> &seqs);
    void tasksFound(const zsb::TaskLook &look);
    void parcelWritten(const zsb::Done &written);
    void parcelTaken(const zsb::Result<zsb::ParcelNews> &taken);

private:
    [[nodiscard]] SyncHears hears();
    [[nodiscard]] PictureHears pictureHears();
    /// Runs `act` with the worker, in its thread.
    void tell(std::function<void(SyncWorker &)> act);
    /// Runs `act` here, unless this is gone by then.
    void back(std::function<void()> act);

    Enrolment m_enrolment;
    ServiceSecrets m_secrets;
    SyncStatus m_status{};
    bool m_hasStatus = false;
    bool m_paused = false;
    std::optional<Session> m_session;
    std::deque<SyncNote> m_notes;
    QMap<QString, QString> m_people;
    std::shared_ptr<std::unique_ptr<SyncWorker>> m_worker; ///< made and dropped in the thread
    std::unique_ptr<WorkThread> m_thread;
};

} // namespace zsb
