#include "core/rules/textmemory.h"

#include "core/base/texthash.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace zsb {
namespace {

constexpr std::uint32_t firstNumber = 3;
constexpr std::size_t mostTexts = (std::size_t(1) << TextNumbers::bits) - firstNumber;
constexpr std::size_t mostKeys = std::size_t(1) << 15;
constexpr std::size_t firstSlots = 64;
constexpr std::size_t longestText = 1024;

/// Of texts of one length; most are so short that two pieces that may overlap cover them.
bool areEqual(const char *one, const char *other, std::size_t size)
{
    const auto isPiece = [&](std::size_t at, auto word) {
        auto second = word;
        std::memcpy(&word, one + at, sizeof word);
        std::memcpy(&second, other + at, sizeof second);
        return word == second;
    };
    if (size >= 8 && size <= 16)
        return isPiece(0, std::uint64_t()) && isPiece(size - 8, std::uint64_t());
    if (size >= 4 && size < 8)
        return isPiece(0, std::uint32_t()) && isPiece(size - 4, std::uint32_t());
    return std::memcmp(one, other, size) == 0;
}

} // namespace

std::uint64_t TextNumbers::numberOf(std::string_view text)
{
    if (text.empty())
        return empty;
    if (m_tooMany)
        return none;
    const auto hash = std::uint32_t(textHash(text));
    if (m_slots.empty())
        m_slots.resize(firstSlots);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask; m_slots[at].number != 0; at = (at + 1) & mask) {
        const Slot &slot = m_slots[at];
        if (slot.hash == hash && slot.size == text.size() &&
            areEqual(m_texts.data() + slot.at, text.data(), text.size()))
            return slot.number;
    }
    return add(text, hash);
}

std::uint64_t TextNumbers::add(std::string_view text, std::uint32_t hash)
{
    if (text.size() > longestText)
        return none;
    if (m_count == mostTexts) {
        *this = TextNumbers();
        m_tooMany = true;
        return none;
    }
    if (m_count * 2 >= m_slots.size()) {
        const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 4));
        for (const Slot &slot : before)
            place(slot);
    }
    const Slot slot{hash, std::uint16_t(firstNumber + m_count), std::uint16_t(text.size()),
                    std::uint32_t(m_texts.size())};
    m_texts.append(text);
    ++m_count;
    place(slot);
    return slot.number;
}

void TextNumbers::place(Slot slot)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = slot.hash & mask;
    while (m_slots[at].number != 0)
        at = (at + 1) & mask;
    if (slot.number != 0)
        m_slots[at] = slot;
}

void KeySet::insert(std::uint64_t key)
{
    if (m_size == mostKeys)
        return;
    if (m_size * 2 >= m_keys.size())
        grow();
    std::uint64_t &place = m_keys[placeOf(key)];
    m_size += place == 0 ? 1 : 0;
    place = key;
}

void KeySet::grow()
{
    const std::vector<std::uint64_t> before =
        std::exchange(m_keys, std::vector<std::uint64_t>(std::max(firstSlots, m_keys.size() * 4)));
    for (const std::uint64_t key : before) {
        if (key != 0)
            m_keys[placeOf(key)] = key;
    }
}

} // namespace zsb
