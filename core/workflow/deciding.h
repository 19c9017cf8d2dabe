#pragma once

#include "core/workflow/workflow.h"

#include <initializer_list>

namespace zsb {

/// What one decide() works with; inside this module only.
struct Deciding
{
    const ApplicationState &state;
    const Command &command;
    const WorkflowContext &context;
    const Pack &pack;
    const CandidateType *type = nullptr; ///< null until a type is chosen

    [[nodiscard]] Phase phase() const { return state.review.phase; }
    /// Handed in elsewhere: what it lacks are findings.
    [[nodiscard]] bool isImport() const { return state.origin == Origin::Import; }
    /// Being read in: before it stands in the queue here, or because its table has changed.
    [[nodiscard]] bool isImporting() const
    {
        return isImport() && phase() == Phase::Draft && (state.round == 0 || command.role == importRole);
    }
};

/// What stands in the way; nothing: go on.
using Guard = std::optional<Refusal>;

[[nodiscard]] inline Refusal refuse(RefusalCode code, std::vector<Evidence> details = {})
{
    return {code, std::move(details)};
}

/// The first guard that refuses. Guards are pure, so looking at all of them is only a matter of time.
template<typename... Guards>
[[nodiscard]] Guard firstOf(const Guards &...guards)
{
    Guard first;
    ((first = guards()) || ...);
    return first;
}

/// The events, numbered and signed, as the answer.
[[nodiscard]] Ruling accept(const Deciding &deciding, std::vector<EventBody> bodies);

[[nodiscard]] Guard needPhase(const Deciding &deciding, std::initializer_list<Phase> phases);
/// A window the calendar does not have, or that is a guess, is open.
[[nodiscard]] Guard needWindow(const Deciding &deciding, std::string_view id);
[[nodiscard]] Guard needType(const Deciding &deciding);
[[nodiscard]] Guard needConsent(const Deciding &deciding);
[[nodiscard]] Guard needCorrectionTime(const Deciding &deciding);
/// Draft in its window, or named by the return.
[[nodiscard]] Guard needEditable(const Deciding &deciding, std::string_view item, std::string_view window);
[[nodiscard]] Guard needSupervisor(const Deciding &deciding);
/// Nobody else holds the file.
[[nodiscard]] Guard needNoOtherClaim(const Deciding &deciding);
/// The role, the claim and a second pair of eyes: may this actor review the file as it stands?
[[nodiscard]] Guard needReviewer(const Deciding &deciding);
[[nodiscard]] Guard needReviewerWithClaim(const Deciding &deciding);

[[nodiscard]] Guard needRequiredFields(const ApplicationState &state, const CandidateType &type);
[[nodiscard]] Guard needRequiredMaterials(const ApplicationState &state, const CandidateType &type);
[[nodiscard]] Guard needPortrait(const ApplicationState &state, const CandidateType &type);
[[nodiscard]] bool isPaidBeforeReview(const ApplicationState &state);

[[nodiscard]] bool hasStep(const ApplicationState &state, Step step);
[[nodiscard]] std::vector<std::string> stepIds(const CandidateType &type);
/// The stage's name in `seen`: the review stage, or a supervisor's looking.
[[nodiscard]] std::string stageKey(const ApplicationState &state);
[[nodiscard]] const MaterialUse *useOfSlot(const CandidateType &type, std::string_view slot);
[[nodiscard]] bool hasFile(const ApplicationState &state, std::string_view slot);

/// Whether the file may be approved: everything required seen as it is now, no error finding open (§ integrity).
[[nodiscard]] Guard needApprovable(const Deciding &deciding);
/// The items that the reasons open; a refusal when a reason is unknown, lacks its note or is about something else.
[[nodiscard]] Guard needReasons(const Deciding &deciding, const std::vector<ReasonUse> &reasons, bool opening);
[[nodiscard]] std::vector<OpenItem> openItemsOf(const Deciding &deciding, const std::vector<ReasonUse> &reasons);

// One function a command.
[[nodiscard]] Ruling rule(const Deciding &deciding, const CreateDraft &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const AcceptNotice &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ChooseType &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const SetFields &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const AttachMaterial &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const RemoveMaterial &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const AttachPortrait &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const RecordIdentity &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const RecordPayment &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ConfirmForm &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Submit &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Withdraw &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Cancel &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ClaimFile &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ReleaseFile &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const MarkSeen &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ResolveFinding &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Approve &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ReturnFile &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Refuse &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Doubt &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Settle &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const Undo &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const RequestConversion &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const DecideConversion &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ChooseMajor &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const ChangeExamSite &body);
[[nodiscard]] Ruling rule(const Deciding &deciding, const RecordArchiveStep &body);

} // namespace zsb
