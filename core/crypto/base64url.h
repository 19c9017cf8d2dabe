#pragma once

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// RFC 4648, 5, without padding.
[[nodiscard]] inline std::string base64Url(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

/// Nothing unless base64Url() writes exactly this.
[[nodiscard]] inline std::optional<std::string> bytesOfBase64Url(std::string_view text)
{
    const std::string bytes = QByteArray::fromBase64(QByteArray(text.data(), qsizetype(text.size())),
                                                     QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                                  .toStdString();
    return base64Url(bytes) == text ? std::optional(bytes) : std::nullopt;
}

} // namespace zsb
