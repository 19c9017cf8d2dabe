#include "core/sync/syncengine.h"

#include "core/storage/opqueue.h"
#include "core/sync/bloblane.h"
#include "core/sync/pinglane.h"
#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "core/sync/ruleslane.h"
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
    m_rules = add(std::make_unique<RulesLane>(m_context));
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

std::vector<std::int64_t> SyncEngine::takeReadNotices()
{
    return m_notices->takeRead();
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
