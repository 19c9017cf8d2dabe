#include "core/workflow/offers.h"

#include <algorithm>

namespace zsb {
namespace {

bool isOver(const Window *window, Instant now)
{
    return window && !window->guess && window->to < now;
}

std::string_view textIn(const ApplicationState &state, Field field)
{
    const auto found = state.fields.find(field);
    return found == state.fields.end() ? std::string_view{} : std::string_view(found->second);
}

bool isOffered(const Conversion &conversion, const ApplicationState &state)
{
    const Phase phase = state.review.phase;
    if (conversion.trigger == "request")
        return phase == Phase::Draft || phase == Phase::InReview || phase == Phase::Returned;
    if (conversion.trigger == "refusal")
        return phase == Phase::Refused;
    return phase == Phase::Approved && textIn(state, Field::AwardPending) == "1";
}

bool isWaiting(const Conversion &conversion, const ApplicationState &state)
{
    return std::ranges::any_of(state.conversions, [&](const ConversionRequest &request) {
        return request.conversionId == conversion.id && request.state == RequestState::Pending;
    });
}

} // namespace

bool isMajorDue(const ApplicationState &state, const Pack &pack, Instant now)
{
    const CandidateType *type = pack.type(state.typeId);
    return type && type->majorChoice == CandidateType::MajorChoice::Later && state.review.phase == Phase::Approved &&
           !state.majorChosenAt && !isOver(pack.window("choice"), now);
}

std::vector<const BachelorMajor *> majorsOpen(const ApplicationState &state, const Pack &pack)
{
    const Catalogue &catalogue = pack.catalogue;
    const JuniorMajor *junior =
        catalogue.juniorMajor(textIn(state, Field::JuniorMajorCode), textIn(state, Field::JuniorMajor));
    std::vector<const BachelorMajor *> majors;
    for (const BachelorMajor &major : catalogue.bachelorMajors()) {
        if (!junior || catalogue.reaches(*junior, major.name))
            majors.push_back(&major);
    }
    return majors;
}

std::vector<const Conversion *> conversionsOpen(const ApplicationState &state, const Pack &pack, Instant now)
{
    std::vector<const Conversion *> open;
    const CandidateType *type = pack.type(state.typeId);
    if (!type)
        return open;
    for (const Conversion &conversion : type->conversions) {
        const Window *window = conversion.window.empty() ? nullptr : pack.window(conversion.window);
        if (!isOver(window, now) && isOffered(conversion, state) && !isWaiting(conversion, state))
            open.push_back(&conversion);
    }
    return open;
}

const ConversionRequest *pendingConversion(const ApplicationState &state)
{
    const auto found = std::ranges::find(state.conversions, RequestState::Pending, &ConversionRequest::state);
    return found == state.conversions.end() ? nullptr : &*found;
}

bool mayConvertTo(const CandidateType &to, const std::string &roleId, const Pack &pack)
{
    const Role *role = pack.role(roleId);
    const bool reviews = std::ranges::find(to.review, roleId, &ReviewStage::role) != to.review.end();
    return reviews || (role && role->supervises);
}

bool mayAnswerConversion(const ApplicationState &state, const std::string &role, const Pack &pack)
{
    const ConversionRequest *request = pendingConversion(state);
    const CandidateType *type = pack.type(state.typeId);
    const Conversion *conversion = type && request ? type->conversion(request->conversionId) : nullptr;
    const CandidateType *to = conversion ? pack.type(conversion->to) : nullptr;
    return to && mayConvertTo(*to, role, pack);
}

} // namespace zsb
