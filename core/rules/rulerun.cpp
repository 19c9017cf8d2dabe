#include "core/rules/rulerun.h"

#include <algorithm>
#include <limits>

namespace zsb {
namespace {

constexpr int slotBits = 5; ///< of the number of a slot within a list of them
constexpr int slotListBits = 46;

/// A key being put together from numbers that are not 0; itself 0 once a number has no room or there is none.
class Key
{
public:
    void add(std::uint64_t number, int bits)
    {
        const bool hasRoom = m_key >> (64 - bits) == 0 && number >> bits == 0;
        m_key = m_key != 0 && number != 0 && hasRoom ? m_key << bits | number : 0;
    }
    [[nodiscard]] std::uint64_t value() const { return m_key; }

private:
    std::uint64_t m_key = 1;
};

/// What `ask` said of the text with that number; asked once for each number.
template<typename T, typename Ask>
T remembered(std::vector<std::optional<T>> &answers, std::uint64_t number, const Ask &ask)
{
    if (number == TextNumbers::none)
        return ask();
    if (answers.size() <= number)
        answers.resize(number + 1);
    std::optional<T> &answer = answers[number];
    if (!answer)
        answer = ask();
    return *answer;
}

} // namespace

RuleRun::RuleRun(const RuleBook &book, Instant asOf) : m_book(book)
{
    static const Record nobody;
    m_read.emplace(nobody); // always in the same place: the contexts refer to it
    std::bitset<fieldCount> numbered;
    numbered.set(std::size_t(Field::CandidateType));
    numbered.set(std::size_t(Field::DocumentType));
    m_questions.reserve(book.bound().size());
    for (const BoundRule &bound : book.bound()) {
        Question &question = m_questions.emplace_back(Question{&bound, book.contextOf(bound, *m_read, asOf)});
        if (!bound.rule->textOnly)
            continue;
        remember(question);
        for (const Field field : bound.reach)
            numbered.set(std::size_t(field));
        for (const Field field : bound.prepared.fields)
            numbered.set(std::size_t(field));
    }
    for (const Field field : allFields()) {
        if (numbered[std::size_t(field)])
            m_numbered.push_back(field);
    }
}

/// Says how a text-only question is remembered: by bits as long as there are any.
void RuleRun::remember(Question &question)
{
    const BoundRule &bound = *question.bound;
    const bool asksFields = bound.rule->scope == Rule::Scope::EachField;
    const bool asksOneText = bound.rule->scope == Rule::Scope::Record && bound.reach.size() == 1;
    const std::vector<Field> &fields = asksFields ? bound.prepared.fields : bound.reach;
    const bool hasBits = m_bits + int(fields.size()) <= std::numeric_limits<std::uint64_t>::digits;
    if (asksFields ? !hasBits || !bound.reach.empty() : !asksOneText || !hasBits) {
        question.memory = asksFields ? Memory::None : Memory::Texts;
        return;
    }
    question.memory = Memory::Fields;
    for (const Field field : fields) {
        std::uint64_t &bit = question.bits[std::size_t(field)];
        if (bit == 0)
            bit = std::uint64_t(1) << m_bits++;
    }
}

/// Which questions concern records that know so much: worked out once for a table.
void RuleRun::choose(const Record &record)
{
    bool hasFiles = record.portrait != nullptr;
    for (const MaterialView &material : record.materials)
        hasFiles = hasFiles || material.facts != nullptr;
    if (m_known == record.known() && m_hasFiles == hasFiles)
        return;
    m_known = record.known();
    m_hasFiles = hasFiles;
    m_chosen.clear();
    for (Question &question : m_questions) {
        const BoundRule &bound = *question.bound;
        if ((bound.reads & ~*m_known).any() || (bound.rule->filesOnly && !hasFiles))
            continue;
        Chosen &chosen = m_chosen.emplace_back(Chosen{&question, question.memory, bound.types.empty()});
        for (const Field field : allFields()) {
            const bool isAsked = bound.rule->scope != Rule::Scope::EachField || (*m_known)[std::size_t(field)];
            chosen.bits |= isAsked ? question.bits[std::size_t(field)] : 0;
        }
    }
}

void RuleRun::number(const Record &record)
{
    m_clean = 0;
    for (const Field field : m_numbered) {
        const auto i = std::size_t(field);
        const std::uint64_t number =
            record.knows(field) ? m_texts[i].numberOf(record.text(field)) : TextNumbers::unknown;
        m_numbers[i] = number;
        if (number < m_cleanTexts[i].size())
            m_clean |= m_cleanTexts[i][number];
    }
    Key list;
    for (const MaterialView &material : record.materials)
        list.add(m_slotTexts.numberOf(material.slot), slotBits);
    m_slotList = list.value();
}

void RuleRun::readTypes(const Record &record)
{
    m_read.emplace(record);
    m_read->type =
        remembered(m_types, m_numbers[std::size_t(Field::CandidateType)], [&] { return m_book.typeOf(record); });
    m_read->documentType = remembered(m_documentTypes, m_numbers[std::size_t(Field::DocumentType)],
                                      [&] { return m_book.documentTypeOf(record); });
}

/// All that the verdicts of a text-only rule depend on, in one number; 0 when it cannot be said.
std::uint64_t RuleRun::keyOf(const BoundRule &bound) const
{
    Key key;
    for (const Field each : bound.reach)
        key.add(m_numbers[std::size_t(each)], TextNumbers::bits);
    switch (bound.rule->scope) {
    case Rule::Scope::Record:
        break;
    case Rule::Scope::EachField:
        return 0;
    case Rule::Scope::EachMaterial:
    case Rule::Scope::EachMaterialUse: // all of them together
        key.add(m_slotList, slotListBits);
        break;
    }
    return key.value();
}

/// Asks what is not known to be clean.
void RuleRun::ask(const Chosen &chosen, const Record &record, std::vector<Finding> &findings)
{
    Question &question = *chosen.question;
    std::uint64_t key = 0;
    if (chosen.memory == Memory::Texts) {
        key = keyOf(*question.bound);
        if (key != 0 && question.cleanKeys.contains(key))
            return;
    }
    question.context.type = m_read->type;
    question.context.documentType = m_read->documentType;
    if (askAll(question, record, findings) && key != 0)
        question.cleanKeys.insert(key);
}

/// As often as the rule's scope says. True when everything was clean.
bool RuleRun::askAll(Question &question, const Record &record, std::vector<Finding> &findings)
{
    const BoundRule &bound = *question.bound;
    const std::size_t before = findings.size();
    switch (bound.rule->scope) {
    case Rule::Scope::Record:
        if (askOnce(question, record, findings) && question.memory == Memory::Fields)
            keepClean(question, bound.reach.front());
        break;
    case Rule::Scope::EachField:
        return askFields(question, record, findings);
    case Rule::Scope::EachMaterial:
    case Rule::Scope::EachMaterialUse:
        zsb::ask(
            bound, record, question.context, [](const RuleContext &) { return false; },
            [&](Verdict verdict, const RuleContext &asked) {
                if (needsAttention(verdict.outcome))
                    findings.push_back(toFinding(bound, asked, std::move(verdict)));
            });
        break;
    }
    return findings.size() == before;
}

bool RuleRun::askFields(Question &question, const Record &record, std::vector<Finding> &findings)
{
    bool areClean = true;
    for (const Field field : question.bound->prepared.fields) {
        if (!record.knows(field) || (question.bits[std::size_t(field)] & m_clean) != 0)
            continue;
        question.context.field = field;
        const bool isClean = askOnce(question, record, findings);
        if (isClean && question.memory == Memory::Fields)
            keepClean(question, field);
        areClean = areClean && isClean;
    }
    return areClean;
}

/// True when there is nothing a person should see.
bool RuleRun::askOnce(const Question &question, const Record &record, std::vector<Finding> &findings) const
{
    Verdict verdict = question.bound->rule->check(record, question.context);
    if (!needsAttention(verdict.outcome))
        return true;
    findings.push_back(toFinding(*question.bound, question.context, std::move(verdict)));
    return false;
}

/// Takes down that a question found nothing wrong with the text of a field.
void RuleRun::keepClean(const Question &question, Field field)
{
    const std::uint64_t number = m_numbers[std::size_t(field)];
    if (number == TextNumbers::none)
        return;
    std::vector<std::uint64_t> &clean = m_cleanTexts[std::size_t(field)];
    if (clean.size() <= number)
        clean.resize(number + 1);
    clean[number] |= question.bits[std::size_t(field)];
}

void RuleRun::check(const Record &record, std::vector<Finding> &findings)
{
    choose(record);
    number(record);
    readTypes(record);
    for (const Chosen &chosen : m_chosen) {
        if (chosen.memory == Memory::Fields && (chosen.bits & ~m_clean) == 0)
            continue;
        if (chosen.isForAll || std::ranges::count(chosen.question->bound->types, m_read->type) > 0)
            ask(chosen, record, findings);
    }
    m_book.appendMeasured(record, findings);
}

} // namespace zsb
