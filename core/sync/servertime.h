#pragma once

#include "core/base/clock.h"
#include "core/crypto/cryptosuite.h"
#include "core/domain/jsonmembers.h"

#include <QByteArray>

#include <string>
#include <tuple>

namespace zsb {

/// What `GET /v1/time` answers; signed over timeText().
struct ServerTime
{
    Instant time{};
    std::string epoch{};
    std::string packHash{};
    std::string signature{}; ///< base64

    static constexpr auto members()
    {
        return std::tuple(required("time", &ServerTime::time), required("epoch", &ServerTime::epoch),
                          required("pack_hash", &ServerTime::packHash), required("signature", &ServerTime::signature));
    }
    bool operator==(const ServerTime &) const = default;
};

[[nodiscard]] inline bool isSignedBy(const CryptoSuite &suite, const std::string &publicKey, const std::string &text,
                                     const std::string &base64)
{
    const auto signature =
        QByteArray::fromBase64Encoding(QByteArray::fromStdString(base64), QByteArray::AbortOnBase64DecodingErrors);
    return signature && suite.verify(publicKey, text, signature.decoded.toStdString());
}

} // namespace zsb
