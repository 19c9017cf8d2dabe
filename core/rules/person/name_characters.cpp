#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/namecharacters.h"
#include "core/rules/ruletable.h"

#include <QChar>

namespace zsb {
namespace {

std::string_view variantOf(NameFlaw flaw)
{
    switch (flaw) {
    case NameFlaw::DotLookAlike:
        return "dot";
    case NameFlaw::FullWidth:
        return "full-width";
    case NameFlaw::Blank:
        return "blank";
    case NameFlaw::DotPlace:
        return "dot-place";
    case NameFlaw::Letter:
        return "letter";
    case NameFlaw::None:
    case NameFlaw::Forbidden:
        return "forbidden";
    }
    return "forbidden";
}

/// `“（” U+FF08`; its name alone where nothing would be seen.
std::string seenAndNamed(char32_t c)
{
    std::string text;
    if (QChar::isPrint(c) && !QChar::isSpace(c)) {
        text = "“";
        appendUtf8(text, c);
        text += "” ";
    }
    return text + codePointName(c);
}

/// Evidence: character, written (the character itself and its name), suggested.
Verdict check(const Record &record, const RuleContext &)
{
    const std::string_view name = record.text(Field::Name);
    if (name.empty())
        return Verdict::notApplicable();
    const NameCheck result = checkNameCharacters(name);
    if (result.flaw == NameFlaw::None)
        return Verdict::pass();
    std::vector<Evidence> evidence = {{"character", codePointName(result.character)},
                                      {"written", seenAndNamed(result.character)},
                                      {"suggested", shown(repairedName(name))}};
    if (result.flaw == NameFlaw::Forbidden)
        return Verdict::fail("forbidden", std::move(evidence));
    return Verdict::needsReview(variantOf(result.flaw), std::move(evidence));
}

constexpr std::array reads = {Field::Name};
constexpr std::array<std::string_view, 6> variants = {"dot", "full-width", "blank", "dot-place", "letter", "forbidden"};
constexpr std::array<std::string_view, 3> evidenceNames = {"character", "written", "suggested"};

} // namespace

constinit const Rule personNameCharacters{
    .id = "person.name-characters",
    .what = "The name is written in characters names are written in, with the dot the standard asks for.",
    .reads = reads,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
