#include "tests/sim/simclient.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

constexpr unsigned lifeBits = 32;

} // namespace

SimClient::SimClient(const SimWorld &world, int number)
    : m_world(world), m_folder(world.folder.path() + "/client-" + std::to_string(number))
{
}

bool SimClient::begin(SimServer &server, const SimPerson &person, std::chrono::milliseconds skew, std::uint64_t seed,
                      SimSeams *seams)
{
    m_random = SimRandom(seed);
    m_engineRandom = SimRandom(m_random.next());
    m_person = person;
    m_skew = skew;
    m_seams = seams;
    m_given.clear();
    m_takenBack.clear();
    m_trouble.clear();
    m_ids = 0;
    m_engine.reset();
    if (std::exchange(m_hasFiles, false))
        emptyFolder(m_folder + "/blobs");
    setDisk(false);
    if (!m_store) {
        auto store = Store::open({.folder = m_folder, .rehearsal = true});
        if (!store)
            return false;
        m_store = *std::move(store);
    }
    share();
    if (!putImage(m_folder + "/zsb.db", m_world.clientImage))
        return false;
    keepAlone();
    const Instant until = simStart + std::chrono::hours(24 * 365);
    Caller caller;
    caller.actor = {person.actor};
    caller.scopes = {{.role = person.role}};
    m_kept = {.actor = person.actor, .access = server.token(caller, until), .accessUntil = until};
    return openEngine();
}

bool SimClient::openEngine()
{
    SyncConfig config;
    config.rowsPerPage = config.rowsBeside = 2 + m_engineRandom.below(4);
    Result<std::unique_ptr<SyncEngine>> engine = SyncEngine::open({.store = *m_store,
                                                                   .book = *m_world.book,
                                                                   .random = m_engineRandom.source(),
                                                                   .suite = m_world.suite,
                                                                   .serverKey = m_world.key->publicKey,
                                                                   .freeBytes = [] { return std::int64_t(1) << 40; },
                                                                   .config = config});
    if (!engine)
        return false;
    m_engine = *std::move(engine);
    m_wake.reset();
    ++m_life;
    m_engine->resume(m_kept);
    return true;
}

void SimClient::crash()
{
    m_engine.reset();
    static_cast<void>(openEngine());
}

void SimClient::share()
{
    static_cast<void>(m_store->database().execute(u"PRAGMA locking_mode=NORMAL"_s));
    static_cast<void>(m_store->database().number(u"SELECT count(*) FROM sync_op"_s)); // lets go of the lock
}

/// Nobody else looks whether the file has changed: that is a third of the time of a schedule.
void SimClient::keepAlone()
{
    static_cast<void>(m_store->database().execute(u"PRAGMA locking_mode=EXCLUSIVE"_s));
}

SyncEngine &SimClient::engine()
{
    m_wake.reset();
    return *m_engine;
}

/// As the driver of the product does: the engine says when it wants to be asked, and is let alone until then.
Instant SimClient::wakeAt(Instant trueNow)
{
    if (!m_wake)
        m_wake = m_engine->wakeAt(trueNow + m_skew) - m_skew;
    return *m_wake;
}

void SimClient::hurry()
{
    static_cast<void>(engine().hurry());
}

/// A full disk: the database may grow by no page more.
void SimClient::setDisk(bool full)
{
    m_full = full;
    m_wake.reset();
    if (!m_store)
        return;
    const auto pages = m_store->database().number(u"PRAGMA page_count"_s);
    const std::int64_t most = full && pages ? *pages : 1'000'000;
    static_cast<void>(m_store->database().execute(u"PRAGMA max_page_count = %1"_s.arg(most)));
}

std::optional<Exchange> SimClient::ask(Instant trueNow)
{
    if (m_wake && *m_wake > trueNow)
        return std::nullopt;
    std::optional<Exchange> exchange = engine().next(trueNow + m_skew);
    if (!exchange)
        return exchange;
    exchange->ticket |= m_life << lifeBits;
    if (m_seams != nullptr)
        m_seams->afterAsking(*m_store, exchange->request);
    return exchange;
}

void SimClient::take(std::uint64_t ticket, const HttpRequest &request, Reply reply, Instant trueNow)
{
    if (ticket >> lifeBits != m_life)
        return;
    if (m_seams != nullptr && !m_seams->beforeTaking(*m_store, request, reply, m_engineRandom)) {
        crash();
        return;
    }
    const Done taken = engine().answer(ticket & ((std::uint64_t(1) << lifeBits) - 1), reply, trueNow + m_skew);
    if (!taken && !m_full)
        m_trouble = taken.error().detail;
}

std::vector<ApplicationId> SimClient::files() const
{
    Result<Rows> rows = m_store->database().run(u"SELECT id FROM application ORDER BY row"_s);
    std::vector<ApplicationId> ids;
    while (rows && rows->next())
        ids.push_back({rows->text(0)});
    return ids;
}

