#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The certificates of one service: its own authority, the service itself, and the devices that were enrolled. P-256,
/// SHA-256; texts are PEM. Only TLS proves them; whoever has one is a device, a person signs in besides.

struct CertifiedKey
{
    std::string certificate{};
    std::string privateKey{}; ///< PKCS#8, not encrypted: for a file of its owner alone
};

/// What a server is reached by.
struct ServerNames
{
    std::vector<std::string> dns{};
    std::vector<std::string> addresses{}; ///< IPv4 or IPv6
};

/// Names are for people and end up in the subject; at most 64 characters.
/// Ten years, signs certificates of ends only. Errors: Invalid (a name that is too long or empty), Internal.
[[nodiscard]] Result<CertifiedKey> makeAuthority(std::string_view name, Instant now, const RandomSource &random);
/// Two years, for TLS servers. Errors: Invalid (no name or address, or one that is none; no authority), Internal.
[[nodiscard]] Result<CertifiedKey> makeServerCertificate(const CertifiedKey &authority, const ServerNames &names,
                                                         Instant now, const RandomSource &random);

/// On the device: its key, and a request for a certificate that proves it has the key.
struct DeviceRequest
{
    std::string request{};
    std::string privateKey{};
};
[[nodiscard]] Result<DeviceRequest> makeDeviceRequest();
/// On the service: two years, for TLS clients. Whatever name and rights the request asks for count for nothing: the
/// device is who the service says. Errors: Invalid (no request, one whose key was not proved, a key that is not P-256).
[[nodiscard]] Result<std::string> issueDeviceCertificate(const CertifiedKey &authority, std::string_view request,
                                                         std::string_view deviceId, Instant now,
                                                         const RandomSource &random);

/// SHA-256 of the certificate (DER): in pairs of hex digits for people to compare, and base64url for a token (RFC
/// 8705).
[[nodiscard]] Result<std::string> certificateFingerprint(std::string_view certificate);
[[nodiscard]] Result<std::string> certificateThumbprint(std::string_view certificate);

/// What a certificate says, for lists and tests.
struct CertificateFacts
{
    std::string subject{};
    Instant from{};
    Instant until{};
    bool isAuthority = false;
    bool forServers = false;
    bool forClients = false;
    std::vector<std::string> names{}; ///< `DNS:…` and `IP:…`

    bool operator==(const CertificateFacts &) const = default;
};
[[nodiscard]] Result<CertificateFacts> certificateFacts(std::string_view certificate);
/// Whether the authority signed it and it is valid then.
[[nodiscard]] bool isIssuedBy(std::string_view certificate, std::string_view authority, Instant now);

} // namespace zsb
