#include "core/base/calendar.h"
#include "core/policy/windowside.h"
#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

/// The role that reviews the file as it stands; null when nobody does.
const std::string *stageRole(const Deciding &deciding)
{
    const auto stage = std::size_t(deciding.state.review.stage);
    if (!deciding.type || stage >= deciding.type->review.size())
        return nullptr;
    return &deciding.type->review[stage].role;
}

Guard needStageRole(const Deciding &deciding)
{
    const std::string *role = stageRole(deciding);
    if (role && *role == deciding.command.role)
        return std::nullopt;
    return refuse(RefusalCode::RoleMayNot, {{"role", deciding.command.role}, {"expected", role ? *role : ""}});
}

/// Whoever took a side in what is to be settled, or gave an opinion at another stage.
bool isContestant(const Deciding &deciding, const std::string &here)
{
    return std::ranges::any_of(deciding.state.contested, [&](const Contest &contest) {
        const std::string_view there = contest.settles ? settleStage : std::string_view(contest.stageId);
        return contest.actor == deciding.command.actor && there != here;
    });
}

/// Four-eyes: whoever decided at another stage of this file keeps off this one.
Guard needOtherPerson(const Deciding &deciding)
{
    if (!deciding.pack.review.fourEyes)
        return std::nullopt;
    const std::string here = stageKey(deciding.state);
    const bool decidedElsewhere = std::ranges::any_of(deciding.state.decisions, [&](const Decision &decision) {
        const std::string_view there = decision.settles ? settleStage : std::string_view(decision.stageId);
        return !decision.undone && decision.actor == deciding.command.actor && there != here;
    });
    return decidedElsewhere || isContestant(deciding, here) ? Guard(refuse(RefusalCode::SamePerson)) : std::nullopt;
}

bool isSettledHere(Phase phase)
{
    return phase == Phase::Doubtful || phase == Phase::Disputed;
}

} // namespace

Guard needPhase(const Deciding &deciding, std::initializer_list<Phase> phases)
{
    if (std::ranges::find(phases, deciding.phase()) != phases.end())
        return std::nullopt;
    return refuse(RefusalCode::WrongPhase, {{"phase", std::string(idOf(deciding.phase()))}});
}

Guard needWindow(const Deciding &deciding, std::string_view id)
{
    const Window *window = deciding.pack.window(id);
    if (!window || window->guess ||
        sideOf(*window, deciding.context.now, deciding.pack.timeOffset) == WindowSide::Inside)
        return std::nullopt;
    return refuse(RefusalCode::OutsideWindow, {{"window", std::string(id)},
                                               {"from", formatInstant(window->from, deciding.pack.timeOffset)},
                                               {"to", formatInstant(window->to, deciding.pack.timeOffset)}});
}

Guard needType(const Deciding &deciding)
{
    if (deciding.type)
        return std::nullopt;
    if (deciding.state.typeId.empty())
        return refuse(RefusalCode::TypeNotChosen);
    return refuse(RefusalCode::UnknownType, {{"type", deciding.state.typeId}});
}

Guard needConsent(const Deciding &deciding)
{
    if (deciding.isImport() || deciding.state.consentAt)
        return std::nullopt;
    return refuse(RefusalCode::NoticeNotAccepted);
}

Guard needCorrectionTime(const Deciding &deciding)
{
    const auto &deadline = deciding.state.review.deadline;
    if (deadline && deciding.context.now > *deadline) {
        return refuse(RefusalCode::DeadlinePassed, {{"deadline", formatInstant(*deadline, deciding.pack.timeOffset)}});
    }
    return needWindow(deciding, "correction");
}

Guard needEditable(const Deciding &deciding, std::string_view item, std::string_view window)
{
    if (deciding.isImporting())
        return std::nullopt;
    const std::string_view inForce = deciding.state.round > 0 ? "correction" : window;
    const auto inTime = [&] {
        return deciding.phase() == Phase::Returned ? needCorrectionTime(deciding) : needWindow(deciding, inForce);
    };
    const auto isNamed = [&]() -> Guard {
        if (deciding.phase() != Phase::Returned || isOpen(deciding.state.review, item))
            return std::nullopt;
        return refuse(RefusalCode::ItemNotOpen, {{"item", std::string(item)}});
    };
    return firstOf(
        [&] {
            return needPhase(deciding, {Phase::Draft, Phase::Returned});
        },
        inTime, [&] { return needConsent(deciding); }, isNamed);
}

Guard needSupervisor(const Deciding &deciding)
{
    const Role *role = deciding.pack.role(deciding.command.role);
    if (role && role->supervises)
        return std::nullopt;
    const auto &roles = deciding.pack.review.roles;
    const auto supervisor = std::ranges::find_if(roles, &Role::supervises);
    return refuse(RefusalCode::RoleMayNot,
                  {{"role", deciding.command.role}, {"expected", supervisor == roles.end() ? "" : supervisor->id}});
}

Guard needNoOtherClaim(const Deciding &deciding)
{
    const auto &claim = deciding.state.review.claim;
    if (!claim || claim->actor == deciding.command.actor || claim->until <= deciding.context.now)
        return std::nullopt;
    return refuse(RefusalCode::ClaimedByOther, {{"until", formatInstant(claim->until, deciding.pack.timeOffset)}});
}

Guard needReviewer(const Deciding &deciding)
{
    const auto mayRole = [&] {
        return isSettledHere(deciding.phase()) ? needSupervisor(deciding) : needStageRole(deciding);
    };
    return firstOf(
        [&] {
            return needPhase(deciding, {Phase::InReview, Phase::Doubtful, Phase::Disputed});
        },
        mayRole, [&] { return needNoOtherClaim(deciding); }, [&] { return needOtherPerson(deciding); });
}

Guard needReviewerWithClaim(const Deciding &deciding)
{
    if (Guard guard = needReviewer(deciding))
        return guard;
    const auto &claim = deciding.state.review.claim;
    if (claim && claim->actor == deciding.command.actor && claim->until > deciding.context.now)
        return std::nullopt;
    return refuse(RefusalCode::NotYourClaim);
}

bool hasStep(const ApplicationState &state, Step step)
{
    return std::ranges::find(state.steps, stepId(step)) != state.steps.end();
}

bool isPaidBeforeReview(const ApplicationState &state)
{
    const auto payment = std::ranges::find(state.steps, stepId(Step::Payment));
    return payment < std::ranges::find(state.steps, stepId(Step::Review));
}

std::vector<std::string> stepIds(const CandidateType &type)
{
    std::vector<std::string> ids;
    for (const Step step : type.steps)
        ids.emplace_back(stepId(step));
    return ids;
}

const MaterialUse *useOfSlot(const CandidateType &type, std::string_view slot)
{
    const auto found = std::ranges::find_if(type.materials, [slot](const MaterialUse &use) {
        return std::ranges::find(use.oneOf, slot) != use.oneOf.end();
    });
    return found == type.materials.end() ? nullptr : &*found;
}

bool hasFile(const ApplicationState &state, std::string_view slot)
{
    const auto found = state.materials.find(std::string(slot));
    return found != state.materials.end() && !found->second.empty();
}

std::string stageKey(const ApplicationState &state)
{
    return isSettledHere(state.review.phase) ? std::string(settleStage) : state.review.stageId;
}

} // namespace zsb
