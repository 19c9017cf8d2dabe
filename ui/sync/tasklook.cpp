#include "ui/sync/tasklook.h"

#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/workflow/offers.h"

#include <algorithm>
#include <map>

namespace zsb {
namespace {

constexpr int mostRead = 5000; ///< files that may be concerned
constexpr std::size_t mostShown = 300;
constexpr int mostOps = 300;

std::vector<std::string> phasesOf(TaskKind kind)
{
    std::vector<Phase> phases{Phase::Approved};
    if (kind == TaskKind::Change)
        phases = {Phase::Draft, Phase::InReview, Phase::Returned, Phase::Refused, Phase::Approved};
    std::vector<std::string> ids;
    for (const Phase phase : phases)
        ids.emplace_back(idOf(phase));
    return ids;
}

/// Types a file may have while the task is open. Who changed to one is listed too, with what became of the request.
std::vector<std::string> typesOf(TaskKind kind, const Pack &pack)
{
    std::vector<std::string> ids;
    for (const CandidateType &type : pack.types) {
        if (kind == TaskKind::Major ? type.majorChoice == CandidateType::MajorChoice::Later : !type.conversions.empty())
            ids.push_back(type.id);
        for (const Conversion &conversion : type.conversions) {
            if (kind == TaskKind::Change)
                ids.push_back(conversion.to);
        }
    }
    return ids;
}

bool isOfKind(const CommandBody &body, TaskKind kind)
{
    switch (kind) {
    case TaskKind::Major:
        return std::holds_alternative<ChooseMajor>(body);
    case TaskKind::Change:
        return std::holds_alternative<RequestConversion>(body);
    case TaskKind::Answer:
        return std::holds_alternative<DecideConversion>(body);
    }
    return false;
}

bool isOpenFor(const ApplicationState &state, TaskKind kind, const Pack &pack, Instant now)
{
    switch (kind) {
    case TaskKind::Major:
        return isMajorDue(state, pack, now);
    case TaskKind::Change:
        return !state.conversions.empty() || !conversionsOpen(state, pack, now).empty();
    case TaskKind::Answer:
        return pendingConversion(state) != nullptr;
    }
    return false;
}

using Ops = std::map<ApplicationId, LookOp>;

Result<Ops> lastOps(const Store &store, TaskKind kind)
{
    const Result<std::vector<QueuedOp>> ops = OpQueue(store.database(), store.codec()).latest(mostOps);
    if (!ops)
        return ops.error();
    Ops last;
    for (const QueuedOp &op : *ops) { // newest first
        if (!isOfKind(op.command.body, kind))
            continue;
        LookOp look{{.id = op.command.application}, op, {}, {}, {}};
        if (const Result<OpAnswer> answer = readWire<OpAnswer>(op.answer)) {
            look.receipt = answer->receipt;
            look.refusal = answer->refusal;
            look.details = answer->details;
        }
        last.emplace(op.command.application, std::move(look));
    }
    return last;
}

} // namespace

Result<TaskLook> lookAtTasks(const Store &store, const Pack &pack, const TaskQuery &query, Instant now)
{
    TaskLook look{.query = query, .at = now};
    const QueueQuery candidates{.phases = phasesOf(query.kind),
                                .types = typesOf(query.kind, pack),
                                .now = now,
                                .text = query.text,
                                .order = QueueOrder::Number};
    if (candidates.types.empty())
        return look;
    const Result<QueueSnapshot> rows = store.snapshot(candidates, mostRead);
    const Result<Ops> ops = lastOps(store, query.kind);
    if (!rows || !ops)
        return rows ? ops.error() : rows.error();
    Result<std::vector<QueueEntry>> entries = store.entries(*rows, QueueOrder::Number);
    if (!entries)
        return entries.error();
    std::ranges::sort(*entries, {}, &QueueEntry::applicationNo);
    look.isCut = rows->size() == std::size_t(mostRead);
    for (const QueueEntry &entry : *entries) {
        Result<ApplicationState> state = store.state(entry.id);
        if (!state)
            return state.error();
        const auto op = ops->find(entry.id);
        if (op == ops->end() && !isOpenFor(*state, query.kind, pack, now))
            continue;
        if (look.files.size() == mostShown) {
            look.isCut = true;
            break;
        }
        look.files.push_back({{entry.id, entry.applicationNo, entry.name},
                              *std::move(state),
                              op == ops->end() ? std::nullopt : std::optional(op->second)});
    }
    return look;
}

} // namespace zsb
