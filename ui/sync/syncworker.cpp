#include "ui/sync/syncworker.h"

#include "core/storage/database.h"
#include "core/sync/keptrules.h"

#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

/// What a server says when it will not let somebody in however often it is asked.
constexpr std::array<std::string_view, 6> refusals{"invalid-credentials", "locked-out", "device-unknown",
                                                   "captcha-required",    "clock-skew", "invalid-token"};

std::string keyOf(const Enrolment &enrolment)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(enrolment.serverKey)).toStdString();
}

/// Claims and looks are advice: that one came too late is nothing anybody has to do something about.
bool isAdvice(const CommandBody &body)
{
    return std::holds_alternative<ClaimFile>(body) || std::holds_alternative<ReleaseFile>(body) ||
           std::holds_alternative<MarkSeen>(body);
}

/// Puts such answers away; they stay in the outbox with what became of them. Whether there were any.
bool putAdviceAway(const Store &store, const ActorId &actor)
{
    constexpr int most = 200;
    const OpInbox inbox(store.database());
    const OpQueue queue(store.database(), store.codec());
    const Result<std::vector<InboxEntry>> entries = inbox.latest(actor, most);
    bool any = false;
    for (const InboxEntry &entry : entries ? *entries : std::vector<InboxEntry>()) {
        const Result<std::optional<QueuedOp>> op = entry.seen ? std::optional<QueuedOp>() : queue.find(entry.op);
        if (op && *op && isAdvice((*op)->command.body))
            any = inbox.markSeen(entry.n).has_value() || any;
    }
    return any;
}

} // namespace

SyncWorker::SyncWorker(SyncSeason season, SyncHears hears)
    : m_season(std::move(season)), m_hears(std::move(hears)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::pump);
}

SyncWorker::~SyncWorker()
{
    m_driver.reset(); // what is under way is not told to an engine that goes
}

Done SyncWorker::open()
{
    Result<std::unique_ptr<Store>> store = Store::open(m_season.store);
    if (!store)
        return within("sync", store.error());
    m_store = *std::move(store);
    Result<std::shared_ptr<const CryptoSuite>> suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return suite.error();
    const QString folder = QString::fromStdString(m_season.store.folder);
    Result<std::unique_ptr<SyncEngine>> engine =
        SyncEngine::open({*m_store, *m_season.book, m_season.random, *std::move(suite), keyOf(m_season.enrolment),
                          [folder] { return std::int64_t(QStorageInfo(folder).bytesAvailable()); },
                          rulesFolderOf(m_season.store.folder)});
    if (!engine)
        return within("sync", engine.error());
    Result<std::unique_ptr<NetworkDriver>> driver =
        NetworkDriver::open(networkOf(m_season.enrolment, m_season.secrets));
    if (!driver)
        return within("sync", driver.error());
    m_engine = *std::move(engine);
    m_driver = *std::move(driver);
    m_pictures = std::make_unique<PictureFetcher>(*m_engine, *m_store, pictureHears());
    m_pictures->setLine(m_season.line);
    note("opened");
    pump();
    return done();
}

void SyncWorker::note(std::string what, std::string detail)
{
    m_hears.noted({m_season.clock(), std::move(what), std::move(detail)});
}

void SyncWorker::signIn(const SignIn &who)
{
    if (!m_engine)
        return;
    m_signingIn = true;
    m_engine->signIn(who);
    hurry();
}

void SyncWorker::forgetSignIn()
{
    m_signingIn = false;
    if (m_engine && !m_engine->session())
        m_engine->signOut();
}

void SyncWorker::signOut()
{
    if (!m_engine)
        return;
    m_signingIn = false;
    m_engine->signOut();
    note("signed-out");
    pump();
}

void SyncWorker::hurry()
{
    if (!m_engine)
        return;
    if (const Done hurried = m_engine->hurry(); !hurried)
        note("trouble", "storage");
    pump();
}

void SyncWorker::setPaused(bool paused)
{
    m_paused = paused;
    note(paused ? "paused" : "resumed");
    if (!paused)
        hurry();
}

void SyncWorker::lease(const LeaseRequest &request)
{
    if (!m_engine)
        return;
    m_engine->lease(request);
    pump();
}

void SyncWorker::reconcile()
{
    if (!m_engine)
        return;
    m_engine->reconcile();
    pump();
}

Result<SyncLook> SyncWorker::look()
{
    if (!m_engine)
        return Error{ErrorCode::NotFound, "the sync is not open"};
    return lookAtSync(*m_store, person(), m_season.clock());
}

