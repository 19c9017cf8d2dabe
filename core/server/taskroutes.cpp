#include "core/protocol/tasks.h"
#include "core/server/answers.h"
#include "core/server/candidates.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/workflow/offers.h"
#include "core/workflow/steps.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

/// The tasks of one file as it stands; nothing is kept of them, so none is forgotten or left over.
class TaskFinder
{
public:
    TaskFinder(const ApplicationState &state, const Pack &pack, Instant now, std::vector<CandidateTask> &tasks)
        : m_state(state), m_pack(pack), m_now(now), m_tasks(tasks)
    {
    }

    void find()
    {
        correction();
        step(Step::Identity, "collect", "collection");
        step(Step::Payment, "pay", "payment");
        if (isMajorDue(m_state, m_pack, m_now)) // A1.4.3.3
            within(add("choose-major"), m_pack.window("choice"));
        for (const Conversion *conversion : conversionsOpen(m_state, m_pack, m_now))
            change(*conversion);
    }

private:
    CandidateTask &add(std::string kind)
    {
        CandidateTask &task = m_tasks.emplace_back();
        task.kind = std::move(kind);
        task.application = m_state.id;
        return task;
    }
    /// A window that is over is no task any more; one that is a guess keeps nobody out.
    [[nodiscard]] bool isOver(const Window *window) const { return window && !window->guess && window->to < m_now; }
    static void within(CandidateTask &task, const Window *window)
    {
        if (window == nullptr)
            return;
        task.from = window->from;
        task.deadline = window->to;
    }

    void correction()
    {
        if (m_state.review.phase != Phase::Returned)
            return;
        CandidateTask &task = add("correct");
        task.deadline = m_state.review.deadline;
        for (const OpenItem &item : m_state.review.openItems) {
            if (!item.touched)
                task.items.push_back(item.item);
        }
    }
    void step(Step step, const char *kind, std::string_view windowId)
    {
        const std::vector<StepStatus> steps = stepStatuses(m_state, m_pack);
        const auto found = std::ranges::find(steps, std::string(stepId(step)), &StepStatus::step);
        const bool isOpen =
            found != steps.end() && (found->state == StepState::Current || found->state == StepState::Open);
        const Window *window = m_pack.window(windowId);
        const bool isEnded = m_state.review.phase == Phase::Refused || m_state.review.phase == Phase::Cancelled;
        if (!m_state.typeId.empty() && isOpen && !isEnded && !isOver(window))
            within(add(kind), window);
    }
    /// A1.4.1.6, A1.4.1.7, A1.4.3.4.
    void change(const Conversion &conversion)
    {
        CandidateTask &task = add("change-type");
        task.conversion = conversion.id;
        task.must = false;
        within(task, conversion.window.empty() ? nullptr : m_pack.window(conversion.window));
    }

    const ApplicationState &m_state;
    const Pack &m_pack;
    Instant m_now;
    std::vector<CandidateTask> &m_tasks;
};

Answer tasks(const Call &call, Reader &reader)
{
    if (!isCandidate(call.caller))
        return problemResponse(ProblemType::ForbiddenScope);
    const Result<std::vector<ApplicationId>> files = filesOfAccount(reader.database(), call.caller.actor);
    if (!files)
        return problemResponse(files.error());
    TaskList list;
    list.serverTime = call.now;
    for (const ApplicationId &id : *files) {
        const Result<ApplicationState> state = reader.store().state(id);
        if (!state)
            return problemResponse(state.error());
        TaskFinder(*state, reader.pack(), call.now, list.tasks).find();
    }
    return answerWith(list);
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/tasks", .needs = Verb::Read, .handler = tasks},
};

} // namespace

std::span<const Route> taskRoutes()
{
    return routes;
}

} // namespace zsb
