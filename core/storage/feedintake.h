#pragma once

#include "core/storage/replica.h"

#include <optional>
#include <string>

namespace zsb {

class Batch;
class Database;
class FieldCodec;

/// What the service says of an application: a row of its feed.
struct FeedRow
{
    ApplicationId id{};
    int version = 0;
    std::string tombstone{"none"};
    std::optional<ApplicationState> state{}; ///< none: tombstone
};

/// Takes what the service says into the local log, never over a command that waits for its answer: such a row is kept
/// aside and adopted when the last one is answered. Within one batch; refers to all.
class FeedIntake
{
public:
    /// Adoptions are noted as of `now`, under that pack, in that epoch.
    FeedIntake(Batch &batch, const FieldCodec &codec, std::string packHash, std::string epoch, Instant now);

    /// Rows that are not newer than what is known are old news and change nothing.
    [[nodiscard]] Done take(const FeedRow &row);
    /// The feed was read to its end since the scope changed: what it did not tell of has left.
    [[nodiscard]] Done dropDoubted();
    /// Adopts what waits for no answer any more. Says how many were adopted.
    [[nodiscard]] Result<int> settle(int limit);

private:
    [[nodiscard]] Done settleOne(const ApplicationId &id);
    [[nodiscard]] Done adopt(ReplicaRow row, int version, const ApplicationState &state);
    [[nodiscard]] Result<ApplicationState> lastAdopted(const ReplicaRow &row) const;

    Batch &m_batch;
    const Database &m_database;
    const FieldCodec &m_codec;
    Replica m_replica;
    std::string m_packHash;
    std::string m_epoch;
    Instant m_now;
};

/// What is left here of an application that is none of ours any more: its number alone, nothing of the person.
[[nodiscard]] ApplicationState remainsOf(const ApplicationId &id, const std::string &tombstone,
                                         const std::string &applicationNo);

} // namespace zsb
