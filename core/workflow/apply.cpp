#include "core/workflow/workflow.h"

#include <algorithm>

namespace zsb {
namespace {

/// A correction has been made to whatever opened this item.
void touch(ApplicationState &state, std::string_view item)
{
    for (OpenItem &open : state.review.openItems) {
        if (opens(open, item) && (open.item != typeItem || item == typeItem))
            open.touched = true;
    }
}

void changed(ApplicationState &state, std::string_view item)
{
    touch(state, item);
    state.confirmedAt.reset();
}

void setType(ApplicationState &state, const std::string &typeId, const std::vector<std::string> &steps)
{
    state.typeId = typeId;
    state.steps = steps;
    state.keptFrom = int(state.decisions.size());
}

/// Writes one event into a state that already counts it.
struct Applier
{
    ApplicationState &state;
    const Event &event;

    void operator()(const DraftCreated &body) const
    {
        state.id = event.application;
        state.applicationNo = body.applicationNo;
        state.origin = body.origin;
    }
    void operator()(const NoticeAccepted &body) const
    {
        state.consentAt = event.at;
        state.consentHow = body.how;
        state.fields.erase(Field::NoticeAcceptedAt);
    }
    void operator()(const TypeChosen &body) const
    {
        setType(state, body.typeId, body.steps);
        changed(state, typeItem);
    }
    void operator()(const FieldsSet &body) const
    {
        for (const auto &[field, text] : body.fields) {
            state.fields[field] = text;
            changed(state, fieldItem(field));
        }
    }
    void operator()(const MaterialAttached &body) const
    {
        state.materials[body.attachment.slot].push_back(body.attachment);
        state.fields.erase(Field::Materials);
        changed(state, materialItem(body.attachment.slot));
    }
    void operator()(const MaterialRemoved &body) const
    {
        const auto slot = state.materials.find(body.slot);
        if (slot == state.materials.end())
            return;
        std::erase_if(slot->second, [&](const Attachment &file) { return file.sha256 == body.sha256; });
        if (slot->second.empty())
            state.materials.erase(slot);
        changed(state, materialItem(body.slot));
    }
    void operator()(const PortraitAttached &body) const
    {
        if (state.portrait)
            state.earlierPortraits.push_back(*std::move(state.portrait));
        state.portrait = body.attachment;
        state.fields.erase(Field::Portrait);
        changed(state, portraitItem);
    }
    void operator()(const IdentityRecorded &body) const
    {
        state.identityCollectedAt = body.collectedAt;
        state.fields.erase(Field::IdentityCollectedAt);
        touch(state, "step:identity");
    }
    void operator()(const PaymentRecorded &body) const
    {
        state.payment = {body.state, body.orderNo, body.amountFen, body.source, event.at};
        state.fields.erase(Field::PaymentState);
        state.fields.erase(Field::PaidAmount);
        touch(state, "step:payment");
    }
    void operator()(const FormConfirmed &) const
    {
        state.confirmedAt = event.at;
        state.fields.erase(Field::ConfirmedAt);
    }
    void operator()(const Submitted &body) const;
    void operator()(const Withdrawn &) const
    {
        state.review.phase = Phase::Draft;
        state.review.claim.reset();
    }
    void operator()(const Cancelled &body) const
    {
        state.review.phase = Phase::Cancelled;
        state.review.claim.reset();
        state.review.openItems.clear();
        state.review.deadline.reset();
        state.cancelReason = body.reason;
    }
    void operator()(const Claimed &body) const { state.review.claim = Claim{event.actor, body.until}; }
    void operator()(const Released &) const { state.review.claim.reset(); }
    void operator()(const ItemsSeen &body) const
    {
        for (const auto &[item, hash] : body.items)
            state.seen[body.stageId][item] = Seen{hash, event.actor, event.at};
    }
    void operator()(const FindingResolved &body) const
    {
        state.resolutions[body.findingKey] = {body.rule, body.resolution, body.note, event.actor, event.at};
    }
    void operator()(const Decided &body) const;
    void operator()(const DecisionContested &body) const;
    void operator()(const DecisionUndone &body) const;
    void operator()(const ConversionRequested &body) const
    {
        ConversionRequest request;
        request.conversionId = body.conversionId;
        request.attachments = body.attachments;
        request.note = body.note;
        request.actor = event.actor;
        request.at = event.at;
        state.conversions.push_back(std::move(request));
    }
    void operator()(const ConversionDecided &body) const;
    void operator()(const Converted &body) const
    {
        setType(state, body.typeId, body.steps);
        state.review = body.after;
        for (const Attachment &file : body.attachments)
            state.materials[file.slot].push_back(file);
        if (body.after.phase != Phase::Approved)
            state.confirmedAt.reset();
    }
    void operator()(const MajorChosen &body) const
    {
        state.fields[Field::BachelorMajor] = body.bachelorMajor;
        state.majorChosenAt = event.at;
    }
    void operator()(const ExamSiteChanged &body) const
    {
        state.fields[Field::ExamSite] = body.site;
        changed(state, fieldItem(Field::ExamSite));
    }
    void operator()(const ArchiveStepRecorded &body) const
    {
        state.archive.push_back({body.step, body.place, event.actor, event.at});
    }
    void operator()(const Adopted &body) const
    {
        const int revision = state.revision; // the authority counts its own events, this log its own
        state = body.state;
        state.id = event.application;
        state.revision = revision;
    }
};

/// An imported file keeps the moment it was handed in at its source, until it is handed in here.
void Applier::operator()(const Submitted &body) const
{
    if (state.origin != Origin::Import)
        state.fields.erase(Field::SubmittedAt);
    if (!state.submittedAt)
        state.submittedAt = event.at; // handed in once; a correction is no late registration
    ++state.round;
    state.review = {};
    state.review.phase = Phase::InReview;
    state.review.stage = body.stage;
    state.review.stageId = body.stageId;
}

void Applier::operator()(const Decided &body) const
{
    Decision decision;
    decision.id = event.command;
    decision.sequence = event.sequence;
    decision.round = state.round;
    decision.stageId = body.stageId;
    decision.settles = body.settles;
    decision.judgement = body.judgement;
    decision.reasons = body.reasons;
    decision.note = body.note;
    decision.actor = event.actor;
    decision.role = event.role;
    decision.at = event.at;
    decision.heldUntil = body.heldUntil;
    decision.packHash = event.packHash;
    decision.findings = body.findings;
    decision.seen = body.seen;
    decision.before = std::move(state.review);
    state.decisions.push_back(std::move(decision));
    state.review = body.after;
}

void Applier::operator()(const DecisionContested &body) const
{
    Contest contest;
    contest.id = event.command;
    contest.sequence = event.sequence;
    contest.round = state.round;
    contest.stageId = body.stageId;
    contest.settles = body.settles;
    contest.judgement = body.judgement;
    contest.reasons = body.reasons;
    contest.note = body.note;
    contest.actor = event.actor;
    contest.role = event.role;
    contest.at = event.at;
    contest.seen = body.seen;
    contest.against = body.against;
    contest.concurs = body.concurs;
    contest.before = state.review;
    state.contested.push_back(std::move(contest));
    if (!body.concurs)
        state.review = body.after;
}

void Applier::operator()(const DecisionUndone &body) const
{
    const auto found = std::ranges::find(state.decisions, body.decision, &Decision::id);
    if (found == state.decisions.end() || found->undone)
        return;
    found->undone = true;
    state.review = found->before;
}

void Applier::operator()(const ConversionDecided &body) const
{
    const auto found = std::ranges::find_if(state.conversions, [&](const ConversionRequest &request) {
        return request.conversionId == body.conversionId && request.state == RequestState::Pending;
    });
    if (found == state.conversions.end())
        return;
    found->state = body.accepted ? RequestState::Accepted : RequestState::Declined;
    found->decidedBy = event.actor;
    found->decisionNote = body.note;
    found->decidedAt = event.at;
}

} // namespace

ApplicationState apply(ApplicationState state, const Event &event)
{
    state.revision = event.sequence;
    std::visit(Applier{state, event}, event.body);
    return state;
}

ApplicationState fold(std::span<const Event> events)
{
    ApplicationState state;
    for (const Event &event : events)
        state = apply(std::move(state), event);
    return state;
}

} // namespace zsb
