#include "core/rules/evidence.h"
#include "core/rules/processsteps.h"
#include "core/rules/readmoments.h"
#include "core/rules/ruletable.h"

namespace zsb {
namespace {

/// The last step seen that left its moment in the record.
struct Done
{
    Field field = Field::NoticeAcceptedAt;
    Instant at{};
};

Verdict outOfOrder(const RuleContext &context, std::string_view variant, Field earlier, Field later)
{
    std::vector<Evidence> evidence;
    addText(evidence, "earlier_zh", "earlier_en", context.pack.field(earlier).label);
    addText(evidence, "later_zh", "later_en", context.pack.field(later).label);
    return Verdict::fail(variant, std::move(evidence)).at({earlier, later});
}

/// Walks the type's steps backwards: a step that is done needs every earlier one done, and before it.
/// Evidence: earlier_zh, earlier_en, later_zh, later_en.
Verdict check(const Record &record, const RuleContext &context)
{
    if (!context.type)
        return Verdict::notApplicable();
    std::optional<Done> later;
    for (auto step = context.type->steps.rbegin(); step != context.type->steps.rend(); ++step) {
        const std::optional<Field> field = momentOf(*step);
        if (!field || !record.knows(*field))
            continue;
        if (later && isBlank(record.text(*field)))
            return outOfOrder(context, "skipped", *field, later->field);
        const std::optional<Instant> &at = context.moments.at(*field);
        if (!at)
            continue;
        if (later && *at > later->at)
            return outOfOrder(context, "reversed", *field, later->field);
        later = Done{*field, *at};
    }
    return later ? Verdict::pass() : Verdict::notApplicable();
}

constexpr std::array alsoReads = {Field::CandidateType, Field::NoticeAcceptedAt, Field::IdentityCollectedAt,
                                  Field::SubmittedAt};
constexpr std::array<std::string_view, 2> variants = {"skipped", "reversed"};
constexpr std::array<std::string_view, 4> evidenceNames = {"earlier_zh", "earlier_en", "later_zh", "later_en"};

} // namespace

constinit const Rule processOrder{
    .id = "process.order",
    .what = "The steps that leave a moment behind were done in the order of the candidate's type, none skipped.",
    .alsoReads = alsoReads,
    .variants = variants,
    .evidence = evidenceNames,
    .check = check,
};

} // namespace zsb
