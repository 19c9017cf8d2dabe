#include "core/base/calendar.h"
#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

/// What every judgement carries, whoever gives it.
struct Judging
{
    Judgement judgement = Judgement::Doubt;
    const std::vector<ReasonUse> &reasons;
    const std::string &note;
    std::optional<Instant> deadline{};
    bool settles = false;
};

/// What was on this actor's screen, as it is now, or stands from before the correction.
std::map<std::string, std::string> seenNow(const Deciding &deciding)
{
    std::map<std::string, std::string> items;
    const std::string stage = stageKey(deciding.state);
    const auto keep = [&](const std::string &item) { items.emplace(item, itemHash(deciding.state, item)); };
    if (const auto looks = deciding.state.seen.find(stage); looks != deciding.state.seen.end()) {
        for (const auto &[item, look] : looks->second) {
            if (look.actor == deciding.command.actor && look.hash == itemHash(deciding.state, item))
                keep(item);
        }
    }
    for (const Decision &decision : deciding.state.decisions) {
        for (const auto &[item, hash] : decision.seen) {
            if (isVerdictKept(deciding.state, stage, item))
                keep(item);
        }
    }
    return items;
}

std::vector<FindingAtDecision> findingsNow(const Deciding &deciding)
{
    std::vector<FindingAtDecision> all;
    for (const Finding &finding : findingsOf(deciding.state, deciding.context)) {
        FindingAtDecision &one = all.emplace_back();
        one.key = findingKey(finding, deciding.state);
        one.rule = finding.rule;
        one.isError = finding.severity == Severity::Error;
        const auto resolved = deciding.state.resolutions.find(one.key);
        if (resolved != deciding.state.resolutions.end())
            one.resolution = resolved->second.resolution;
    }
    return all;
}

/// A supervisor who upholds an approval that was disputed puts the file back to where that approval had brought it.
std::optional<ReviewState> upheld(const Deciding &deciding)
{
    const auto open = openContests(deciding.state);
    if (open.empty())
        return std::nullopt;
    const auto &decisions = deciding.state.decisions;
    const auto first = std::ranges::find(decisions, open.front()->against, &Decision::id);
    if (first == decisions.end() || first->undone || first->judgement != Judgement::Approve)
        return std::nullopt;
    ReviewState after = open.front()->before;
    after.claim.reset();
    return after;
}

/// On to the next stage, or done.
ReviewState afterApproval(const Deciding &deciding, const Judging &judging)
{
    if (std::optional<ReviewState> before = judging.settles ? upheld(deciding) : std::nullopt)
        return *before;
    ReviewState after;
    after.phase = Phase::Approved;
    after.stage = deciding.state.review.stage;
    after.stageId = deciding.state.review.stageId;
    const auto next = std::size_t(after.stage) + 1;
    if (next < deciding.type->review.size()) {
        after.phase = Phase::InReview;
        after.stage = int(next);
        after.stageId = deciding.type->review[next].id;
    }
    return after;
}

/// A later stage that takes back what an earlier one approved does not win by being later: a supervisor settles it.
bool disputes(const Deciding &deciding, const Judging &judging)
{
    const bool against = judging.judgement == Judgement::Return || judging.judgement == Judgement::Refuse;
    return against && !judging.settles && deciding.pack.review.fourEyes && deciding.state.review.stage > 0;
}

ReviewState afterReturn(const Deciding &deciding, const Judging &judging, ReviewState after)
{
    after.phase = Phase::Returned;
    after.openItems = openItemsOf(deciding, judging.reasons);
    after.deadline = judging.deadline ? *judging.deadline : deciding.context.now + deciding.pack.review.correction;
    return after;
}

ReviewState afterJudgement(const Deciding &deciding, const Judging &judging)
{
    ReviewState after;
    after.stage = deciding.state.review.stage;
    after.stageId = deciding.state.review.stageId;
    if (disputes(deciding, judging)) {
        after.phase = Phase::Disputed;
        return after;
    }
    switch (judging.judgement) {
    case Judgement::Approve:
        return afterApproval(deciding, judging);
    case Judgement::Return:
        return afterReturn(deciding, judging, std::move(after));
    case Judgement::Refuse:
        after.phase = Phase::Refused;
        return after;
    case Judgement::Doubt:
        after.phase = Phase::Doubtful;
        return after;
    }
    return after;
}

