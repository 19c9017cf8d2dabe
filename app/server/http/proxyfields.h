#pragma once

#include "core/protocol/http.h"

#include <string>
#include <vector>

namespace zsb {

/// What a proxy says of the client it speaks for: fields `x-real-ip`, `x-zsb-client-verify` (SUCCESS, or nothing is
/// believed) and `x-zsb-client-cert` (the certificate in PEM, percent-encoded: nginx's ssl_client_escaped_cert).
/// Believed when the request comes from one of the addresses; taken out of the request in any case.
void takeProxyFields(HttpRequest &request, const std::vector<std::string> &trusted);

} // namespace zsb
