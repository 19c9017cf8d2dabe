#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zsb {

/// Numbers out of untrusted bytes. A number that is not wholly inside reads as 0; ask has() where that matters.
class ByteView
{
public:
    explicit ByteView(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    /// Whether `count` bytes from `at` are all there; no sum that could overflow.
    [[nodiscard]] bool has(std::size_t at, std::size_t count) const { return at <= size() && count <= size() - at; }
    [[nodiscard]] bool isAt(std::size_t at, std::string_view word) const
    {
        return has(at, word.size()) && m_bytes.substr(at, word.size()) == word;
    }
    [[nodiscard]] std::string_view part(std::size_t at, std::size_t count) const { return m_bytes.substr(at, count); }
    [[nodiscard]] std::size_t find(char byte, std::size_t from) const { return m_bytes.find(byte, from); }

    [[nodiscard]] std::uint8_t u8(std::size_t at) const { return has(at, 1) ? byteAt(at) : std::uint8_t(0); }
    [[nodiscard]] std::uint32_t be16(std::size_t at) const { return has(at, 2) ? big(at, 2) : 0; }
    [[nodiscard]] std::uint32_t be32(std::size_t at) const { return has(at, 4) ? big(at, 4) : 0; }
    [[nodiscard]] std::uint32_t le16(std::size_t at) const { return has(at, 2) ? little(at, 2) : 0; }
    [[nodiscard]] std::uint32_t le24(std::size_t at) const { return has(at, 3) ? little(at, 3) : 0; }
    [[nodiscard]] std::uint32_t le32(std::size_t at) const { return has(at, 4) ? little(at, 4) : 0; }

private:
    [[nodiscard]] std::uint8_t byteAt(std::size_t at) const { return std::uint8_t(m_bytes[at]); }
    [[nodiscard]] std::uint32_t big(std::size_t at, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << 8 | byteAt(at + i);
        return value;
    }
    [[nodiscard]] std::uint32_t little(std::size_t at, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = count; i > 0; --i)
            value = value << 8 | byteAt(at + i - 1);
        return value;
    }

    std::string_view m_bytes;
};

} // namespace zsb
