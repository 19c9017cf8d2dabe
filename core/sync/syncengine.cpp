#include "core/sync/syncengine.h"

#include "core/storage/opinbox.h"
#include "core/sync/bloblane.h"
#include "core/sync/pinglane.h"
#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "core/sync/sessionlane.h"

#include <algorithm>

namespace zsb {

Result<std::unique_ptr<SyncEngine>> SyncEngine::open(SyncParts parts)
{
    const Result<std::optional<SyncPeer>> peer = readPeer(parts.store.database());
    if (!peer)
        return peer.error();
    if (!*peer)
        return Error{ErrorCode::NotFound, "this store is kept with no service"};
    std::unique_ptr<SyncEngine> engine(new SyncEngine(std::move(parts)));
    engine->m_context.peer = **peer;
    return engine;
}

SyncEngine::SyncEngine(SyncParts parts) : m_context(std::move(parts))
{
    const auto add = [this]<typename T>(std::unique_ptr<T> lane) {
        T *plain = lane.get();
        m_slots.push_back({std::move(lane)});
        return plain;
    };
    add(std::make_unique<PingLane>(m_context));
    m_session = add(std::make_unique<SessionLane>(m_context));
    m_push = add(std::make_unique<PushLane>(m_context));
    m_pull = add(std::make_unique<PullLane>(m_context));
    m_ask = add(std::make_unique<AskLane>(m_context));
    m_capture = add(std::make_unique<CaptureLane>(m_context));
    m_accounts = add(std::make_unique<AccountLane>(m_context));
    m_notices = add(std::make_unique<NoticeLane>(m_context));
    add(std::make_unique<BlobLane>(m_context));
    for (int i = 0; i < m_context.parts.config.downloads; ++i)
        add(std::make_unique<FetchLane>(m_context, m_fetches));
}

SyncEngine::~SyncEngine() = default;

void SyncEngine::signIn(SignIn who)
{
    if (!m_context.last.problem.empty())
        m_context.last = {}; // what was said to the attempt before is no answer to this one
    m_session->signIn(std::move(who));
}

void SyncEngine::resume(Session session)
{
    m_session->resume(std::move(session));
}

void SyncEngine::signOut()
{
    m_session->signOut();
    m_pull->forget();
    m_capture->forget();
    m_accounts->forget();
    m_notices->forget();
}

Done SyncEngine::hurry()
{
    m_context.line.hurry();
    m_context.wantsPull = true;
    m_local.hurry();
    for (const Slot &slot : m_slots)
        slot.lane->hurry();
    return OpQueue(m_context.parts.store.database(), m_context.parts.store.codec()).hurry();
}

void SyncEngine::lease(LeaseRequest request)
{
    m_ask->lease(std::move(request));
}

void SyncEngine::ask(AccountAsk ask)
{
    m_accounts->ask(std::move(ask));
}

void SyncEngine::askNotices()
{
    m_notices->ask();
}

void SyncEngine::readNotices(const std::vector<std::int64_t> &seqs)
{
    m_notices->markRead(seqs);
}

void SyncEngine::reconcile()
{
    m_ask->reconcile();
}

void SyncEngine::issueCapture(NewCapture link)
{
    m_capture->issue(std::move(link));
}

void SyncEngine::watchCapture(ApplicationId file)
{
    m_capture->watch(std::move(file));
}

void SyncEngine::fetch(Fetch what)
{
    std::erase(m_fetches.wanted, what);
    if (!what.preview && m_context.parts.store.blobs().contains(what.sha256))
        m_fetches.arrived.push_back({std::move(what), {}, {}});
    else
        m_fetches.wanted.push_front(std::move(what));
}

void SyncEngine::hasten(const Fetch &what)
{
    if (std::erase(m_fetches.wanted, what) > 0)
        m_fetches.wanted.push_front(what);
}

bool SyncEngine::forget(const Fetch &what)
{
    return std::erase(m_fetches.wanted, what) > 0;
}

void SyncEngine::limitPictures(std::int64_t bytesPerSecond)
{
    m_context.incoming.setRate(bytesPerSecond);
    m_context.outgoing.setRate(bytesPerSecond);
}

std::optional<Exchange> SyncEngine::next(Instant now)
{
    while (m_local.isDue(now)) {
        Result<std::optional<Exchange>> exchange = nextOfLanes(now);
        if (exchange && *exchange)
            return *std::move(exchange);
        if (exchange && !m_pull->hasWaiting())
            return std::nullopt;
        // everything that can go out is on its way: time to take in what came
        const Done taken = exchange ? m_pull->takeWaiting(now) : Done(exchange.error());
        if (!taken)
            stumble(taken.error(), now);
    }
    return std::nullopt;
}

Result<std::optional<Exchange>> SyncEngine::nextOfLanes(Instant now)
{
    for (Slot &slot : m_slots) {
        if (slot.ticket != 0)
            continue;
        Result<std::optional<HttpRequest>> request = slot.lane->next(now);
        if (!request)
            return request.error();
        if (*request) {
            slot.ticket = ++m_tickets;
            return std::optional(Exchange{slot.ticket, **std::move(request)});
        }
    }
    return std::optional<Exchange>();
}

Done SyncEngine::answer(std::uint64_t ticket, const Reply &reply, Instant now)
{
    const auto slot = std::ranges::find(m_slots, ticket, &Slot::ticket);
    if (ticket == 0 || slot == m_slots.end())
        return done();
    slot->ticket = 0;
    Done taken = slot->lane->answer(reply, now);
    if (taken)
        m_local.succeed();
    else
        stumble(taken.error(), now);
    return taken;
}

Done SyncEngine::takeCarried(const std::optional<OpAnswers> &answers, const std::optional<ChangesPage> &page,
                             const std::string &epoch, Instant now)
{
    if (!epoch.empty() && epoch != m_context.peer.epoch)
        return enterEpoch(m_context, epoch, now);
    if (answers) {
        if (Done taken = m_push->takeCarried(*answers, now); !taken)
            return taken;
    }
    return page ? m_pull->takeCarried(*page, now) : done();
}

/// Our own disk is full or somebody else writes for long: nothing is asked of the server meanwhile.
void SyncEngine::stumble(const Error &error, Instant now)
{
    m_context.last.trouble = SyncTrouble::Storage;
    m_context.last.problem = error.code == ErrorCode::Conflict ? "busy" : "storage";
    m_local.fail(now, {}, m_context.parts.random);
}

Instant SyncEngine::wakeAt(Instant now)
{
    Instant wake = m_pull->hasWaiting() ? now : now + std::chrono::hours(24);
    for (Slot &slot : m_slots) {
        if (slot.ticket != 0)
            continue;
        const Result<std::optional<Instant>> due = slot.lane->due(now);
        if (due && *due)
            wake = std::min(wake, **due);
    }
    return std::max({wake, m_local.until(), m_context.line.until(), now});
}

Result<SyncStatus> SyncEngine::status(Instant now) const
{
    const Store &store = m_context.parts.store;
    const OpQueue queue(store.database(), store.codec());
    SyncStatus status;
    const Result<OpCounts> counts = queue.counts();
    const Result<std::int64_t> blocked = queue.blocked(m_context.actor());
    const Result<BlobsLeft> left = BlobQueue(store.database()).left();
    const Result<std::int64_t> inbox = OpInbox(store.database()).unseen(m_context.actor());
    if (!counts || !blocked || !left || !inbox)
        return Error{ErrorCode::Conflict, "the database does not answer"};
    status.trouble = m_context.last.trouble;
    status.problem = m_context.last.problem;
    status.captcha = captchaIn(m_context.last.details);
    status.ops = *counts;
    status.blocked = *blocked;
    status.blobs = *left;
    status.inbox = *inbox;
    status.lastContact = m_context.lastContact;
    status.nextTry = m_context.line.isDue(now) ? Instant{} : m_context.line.until();
    status.isPulling = m_pull->isCatchingUp();
    status.clock = m_context.peer.clock;
    status.cursor = m_context.peer.cursor;
    status.mood = moodOf(status);
    return status;
}

SyncMood SyncEngine::moodOf(const SyncStatus &status) const
{
    if (!m_context.alarm.empty() || status.trouble == SyncTrouble::Key)
        return SyncMood::Alarm;
    if (!m_context.session || m_context.mustSignIn)
        return SyncMood::SignedOut;
    if (status.trouble != SyncTrouble::None && status.trouble != SyncTrouble::Policy)
        return SyncMood::Offline;
    if (status.inbox > 0)
        return SyncMood::Attention;
    if (m_push->isSending() || status.isPulling)
        return SyncMood::Sending;
    return status.ops.waiting() > 0 ? SyncMood::Waiting : SyncMood::UpToDate;
}

const std::optional<Session> &SyncEngine::session() const
{
    return m_context.session;
}

bool SyncEngine::takeRenewed()
{
    return m_session->takeRenewed();
}

std::vector<LeaseReport> SyncEngine::takeLeases()
{
    return m_ask->takeLeases();
}

std::vector<NoticeReport> SyncEngine::takeNotices()
{
    return m_notices->takeReports();
}

std::vector<AccountReport> SyncEngine::takeAccounts()
{
    return m_accounts->takeReports();
}

std::vector<ReconcileReport> SyncEngine::takeReports()
{
    return m_ask->takeReports();
}

std::vector<CaptureReport> SyncEngine::takeCaptures()
{
    return m_capture->takeReports();
}

std::vector<Fetched> SyncEngine::takeFetched()
{
    return std::exchange(m_fetches.arrived, {});
}

int SyncEngine::takeRows()
{
    return m_pull->takeRows();
}

std::map<std::string, std::string> SyncEngine::takePeople()
{
    return std::exchange(m_context.people, {});
}

} // namespace zsb
