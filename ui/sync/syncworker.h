#pragma once

#include "core/sync/connectioncheck.h"
#include "core/sync/courier.h"
#include "core/sync/networkdriver.h"
#include "core/sync/syncengine.h"
#include "ui/sync/enrolment.h"
#include "ui/sync/picturefetcher.h"
#include "ui/sync/synclook.h"
#include "ui/sync/tasklook.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

class WorkFile;

/// How a parcel is to be made, and what it asks for.
struct ParcelOrder
{
    BundleLock lock{};
    ParcelWish wish{};
    bool handsBack = false; ///< everything that is held
};

/// What a season is kept in step from.
struct SyncSeason
{
    StoreOptions store{};
    std::shared_ptr<const RuleBook> book{};
    Enrolment enrolment{};
    ServiceSecrets secrets{};
    Clock clock{};
    RandomSource random{};
    LinePlan line{};
};

/// One line of the log of the sync: codes, never a name, a number or an address.
struct SyncNote
{
    Instant at{};
    std::string what{};   ///< `opened`, `trouble`, `well`, `signed-in`, `sign-in-failed`, `answered`, `rows`, …
    std::string detail{}; ///< an id or a count
};

/// What a worker tells whoever drives it; called in the worker's thread.
struct SyncHears
{
    std::function<void(const SyncStatus &)> status;
    std::function<void(const Session &)> signedIn;
    std::function<void(const std::string &problem, const CaptchaQuestion &captcha)> signInFailed;
    std::function<void(const std::vector<std::string> &actors, const std::vector<std::string> &names)> people;
    std::function<void(int)> rows;
    std::function<void(const LeaseReport &)> leased;
    std::function<void(const ReconcileReport &)> reconciled;
    std::function<void(const CaptureReport &)> captured;
    std::function<void(const AccountReport &)> accountAnswered;
    std::function<void(const NoticeLook &)> noticed;
    std::function<void(const std::vector<std::int64_t> &seqs)> noticesRead; ///< and the service knows
    PictureHears pictures;
    std::function<void(const SyncNote &)> noted;
};

/// A SyncEngine with its store, its driver and its clockwork. Lives and dies in one thread with an event loop.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    /// Somebody else wrote into the database without a word: looked after this often.
    static constexpr std::chrono::milliseconds heartbeat{2000};

    SyncWorker(SyncSeason season, SyncHears hears);
    ~SyncWorker() override;

    /// Errors: those of Store, SyncEngine and NetworkDriver.
    [[nodiscard]] Done open();
    void signIn(const SignIn &who);
    void forgetSignIn();
    void signOut();
    void workAs(ActorId person) { m_person = std::move(person); } ///< who sits here, signed in at the service or not
    void hurry();
    void setPaused(bool paused);
    void lease(const LeaseRequest &request);
    void reconcile();
    void issueCapture(const NewCapture &link);
    void watchCapture(const ApplicationId &file);
    /// Of a candidate's account; `evidence` is a file of this computer, read here, or empty.
    void ask(AccountAsk ask, const QString &evidence);
    void askNotices();                                       ///< hears.noticed follows
    void readNotices(const std::vector<std::int64_t> &seqs); ///< hears.noticesRead follows, once the service knows
    void setLine(const LinePlan &line);
    void fetch(const std::vector<std::string> &pictures, FetchWish wish); ///< as PictureFetcher does
    /// Whoever holds a file works on it without a network: its pictures are got ahead.
    void fetchClaimed(FetchWish wish);
    [[nodiscard]] Result<SyncLook> look();
    [[nodiscard]] Result<TaskLook> tasks(const TaskQuery &query);
    /// Marks an answer as seen.
    [[nodiscard]] Done settle(std::int64_t inbox);
    /// Everything that waits, as a sealed file for the air-gap; see courier.h. Errors: those of packParcel().
    [[nodiscard]] Done writeParcel(const QString &path, const SigningKey &sender, const ParcelOrder &order);
    [[nodiscard]] Result<ParcelNews> takeParcel(const QString &path, const BundleOpening &opening);
    /// Goes on as far as it can now.
    void pump();

private:
    [[nodiscard]] ActorId person() const;
    void sendAll();
    [[nodiscard]] PictureHears pictureHears();
    [[nodiscard]] Result<std::unique_ptr<WorkFile>> makeWorkFile() const;
    [[nodiscard]] Result<ParcelWish> wishOf(const ParcelOrder &order, const ActorId &actor) const;
    void tell();
    void tellSession(const SyncStatus &status);
    void tellArrivals();
    void tellAsked();
    void tellUnreachable();
    void note(std::string what, std::string detail = {});

    SyncSeason m_season;
    SyncHears m_hears;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<PictureFetcher> m_pictures; ///< there while m_engine is
    std::unique_ptr<NetworkDriver> m_driver;
    QTimer m_timer;
    ActorId m_person{};
    SyncStatus m_told{};
    bool m_hasTold = false;
    bool m_paused = false;
    bool m_signingIn = false;
    bool m_pumping = false;
};

} // namespace zsb
