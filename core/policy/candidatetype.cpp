#include "core/policy/candidatetype.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::array<std::string_view, 8> stepIds = {"notice",   "type",    "information", "materials",
                                                     "identity", "payment", "review",      "complete"};

} // namespace

std::string_view stepId(Step step)
{
    return stepIds[std::size_t(step)];
}

std::optional<Step> stepFromId(std::string_view id)
{
    const auto at = std::ranges::find(stepIds, id);
    return at == stepIds.end() ? std::nullopt : std::optional(Step(at - stepIds.begin()));
}

const FieldUse *CandidateType::use(Field field) const
{
    const auto at = std::ranges::find(fields, field, &FieldUse::field);
    return at == fields.end() ? nullptr : &*at;
}

const Conversion *CandidateType::conversion(std::string_view conversionId) const
{
    const auto at = std::ranges::find(conversions, conversionId, &Conversion::id);
    return at == conversions.end() ? nullptr : &*at;
}

bool isRequiredByAll(std::span<const CandidateType> types, Field field, bool guess)
{
    return !types.empty() && std::ranges::all_of(types, [field, guess](const CandidateType &type) {
        const FieldUse *use = type.use(field);
        return use && use->required && use->guess == guess;
    });
}

} // namespace zsb
