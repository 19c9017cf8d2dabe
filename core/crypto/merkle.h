#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zsb {

/// SHA-256 of a leaf or of a node.
using MerkleHash = std::array<std::uint8_t, 32>;

/// Of one entry of a log; the 0 in front keeps a node from passing for a leaf (RFC 6962, 2.1).
[[nodiscard]] MerkleHash merkleLeaf(std::string_view entry);

/// A log that only grows, as RFC 6962 hashes it: whoever saw one root can be shown that an entry is in it, and that a
/// later root continues it. Holds 64 bytes an entry. One thread.
class MerkleTree
{
public:
    void append(const MerkleHash &leaf);
    [[nodiscard]] std::uint64_t size() const { return m_levels.empty() ? 0 : m_levels.front().size(); }

    /// Of all entries, or of the first `count` of them, which must be there.
    [[nodiscard]] MerkleHash root() const { return root(size()); }
    [[nodiscard]] MerkleHash root(std::uint64_t count) const { return rangeRoot(0, count); }

    /// What proves that entry `index` is among the first `count`; empty when it is not.
    [[nodiscard]] std::vector<MerkleHash> inclusionProof(std::uint64_t index, std::uint64_t count) const;
    /// What proves that the first `count` entries begin with the first `before`; empty when there is nothing to prove
    /// or they do not.
    [[nodiscard]] std::vector<MerkleHash> consistencyProof(std::uint64_t before, std::uint64_t count) const;

private:
    [[nodiscard]] MerkleHash rangeRoot(std::uint64_t from, std::uint64_t to) const;
    void addConsistency(std::uint64_t before, std::uint64_t from, std::uint64_t to, bool isKnown,
                        std::vector<MerkleHash> &proof) const;

    std::vector<std::vector<MerkleHash>> m_levels; ///< of complete subtrees: [0] leaves, [1] pairs, …
};

/// Without the tree: what a client checks.
[[nodiscard]] bool isIncluded(const MerkleHash &leaf, std::uint64_t index, std::uint64_t count, const MerkleHash &root,
                              std::span<const MerkleHash> proof);
[[nodiscard]] bool isConsistent(std::uint64_t before, const MerkleHash &rootBefore, std::uint64_t count,
                                const MerkleHash &root, std::span<const MerkleHash> proof);

} // namespace zsb
