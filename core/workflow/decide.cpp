#include "core/workflow/deciding.h"

namespace zsb {
namespace {

Guard needSignature(const Command &command)
{
    if (command.id.isEmpty() || command.application.isEmpty() || command.actor.isEmpty() || command.role.empty())
        return refuse(RefusalCode::Anonymous);
    return std::nullopt;
}

Guard needExistence(const ApplicationState &state, const Command &command)
{
    const bool creates = std::holds_alternative<CreateDraft>(command.body);
    if (creates && state.revision > 0)
        return refuse(RefusalCode::AlreadyExists);
    if (!creates && (state.revision == 0 || state.id != command.application))
        return refuse(RefusalCode::NoSuchApplication);
    return std::nullopt;
}

Guard needRevision(const ApplicationState &state, const Command &command)
{
    if (command.revision == state.revision)
        return std::nullopt;
    return refuse(RefusalCode::StaleRevision,
                  {{"revision", std::int64_t(command.revision)}, {"expected", std::int64_t(state.revision)}});
}

Guard needPack(const Pack &pack, const Command &command)
{
    if (command.packHash == pack.hash)
        return std::nullopt;
    return refuse(RefusalCode::PackMismatch, {{"pack", command.packHash}, {"expected", pack.hash}});
}

} // namespace

Ruling accept(const Deciding &deciding, std::vector<EventBody> bodies)
{
    std::vector<Event> events;
    for (EventBody &body : bodies) {
        Event event;
        event.application = deciding.command.application;
        event.sequence = deciding.state.revision + int(events.size()) + 1;
        event.command = deciding.command.id;
        event.actor = deciding.command.actor;
        event.role = deciding.command.role;
        event.at = deciding.context.now;
        event.packHash = deciding.pack.hash;
        event.body = std::move(body);
        events.push_back(std::move(event));
    }
    return events;
}

Ruling decide(const ApplicationState &state, const Command &command, const WorkflowContext &context)
{
    const Pack &pack = context.book.pack();
    const Guard guard = firstOf([&] { return needSignature(command); }, [&] { return needExistence(state, command); },
                                [&] { return needRevision(state, command); }, [&] { return needPack(pack, command); });
    if (guard)
        return *guard;
    const CandidateType *type = state.typeId.empty() ? nullptr : pack.type(state.typeId);
    const Deciding deciding{state, command, context, pack, type};
    return std::visit([&](const auto &body) { return rule(deciding, body); }, command.body);
}

std::vector<Finding> findingsOf(const ApplicationState &state, const WorkflowContext &context)
{
    RecordView view = recordOf(state);
    view.record().shared = context.shared;
    return context.book.checkAll(view.record(), context.now);
}

} // namespace zsb
