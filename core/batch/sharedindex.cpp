#include "core/batch/sharedindex.h"

#include <algorithm>

namespace zsb {
namespace {

/// FNV-1a over the kind and the value, finished with a good mix: cheap, and equal values are compared as text later.
std::uint64_t hashOf(SharedKey key, std::string_view value)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ (std::uint64_t(key) + 1);
    for (const char c : value)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

std::string groupName(SharedKey key, std::string_view value)
{
    return char('0' + int(key)) + std::string(value);
}

} // namespace

void SharedIndex::note(std::int64_t row, SharedKey key, std::string_view value)
{
    if (!value.empty())
        m_noted.push_back({hashOf(key, value), row});
}

void SharedIndex::settleCandidates()
{
    std::ranges::sort(
        m_noted, [](const Noted &a, const Noted &b) { return a.hash != b.hash ? a.hash < b.hash : a.row < b.row; });
    for (std::size_t i = 1; i < m_noted.size(); ++i) {
        if (m_noted[i].hash == m_noted[i - 1].hash && m_noted[i].row != m_noted[i - 1].row) {
            m_wanted[m_noted[i].row] = true;
            m_wanted[m_noted[i - 1].row] = true;
        }
    }
    m_noted = {};
}

void SharedIndex::add(std::int64_t row, const Entry &entry)
{
    if (entry.value.empty())
        return;
    m_groups[groupName(entry.key, entry.value)].push_back(
        {row, std::string(entry.identity), std::string(entry.applicationNo), std::string(entry.slot)});
}

void SharedIndex::finish()
{
    // Views into the groups are handed out below, so the groups stay as they are from here on.
    for (const auto &[name, group] : m_groups)
        settleGroup(SharedKey(name.front() - '0'), group);
}

void SharedIndex::settleGroup(SharedKey key, const std::vector<Known> &group)
{
    // Records of one person count as one, except where the person itself is what should be unique.
    const auto personOf = [key](const Known &known) {
        const bool byRow = key == SharedKey::Document || known.identity.empty();
        return byRow ? '#' + std::to_string(known.row) : known.identity;
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
        auto &shared = m_shares[mine.row].with[std::size_t(key)];
        if (!shared)
            shared = SharedWith{.otherApplicationNo = other.applicationNo,
                                .otherRow = other.row,
                                .others = rows - rowsOfPerson[person],
                                .slot = mine.slot};
    }
}

void SharedIndex::apply(std::int64_t row, Record &record) const
{
    if (const auto it = m_shares.find(row); it != m_shares.end())
        record.shared = it->second.with;
}

} // namespace zsb
