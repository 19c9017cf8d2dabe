#pragma once

#include "core/domain/record.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zsb {

/// Finds what records of one input share though it should be unique: a document number, a phone, a picture.
///
/// Two passes over the same input in the same order. First note() every key: 16 bytes each, so that a million rows stay
/// small. Then settleCandidates(), and for the few rows that wanted() names add() the keys again as text, which settles
/// what is really equal; finish() makes sharedWith() answer. One thread at a time until finish(), then any.
class SharedIndex
{
public:
    /// One key of one record. `identity` is the folded document number: equal identities are one person.
    struct Entry
    {
        SharedKey key = SharedKey::Document;
        std::string_view value;
        std::string_view identity;
        std::string_view applicationNo;
        std::string_view slot;
    };

    void note(std::int64_t row, SharedKey key, std::string_view value);
    void settleCandidates();
    [[nodiscard]] bool hasCandidates() const { return !m_wanted.empty(); }
    [[nodiscard]] bool wanted(std::int64_t row) const { return m_wanted.contains(row); }
    void add(std::int64_t row, const Entry &entry);
    void finish();

    /// Fills Record::shared; views stay valid as long as the index.
    void apply(std::int64_t row, Record &record) const;

private:
    struct Noted
    {
        std::uint64_t hash = 0;
        std::int64_t row = 0;
    };
    struct Known
    {
        std::int64_t row = 0;
        std::string identity;
        std::string applicationNo;
        std::string slot;
    };
    struct Shares
    {
        std::array<std::optional<SharedWith>, sharedKeyCount> with;
    };

    void settleGroup(SharedKey key, const std::vector<Known> &group);

    std::vector<Noted> m_noted;
    std::unordered_map<std::int64_t, bool> m_wanted;
    std::unordered_map<std::string, std::vector<Known>> m_groups; ///< by key kind and value
    std::unordered_map<std::int64_t, Shares> m_shares;
};

} // namespace zsb
