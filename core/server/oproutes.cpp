#include "core/protocol/op.h"
#include "core/server/answers.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>

namespace zsb {
namespace {

/// The last word on one op, as far as its own command goes.
Result<OpAnswer> answerOp(Writing &writing, const Caller &caller, const Op &op)
{
    OpAnswer answer;
    answer.id = op.command.id;
    const Result<ApplicationState> state = writing.batch().state(op.command.application);
    if (!state)
        return state.error();
    answer.version = state->revision;
    const bool creates = std::holds_alternative<CreateDraft>(op.command.body);
    const bool may = op.command.actor == caller.actor &&
                     (creates ? mayRole(writing.pack(), op.command.role, Verb::Register)
                              : mayAs(writing.pack(), caller, op.command.role, verbOf(op.command.body), *state));
    if (!may) {
        answer.outcome = OpOutcome::Forbidden;
        return answer;
    }
    Command command = op.command;
    command.revision = op.base;
    const Result<Execution> execution = writing.batch().execute(command);
    if (!execution)
        return execution.error();
    if (const auto *refusal = std::get_if<Refusal>(&*execution)) {
        answer.outcome = OpOutcome::Refused;
        answer.refusal = idOf(refusal->code);
        return answer;
    }
    answer.outcome = OpOutcome::Accepted;
    answer.version = std::get<Executed>(*execution).events.back().sequence;
    return answer;
}

HttpResponse answerAll(Writing &writing, const Caller &caller, const OpBatch &batch)
{
    OpAnswers answers;
    answers.epoch = writing.server().epoch();
    for (const Op &op : batch.ops) {
        Result<OpAnswer> answer = answerOp(writing, caller, op);
        if (!answer)
            return problemResponse(answer.error());
        answers.answers.push_back(*std::move(answer));
    }
    return answerWith(answers);
}

Answer takeOps(const Call &call, Reader &)
{
    Result<OpBatch> batch = readWire<OpBatch>(call.request.body);
    if (!batch)
        return problemResponse(ProblemType::BadRequest, batch.error().detail);
    if (batch->ops.size() > std::size_t(maxOpsInBatch))
        return problemResponse(ProblemType::TooLarge, "ops", {{"limit", std::to_string(maxOpsInBatch)}});
    return WriteJob([caller = call.caller, taken = *std::move(batch)](Writing &writing) {
        return answerAll(writing, caller, taken);
    });
}

constexpr std::array routes = {
    Route{.method = "POST", .pattern = "/v1/ops:batch", .writes = true, .maxBody = maxBatchBytes, .handler = takeOps},
};

} // namespace

std::span<const Route> opRoutes()
{
    return routes;
}

} // namespace zsb
