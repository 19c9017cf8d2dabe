#include "core/protocol/op.h"
#include "core/server/answers.h"
#include "core/server/opdesk.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>

namespace zsb {
namespace {

/// An op that cannot be answered takes the whole request back: the sender sends it again.
HttpResponse answerAll(Writing &writing, const Caller &caller, const OpBatch &batch)
{
    OpDesk desk(writing, caller, batch.epoch);
    OpAnswers answers;
    answers.epoch = writing.server().epoch();
    for (const Op &op : batch.ops) {
        Result<OpAnswer> answer = desk.answer(op);
        if (!answer) {
            writing.takeBack();
            return problemResponse(answer.error());
        }
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
    for (const Op &op : batch->ops) {
        if (op.command.id.isEmpty())
            return problemResponse(ProblemType::IdempotencyKeyMissing, "ops");
    }
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
