#pragma once

#include "core/base/result.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <string>
#include <vector>

namespace zsb {

struct NetworkSettings;

/// TLS 1.2 or later, our authority and no other, our certificate if there is one. Errors: Invalid.
[[nodiscard]] Result<QSslConfiguration> tlsFor(const NetworkSettings &settings);

/// The proxy of the settings; the computer's own is asked for elsewhere.
[[nodiscard]] QNetworkProxy proxyOf(const NetworkSettings &settings);

/// SHA-256 of the public key of a certificate (SPKI), in hex: what is pinned.
[[nodiscard]] std::string pinOf(const QSslCertificate &certificate);
/// Whether one of the chain is pinned; nothing pinned: any.
[[nodiscard]] bool isPinned(const QList<QSslCertificate> &chain, const std::vector<std::string> &pins);

} // namespace zsb
