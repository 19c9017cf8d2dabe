#include "core/base/id.h"

#include <QRandomGenerator>

namespace zsb {

RandomSource secureRandom()
{
    return [](std::span<std::uint8_t> bytes) {
        for (auto &byte : bytes)
            byte = std::uint8_t(QRandomGenerator::system()->bounded(256));
    };
}

std::string uuid7(Instant now, const RandomSource &random)
{
    std::array<std::uint8_t, 16> bytes{};
    random(std::span(bytes).subspan(6));
    const auto milliseconds = std::uint64_t(now.time_since_epoch().count());
    for (int i = 0; i < 6; ++i)
        bytes[std::size_t(i)] = std::uint8_t(milliseconds >> (40 - 8 * i));
    bytes[6] = std::uint8_t((bytes[6] & 0x0f) | 0x70);
    bytes[8] = std::uint8_t((bytes[8] & 0x3f) | 0x80);

    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

} // namespace zsb
