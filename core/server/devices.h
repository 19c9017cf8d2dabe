#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/refreshtoken.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A device, whether or not it may still connect.
struct EnrolledDevice
{
    std::string thumbprint{}; ///< SHA-256 of its certificate, hex
    std::string name{};
    Instant enrolled{};
    bool revoked = false;
};

/// When somebody was last heard on a device.
struct DeviceUse
{
    std::string thumbprint{};
    ActorId subject{};
    Instant last{};
};

/// Enrolled devices, the codes they are enrolled with, and the refresh tokens of the people on them. Inside the
/// transaction of the caller where it writes.
class Devices
{
public:
    explicit Devices(const Database &database) : m_database(database) {}

    [[nodiscard]] Result<bool> isEnrolled(std::string_view thumbprint) const;
    [[nodiscard]] Result<bool> isRevoked(std::string_view thumbprint) const;
    [[nodiscard]] Done enrol(std::string_view thumbprint, std::string_view name, const ActorId &by, Instant now) const;
    /// Errors: NotFound.
    [[nodiscard]] Done revoke(std::string_view thumbprint) const;
    [[nodiscard]] Result<std::vector<EnrolledDevice>> all() const;
    /// By sign-ins and the tokens that went on from them.
    [[nodiscard]] Result<std::vector<DeviceUse>> uses() const;

    /// A code of 12 signs that is good once; only its hash is kept.
    [[nodiscard]] Result<std::string> newCode(const ActorId &by, Instant until, const RandomSource &random) const;
    /// Who issued it; nothing when there is no such code, or it is over or used. It is used then.
    [[nodiscard]] Result<std::optional<ActorId>> useCode(std::string_view code, Instant now) const;

    [[nodiscard]] Result<std::optional<RefreshRecord>> refresh(const std::string &hash) const;
    [[nodiscard]] Done keep(const RefreshRecord &record, const std::string &predecessor) const;
    /// Marks it used now, and that the answer to the one before it arrived.
    [[nodiscard]] Done use(const RefreshRecord &record, Instant now) const;
    /// What was handed out for it never arrived.
    [[nodiscard]] Done revokeSuccessors(const std::string &hash) const;
    [[nodiscard]] Done revokeFamily(const std::string &family) const;
    [[nodiscard]] Done revokeAllOf(const ActorId &subject) const;

private:
    const Database &m_database;
};

} // namespace zsb
