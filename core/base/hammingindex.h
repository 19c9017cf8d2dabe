#pragma once

#include "core/base/perceptualhash.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace zsb {

/// Finds hashes that differ from a given one in few bits, every one of them and no other.
///
/// The 256 bits are cut into 16 bands. Hashes at most 15 bits apart are equal in at least one band, so a query looks
/// into one bucket a band. 96 bytes an entry and 4 MB. Built once; any thread afterwards.
class HammingIndex
{
public:
    static constexpr int bands = 16;
    static constexpr int mostDistance = bands - 1;

    struct Hit
    {
        std::uint32_t entry = 0; ///< its place among the hashes the index was made of
        int distance = 0;

        bool operator==(const Hit &) const = default;
    };

    explicit HammingIndex(std::vector<PerceptualHash> entries);

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const PerceptualHash &at(std::size_t entry) const { return m_entries[entry]; }
    /// Every entry within `most` bits (at most mostDistance), each once, in no order. `hits` is emptied first.
    void find(const PerceptualHash &hash, int most, std::vector<Hit> &hits) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Band
    {
        std::vector<std::uint32_t> starts;  ///< of each bucket, and the end
        std::vector<std::uint32_t> entries; ///< by bucket
    };

    std::vector<PerceptualHash> m_entries;
    std::array<Band, bands> m_bands;
};

} // namespace zsb
