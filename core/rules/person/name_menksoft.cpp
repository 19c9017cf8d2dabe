#include "core/base/text.h"
#include "core/rules/evidence.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// Evidence: character, count.
Verdict check(const Record &record, const RuleContext &)
{
    std::string_view name = record.text(Field::Name);
    if (name.empty())
        return Verdict::notApplicable();
    char32_t first = 0;
    std::int64_t count = 0;
    while (!name.empty()) {
        const char32_t c = takeCodePoint(name);
        if (!isMenksoft(c))
            continue;
        first = count == 0 ? c : first;
        ++count;
    }
    if (count == 0)
        return Verdict::pass();
    return Verdict::needsReview("", {{"character", codePointName(first)}, {"count", count}});
}

constexpr std::array reads = {Field::Name};
constexpr std::array<std::string_view, 2> evidenceNames = {"character", "count"};

} // namespace

constinit const Rule personNameMenksoft{
    .id = "person.name-menksoft",
    .what = "The name holds no private code points of the Menksoft encoding, which other systems cannot read.",
    .reads = reads,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
