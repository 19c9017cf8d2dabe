#include "core/rules/ruletable.h"

namespace zsb {
namespace {

bool isSameFile(const MaterialView &one, const MaterialView &other)
{
    return one.facts && other.facts && !one.facts->sha256.empty() && one.facts->sha256 == other.facts->sha256;
}

/// Evidence: slot, otherSlot, sha256.
Verdict check(const Record &record, const RuleContext &)
{
    for (std::size_t i = 0; i < record.materials.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const MaterialView &one = record.materials[i];
            const MaterialView &other = record.materials[j];
            if (isSameFile(one, other)) {
                return Verdict::needsReview("", {{"slot", std::string(one.slot)},
                                                 {"otherSlot", std::string(other.slot)},
                                                 {"sha256", one.facts->sha256}});
            }
        }
    }
    return record.materials.empty() ? Verdict::notApplicable() : Verdict::pass();
}

constexpr std::array reads = {Field::Materials};
constexpr std::array<std::string_view, 3> evidenceNames = {"slot", "otherSlot", "sha256"};

} // namespace

constinit const Rule materialsSameFile{
    .id = "materials.same-file",
    .what = "No file is handed in twice by one candidate.",
    .reads = reads,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
