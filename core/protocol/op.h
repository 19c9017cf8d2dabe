#pragma once

#include "core/domain/command.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// The version of everything in this module; in the path of every endpoint (`/v1`).
inline constexpr int protocolVersion = 1;

/// What a batch of ops may hold (SYNC.md P.2).
inline constexpr int maxOpsInBatch = 100;
inline constexpr long long maxBatchBytes = 1 << 20;

/// A command on its way to the authority. `command.revision` is the sender's own counting and means nothing here: the
/// state the sender judged is version `base` of the server, or what `after` (an earlier op of the same sender on the
/// same application) led to. `command.id` is the idempotency key.
struct Op
{
    Command command{};
    int base = 0;        ///< server version the sender saw; 0: the application is new
    CommandId after{};   ///< set: the op before this one in the sender's own chain; `base` is its base
    std::string epoch{}; ///< in which `base` was counted; empty: the batch's
    std::string
        judged{}; ///< contentHash() of what a decision was made on; lets a restored server tell that it is there

    bool operator==(const Op &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("command", &Op::command), member("base", &Op::base), member("after", &Op::after),
                          member("epoch", &Op::epoch), member("judged", &Op::judged));
    }
};

struct OpBatch
{
    std::string epoch{}; ///< the sender's; a batch of an older epoch is taken: the ledger removes what is known
    std::vector<Op> ops{};

    bool operator==(const OpBatch &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("epoch", &OpBatch::epoch), required("ops", &OpBatch::ops));
    }
};

/// What became of an op. Every one but Later and MissingBlobs is final, and the same answer is given for ever.
enum class OpOutcome : std::uint8_t
{
    Accepted,     ///< applied on the version it was judged on, or on one that differs in nothing it looked at
    Concurring,   ///< another one had decided the same; kept as a second opinion
    Disputed,     ///< another one had decided otherwise; both stand, a supervisor settles it
    Stale,        ///< what was judged has changed since: look at the difference and judge again
    Moot,         ///< the file is withdrawn, cancelled or closed; kept as a note
    Refused,      ///< not allowed in this state, see refusal
    Forbidden,    ///< not by this person: role or scope
    Mismatch,     ///< the id was used for another command
    MissingBlobs, ///< send these files first, then the op again
    Later,        ///< nothing was done; send it again after the pause
};
constexpr auto enumIds(OpOutcome)
{
    return EnumIds<OpOutcome, 10>{{{OpOutcome::Accepted, "accepted"},
                                   {OpOutcome::Concurring, "concurring"},
                                   {OpOutcome::Disputed, "disputed"},
                                   {OpOutcome::Stale, "stale"},
                                   {OpOutcome::Moot, "moot"},
                                   {OpOutcome::Refused, "refused"},
                                   {OpOutcome::Forbidden, "forbidden"},
                                   {OpOutcome::Mismatch, "mismatch"},
                                   {OpOutcome::MissingBlobs, "missing-blobs"},
                                   {OpOutcome::Later, "later"}}};
}

struct OpAnswer
{
    CommandId id{};
    OpOutcome outcome = OpOutcome::Later;
    int version = 0;       ///< of the application after it; where it was not applied, as it stands
    std::int64_t seq = 0;  ///< of the last event it led to, 0: none
    std::string refusal{}; ///< id of a RefusalCode
    std::map<std::string, std::string> details{};
    std::vector<std::string> missing{}; ///< SHA-256 of the files to send first
    int retryAfterMs = 0;
    std::string receipt{}; ///< the server's signature over id, outcome, version and seq; empty: not final

    [[nodiscard]] bool isFinal() const { return outcome != OpOutcome::Later && outcome != OpOutcome::MissingBlobs; }
    bool operator==(const OpAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &OpAnswer::id), required("outcome", &OpAnswer::outcome),
                          member("version", &OpAnswer::version), member("seq", &OpAnswer::seq),
                          member("refusal", &OpAnswer::refusal), member("details", &OpAnswer::details),
                          member("missing", &OpAnswer::missing), member("retry_after_ms", &OpAnswer::retryAfterMs),
                          member("receipt", &OpAnswer::receipt));
    }
};

/// One answer an op, each naming its op: never by position.
struct OpAnswers
{
    std::string epoch{};
    std::vector<OpAnswer> answers{};

    bool operator==(const OpAnswers &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("epoch", &OpAnswers::epoch), required("answers", &OpAnswers::answers));
    }
};

} // namespace zsb
