#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

#include <algorithm>

namespace zsb {
namespace {

bool isName(const Catalogue &catalogue, std::string_view name)
{
    const std::string key = titleKey(name);
    return std::ranges::any_of(catalogue.juniorMajors(),
                               [&](const JuniorMajor &major) { return titleKey(major.name) == key; });
}

/// Which way the pair of code and name is not in the catalogue.
Verdict unlisted(const Catalogue &catalogue, std::string_view code, std::string_view name)
{
    std::vector<Evidence> evidence = {{"name", shown(name)}, {"code", shown(code)}};
    if (trimmed(code).empty() && isName(catalogue, name))
        return Verdict::needsReview("ambiguous", std::move(evidence));
    const auto sameCode = catalogue.juniorMajorsByCode(code);
    if (!sameCode.empty()) {
        evidence.push_back({"listed", sameCode.front()->name});
        return Verdict::fail("other-name", std::move(evidence));
    }
    if (catalogue.coverage() == Catalogue::Coverage::Partial)
        return Verdict::needsReview("unlisted", std::move(evidence));
    return Verdict::fail("unlisted", std::move(evidence));
}

/// Evidence: name, code; for `other-name` also listed. While the catalogue is partial an unlisted major may be right.
Verdict check(const Record &record, const RuleContext &context)
{
    const std::string_view name = record.text(Field::JuniorMajor);
    const std::string_view code = record.text(Field::JuniorMajorCode);
    if (!context.type || context.type->majorEntry == CandidateType::MajorEntry::Manual || name.empty())
        return Verdict::notApplicable();
    if (context.pack.catalogue.juniorMajor(code, name))
        return Verdict::pass();
    return unlisted(context.pack.catalogue, code, name);
}

constexpr std::array reads = {Field::JuniorMajor};
constexpr std::array alsoReads = {Field::JuniorMajorCode, Field::CandidateType};
constexpr std::array<std::string_view, 3> variants = {"ambiguous", "other-name", "unlisted"};
constexpr std::array<std::string_view, 3> evidenceNames = {"name", "code", "listed"};

} // namespace

constinit const Rule schoolingJuniorMajor{
    .id = "schooling.junior-major",
    .what = "The junior major is in the catalogue, by its full code and name; types that type it by hand are exempt.",
    .reads = reads,
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .textOnly = true,
    .check = check,
};

} // namespace zsb
