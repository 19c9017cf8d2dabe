#include "core/workflow/late.h"

#include <algorithm>

namespace zsb {
namespace {

template<typename... Ts>
bool isOneOf(const CommandBody &body)
{
    return (std::holds_alternative<Ts>(body) || ...);
}

bool isDecision(const CommandBody &body)
{
    return isOneOf<Approve, ReturnFile, Refuse, Doubt, Settle>(body);
}

/// What a claim opens. Claims themselves are about who has it, and taking a file back about whether somebody has.
bool needsClaim(const CommandBody &body)
{
    return isDecision(body) || isOneOf<MarkSeen, ResolveFinding, Cancel>(body);
}

struct Late
{
    const ApplicationState &now;
    const ApplicationState &judged;
    const Command &command;
    const WorkflowContext &context;

    [[nodiscard]] Phase phase() const { return now.review.phase; }
    [[nodiscard]] bool isSameContent() const { return contentHash(now) == contentHash(judged); }

    /// Whether the giver held the file, as far as they knew. Erasing wins over whoever works on the file.
    [[nodiscard]] bool isHeld() const
    {
        const bool held = judged.review.claim && judged.review.claim->actor == command.actor;
        return needsClaim(command.body) && (held || isOneOf<Cancel>(command.body));
    }
    [[nodiscard]] Ruling decideOn(ApplicationState state) const
    {
        Command one = command;
        one.revision = state.revision;
        if (isHeld())
            state.review.claim = Claim{command.actor, context.now + std::chrono::milliseconds(1)};
        return decide(state, one, context);
    }
};

LateRuling with(LateOutcome outcome)
{
    return {outcome, {}, {}};
}

LateRuling with(LateOutcome outcome, const Ruling &ruling)
{
    return {outcome, {}, ruling.refusal()};
}

LateRuling accepted(const Ruling &ruling)
{
    return {LateOutcome::Accepted, ruling.events(), {}};
}

/// What another one decided of the file as this one found it; null: nobody.
const Decision *rivalOf(const Late &late)
{
    const bool settles = std::holds_alternative<Settle>(late.command.body);
    const auto found = std::ranges::find_if(late.now.decisions, [&](const Decision &decision) {
        const bool known =
            std::ranges::find(late.judged.decisions, decision.id, &Decision::id) != late.judged.decisions.end();
        return !known && !decision.undone && decision.round == late.judged.round && decision.settles == settles &&
               decision.stageId == late.judged.review.stageId;
    });
    return found == late.now.decisions.end() ? nullptr : &*found;
}

/// A supervisor has ruled over it since.
bool isSettledSince(const ApplicationState &state, const Decision &rival)
{
    return !rival.settles && std::ranges::any_of(state.decisions, [&](const Decision &decision) {
        return decision.settles && !decision.undone && decision.sequence > rival.sequence;
    });
}

/// The decision as it would have been made, beside the one that came first.
LateRuling contest(const Late &late, const Decision &rival, const Ruling &wouldHave)
{
    const auto *decided = std::get_if<Decided>(&wouldHave.events().back().body);
    if (decided == nullptr)
        return with(LateOutcome::Stale);
    DecisionContested body;
    body.against = rival.id;
    body.concurs = decided->judgement == rival.judgement;
    body.stageId = decided->stageId;
    body.settles = decided->settles;
    body.judgement = decided->judgement;
    body.reasons = decided->reasons;
    body.note = decided->note;
    body.seen = decided->seen;
    if (!body.concurs) {
        body.after.phase = Phase::Disputed;
        body.after.stage = rival.before.stage;
        body.after.stageId = rival.stageId;
    }
    Event event = wouldHave.events().back();
    event.sequence = late.now.revision + 1;
    const LateOutcome outcome = body.concurs ? LateOutcome::Concurring : LateOutcome::Disputed;
    event.body = std::move(body);
    return {outcome, {std::move(event)}, {}};
}

LateRuling ruleDecision(const Late &late, const Ruling &wouldHave)
{
    if (late.phase() == Phase::Cancelled || late.phase() == Phase::Draft)
        return with(LateOutcome::Moot);
    if (late.now.round != late.judged.round || !late.isSameContent())
        return with(LateOutcome::Stale);
    if (const Decision *rival = rivalOf(late)) {
        return isSettledSince(late.now, *rival) ? with(LateOutcome::Moot) : contest(late, *rival, wouldHave);
    }
    const Ruling ruling = late.decideOn(late.now);
    return ruling.isAccepted() ? accepted(ruling) : with(LateOutcome::Stale, ruling);
}

LateRuling ruleAttention(const Late &late)
{
    const Ruling ruling = late.decideOn(late.now);
    if (ruling.isAccepted())
        return accepted(ruling);
    if (ruling.refusal().code == RefusalCode::AlreadyDone)
        return with(LateOutcome::Concurring, ruling);
    return with(late.isSameContent() ? LateOutcome::Moot : LateOutcome::Stale, ruling);
}

/// Whether both changed the same thing, and not to the same.
bool collides(const Late &late, const SetFields &body)
{
    const auto text = [](const ApplicationState &state, Field field) {
        const auto found = state.fields.find(field);
        return found == state.fields.end() ? std::string() : found->second;
    };
    return std::ranges::any_of(body.fields, [&](const auto &set) {
        const std::string now = text(late.now, set.first);
        return now != text(late.judged, set.first) && now != set.second;
    });
}

bool collides(const Late &late, const AttachPortrait &body)
{
    const auto hash = [](const ApplicationState &state) {
        return state.portrait ? state.portrait->sha256 : std::string();
    };
    return hash(late.now) != hash(late.judged) && hash(late.now) != body.attachment.sha256;
}

bool collides(const Late &late, const ChooseType &body)
{
    return late.now.typeId != late.judged.typeId && late.now.typeId != body.typeId;
}

/// Whoever vouches for a form vouches for what they saw.
bool collides(const Late &late, const ConfirmForm &)
{
    return !late.isSameContent();
}
bool collides(const Late &late, const Submit &)
{
    return !late.isSameContent();
}
bool collides(const Late &, const auto &)
{
    return false;
}

/// Whether what the command is for is there already, by somebody else's doing.
bool isThere(const Late &late, RefusalCode why)
{
    if (why == RefusalCode::AlreadyDone)
        return true;
    if (const auto *payment = std::get_if<RecordPayment>(&late.command.body))
        return late.now.payment.state == payment->state && late.now.payment.orderNo == payment->orderNo;
    if (std::holds_alternative<Submit>(late.command.body))
        return late.now.round > late.judged.round && late.phase() == Phase::InReview;
    if (std::holds_alternative<Withdraw>(late.command.body))
        return late.phase() == Phase::Draft;
    return std::holds_alternative<RemoveMaterial>(late.command.body) && why == RefusalCode::NoSuchMaterial;
}

LateRuling ruleChange(const Late &late)
{
    const bool isMoney = std::holds_alternative<RecordPayment>(late.command.body);
    if (late.phase() == Phase::Cancelled && late.judged.review.phase != Phase::Cancelled && !isMoney)
        return with(LateOutcome::Moot);
    if (std::visit([&](const auto &body) { return collides(late, body); }, late.command.body))
        return with(LateOutcome::Stale);
    const Ruling ruling = late.decideOn(late.now);
    if (ruling.isAccepted())
        return accepted(ruling);
    if (ruling.refusal().code == RefusalCode::AlreadyExists)
        return with(LateOutcome::Refused, ruling);
    return with(isThere(late, ruling.refusal().code) ? LateOutcome::Concurring : LateOutcome::Stale, ruling);
}

} // namespace

bool isAttention(const CommandBody &body)
{
    return isOneOf<ClaimFile, ReleaseFile, MarkSeen, ResolveFinding>(body);
}

LateRuling decideLate(const ApplicationState &now, const ApplicationState &judged, const Command &command,
                      const WorkflowContext &context)
{
    const Late late{now, judged, command, context};
    const Ruling wouldHave = late.decideOn(judged);
    if (!wouldHave.isAccepted())
        return with(LateOutcome::Refused, wouldHave);
    if (isDecision(command.body))
        return ruleDecision(late, wouldHave);
    return isAttention(command.body) ? ruleAttention(late) : ruleChange(late);
}

ApplicationState follow(ApplicationState judged, const Command &command, const WorkflowContext &context)
{
    const Ruling ruling = Late{judged, judged, command, context}.decideOn(judged);
    for (const Event &event : ruling.isAccepted() ? ruling.events() : std::vector<Event>{})
        judged = apply(std::move(judged), event);
    return judged;
}

} // namespace zsb
