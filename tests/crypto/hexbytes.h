#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

namespace zsb {

/// Bytes of published vectors, which write them in hex.
[[nodiscard]] inline std::string bytesOf(std::string_view hex)
{
    return QByteArray::fromHex(QByteArray(hex.data(), qsizetype(hex.size()))).toStdString();
}

[[nodiscard]] inline std::string hexOf(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toHex().toStdString();
}

/// Counts on and on: the same keys on every run.
[[nodiscard]] inline auto countingRandom(std::uint8_t from = 1)
{
    return [next = from](std::span<std::uint8_t> bytes) mutable {
        for (std::uint8_t &byte : bytes)
            byte = next++;
    };
}

} // namespace zsb
