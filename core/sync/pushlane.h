#pragma once

#include "core/protocol/op.h"
#include "core/storage/opqueue.h"
#include "core/sync/lane.h"

#include <map>
#include <vector>

namespace zsb {

/// Sends the queue: of every application in order, applications beside each other, in batches. An op ends with its
/// answer, told by its id and never by its place; whatever else happens, it is sent again.
class PushLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] bool isSending() const { return !m_sent.empty(); }

    /// Answers that came another way. Errors: those of Store.
    [[nodiscard]] Done takeCarried(const OpAnswers &answers, Instant now);

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;
    void hurry() override { m_pause.hurry(); }

private:
    [[nodiscard]] bool knowsEpoch() const;
    [[nodiscard]] Done refused(const ReplyVerdict &verdict, Instant now);
    [[nodiscard]] Done take(const OpAnswers &answers, Instant now);
    [[nodiscard]] Done takeOne(const QueuedOp &op, const OpAnswer &answer, Instant now);
    [[nodiscard]] Done conclude(const QueuedOp &op, const OpAnswer &answer, Instant now);
    [[nodiscard]] Done postpone(const QueuedOp &op, std::string_view trouble, Instant now,
                                std::chrono::milliseconds atLeast = {});

    std::map<CommandId, QueuedOp> m_sent;
    std::size_t m_most = 100; ///< ops in a batch; one by one when the server does not take many
    Backoff m_pause;
};

} // namespace zsb
