#include "core/base/text.h"
#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

/// Known from elsewhere than the form: from the file itself and from what happened to it.
bool isOfTheForm(Field field)
{
    return field != Field::ApplicationNo && field != Field::CandidateType && !isProcessField(field);
}

} // namespace

Guard needRequiredFields(const ApplicationState &state, const CandidateType &type)
{
    for (const FieldUse &use : type.fields) {
        if (!use.required || !isOfTheForm(use.field))
            continue;
        const auto found = state.fields.find(use.field);
        if (found == state.fields.end() || trimmed(found->second).empty())
            return refuse(RefusalCode::RequiredFieldMissing, {{"field", std::string(fieldId(use.field))}});
    }
    return std::nullopt;
}

/// A requirement that is only guessed can warn, not refuse.
Guard needRequiredMaterials(const ApplicationState &state, const CandidateType &type)
{
    for (const MaterialUse &use : type.materials) {
        const bool there = std::ranges::any_of(use.oneOf, [&](const auto &slot) { return hasFile(state, slot); });
        if (use.required && !use.guess && !there && !use.oneOf.empty())
            return refuse(RefusalCode::RequiredMaterialMissing, {{"slot", use.oneOf.front()}});
    }
    return std::nullopt;
}

/// Needed unless the type says that it may be left out.
Guard needPortrait(const ApplicationState &state, const CandidateType &type)
{
    const FieldUse *use = type.use(Field::Portrait);
    if (state.portrait || (use && !use->required))
        return std::nullopt;
    return refuse(RefusalCode::PortraitMissing);
}

} // namespace zsb
