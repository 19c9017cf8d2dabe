#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Numbers in binary formats of ours: big endian, of a fixed size.
template<std::size_t size>
void appendNumber(std::string &bytes, std::uint64_t number)
{
    for (std::size_t i = size; i-- > 0;)
        bytes += char(number >> (8 * i) & 0xff);
}

/// With its length in front (4 bytes), so that no two lists of texts have the same bytes.
inline void appendText(std::string &bytes, std::string_view text)
{
    appendNumber<4>(bytes, text.size());
    bytes += text;
}

/// Reads such bytes from the front; nothing once they are too few.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    [[nodiscard]] std::optional<std::string_view> take(std::size_t size)
    {
        if (size > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    template<std::size_t size>
    [[nodiscard]] std::optional<std::uint64_t> number()
    {
        const std::optional<std::string_view> taken = take(size);
        if (!taken)
            return std::nullopt;
        std::uint64_t number = 0;
        for (const char byte : *taken)
            number = number << 8 | static_cast<unsigned char>(byte);
        return number;
    }

    [[nodiscard]] std::optional<std::string_view> text()
    {
        const std::optional<std::uint64_t> size = number<4>();
        return size ? take(std::size_t(*size)) : std::nullopt;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

} // namespace zsb
