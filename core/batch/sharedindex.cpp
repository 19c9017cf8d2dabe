#include "core/batch/sharedindex.h"

#include "core/base/texthash.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace zsb {
namespace {

/// A bit for each hash that was met: small enough to stay near the processor. Different hashes may share one.
class MetBits
{
public:
    explicit MetBits(std::size_t notes)
        : m_mask(std::bit_ceil(std::max<std::size_t>(notes, 64) * 16) - 1), m_words(m_mask / 64 + 1)
    {
    }

    [[nodiscard]] bool contains(std::uint64_t hash) const
    {
        return (m_words[(hash & m_mask) / 64] >> (hash & 63) & 1) != 0;
    }
    void insert(std::uint64_t hash) { m_words[(hash & m_mask) / 64] |= std::uint64_t(1) << (hash & 63); }

private:
    std::uint64_t m_mask;
    std::vector<std::uint64_t> m_words;
};

std::string groupName(SharedKey key, std::string_view value)
{
    return char('0' + int(key)) + std::string(value);
}

} // namespace

SharedIndex::Note SharedIndex::noteOf(std::int64_t row, SharedKey key, std::string_view value)
{
    return {textHash(value, std::uint64_t(key) + 1), row};
}

void SharedIndex::note(std::int64_t row, SharedKey key, std::string_view value)
{
    if (!value.empty())
        m_noted.push_back(noteOf(row, key, value));
}

/// Drops the notes whose hash nobody else has, nearly all of them, so that few are left to sort.
void SharedIndex::keepRepeatedNotes()
{
    MetBits once(m_noted.size());
    MetBits again(m_noted.size());
    for (const Note &note : m_noted) {
        if (once.contains(note.hash))
            again.insert(note.hash);
        else
            once.insert(note.hash);
    }
    std::erase_if(m_noted, [&again](const Note &note) { return !again.contains(note.hash); });
}

void SharedIndex::settleCandidates()
{
    keepRepeatedNotes();
    std::ranges::sort(m_noted, {}, [](const Note &note) { return std::pair(note.hash, note.row); });
    for (std::size_t i = 1; i < m_noted.size(); ++i) {
        if (m_noted[i].hash == m_noted[i - 1].hash && m_noted[i].row != m_noted[i - 1].row) {
            m_wanted.push_back(m_noted[i].row);
            m_wanted.push_back(m_noted[i - 1].row);
        }
    }
    m_noted = {};
    std::ranges::sort(m_wanted);
    const auto repeated = std::ranges::unique(m_wanted);
    m_wanted.erase(repeated.begin(), repeated.end());
}

bool SharedIndex::wanted(std::int64_t row) const
{
    return std::ranges::binary_search(m_wanted, row);
}

bool SharedIndex::wantsAny(std::int64_t first, std::int64_t last) const
{
    const auto at = std::ranges::upper_bound(m_wanted, first);
    return at != m_wanted.end() && *at <= last;
}

void SharedIndex::add(std::int64_t row, const Entry &entry)
{
    if (entry.value.empty())
        return;
    m_groups[groupName(entry.key, entry.value)].push_back(
        {row, kept(entry.person), kept(entry.applicationNo), kept(entry.slot)});
}

std::string_view SharedIndex::kept(std::string_view text)
{
    return text.empty() ? std::string_view() : std::string_view(*m_texts.emplace(text).first);
}

void SharedIndex::finish()
{
    for (const auto &[name, group] : m_groups)
        settleGroup(SharedKey(name.front() - '0'), group);
    m_groups = {};
    // The first slot, whatever the order of the groups.
    std::ranges::sort(m_shares, {},
                      [](const Share &share) { return std::tuple(share.row, share.key, share.with.slot); });
    const auto others =
        std::ranges::unique(m_shares, {}, [](const Share &share) { return std::pair(share.row, share.key); });
    m_shares.erase(others.begin(), others.end());
}

void SharedIndex::settleGroup(SharedKey key, const std::vector<Known> &group)
{
    // Records of one person count as one, except where the person itself is what should be unique.
    const auto personOf = [key](const Known &known) {
        const bool byRow = key == SharedKey::Document || known.person.empty();
        return byRow ? '#' + std::to_string(known.row) : std::string(known.person);
    };
    std::unordered_map<std::string, std::int64_t> rowsOfPerson;
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (i > 0 && group[i].row == group[i - 1].row)
            continue; // the same file in two slots of one record
        ++rowsOfPerson[personOf(group[i])];
        ++rows;
    }
    const Known &first = group.front();
    const auto second = std::ranges::find_if(group, [&](const Known &k) { return personOf(k) != personOf(first); });
    if (second == group.end())
        return;
    for (const Known &mine : group) {
        const std::string person = personOf(mine);
        const Known &other = person == personOf(first) ? *second : first;
        m_shares.push_back({mine.row, key,
                            SharedWith{.otherApplicationNo = other.applicationNo,
                                       .otherRow = other.row,
                                       .others = rows - rowsOfPerson[person],
                                       .slot = mine.slot}});
    }
}

void SharedIndex::apply(std::int64_t row, Record &record) const
{
    for (const Share &share : std::ranges::equal_range(m_shares, row, {}, &Share::row))
        record.shared[std::size_t(share.key)] = share.with;
}

} // namespace zsb
