#include "core/crypto/merkle.h"

#include <sodium.h>

#include <bit>

namespace zsb {

namespace {

static_assert(sizeof(MerkleHash) == crypto_hash_sha256_BYTES);

MerkleHash sha256(std::uint8_t kind, std::span<const std::uint8_t> first, std::span<const std::uint8_t> second = {})
{
    crypto_hash_sha256_state state;
    MerkleHash hash{};
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, &kind, 1);
    crypto_hash_sha256_update(&state, first.data(), first.size());
    crypto_hash_sha256_update(&state, second.data(), second.size());
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

MerkleHash nodeOf(const MerkleHash &left, const MerkleHash &right)
{
    return sha256(1, left, right);
}

/// SHA-256 of nothing, not even of a kind.
MerkleHash emptyRoot()
{
    MerkleHash hash{};
    crypto_hash_sha256(hash.data(), nullptr, 0);
    return hash;
}

/// The largest power of two below a count of at least 2: where its tree divides.
std::uint64_t division(std::uint64_t count)
{
    return std::bit_floor(count - 1);
}

} // namespace

MerkleHash merkleLeaf(std::string_view entry)
{
    return sha256(0, {reinterpret_cast<const std::uint8_t *>(entry.data()), entry.size()});
}

void MerkleTree::append(const MerkleHash &leaf)
{
    MerkleHash hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        std::vector<MerkleHash> &row = m_levels[level];
        row.push_back(hash);
        if (row.size() % 2 == 1)
            return;
        hash = nodeOf(row[row.size() - 2], row.back());
    }
}

MerkleHash MerkleTree::rangeRoot(std::uint64_t from, std::uint64_t to) const
{
    const std::uint64_t count = to - from;
    if (count == 0)
        return emptyRoot();
    if (std::has_single_bit(count)) // a complete subtree, which is kept
        return m_levels[std::size_t(std::countr_zero(count))][std::size_t(from / count)];
    const std::uint64_t middle = from + division(count);
    return nodeOf(rangeRoot(from, middle), rangeRoot(middle, to));
}

std::vector<MerkleHash> MerkleTree::inclusionProof(std::uint64_t index, std::uint64_t count) const
{
    std::vector<MerkleHash> fromTheRoot;
    if (index >= count || count > size())
        return fromTheRoot;
    for (std::uint64_t from = 0, to = count; to - from > 1;) {
        const std::uint64_t middle = from + division(to - from);
        const bool isLeft = index < middle;
        fromTheRoot.push_back(isLeft ? rangeRoot(middle, to) : rangeRoot(from, middle));
        (isLeft ? to : from) = middle;
    }
    return {fromTheRoot.rbegin(), fromTheRoot.rend()};
}

void MerkleTree::addConsistency(std::uint64_t before, std::uint64_t from, std::uint64_t to, bool isKnown,
                                std::vector<MerkleHash> &proof) const
{
    // RFC 6962, 2.1.2, SUBPROOF; `isKnown`: the old root is this very subtree, so that it need not be sent
    if (from + before == to) {
        if (!isKnown)
            proof.push_back(rangeRoot(from, to));
        return;
    }
    const std::uint64_t left = division(to - from);
    if (before <= left) {
        addConsistency(before, from, from + left, isKnown, proof);
        proof.push_back(rangeRoot(from + left, to));
    } else {
        addConsistency(before - left, from + left, to, false, proof);
        proof.push_back(rangeRoot(from, from + left));
    }
}

std::vector<MerkleHash> MerkleTree::consistencyProof(std::uint64_t before, std::uint64_t count) const
{
    std::vector<MerkleHash> proof;
    if (before > 0 && before < count && count <= size())
        addConsistency(before, 0, count, true, proof);
    return proof;
}

bool isIncluded(const MerkleHash &leaf, std::uint64_t index, std::uint64_t count, const MerkleHash &root,
                std::span<const MerkleHash> proof)
{
    // RFC 9162, 2.1.3.2
    if (index >= count)
        return false;
    std::uint64_t place = index;
    std::uint64_t last = count - 1;
    MerkleHash hash = leaf;
    for (const MerkleHash &sibling : proof) {
        if (last == 0)
            return false;
        if (place % 2 == 1 || place == last) {
            hash = nodeOf(sibling, hash);
            while (place % 2 == 0 && place != 0) {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeOf(hash, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool isConsistent(std::uint64_t before, const MerkleHash &rootBefore, std::uint64_t count, const MerkleHash &root,
                  std::span<const MerkleHash> proof)
{
    // RFC 9162, 2.1.4.2
    if (before > count)
        return false;
    if (before == count)
        return proof.empty() && rootBefore == root;
    if (before == 0)
        return proof.empty(); // everything continues nothing
    std::vector<MerkleHash> path(proof.begin(), proof.end());
    if (std::has_single_bit(before))
        path.insert(path.begin(), rootBefore);
    if (path.empty())
        return false;
    std::uint64_t place = before - 1;
    std::uint64_t last = count - 1;
    while (place % 2 == 1) {
        place >>= 1;
        last >>= 1;
    }
    MerkleHash older = path.front();
    MerkleHash newer = path.front();
    for (const MerkleHash &sibling : std::span(path).subspan(1)) {
        if (last == 0)
            return false;
        if (place % 2 == 1 || place == last) {
            older = nodeOf(sibling, older);
            newer = nodeOf(sibling, newer);
            while (place % 2 == 0 && place != 0) {
                place >>= 1;
                last >>= 1;
            }
        } else {
            newer = nodeOf(newer, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    return last == 0 && older == rootBefore && newer == root;
}

} // namespace zsb
