#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace zsb {

class Database;

/// An answer somebody has to look at: their command did not simply come to pass.
struct InboxEntry
{
    std::int64_t n = 0;
    CommandId op{}; ///< what was wished and answered stands in the OpQueue
    ApplicationId application{};
    ActorId actor{}; ///< who has to be told
    std::string outcome{};
    Instant at{};
    bool seen = false;

    bool operator==(const InboxEntry &) const = default;
};

/// Refers to the database; one thread, inside the transaction of the caller. Errors: those of Database.
class OpInbox
{
public:
    explicit OpInbox(const Database &database) : m_database(database) {}

    /// `n` is given.
    [[nodiscard]] Done add(const InboxEntry &entry) const;
    /// Newest first; seen ones too.
    [[nodiscard]] Result<std::vector<InboxEntry>> latest(const ActorId &actor, int limit) const;
    [[nodiscard]] Result<std::int64_t> unseen(const ActorId &actor) const;
    [[nodiscard]] Done markSeen(std::int64_t n) const;

private:
    const Database &m_database;
};

} // namespace zsb