/// Before anybody has entered, whoever signed in last.
ActorId SyncWorker::person() const
{
    if (m_engine && m_engine->session())
        return {m_engine->session()->actor};
    if (!m_person.isEmpty() || m_season.enrolment.accounts.empty())
        return m_person;
    return {m_season.enrolment.accounts.front().actor};
}

Result<TaskLook> SyncWorker::tasks(const TaskQuery &query)
{
    if (!m_store)
        return Error{ErrorCode::NotFound, "the sync is not open"};
    return lookAtTasks(*m_store, m_season.book->pack(), query, m_season.clock());
}

Done SyncWorker::settle(std::int64_t inbox)
{
    if (!m_store)
        return Error{ErrorCode::NotFound, "the sync is not open"};
    const Done marked = OpInbox(m_store->database()).markSeen(inbox);
    tell();
    return marked;
}

void SyncWorker::pump()
{
    if (!m_engine || m_pumping)
        return;
    m_pumping = true;
    if (!m_paused)
        sendAll();
    m_pumping = false;
    tellArrivals();
    m_pictures->tell();
    tellAsked();
    tell();
    const Instant now = m_season.clock();
    const auto wait =
        std::clamp<std::chrono::milliseconds>(m_engine->wakeAt(now) - now, std::chrono::milliseconds(20), heartbeat);
    m_timer.start(m_paused ? heartbeat : wait);
}

void SyncWorker::sendAll()
{
    while (auto exchange = m_engine->next(m_season.clock())) {
        m_driver->send(exchange->request, [this, ticket = exchange->ticket](const Reply &reply) {
            if (const Done taken = m_engine->answer(ticket, reply, m_season.clock()); !taken)
                note("trouble", "storage");
            tellUnreachable();
            tellArrivals();
            pump();
        });
    }
}

void SyncWorker::tell()
{
    Result<SyncStatus> status = m_engine->status(m_season.clock());
    if (status && status->inbox > m_told.inbox && m_engine->session() &&
        putAdviceAway(*m_store, {m_engine->session()->actor}))
        status = m_engine->status(m_season.clock());
    if (!status)
        return;
    tellSession(*status);
    if (m_hasTold && *status == m_told)
        return;
    if (!m_hasTold || status->trouble != m_told.trouble)
        note(status->trouble == SyncTrouble::None ? "well" : "trouble", std::string(idOf(status->trouble)));
    m_told = *status;
    m_hasTold = true;
    m_hears.status(*status);
}

void SyncWorker::tellSession(const SyncStatus &status)
{
    if (m_engine->takeRenewed() && m_engine->session()) {
        note("signed-in");
        if (std::exchange(m_signingIn, false) || !m_hasTold) { // not the old session's next token
            m_hears.signedIn(*m_engine->session());
            m_pictures->forgetRefusals();
        }
        fetchClaimed(FetchWish::Usual);
        return;
    }
    if (!m_signingIn || std::ranges::find(refusals, status.problem) == refusals.end())
        return;
    forgetSignIn(); // a wrong password is not sent twice
    note("sign-in-failed", status.problem);
    m_hears.signInFailed(status.problem, status.captcha);
}

/// Whoever waits for an answer to a sign-in is told that there will be none for now.
void SyncWorker::tellUnreachable()
{
    const Result<SyncStatus> status = m_engine->status(m_season.clock());
    if (!m_signingIn || !status || status->trouble == SyncTrouble::None || status->trouble == SyncTrouble::Auth ||
        !status->problem.empty())
        return;
    const std::string trouble(idOf(status->trouble));
    forgetSignIn();
    note("sign-in-failed", trouble);
    m_hears.signInFailed(trouble, {});
}

void SyncWorker::tellArrivals()
{
    if (const auto people = m_engine->takePeople(); !people.empty()) {
        std::vector<std::string> actors;
        std::vector<std::string> names;
        for (const auto &[actor, name] : people) {
            actors.push_back(actor);
            names.push_back(name);
        }
        m_hears.people(actors, names);
    }
    if (const int rows = m_engine->takeRows(); rows > 0) {
        note("rows", std::to_string(rows));
        m_hears.rows(rows);
        fetchClaimed(FetchWish::Usual);
    }
    for (const LeaseReport &report : m_engine->takeLeases()) {
        note("leased", report.problem.empty() ? std::to_string(report.answer.leases.size()) : report.problem);
        m_hears.leased(report);
    }
    for (const ReconcileReport &report : m_engine->takeReports()) {
        note("reconciled", report.agrees() ? "agrees" : "differs");
        m_hears.reconciled(report);
    }
    for (const CaptureReport &report : m_engine->takeCaptures())
        m_hears.captured(report);
}

} // namespace zsb
