#include "core/batch/lookindex.h"

#include "core/base/hammingindex.h"
#include "core/base/texthash.h"
#include "core/batch/orderedpool.h"

#include <algorithm>
#include <tuple>

namespace zsb {
namespace {

constexpr std::size_t mostPairs = 8; ///< of one picture: the nearest; one shared by hundreds needs no more
constexpr std::size_t notesOfJob = 512;
/// Forms and cards printed alike look alike whoever filled them in: a page that looks like more others says nothing.
constexpr std::size_t mostPagesAlike = 3;

} // namespace

std::optional<LookIndex::Note> LookIndex::noteOf(std::int64_t row, SharedKey key, const ImageFacts &facts,
                                                 std::size_t number)
{
    if (facts.look.empty())
        return std::nullopt;
    const auto hash = perceptualHashFromHex(std::string_view(facts.look).substr(1));
    if (!hash)
        return std::nullopt;
    return Note{*hash, textHash(facts.sha256), row, key, facts.look.front(), std::uint16_t(number)};
}

void LookIndex::settleCandidates(int jobs)
{
    const auto group = [](const Note &note) { return std::tuple(note.key, note.kind); };
    std::ranges::stable_sort(m_notes, {}, group);
    for (auto first = m_notes.begin(); first != m_notes.end();) {
        const auto last = std::find_if(first, m_notes.end(), [&](const Note &n) { return group(n) != group(*first); });
        settleKind({first, last}, jobs);
        first = last;
    }
    m_notes = {};
    std::ranges::sort(m_pairs, {},
                      [](const Pair &p) { return std::tuple(p.row, p.key, p.distance, p.number, p.other); });
    for (const Pair &pair : m_pairs) {
        m_wanted.push_back(pair.row);
        m_wanted.push_back(pair.other);
    }
    std::ranges::sort(m_wanted);
    const auto repeated = std::ranges::unique(m_wanted);
    m_wanted.erase(repeated.begin(), repeated.end());
}

void LookIndex::settleKind(const std::vector<Note> &notes, int jobs)
{
    std::vector<PerceptualHash> hashes;
    hashes.reserve(notes.size());
    for (const Note &note : notes)
        hashes.push_back(note.hash);
    const HammingIndex index(std::move(hashes));
    const auto pairsFrom = [&](std::size_t from) {
        std::vector<Pair> pairs;
        std::vector<HammingIndex::Hit> hits;
        for (std::size_t i = from; i < std::min(notes.size(), from + notesOfJob); ++i) {
            const Note &mine = notes[i];
            index.find(mine.hash, HammingIndex::mostDistance, hits);
            std::erase_if(hits, [&](const HammingIndex::Hit &hit) {
                const Note &other = notes[hit.entry];
                return other.row == mine.row || other.file == mine.file;
            });
            if (mine.key == SharedKey::MaterialLook && hits.size() > mostPagesAlike)
                continue;
            const auto nearest = hits.begin() + std::ptrdiff_t(std::min(hits.size(), mostPairs));
            std::ranges::partial_sort(hits, nearest, {}, [&](const HammingIndex::Hit &hit) {
                return std::tuple(hit.distance, notes[hit.entry].row, hit.entry);
            });
            hits.erase(nearest, hits.end());
            for (const HammingIndex::Hit &hit : hits)
                pairs.push_back({mine.row, notes[hit.entry].row, mine.key, mine.number, std::uint8_t(hit.distance)});
        }
        return pairs;
    };
    std::size_t next = 0;
    OrderedPool<std::size_t, std::vector<Pair>> pool(jobs, pairsFrom);
    pool.run(
        [&]() -> std::optional<std::size_t> {
            if (next >= notes.size())
                return std::nullopt;
            next += notesOfJob;
            return next - notesOfJob;
        },
        [&](const std::vector<Pair> &pairs) {
            m_pairs.insert(m_pairs.end(), pairs.begin(), pairs.end());
            return true;
        });
}

bool LookIndex::wanted(std::int64_t row) const
{
    return std::ranges::binary_search(m_wanted, row);
}

bool LookIndex::wantsAny(std::int64_t first, std::int64_t last) const
{
    const auto at = std::ranges::upper_bound(m_wanted, first);
    return at != m_wanted.end() && *at <= last;
}

/// Rows without a known person are each somebody else.
bool LookIndex::isOnePerson(std::int64_t one, std::int64_t other) const
{
    const auto first = m_owners.find(one);
    const auto second = m_owners.find(other);
    return first != m_owners.end() && second != m_owners.end() && !first->second.person.empty() &&
           first->second.person == second->second.person;
}

void LookIndex::finish()
{
    std::erase_if(m_pairs, [this](const Pair &pair) { return isOnePerson(pair.row, pair.other); });
}

void LookIndex::apply(std::int64_t row, Record &record) const
{
    auto at = std::ranges::lower_bound(m_pairs, row, {}, &Pair::row);
    for (; at != m_pairs.end() && at->row == row; ++at) {
        std::optional<SharedWith> &shared = record.shared[std::size_t(at->key)];
        if (shared)
            continue; // the nearest comes first
        const auto mine = m_owners.find(row);
        const auto other = m_owners.find(at->other);
        shared.emplace();
        shared->otherRow = at->other;
        shared->others = 1;
        shared->distance = at->distance;
        if (other != m_owners.end())
            shared->otherApplicationNo = other->second.applicationNo;
        if (at->key == SharedKey::MaterialLook && mine != m_owners.end() && at->number < mine->second.materials.size())
            shared->slot = mine->second.materials[at->number];
    }
}

} // namespace zsb
