#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

Guard needShown(const Deciding &deciding, const std::string &item, const std::string &hash)
{
    const std::string now = itemHash(deciding.state, item);
    if (now.empty())
        return refuse(RefusalCode::UnknownItem, {{"item", item}});
    if (now != hash)
        return refuse(RefusalCode::ContentChanged, {{"item", item}});
    return std::nullopt;
}

bool isSeen(const Deciding &deciding, const std::string &item)
{
    const std::string stage = stageKey(deciding.state);
    if (isVerdictKept(deciding.state, stage, item))
        return true;
    const auto looks = deciding.state.seen.find(stage);
    if (looks == deciding.state.seen.end())
        return false;
    const auto look = looks->second.find(item);
    return look != looks->second.end() && look->second.actor == deciding.command.actor &&
           look->second.hash == itemHash(deciding.state, item);
}

Guard needSeen(const Deciding &deciding, const std::string &item)
{
    return isSeen(deciding, item) ? Guard() : refuse(RefusalCode::MaterialUnseen, {{"item", item}});
}

Guard needRequiredSeen(const Deciding &deciding)
{
    for (const MaterialUse &use : deciding.type->materials) {
        for (const std::string &slot : use.oneOf) {
            if (!use.required || !hasFile(deciding.state, slot))
                continue;
            if (Guard guard = needSeen(deciding, materialItem(slot)))
                return guard;
        }
    }
    return deciding.state.portrait ? needSeen(deciding, std::string(portraitItem)) : Guard();
}

Guard needDismissed(const ApplicationState &state, const Finding &finding)
{
    const std::string key = findingKey(finding, state);
    const auto resolved = state.resolutions.find(key);
    const bool open = resolved == state.resolutions.end();
    if (!open && resolved->second.resolution == Resolution::Dismissed)
        return std::nullopt;
    return refuse(open ? RefusalCode::FindingOpen : RefusalCode::FindingConfirmed,
                  {{"finding", key}, {"rule", finding.rule}});
}

Guard needNoOpenError(const Deciding &deciding)
{
    for (const Finding &finding : findingsOf(deciding.state, deciding.context)) {
        if (finding.severity != Severity::Error)
            continue;
        if (Guard guard = needDismissed(deciding.state, finding))
            return guard;
    }
    return std::nullopt;
}

} // namespace

Guard needApprovable(const Deciding &deciding)
{
    return firstOf([&] { return needType(deciding); },
                   [&] { return needRequiredMaterials(deciding.state, *deciding.type); },
                   [&] { return needPortrait(deciding.state, *deciding.type); },
                   [&] { return needRequiredSeen(deciding); }, [&] { return needNoOpenError(deciding); });
}

Ruling rule(const Deciding &deciding, const ClaimFile &body)
{
    if (Guard guard = needReviewer(deciding))
        return *guard;
    const auto length = body.minutes > 0 ? std::chrono::minutes(body.minutes) : deciding.pack.review.claim;
    return accept(deciding, {Claimed{deciding.context.now + length}});
}

Ruling rule(const Deciding &deciding, const ReleaseFile &)
{
    const auto &claim = deciding.state.review.claim;
    if (!claim)
        return refuse(RefusalCode::NotYourClaim);
    if (claim->actor != deciding.command.actor && needSupervisor(deciding))
        return refuse(RefusalCode::NotYourClaim);
    return accept(deciding, {Released{}});
}

Ruling rule(const Deciding &deciding, const MarkSeen &body)
{
    if (Guard guard = needReviewerWithClaim(deciding))
        return *guard;
    if (body.items.empty())
        return refuse(RefusalCode::NothingGiven);
    for (const auto &[item, hash] : body.items) {
        if (Guard guard = needShown(deciding, item, hash))
            return *guard;
    }
    return accept(deciding, {ItemsSeen{stageKey(deciding.state), body.items, body.dwellMs}});
}

Ruling rule(const Deciding &deciding, const ResolveFinding &body)
{
    if (Guard guard = needReviewerWithClaim(deciding))
        return *guard;
    const std::vector<Finding> findings = findingsOf(deciding.state, deciding.context);
    const auto found = std::ranges::find(findings, body.findingKey,
                                         [&](const Finding &finding) { return findingKey(finding, deciding.state); });
    if (found == findings.end())
        return refuse(RefusalCode::UnknownFinding, {{"finding", body.findingKey}});
    if (body.resolution == Resolution::Dismissed && body.note.empty())
        return refuse(RefusalCode::NoteMissing);
    const auto resolved = deciding.state.resolutions.find(body.findingKey);
    if (resolved != deciding.state.resolutions.end() && resolved->second.resolution == body.resolution)
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {FindingResolved{body.findingKey, found->rule, body.resolution, body.note}});
}

} // namespace zsb
