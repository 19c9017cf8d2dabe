#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb::test {

inline std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// A ZIP container, the same bytes for the same parts: no library, no clock.
class StoredZip
{
public:
    StoredZip() = default;
    explicit StoredZip(const std::vector<std::pair<std::string, std::string>> &parts)
    {
        for (const auto &[name, bytes] : parts)
            add(name, bytes);
    }

    /// As it is.
    void add(std::string_view name, std::string_view bytes) { add(name, bytes, bytes, 0); }
    /// Packed.
    void addDeflated(std::string_view name, std::string_view bytes)
    {
        constexpr std::size_t lengthAndHead = 6; // Qt's length, then the head of a zlib stream
        constexpr std::size_t checksum = 4;
        const QByteArray packed = qCompress(QByteArray(bytes.data(), qsizetype(bytes.size())), 9);
        const std::string_view stream(packed.constData(), std::size_t(packed.size()));
        add(name, bytes, stream.substr(lengthAndHead, stream.size() - lengthAndHead - checksum), 8);
    }

    [[nodiscard]] std::string bytes() const
    {
        std::string all = m_entries + m_directory + "PK\x05\x06";
        for (const std::size_t value : {std::size_t(0), std::size_t(0), m_count, m_count})
            number(all, value, 2);
        number(all, m_directory.size(), 4);
        number(all, m_entries.size(), 4);
        number(all, 0, 2);
        return all;
    }

private:
    static void number(std::string &to, std::size_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            to += char(value >> (8 * i) & 0xFF);
    }
    void add(std::string_view name, std::string_view bytes, std::string_view packed, std::size_t method)
    {
        std::string about; // what the local header and the directory say alike
        for (const std::size_t value :
             {std::size_t(20), std::size_t(0x0800), method, std::size_t(0), std::size_t(0x21)})
            number(about, value, 2); // version, UTF-8 names, method, midnight, 1980-01-01
        number(about, crc32(bytes), 4);
        number(about, packed.size(), 4);
        number(about, bytes.size(), 4);
        number(about, name.size(), 2);
        number(about, 0, 2);
        m_directory += "PK\x01\x02" + std::string("\x14\0", 2) + about + std::string(10, '\0');
        number(m_directory, m_entries.size(), 4);
        m_directory += name;
        m_entries += "PK\x03\x04" + about;
        m_entries += name;
        m_entries += packed;
        ++m_count;
    }

    std::string m_entries;
    std::string m_directory;
    std::size_t m_count = 0;
};

} // namespace zsb::test
