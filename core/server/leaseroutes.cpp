#include "core/protocol/leases.h"
#include "core/server/answers.h"
#include "core/server/files.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace zsb {
namespace {

constexpr int mostAtOnce = 500;
constexpr long long maxLeaseBytes = 256 << 10;
/// How many files are looked at for one that may be had: some are of another area, or not for this person.
constexpr int looksForFile = 5;

/// Gives files to somebody for a while, by the same commands as everything else.
class LeaseDesk
{
public:
    LeaseDesk(Writing &writing, const Caller &caller, const LeaseRequest &request)
        : m_writing(writing), m_caller(caller), m_request(request)
    {
    }

    Result<LeaseAnswer> answer()
    {
        for (const ApplicationId &id : m_request.release) {
            if (const Result<bool> done = command(id, ReleaseFile{}); !done)
                return done.error();
        }
        for (const ApplicationId &id : m_request.files) {
            const Result<bool> taken = take(id);
            if (!taken)
                return taken.error();
            if (!*taken)
                m_answer.taken.push_back(id);
        }
        if (Done more = takeNext(m_request.count); !more)
            return more.error();
        return std::move(m_answer);
    }

private:
    [[nodiscard]] Result<bool> take(const ApplicationId &id)
    {
        const Result<bool> claimed = command(id, ClaimFile{minutes()});
        if (!claimed || !*claimed)
            return claimed;
        const Result<ApplicationState> state = m_writing.batch().state(id);
        if (!state)
            return state.error();
        if (state->review.claim)
            m_answer.leases.push_back({id, state->review.claim->until});
        return true;
    }

    /// Whether it was carried out.
    [[nodiscard]] Result<bool> command(const ApplicationId &id, CommandBody body)
    {
        const Result<ApplicationState> state = m_writing.batch().state(id);
        if (!state)
            return state.error();
        const Verb verb = verbOf(body);
        if (state->revision == 0 || !mayAs(m_writing.pack(), m_caller, m_request.role, verb, *state))
            return false;
        Command one;
        one.id = {uuid7(m_writing.now(), m_writing.parts().random)};
        one.application = id;
        one.actor = m_caller.actor;
        one.role = m_request.role;
        one.at = m_writing.now();
        one.revision = state->revision;
        one.packHash = m_writing.pack().hash;
        one.body = std::move(body);
        const Result<Execution> execution = m_writing.batch().execute(one);
        return execution ? Result<bool>(std::holds_alternative<Executed>(*execution)) : Result<bool>(execution.error());
    }

    [[nodiscard]] int minutes() const
    {
        return std::clamp(m_request.minutes, 1, int(m_writing.parts().config.longestLease.count()));
    }

    /// What waits for this role.
    [[nodiscard]] QueueQuery query() const
    {
        QueueQuery query;
        query.types = m_request.types;
        query.claim = ClaimFilter::Free;
        query.actor = m_caller.actor;
        query.now = m_writing.now();
        const Role *role = m_writing.pack().role(m_request.role);
        if (role != nullptr && role->supervises) {
            query.phases = {std::string(idOf(Phase::Doubtful)), std::string(idOf(Phase::Disputed))};
            return query;
        }
        query.phases = {std::string(idOf(Phase::InReview))};
        std::set<std::string> stages;
        for (const CandidateType &type : m_writing.pack().types) {
            for (const ReviewStage &stage : type.review) {
                if (stage.role == m_request.role)
                    stages.insert(stage.id);
            }
        }
        query.stages.assign(stages.begin(), stages.end());
        return query;
    }

    [[nodiscard]] Done takeNext(int count)
    {
        if (count <= 0)
            return done();
        const Result<QueueSnapshot> snapshot = m_writing.store().snapshot(query(), count * looksForFile);
        if (!snapshot)
            return snapshot.error();
        const Result<std::vector<QueueEntry>> entries = m_writing.store().entries(*snapshot, QueueOrder::Urgency);
        if (!entries)
            return entries.error();
        std::map<std::int64_t, ApplicationId> ids; // they come in any order, the rows the most urgent first
        for (const QueueEntry &entry : *entries)
            ids[entry.row] = entry.id;
        for (const std::int64_t row : *snapshot) {
            const auto found = ids.find(row);
            if (found == ids.end())
                continue;
            const Result<bool> taken = take(found->second);
            if (!taken)
                return taken.error();
            if (*taken && --count == 0)
                break;
        }
        return done();
    }

    Writing &m_writing;
    const Caller &m_caller;
    const LeaseRequest &m_request;
    LeaseAnswer m_answer;
};

Answer leases(const Call &call, Reader &)
{
    Result<LeaseRequest> request = readWire<LeaseRequest>(call.request.body);
    if (!request)
        return problemResponse(ProblemType::BadRequest, request.error().detail);
    const std::size_t files =
        request->files.size() + request->release.size() + std::size_t(std::max(request->count, 0));
    if (request->count < 0 || files > std::size_t(mostAtOnce))
        return problemResponse(ProblemType::TooLarge, "count, files", {{"limit", std::to_string(mostAtOnce)}});
    return WriteJob([caller = call.caller, asked = *std::move(request)](Writing &writing) {
        const Result<LeaseAnswer> answer = LeaseDesk(writing, caller, asked).answer();
        if (answer)
            return answerWith(*answer);
        writing.takeBack();
        return problemResponse(answer.error());
    });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/leases",
          .needs = Verb::Review,
          .writes = true,
          .maxBody = maxLeaseBytes,
          .handler = leases},
};

} // namespace

std::span<const Route> leaseRoutes()
{
    return routes;
}

} // namespace zsb
