#pragma once

#include "core/crypto/certificates.h"
#include "core/crypto/opensslhandles.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb::certificate {

/// What a certificate will say. `issuer` null: itself.
struct Draft
{
    std::string_view subject{};
    Instant from{};
    Instant until{};
    std::vector<std::pair<int, std::string>> extensions{}; ///< OpenSSL's number and notation
    RandomSource random{};                                 ///< for the serial number
    X509 *issuer = nullptr;
};

[[nodiscard]] Error failed();
/// Not signed yet; null when the library refused something.
[[nodiscard]] OpenSslPtr<X509> drafted(const Draft &draft, EVP_PKEY *key);

/// Null when it is none.
[[nodiscard]] OpenSslPtr<X509> readCertificate(std::string_view pem);
[[nodiscard]] OpenSslPtr<X509_REQ> readRequest(std::string_view pem);
[[nodiscard]] OpenSslPtr<EVP_PKEY> readPrivateKey(std::string_view pem);
[[nodiscard]] std::string pemOf(X509 *certificate);
[[nodiscard]] std::string pemOf(X509_REQ *request);
[[nodiscard]] std::string pemOf(EVP_PKEY *key);

[[nodiscard]] bool isP256(EVP_PKEY *key);
/// At least one, and nothing in them that could be read as something else.
[[nodiscard]] bool areServerNames(const ServerNames &names);

} // namespace zsb::certificate
