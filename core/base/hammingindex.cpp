#include "core/base/hammingindex.h"

namespace zsb {
namespace {

constexpr std::size_t buckets = 1 << 16;
constexpr std::uint32_t ahead = 16; ///< entries asked for before their turn

std::uint16_t bandOf(const PerceptualHash &hash, std::size_t band)
{
    return std::uint16_t(hash.words[band / 4] >> (16 * (band % 4)));
}

/// How many bits differ, or more than `most`: most candidates are far off by the first word already.
int distanceUpTo(const PerceptualHash &one, const PerceptualHash &other, int most)
{
    int bits = 0;
    for (std::size_t i = 0; i < one.words.size() && bits <= most; ++i)
        bits += std::popcount(one.words[i] ^ other.words[i]);
    return bits;
}

/// Whether a band before this one is equal: the entry was met there.
bool metBefore(const PerceptualHash &one, const PerceptualHash &other, std::size_t band)
{
    for (std::size_t earlier = 0; earlier < band; ++earlier) {
        if (bandOf(one, earlier) == bandOf(other, earlier))
            return true;
    }
    return false;
}

} // namespace

HammingIndex::HammingIndex(std::vector<PerceptualHash> entries) : m_entries(std::move(entries))
{
    for (std::size_t number = 0; number < m_bands.size(); ++number) {
        Band &band = m_bands[number];
        band.starts.assign(buckets + 1, 0);
        for (const PerceptualHash &entry : m_entries)
            ++band.starts[std::size_t(bandOf(entry, number)) + 1];
        for (std::size_t i = 1; i <= buckets; ++i)
            band.starts[i] += band.starts[i - 1];
        band.entries.resize(m_entries.size());
        std::vector<std::uint32_t> next(band.starts.begin(), band.starts.end() - 1);
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            band.entries[next[bandOf(m_entries[i], number)]++] = std::uint32_t(i);
    }
}

void HammingIndex::find(const PerceptualHash &hash, int most, std::vector<Hit> &hits) const
{
    hits.clear();
    for (std::size_t number = 0; number < m_bands.size(); ++number) {
        const Band &band = m_bands[number];
        const std::size_t bucket = bandOf(hash, number);
        const std::uint32_t end = band.starts[bucket + 1];
        for (std::uint32_t i = band.starts[bucket]; i < end; ++i) {
            if (i + ahead < end)
                __builtin_prefetch(&m_entries[band.entries[i + ahead]]); // they lie anywhere: the wait is the cost
            const PerceptualHash &entry = m_entries[band.entries[i]];
            const int bits = distanceUpTo(hash, entry, most);
            if (bits <= most && !metBefore(hash, entry, number))
                hits.push_back({band.entries[i], bits});
        }
    }
}

std::size_t HammingIndex::bytes() const
{
    std::size_t bytes = m_entries.capacity() * sizeof(PerceptualHash);
    for (const Band &band : m_bands)
        bytes += (band.starts.capacity() + band.entries.capacity()) * sizeof(std::uint32_t);
    return bytes;
}

} // namespace zsb
