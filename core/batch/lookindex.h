#pragma once

#include "core/base/perceptualhash.h"
#include "core/domain/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Finds pictures of one input that look like another person's: the same portrait cut anew, the same certificate saved
/// again under a second name.
///
/// Works as SharedIndex does, over the same passes: note() every look, settleCandidates(), add() the few rows that are
/// wanted(), finish(). 56 bytes a picture, and 96 while candidates are settled. The same bytes are nobody's look:
/// they are found by their hash. One thread at a time until finish(), then any.
class LookIndex
{
public:
    struct Note
    {
        PerceptualHash hash;
        std::uint64_t file = 0; ///< what tells the bytes apart
        std::int64_t row = 0;
        SharedKey key = SharedKey::PortraitLook;
        char kind = 0;            ///< only looks of one kind are compared
        std::uint16_t number = 0; ///< of the material in its row
    };
    /// None when nobody took the look.
    [[nodiscard]] static std::optional<Note> noteOf(std::int64_t row, SharedKey key, const ImageFacts &facts,
                                                    std::size_t number);

    /// Whose a row is and what its materials are called.
    struct Owner
    {
        std::string person; ///< as for SharedIndex::Entry
        std::string applicationNo;
        std::vector<std::string> materials; ///< their slots, by number
    };

    void note(const Note &note) { m_notes.push_back(note); }
    void settleCandidates(int jobs);
    [[nodiscard]] bool hasCandidates() const { return !m_wanted.empty(); }
    [[nodiscard]] bool wanted(std::int64_t row) const;
    [[nodiscard]] bool wantsAny(std::int64_t first, std::int64_t last) const; ///< of (first, last]
    void add(std::int64_t row, Owner owner) { m_owners.emplace(row, std::move(owner)); }
    void finish();

    /// Fills Record::shared with the nearest look of another person; views stay valid as long as the index.
    void apply(std::int64_t row, Record &record) const;

private:
    /// A picture that looks like one of another row.
    struct Pair
    {
        std::int64_t row = 0;
        std::int64_t other = 0;
        SharedKey key = SharedKey::PortraitLook;
        std::uint16_t number = 0;
        std::uint8_t distance = 0;
    };

    void settleKind(const std::vector<Note> &notes, int jobs);
    [[nodiscard]] bool isOnePerson(std::int64_t one, std::int64_t other) const;

    std::vector<Note> m_notes;
    std::vector<Pair> m_pairs;          ///< by row, nearest first
    std::vector<std::int64_t> m_wanted; ///< rows, in order
    std::map<std::int64_t, Owner> m_owners;
};

} // namespace zsb
