#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace zsb {

/// Finds what records of one input share though it should be unique: the number of a document or an application, a
/// phone, a picture.
///
/// Two passes over the same input in the same order. First note() every key: 16 bytes each, so that a million rows stay
/// small. Then settleCandidates(), and for the few rows that wanted() names add() the keys again as text, which settles
/// what is really equal; finish() makes sharedWith() answer. One thread at a time until finish(), then any.
class SharedIndex
{
public:
    /// One key of one record. `person` is the key of the document: records with the same one are one person.
    struct Entry
    {
        SharedKey key = SharedKey::Document;
        std::string_view value;
        std::string_view person;
        std::string_view applicationNo;
        std::string_view slot;
    };

    /// A key in 16 bytes. Notes can be made on any thread and handed in later, in any order.
    struct Note
    {
        std::uint64_t hash = 0;
        std::int64_t row = 0;
    };
    [[nodiscard]] static Note noteOf(std::int64_t row, SharedKey key, std::string_view value);

    void note(std::int64_t row, SharedKey key, std::string_view value);
    void note(const Note &note) { m_noted.push_back(note); }
    void settleCandidates();
    [[nodiscard]] bool hasCandidates() const { return !m_wanted.empty(); }
    [[nodiscard]] bool wanted(std::int64_t row) const;
    /// Whether any row of (first, last] is.
    [[nodiscard]] bool wantsAny(std::int64_t first, std::int64_t last) const;
    void add(std::int64_t row, const Entry &entry);
    void finish();

    /// Fills Record::shared; views stay valid as long as the index.
    void apply(std::int64_t row, Record &record) const;

private:
    /// Views into m_texts: a table pasted twice repeats every one of them.
    struct Known
    {
        std::int64_t row = 0;
        std::string_view person;
        std::string_view applicationNo;
        std::string_view slot;
    };
    struct Share
    {
        std::int64_t row = 0;
        SharedKey key = SharedKey::Document;
        SharedWith with;
    };

    [[nodiscard]] std::string_view kept(std::string_view text);
    void settleGroup(SharedKey key, const std::vector<Known> &group);

    void keepRepeatedNotes();

    std::vector<Note> m_noted;
    std::vector<std::int64_t> m_wanted;                           ///< rows, in order
    std::unordered_map<std::string, std::vector<Known>> m_groups; ///< by key kind and value
    std::unordered_set<std::string> m_texts;
    std::vector<Share> m_shares; ///< by row and key, after finish()
};

} // namespace zsb
