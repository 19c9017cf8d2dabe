#pragma once

#include "core/protocol/op.h"
#include "core/protocol/session.h"
#include "core/sync/accountlane.h"
#include "core/sync/asklane.h"
#include "core/sync/capturelane.h"
#include "core/sync/fetchlane.h"
#include "core/sync/noticelane.h"
#include "core/sync/parcelwords.h"
#include "core/sync/synccontext.h"
#include "core/sync/syncstatus.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace zsb {

class Lane;
class SessionLane;
class PushLane;
class PullLane;
class RulesLane;

/// A request that has to be carried, and the number its reply comes back under.
struct Exchange
{
    std::uint64_t ticket = 0;
    HttpRequest request{};
};

/// Keeps a store in step with its service. A step machine without threads, sockets or a clock: whoever drives it asks
/// next() until there is nothing, carries what it gets, hands every reply in once under its ticket, and comes back at
/// wakeAt(). A reply nobody waits for any more is ignored, so that a request may be given up at any time, and a driver
/// that died is replaced by another engine on the same store.
///
/// A page of the feed that has another one after it is taken in by next(), when there is nothing more to send: the next
/// page is on its way meanwhile. What came is told by takeRows() and takePeople() from then on.
///
/// One thread, that of its store. What next() and answer() say went wrong is the store: nothing was lost, the same is
/// done again after a pause.
class SyncEngine
{
public:
    /// Of a store that has a service, see writePeer(). Errors: NotFound (it has none), those of Store.
    [[nodiscard]] static Result<std::unique_ptr<SyncEngine>> open(SyncParts parts);
    SyncEngine(const SyncEngine &) = delete;
    SyncEngine &operator=(const SyncEngine &) = delete;
    ~SyncEngine();

    // What a person or the program wants.
    void signIn(SignIn who);
    void resume(Session session);
    /// The queue is kept, and goes on when the same person signs in again.
    void signOut();
    /// Everything that waits is tried at once: somebody asked, the network has changed, the computer woke up.
    [[nodiscard]] Done hurry();

    /// 领取 and hand back; see takeLeases().
    void lease(LeaseRequest request);
    /// Of a candidate's account; see takeAccounts().
    void ask(AccountAsk ask);
    /// What it tells whoever is signed in; see takeNotices().
    void askNotices();
    void readNotices(const std::vector<std::int64_t> &seqs); ///< by whoever is signed in; see takeReadNotices()
    /// Compares everything with the service; see takeReports().
    void reconcile();
    /// A link for the phone of a candidate, and how far one is; see takeCaptures().
    void issueCapture(NewCapture link);
    void watchCapture(ApplicationId file);
    /// Gets a file, before everything asked for earlier; see takeFetched(). Files that are here are not got again.
    void fetch(Fetch what);
    void hasten(const Fetch &what); ///< before all others, if it waits to be asked for
    /// It is not wanted any more. False: it does not wait to be asked for, as one that is under way.
    bool forget(const Fetch &what);
    /// So many bytes a second of pictures, each way; 0: as many as the line takes. Nothing else is limited.
    void limitPictures(std::int64_t bytesPerSecond);

    // What the driver does.
    [[nodiscard]] std::optional<Exchange> next(Instant now);
    [[nodiscard]] Done answer(std::uint64_t ticket, const Reply &reply, Instant now);
    /// When next() may have something again, at the latest. Nothing under way and nothing wanted: in a day.
    [[nodiscard]] Instant wakeAt(Instant now);

    // What a parcel has brought (see courier.h), as if a line had carried it.
    /// Errors: those of Store.
    [[nodiscard]] Done takeCarried(const ParcelBack &back, Instant now);
    /// Tells whether it is here now; takeFetched() tells why not.
    [[nodiscard]] bool takeCarried(const Fetch &what, const std::string &bytes);
    /// Originals that wait to be asked for, those before all others first.
    [[nodiscard]] std::vector<std::string> wanted() const;

    [[nodiscard]] Result<SyncStatus> status(Instant now) const;
    [[nodiscard]] const std::optional<Session> &session() const;
    /// Whether the session was renewed since the last question: its refresh token has to be kept.
    [[nodiscard]] bool takeRenewed();
    [[nodiscard]] std::vector<LeaseReport> takeLeases();
    [[nodiscard]] std::vector<AccountReport> takeAccounts();
    [[nodiscard]] std::vector<NoticeReport> takeNotices();
    /// Which the service knows to be read since the last question; later than takeNotices().
    [[nodiscard]] std::vector<std::int64_t> takeReadNotices();
    [[nodiscard]] std::vector<ReconcileReport> takeReports();
    [[nodiscard]] std::vector<CaptureReport> takeCaptures();
    [[nodiscard]] std::vector<Fetched> takeFetched();
    /// How many rows came with the feed since the last question.
    [[nodiscard]] int takeRows();
    /// Names of people that came with them: ActorId → name.
    [[nodiscard]] std::map<std::string, std::string> takePeople();

private:
    struct Slot
    {
        std::unique_ptr<Lane> lane;
        std::uint64_t ticket = 0; ///< 0: nothing is under way
    };

    explicit SyncEngine(SyncParts parts);
    [[nodiscard]] Result<std::optional<Exchange>> nextOfLanes(Instant now);
    [[nodiscard]] SyncMood moodOf(const SyncStatus &status) const;
    void stumble(const Error &error, Instant now);

    SyncContext m_context;
    SessionLane *m_session = nullptr;
    PushLane *m_push = nullptr;
    PullLane *m_pull = nullptr;
    AskLane *m_ask = nullptr;
    CaptureLane *m_capture = nullptr;
    AccountLane *m_accounts = nullptr;
    NoticeLane *m_notices = nullptr;
    RulesLane *m_rules = nullptr;
    FetchQueue m_fetches;
    std::vector<Slot> m_slots;
    std::uint64_t m_tickets = 0;
    Backoff m_local; ///< while our own database does not play along
};

} // namespace zsb
