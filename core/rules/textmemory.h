#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Gives each different text a small number, as long as there are few: a column of majors has hundreds of them, a
/// column of names has not. Long ones have none. One thread.
class TextNumbers
{
public:
    static constexpr std::uint64_t none = 0; ///< there are too many, or it is too long
    static constexpr std::uint64_t empty = 1;
    static constexpr std::uint64_t unknown = 2; ///< the source has no such column
    static constexpr int bits = 12;             ///< of the largest number

    /// The same number for the same text, until there are too many; then none, forever.
    [[nodiscard]] std::uint64_t numberOf(std::string_view text);

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint16_t number = 0; ///< 0: free
        std::uint16_t size = 0;   ///< of the text
        std::uint32_t at = 0;     ///< where it stands in m_texts
    };

    [[nodiscard]] std::uint64_t add(std::string_view text, std::uint32_t hash);
    void place(Slot slot);

    std::vector<Slot> m_slots; ///< open addressing; a power of two
    std::string m_texts;       ///< one behind the other
    std::size_t m_count = 0;
    bool m_tooMany = false;
};

/// A set of keys that are not 0, up to a limit; beyond it nothing more is taken in. One thread.
class KeySet
{
public:
    [[nodiscard]] bool contains(std::uint64_t key) const { return !m_keys.empty() && m_keys[placeOf(key)] == key; }
    void insert(std::uint64_t key);

private:
    /// Where the key is or would be put.
    [[nodiscard]] std::size_t placeOf(std::uint64_t key) const
    {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
        const std::size_t mask = m_keys.size() - 1;
        auto at = std::size_t((key * factor) >> 32) & mask;
        while (m_keys[at] != 0 && m_keys[at] != key)
            at = (at + 1) & mask;
        return at;
    }
    void grow();

    std::vector<std::uint64_t> m_keys; ///< open addressing; a power of two, 0 is free
    std::size_t m_size = 0;
};

} // namespace zsb
