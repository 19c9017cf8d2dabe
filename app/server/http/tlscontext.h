#pragma once

#include "app/server/http/tlsidentity.h"
#include "core/base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace zsb {

/// TLS 1.3, and 1.2 with ECDHE and AEAD alone (Windows 10 needs 1.2); no renegotiation, no early data. A client may
/// show a certificate; a wrong one ends the handshake. Errors: Invalid (certificates or key are none, or do not belong
/// together).
[[nodiscard]] Result<std::unique_ptr<boost::asio::ssl::context>> makeTlsContext(const TlsIdentity &identity);

/// SHA-256 of the certificate the other end has shown, in hex; empty when there is none.
[[nodiscard]] std::string peerCertificateOf(SSL *connection);

} // namespace zsb
