#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// A link to the capture page as the service keeps it: by its hash.
struct CaptureLink
{
    std::string hash{};
    ApplicationId application{};
    ActorId issuedBy{};
    std::string issuedRole{};
    Instant at{};
    Instant expires{};
    int mostTries = 0;
    int tries = 0; ///< pictures that were sent
    std::optional<Instant> opened{};
    std::optional<Instant> collected{};

    /// Whether a picture may still come through it.
    [[nodiscard]] bool isOpen(Instant now) const { return !collected && now < expires && tries < mostTries; }
};

/// Capture links in the database (A1.6.1, A1.6.3). Inside the transaction of the caller where it writes.
class Captures
{
public:
    static constexpr int mostTries = 20;

    explicit Captures(const Database &database) : m_database(database) {}

    [[nodiscard]] static std::string hashOf(std::string_view token);
    /// Keeps a new link; an older one of the same file is over then.
    [[nodiscard]] Done issue(const CaptureLink &link) const;
    [[nodiscard]] Result<std::optional<CaptureLink>> byToken(std::string_view token) const;
    [[nodiscard]] Result<std::optional<CaptureLink>> byHash(const std::string &hash) const;
    /// The newest of a file.
    [[nodiscard]] Result<std::optional<CaptureLink>> ofApplication(const ApplicationId &id) const;
    [[nodiscard]] Done update(const CaptureLink &link) const;

private:
    [[nodiscard]] Result<std::optional<CaptureLink>> one(const QString &where, const SqlValue &value) const;

    const Database &m_database;
};

} // namespace zsb
