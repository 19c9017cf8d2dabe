#pragma once

#include "core/base/byteblock.h"

#include <bit>

namespace zsb {

/// Passes over whole blocks of sound UTF-8 without anything rare in them, and adds the sequences of several bytes to
/// `multiByte`. Returns where it stopped, which is where a character begins as long as `p` is: less than a block is
/// left, or something rare or broken may follow within one.
template<int parts>
[[nodiscard]] const char *skipCommonUtf8(const char *p, const char *end, std::int64_t &multiByte)
{
    using Block = ByteBlock<parts>;
    constexpr int last = int(Block::size) - 1;
    constexpr std::uint64_t all = ~std::uint64_t(0) >> (63 - last);
    while (end - p >= Block::size) {
        const Block block(p);
        const std::uint64_t high = block.below('\0');
        if (high == 0) {
            p += Block::size;
            continue;
        }
        // Leads whose second byte has a narrower range, which no byte begins with, or of four bytes: not here.
        const std::uint64_t belowFour = block.below('\xF0');
        const std::uint64_t rare =
            block.equal('\xC0') | block.equal('\xC1') | block.equal('\xE0') | block.equal('\xED') | (high & ~belowFour);
        if (rare != 0)
            return p;
        const std::uint64_t leads = high & ~block.below('\xC0');
        const std::uint64_t threes = high & ~block.below('\xE0');
        // A sequence that goes on behind the block is left for the next one.
        const bool cutOne = (leads >> last & 1) != 0;
        const bool cutTwo = (threes >> (last - 1) & 1) != 0;
        const int whole = cutTwo ? last - 1 : cutOne ? last : last + 1;
        const std::uint64_t kept = all >> (last + 1 - whole);
        const std::uint64_t begun = leads & kept;
        const std::uint64_t follow = high & ~leads & kept;
        // One that is begun and runs into the lead of the next is expected behind `kept`, where nothing follows.
        if ((begun << 1 | (threes & kept) << 2) != follow)
            return p;
        multiByte += std::popcount(begun);
        p += whole;
    }
    return p;
}

} // namespace zsb
