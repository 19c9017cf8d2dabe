#pragma once

#include "core/crypto/checkpoint.h"
#include "core/protocol/changes.h"
#include "core/server/serverparts.h"
#include "core/storage/database.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace zsb {

/// The log as an RFC 6962 tree over the hashes of its events, grown as it is asked: whoever saw one head can check that
/// the next one continues it. Holds 64 bytes an event. Any thread.
class AuditTree
{
public:
    AuditTree(std::string origin, std::shared_ptr<const SigningKey> key)
        : m_origin(std::move(origin)), m_key(std::move(key))
    {
    }

    /// Of the log as it is now, and the proof that it continues the first `witness` events; an empty proof when there
    /// is nothing to prove. Errors: those of Database.
    [[nodiscard]] Result<CheckpointNote> head(const Database &database, std::int64_t witness);
    /// Hex hashes. Errors: NotFound (no such event, or not among so many).
    [[nodiscard]] Result<std::vector<std::string>> inclusion(const Database &database, std::int64_t seq,
                                                             std::int64_t size);
    /// Errors: NotFound.
    [[nodiscard]] Result<std::vector<std::string>> consistency(const Database &database, std::int64_t first,
                                                               std::int64_t second);

private:
    [[nodiscard]] Done grow(const Database &database);

    std::string m_origin;
    std::shared_ptr<const SigningKey> m_key;
    std::mutex m_mutex;
    MerkleTree m_tree;
    CheckpointNote m_last{};
};

} // namespace zsb
