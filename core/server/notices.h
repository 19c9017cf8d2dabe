#pragma once

#include "core/domain/application.h"
#include "core/protocol/notices.h"
#include "core/storage/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zsb {

struct StaffNotice
{
    std::int64_t seq = 0; ///< of the event it is about
    ActorId recipient{};
    std::string kind{};
    ApplicationId application{};
    Instant at{};
    bool isRead = false;
};

/// What people are told because of what others did. Inside the transaction of the caller.
class Notices
{
public:
    explicit Notices(const Database &database) : m_database(database) {}

    [[nodiscard]] Done keep(const StaffNotice &notice) const;
    /// To everybody who took a side in a file that was settled; `before` is the file as it was.
    [[nodiscard]] Done settled(const ApplicationState &before, std::int64_t seq, Instant at) const;
    [[nodiscard]] Result<std::vector<StaffNotice>> after(const ActorId &recipient, std::int64_t since, int limit) const;
    /// From now on these of the recipient's are read; those that were, and those of others, stay as they are.
    [[nodiscard]] Done markRead(const ActorId &recipient, const std::vector<std::int64_t> &seqs, Instant now) const;

private:
    const Database &m_database;
};

} // namespace zsb
