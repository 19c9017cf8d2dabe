#pragma once

#include "core/base/clock.h"
#include "core/domain/command.h"
#include "core/domain/jsonmembers.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zsb {

class Database;
class FieldCodec;

/// Where a command stands on its way to the service.
enum class OpState : std::uint8_t
{
    Pending,   ///< never sent: it may still be taken back
    Sending,   ///< it may have arrived; from now on only an answer ends it
    Answered,  ///< for good, see QueuedOp::outcome
    Withdrawn, ///< taken back before it was sent
};
constexpr auto enumIds(OpState)
{
    return EnumIds<OpState, 4>{{{OpState::Pending, "pending"},
                                {OpState::Sending, "sending"},
                                {OpState::Answered, "answered"},
                                {OpState::Withdrawn, "withdrawn"}}};
}

/// A command that was carried out here and has to be sent. `base` and `after` say which state it was given on: version
/// `base` of the service, with the op `after` (of the same application, empty: none) carried out on it.
struct QueuedOp
{
    std::int64_t n = 0; ///< in the order they were given
    Command command{};
    int base = 0;
    CommandId after{};
    std::string epoch{};  ///< in which `base` was counted
    std::string judged{}; ///< contentHash() of what a decision was made on; empty: it is none
    Instant made{};
    Instant heldUntil{}; ///< not sent before, so that it can be taken back
    OpState state = OpState::Pending;
    int attempts = 0;
    Instant nextTry{};
    Instant sent{};        ///< last time; 1970: never
    std::string trouble{}; ///< why it did not go through the last time; id of a SyncTrouble
    std::string outcome{}; ///< id of an OpOutcome; empty: not answered
    int version = 0;       ///< of the application at the service, as the answer said
    std::string answer{};  ///< as it was received, receipt and all (JSON)
    Instant answered{};

    bool operator==(const QueuedOp &) const = default;
};

/// How many ops there are in each state, answered ones by outcome. The sum is every command given since the database
/// has a service: nothing is ever dropped.
struct OpCounts
{
    std::int64_t pending = 0;
    std::int64_t sending = 0;
    std::int64_t withdrawn = 0;
    std::map<std::string, std::int64_t> answered{};

    [[nodiscard]] std::int64_t waiting() const { return pending + sending; }
    bool operator==(const OpCounts &) const = default;
};

/// The commands of a client on their way to the service. Bodies and answers pass through the codec. Refers to both; one
/// thread, inside the transaction of the caller where one is needed. Errors: those of Database.
class OpQueue
{
public:
    OpQueue(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// `n` is given. `blobs`: SHA-256 of the files it names, with their sizes.
    [[nodiscard]] Done add(const QueuedOp &op, const std::map<std::string, std::int64_t> &blobs) const;
    /// Nothing when there is no such op.
    [[nodiscard]] Result<std::optional<QueuedOp>> find(const CommandId &id) const;
    /// What may be sent now, in order. Of each application only as many from the front as are ready: an op that is
    /// held, waits for its next try, for a file or for another person's session keeps those after it back, and no op of
    /// another application.
    [[nodiscard]] Result<std::vector<QueuedOp>> ready(const ActorId &actor, Instant now, int limit) const;
    /// The same, for whoever carries the files with the ops.
    [[nodiscard]] Result<std::vector<QueuedOp>> readyWithFiles(const ActorId &actor, Instant now, int limit) const;
    /// When something held or postponed comes due, after `now`; nothing: never.
    [[nodiscard]] Result<std::optional<Instant>> nextDue(const ActorId &actor, Instant now) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<QueuedOp>> latest(int limit) const;
    [[nodiscard]] Result<OpCounts> counts() const;
    /// Whether a command was ever given here.
    [[nodiscard]] Result<bool> holdsAny() const;
    /// Not answered and not withdrawn, of one application.
    [[nodiscard]] Result<std::int64_t> unanswered(const ApplicationId &application) const;
    /// Of this person's: waiting for files that are not at the service yet.
    [[nodiscard]] Result<std::int64_t> blocked(const ActorId &actor) const;

    /// Before the request leaves: whatever happens to it, they count as sent.
    [[nodiscard]] Done markSending(std::span<const CommandId> ids, Instant now) const;
    [[nodiscard]] Done postpone(const CommandId &id, Instant nextTry, std::string_view trouble) const;
    /// Everything postponed is due at once: the network has changed, or somebody asked.
    [[nodiscard]] Done hurry() const;
    [[nodiscard]] Done answer(const QueuedOp &op, std::string_view outcome, int version, std::string_view answer,
                              Instant now) const;
    [[nodiscard]] Done withdraw(const CommandId &id) const;
    /// Ops answered since then are sent again: the service was restored from before. Says how many.
    [[nodiscard]] Result<std::int64_t> resendSince(Instant since) const;
    /// The service does not have these files: the op waits for them.
    [[nodiscard]] Done needBlobs(const CommandId &id, std::span<const std::string> blobs) const;

private:
    [[nodiscard]] Result<std::vector<QueuedOp>> select(const QString &rest, const std::vector<QVariant> &values) const;

    const Database &m_database;
    const FieldCodec &m_codec;
};

/// The files a command names, with their sizes.
[[nodiscard]] std::map<std::string, std::int64_t> blobsOf(const CommandBody &body);

} // namespace zsb
