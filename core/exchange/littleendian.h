#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace zsb {

/// Numbers at a byte offset of old Microsoft formats; 0 beyond the end, so damage cannot read past it.
inline std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        value |= std::uint64_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

inline std::uint8_t u8At(std::string_view bytes, std::size_t at)
{
    return std::uint8_t(littleEndian(bytes, at, 1));
}

inline std::uint16_t u16At(std::string_view bytes, std::size_t at)
{
    return std::uint16_t(littleEndian(bytes, at, 2));
}

inline std::uint32_t u32At(std::string_view bytes, std::size_t at)
{
    return std::uint32_t(littleEndian(bytes, at, 4));
}

inline double doubleAt(std::string_view bytes, std::size_t at)
{
    return std::bit_cast<double>(littleEndian(bytes, at, 8));
}

} // namespace zsb
