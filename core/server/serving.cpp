#include "core/server/serving.h"

#include "core/server/accounts.h"
#include "core/server/answers.h"
#include "core/server/devices.h"
#include "core/server/server.h"
#include "core/server/staff.h"

namespace zsb {
namespace {

constexpr std::string_view bearer = "Bearer ";

std::string_view tokenOf(const std::string &authorization)
{
    return authorization.starts_with(bearer) ? std::string_view(authorization).substr(bearer.size())
                                             : std::string_view();
}

/// RFC 9110, 15.5.6: of another method it is said which there are.
HttpResponse noRoute(const RouteMatch &match)
{
    if (match.allowed.empty())
        return problemResponse(ProblemType::NotFound);
    HttpResponse response = problemResponse(ProblemType::MethodNotAllowed);
    response.headers["allow"] = match.allowed;
    return response;
}

} // namespace

Reader::Reader(const Server &server, std::unique_ptr<const Store> store)
    : m_server(server), m_store(std::move(store)), m_blobCheck(server.parts().landmarks)
{
}

Reader::~Reader() = default;

const ServerParts &Reader::parts() const
{
    return m_server.parts();
}

/// A database that was gone may be back: what reads may be done again.
Answer Reader::answer(const HttpRequest &request)
{
    Answer answer = answerOnce(request);
    const auto *response = std::get_if<HttpResponse>(&answer);
    if (response == nullptr || response->status < 500 || !reopenIfLost())
        return answer;
    return answerOnce(request);
}

/// Whether there is another connection in place of one that was lost.
bool Reader::reopenIfLost()
{
    const Result<std::int64_t> alive = database().number(QStringLiteral("SELECT 1"));
    if (alive || alive.error().code != ErrorCode::Unreadable)
        return false;
    Result<std::unique_ptr<const Store>> again = Store::openReadOnly(parts().store);
    if (again)
        m_store = *std::move(again);
    return again.has_value();
}

Answer Reader::answerOnce(const HttpRequest &request)
{
    RouteMatch match = m_server.match(request.method, request.path);
    if (match.route == nullptr)
        return noRoute(match);
    if (static_cast<long long>(request.body.size()) > match.route->maxBody)
        return problemResponse(ProblemType::TooLarge, {}, {{"limit", std::to_string(match.route->maxBody)}});
    Answer answer = handled(*match.route, {request, std::move(match.path), {}, parts().clock()});
    if (auto *response = std::get_if<HttpResponse>(&answer); response != nullptr && request.method == "HEAD") {
        response->body.clear();
        response->file.clear();
    }
    return answer;
}

Answer Reader::handled(const Route &route, Call call)
{
    if (!route.anyone) {
        const std::string authorization = call.request.header("authorization");
        Result<Caller> caller =
            m_server.authenticator().caller(tokenOf(authorization), call.request.peerCertificate, call.now);
        if (!caller)
            return problemResponse(ProblemType::InvalidToken, caller.error().detail);
        call.caller = *std::move(caller);
        if (auto problem = turnedAway(call))
            return *std::move(problem);
    }
    if (route.needs && !mayAnywhere(pack(), call.caller, *route.needs))
        return problemResponse(ProblemType::ForbiddenScope);
    return route.handler(call, *this);
}

/// Who has other rights by now, sits at a device that was revoked, or asks too fast.
std::optional<HttpResponse> Reader::turnedAway(const Call &call) const
{
    const ActorId &who = call.caller.actor;
    const Result<bool> current = isCandidate(call.caller)
                                     ? Accounts(database(), m_store->codec()).hasRights(who, call.caller.rights)
                                     : Staff(database(), m_store->codec()).hasRights(who, call.caller.rights);
    if (!current)
        return problemResponse(current.error());
    if (!*current)
        return problemResponse(ProblemType::InvalidToken, "rights have changed");
    const Result<bool> revoked =
        call.caller.device.empty() ? Result<bool>(false) : Devices(database()).isRevoked(call.caller.device);
    if (!revoked)
        return problemResponse(revoked.error());
    if (*revoked)
        return problemResponse(ProblemType::InvalidToken, "the device was revoked");
    if (m_server.rateLimits().take("caller " + call.caller.actor.value, parts().config.askingRate, call.now))
        return std::nullopt;
    return retryAfter(problemResponse(ProblemType::RateLimited), 1);
}

const ServerParts &Writing::parts() const
{
    return m_server.parts();
}

Writer::Writer(const Server &server, std::unique_ptr<Store> store) : m_server(server), m_store(std::move(store)) {}

Writer::~Writer() = default;

/// Nothing was done yet, so it may begin on another connection when its own was lost.
Result<std::unique_ptr<Batch>> Writer::begin(Instant now)
{
    const RuleBook &book = *m_server.parts().book;
    Result<std::unique_ptr<Batch>> batch = m_store->begin(book, now);
    if (batch || batch.error().code != ErrorCode::Unreadable)
        return batch;
    Result<std::unique_ptr<Store>> again = Store::open(m_server.parts().store);
    if (!again)
        return again.error();
    m_store = *std::move(again);
    return m_store->begin(book, now);
}

std::vector<HttpResponse> Writer::write(std::span<const WriteJob> jobs)
{
    const Instant now = m_server.parts().clock();
    Result<std::unique_ptr<Batch>> batch = begin(now);
    if (!batch)
        return std::vector(jobs.size(), problemResponse(batch.error()));
    std::vector<HttpResponse> answers;
    for (const WriteJob &job : jobs) {
        bool broken = false;
        answers.push_back(done(job, **batch, now, broken));
        if (broken)
            return std::vector(jobs.size(), answers.back());
    }
    if (Done committed = (*batch)->commit(); !committed)
        return std::vector(jobs.size(), problemResponse(committed.error()));
    return answers;
}

/// `broken`: the transaction cannot go on.
HttpResponse Writer::done(const WriteJob &job, Batch &batch, Instant now, bool &broken)
{
    if (Done saved = batch.savepoint(); !saved) {
        broken = true;
        return problemResponse(saved.error());
    }
    Writing writing(m_server, *m_store, batch, now);
    HttpResponse response = job(writing);
    if (response.status < 500 && !writing.isTakenBack())
        return response;
    if (Done undone = batch.undo(); !undone) {
        broken = true;
        return problemResponse(undone.error());
    }
    return response;
}

} // namespace zsb