bool SimClient::give(const ApplicationId &id, CommandBody body, Instant now)
{
    const Result<ApplicationState> state = m_store->state(id);
    const Command command{.id = {m_person.actor + '-' + std::to_string(++m_ids)},
                          .application = id,
                          .actor = {m_person.actor},
                          .role = m_person.role,
                          .at = now,
                          .revision = state ? state->revision : 0,
                          .packHash = m_world.book->pack().hash,
                          .body = std::move(body)};
    const Result<Execution> answer = m_store->execute(command, *m_world.book, now);
    if (!answer || !std::holds_alternative<Executed>(*answer))
        return false;
    if (const auto *undo = std::get_if<Undo>(&command.body))
        m_takenBack.insert(undo->decision.value);
    else
        m_given.push_back({command.id, id, std::string(kindOf(command.body)), command.actor, now});
    return true;
}

void SimClient::act(Instant trueNow)
{
    const Instant now = trueNow + m_skew;
    m_wake.reset();
    if (m_person.role == "registrar" && m_random.mille(250)) {
        create(now);
        return;
    }
    const std::vector<ApplicationId> all = files();
    if (all.empty())
        return;
    const ApplicationId id = all[std::size_t(m_random.below(int(all.size())))];
    const Result<ApplicationState> state = m_store->state(id);
    if (!state)
        return;
    if (m_person.role == "school")
        review(*state, now);
    else if (m_person.role == "supervisor")
        settle(*state, now);
    else
        correct(*state, now);
}

void SimClient::review(const ApplicationState &state, Instant now)
{
    if (const Decision *last = lastDecision(state); last != nullptr && m_random.mille(300))
        static_cast<void>(give(state.id, Undo{last->id}, now));
    if (state.review.phase != Phase::InReview)
        return;
    const bool isMine = state.review.claim && state.review.claim->actor.value == m_person.actor;
    if (!isMine && !give(state.id, ClaimFile{}, now))
        return;
    if (m_random.mille(700))
        decide(*m_store->state(state.id), now);
    else if (m_random.mille(200))
        static_cast<void>(give(state.id, ReleaseFile{}, now));
}

void SimClient::decide(const ApplicationState &state, Instant now)
{
    const std::vector<ReasonUse> reasons = {{.code = "101", .note = "x"}};
    switch (m_random.below(3)) {
    case 0:
        static_cast<void>(give(state.id, ReturnFile{reasons, {}, {}}, now));
        return;
    case 1:
        static_cast<void>(give(state.id, Refuse{reasons, "x"}, now));
        return;
    default:
        static_cast<void>(give(state.id, Doubt{{}, "x"}, now));
    }
}

void SimClient::settle(const ApplicationState &state, Instant now)
{
    if (state.review.phase != Phase::Doubtful && state.review.phase != Phase::Disputed) {
        if (state.review.claim && m_random.mille(300))
            static_cast<void>(give(state.id, ReleaseFile{}, now));
        return;
    }
    if (!give(state.id, ClaimFile{}, now))
        return;
    const Judgement judgement = m_random.mille(500) ? Judgement::Return : Judgement::Refuse;
    static_cast<void>(give(state.id, Settle{judgement, {{.code = "101", .note = "x"}}, "x", {}}, now));
}

void SimClient::correct(const ApplicationState &state, Instant now)
{
    if (state.review.phase == Phase::InReview) {
        static_cast<void>(give(state.id, Withdraw{}, now));
        return;
    }
    if (state.review.phase != Phase::Draft && state.review.phase != Phase::Returned)
        return;
    if (m_random.mille(500))
        attach(state, now);
    static_cast<void>(
        give(state.id, SetFields{{{Field::Phone, "138001380" + std::to_string(10 + m_random.below(80))}}}, now));
    if (m_random.mille(600))
        static_cast<void>(give(state.id, Submit{}, now));
}

/// A small file of some kind; the service has to have it before the command.
void SimClient::attach(const ApplicationState &state, Instant now)
{
    const std::string bytes = "picture " + std::to_string(m_random.below(4));
    const Result<std::string> sha256 = m_store->blobs().put(bytes);
    if (!sha256)
        return;
    m_hasFiles = true;
    Attachment file;
    file.sha256 = *sha256;
    file.fileName = "a.jpg";
    file.facts = {.format = ImageFormat::Jpeg, .bytes = std::int64_t(bytes.size()), .sha256 = *sha256};
    file.addedAt = now;
    static_cast<void>(give(state.id, AttachPortrait{file}, now));
}

void SimClient::create(Instant now)
{
    const std::string mark = m_person.actor + '-' + std::to_string(m_ids);
    const ApplicationId id{"new-" + mark};
    if (!give(id, CreateDraft{"N-" + mark, Origin::Desk}, now))
        return;
    static_cast<void>(give(id, AcceptNotice{"desk"}, now));
    static_cast<void>(give(id, ChooseType{"N1"}, now));
}

} // namespace zsb::sim
