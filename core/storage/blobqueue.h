#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace zsb {

class Database;

/// A file the service has to have before the ops that name it.
struct QueuedBlob
{
    std::string sha256{};
    std::int64_t bytes = 0;
    std::string purpose{}; ///< `portrait` or `material`
    bool arrived = false;
    std::string upload{};      ///< id of an upload that was begun; empty: none
    std::int64_t uploaded = 0; ///< bytes of it the service has said it has
    int attempts = 0;
    Instant nextTry{};
    std::string trouble{}; ///< why it did not go through the last time

    bool operator==(const QueuedBlob &) const = default;
};

struct BlobsLeft
{
    std::int64_t files = 0;
    std::int64_t bytes = 0; ///< still to be sent

    bool operator==(const BlobsLeft &) const = default;
};

/// Files on their way to the service; only those an unanswered op waits for. Refers to the database; one thread, inside
/// the transaction of the caller. Errors: those of Database.
class BlobQueue
{
public:
    explicit BlobQueue(const Database &database) : m_database(database) {}

    /// Due now, those of the oldest ops first.
    [[nodiscard]] Result<std::vector<QueuedBlob>> ready(Instant now, int limit) const;
    [[nodiscard]] Result<std::optional<Instant>> nextDue(Instant now) const;
    [[nodiscard]] Result<BlobsLeft> left() const;

    [[nodiscard]] Done markArrived(const std::string &sha256) const;
    /// Goes on from there.
    [[nodiscard]] Done markUploaded(const std::string &sha256, const std::string &upload, std::int64_t bytes) const;
    [[nodiscard]] Done postpone(const std::string &sha256, int attempts, Instant nextTry,
                                std::string_view trouble) const;
    /// The service was restored: nobody knows which files it has.
    [[nodiscard]] Done forgetArrivals() const;

private:
    const Database &m_database;
};

} // namespace zsb
