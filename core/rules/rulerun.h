#pragma once

#include "core/rules/rulebook.h"
#include "core/rules/textmemory.h"

#include <array>
#include <bitset>
#include <optional>
#include <vector>

namespace zsb {

/// A book asked about one record after the other, on one thread: the findings of RuleBook::checkAll(), sooner.
///
/// Records of one table repeat themselves: there are few majors, colleges, types, dates. A rule whose verdict depends
/// on such texts alone (Rule::textOnly) is not asked again about texts that were clean once. Whatever is not clean is
/// asked anew, so evidence and messages are always the record's own.
class RuleRun
{
public:
    /// `book` must outlive this object.
    RuleRun(const RuleBook &book, Instant asOf);

    /// Appends every verdict that a person should see, in the order of checkAll().
    void check(const Record &record, std::vector<Finding> &findings);

    // The contexts of the questions refer to m_read.
    RuleRun(const RuleRun &) = delete;
    RuleRun &operator=(const RuleRun &) = delete;

private:
    /// How a question that was answered well is known again.
    enum class Memory
    {
        None,   ///< not at all
        Fields, ///< by a bit for the text of each field it is asked about
        Texts,  ///< by the numbers of all texts its verdict depends on, as one key
    };

    /// A rule of the book with what was clean.
    struct Question
    {
        const BoundRule *bound = nullptr;
        RuleContext context; ///< all but what the record at hand brings
        Memory memory = Memory::None;
        std::array<std::uint64_t, fieldCount> bits{}; ///< Memory::Fields: the bit in m_cleanTexts of each field
        KeySet cleanKeys = {};                        ///< Memory::Texts
    };

    /// A question that concerns the table at hand.
    struct Chosen
    {
        Question *question = nullptr;
        Memory memory = Memory::None;
        bool isForAll = true;   ///< types of candidates
        std::uint64_t bits = 0; ///< Memory::Fields: all of its bits for fields that the table has
    };

    void remember(Question &question);
    void choose(const Record &record);
    void number(const Record &record);
    void readTypes(const Record &record);
    [[nodiscard]] std::uint64_t keyOf(const BoundRule &bound) const;
    void ask(const Chosen &chosen, const Record &record, std::vector<Finding> &findings);
    [[nodiscard]] bool askAll(Question &question, const Record &record, std::vector<Finding> &findings);
    [[nodiscard]] bool askFields(Question &question, const Record &record, std::vector<Finding> &findings);
    [[nodiscard]] bool askOnce(const Question &question, const Record &record, std::vector<Finding> &findings) const;
    void keepClean(const Question &question, Field field);

    const RuleBook &m_book;
    std::vector<Question> m_questions;
    std::vector<Field> m_numbered; ///< the fields text-only rules look at, and the types
    std::array<TextNumbers, fieldCount> m_texts;
    std::array<std::vector<std::uint64_t>, fieldCount> m_cleanTexts; ///< bits of the questions, by number of the text
    int m_bits = 0;                                                  ///< given to questions
    TextNumbers m_slotTexts;
    std::vector<std::optional<const CandidateType *>> m_types; ///< by number of the text
    std::vector<std::optional<const DocumentType *>> m_documentTypes;
    // Of the table at hand:
    std::optional<std::bitset<fieldCount>> m_known;
    bool m_hasFiles = false; ///< that somebody looked at
    std::vector<Chosen> m_chosen;
    // Of the record at hand:
    std::optional<ReadRecord> m_read;
    std::array<std::uint64_t, fieldCount> m_numbers{};
    std::uint64_t m_slotList = 0;
    std::uint64_t m_clean = 0; ///< the bits of its texts
};

} // namespace zsb