Guard needFuture(const Deciding &deciding, const Judging &judging)
{
    if (!judging.deadline || *judging.deadline > deciding.context.now)
        return std::nullopt;
    return refuse(RefusalCode::DeadlineInPast,
                  {{"deadline", formatInstant(*judging.deadline, deciding.pack.timeOffset)}});
}

/// What the judgement itself needs, after role, claim and phase.
Guard needGrounds(const Deciding &deciding, const Judging &judging)
{
    switch (judging.judgement) {
    case Judgement::Approve:
        return needApprovable(deciding);
    case Judgement::Return:
        return firstOf([&] { return needReasons(deciding, judging.reasons, true); },
                       [&] { return needFuture(deciding, judging); });
    case Judgement::Refuse:
        return needReasons(deciding, judging.reasons, false);
    case Judgement::Doubt:
        return judging.reasons.empty() && !judging.note.empty() ? Guard()
                                                                : needReasons(deciding, judging.reasons, false);
    }
    return std::nullopt;
}

Ruling judge(const Deciding &deciding, const Judging &judging)
{
    const auto phase = [&] {
        return judging.settles ? needPhase(deciding, {Phase::Doubtful, Phase::Disputed})
                               : needPhase(deciding, {Phase::InReview});
    };
    if (Guard guard = firstOf(
            phase, [&] { return needReviewerWithClaim(deciding); }, [&] { return needGrounds(deciding, judging); }))
        return *guard;
    Decided decided;
    decided.stageId = deciding.state.review.stageId;
    decided.settles = judging.settles;
    decided.judgement = judging.judgement;
    decided.reasons = judging.reasons;
    decided.note = judging.note;
    decided.findings = findingsNow(deciding);
    decided.seen = seenNow(deciding);
    decided.heldUntil = deciding.context.now + deciding.pack.review.hold;
    decided.after = afterJudgement(deciding, judging);
    return accept(deciding, {std::move(decided)});
}

} // namespace

Ruling rule(const Deciding &deciding, const Approve &body)
{
    return judge(deciding, {.judgement = Judgement::Approve, .reasons = {}, .note = body.note});
}

Ruling rule(const Deciding &deciding, const ReturnFile &body)
{
    return judge(deciding, {Judgement::Return, body.reasons, body.note, body.deadline, false});
}

Ruling rule(const Deciding &deciding, const Refuse &body)
{
    return judge(deciding, {.judgement = Judgement::Refuse, .reasons = body.reasons, .note = body.note});
}

Ruling rule(const Deciding &deciding, const Doubt &body)
{
    return judge(deciding, {.judgement = Judgement::Doubt, .reasons = body.reasons, .note = body.note});
}

Ruling rule(const Deciding &deciding, const Settle &body)
{
    if (body.judgement == Judgement::Doubt)
        return refuse(RefusalCode::BadJudgement);
    return judge(deciding, {body.judgement, body.reasons, body.note, body.deadline, true});
}

Ruling rule(const Deciding &deciding, const Undo &body)
{
    const auto &decisions = deciding.state.decisions;
    const auto found = std::ranges::find(decisions, body.decision, &Decision::id);
    if (found == decisions.end())
        return refuse(RefusalCode::UnknownDecision);
    if (found->undone)
        return refuse(RefusalCode::AlreadyDone);
    if (found->actor != deciding.command.actor)
        return refuse(RefusalCode::NotYourDecision);
    if (found->sequence != deciding.state.revision)
        return refuse(RefusalCode::SomethingFollowed);
    if (deciding.context.now >= found->heldUntil)
        return refuse(RefusalCode::HoldOver,
                      {{"heldUntil", formatInstant(found->heldUntil, deciding.pack.timeOffset)}});
    return accept(deciding, {DecisionUndone{body.decision}});
}

} // namespace zsb
