#pragma once

#include "core/protocol/op.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// An op that has its final answer.
struct LedgerRow
{
    ActorId actor{};
    std::string fingerprint{};
    ApplicationId application{};
    int base = 0;
    CommandId after{};
    int events = 0; ///< that came of it
    Instant at{};
    OpAnswer answer{};
};

/// Every final answer, for ever, and the whole op where it did not simply happen. Inside the transaction of the caller;
/// not longer than its database.
class Ledger
{
public:
    Ledger(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    [[nodiscard]] Result<std::optional<LedgerRow>> find(const CommandId &op) const;
    [[nodiscard]] Done keep(const LedgerRow &row) const;
    [[nodiscard]] Done keepWhole(const Op &op, OpOutcome outcome, Instant at) const;
    /// Of keepWhole(). Errors: NotFound.
    [[nodiscard]] Result<Op> whole(const CommandId &op) const;
    /// How many ops ended how, of everybody.
    [[nodiscard]] Result<std::map<std::string, std::int64_t>> outcomes() const;

private:
    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
