#include "core/workflow/steps.h"

#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

struct Stepper
{
    const ApplicationState &state;
    const CandidateType *type = nullptr;

    /// A process field of an imported file counts as it was received.
    [[nodiscard]] bool received(Field field) const
    {
        const auto found = state.fields.find(field);
        return found != state.fields.end() && !found->second.empty();
    }
    [[nodiscard]] bool isPaid() const { return state.payment.state == PaymentState::Paid; }
    [[nodiscard]] bool isDone(Step step) const;
    [[nodiscard]] std::optional<RefusalCode> blocked(Step step) const;
    [[nodiscard]] std::optional<RefusalCode> blockedReview() const;
    [[nodiscard]] std::optional<RefusalCode> blockedPayment() const;
};

bool Stepper::isDone(Step step) const
{
    switch (step) {
    case Step::Notice:
        return state.consentAt || received(Field::NoticeAcceptedAt);
    case Step::Type:
        return type != nullptr;
    case Step::Information:
        return type && !needRequiredFields(state, *type);
    case Step::Materials:
        return type && !needRequiredMaterials(state, *type);
    case Step::Identity:
        return type && (state.identityCollectedAt || received(Field::IdentityCollectedAt)) &&
               !needPortrait(state, *type);
    case Step::Payment:
        return isPaid();
    case Step::Review:
        return state.review.phase == Phase::Approved;
    case Step::Complete:
        return isComplete(state);
    }
    return false;
}

std::optional<RefusalCode> Stepper::blockedPayment() const
{
    if (isPaidBeforeReview(state))
        return isDone(Step::Identity) ? std::nullopt : std::optional(RefusalCode::IdentityNotCollected);
    return state.review.phase == Phase::Approved ? std::nullopt : std::optional(RefusalCode::PaymentNotDue);
}

/// What Submit would say; nothing once it is submitted.
std::optional<RefusalCode> Stepper::blockedReview() const
{
    if (state.review.phase != Phase::Draft && state.review.phase != Phase::Returned)
        return std::nullopt;
    if (!isDone(Step::Notice))
        return RefusalCode::NoticeNotAccepted;
    if (const Guard guard =
            firstOf([&] { return needRequiredFields(state, *type); },
                    [&] { return needRequiredMaterials(state, *type); }, [&] { return needPortrait(state, *type); }))
        return guard->code;
    if (hasStep(state, Step::Identity) && !isDone(Step::Identity))
        return RefusalCode::IdentityNotCollected;
    if (hasStep(state, Step::Payment) && isPaidBeforeReview(state) && !isPaid())
        return RefusalCode::NotPaid;
    return state.confirmedAt || received(Field::ConfirmedAt) ? std::nullopt : std::optional(RefusalCode::NotConfirmed);
}

std::optional<RefusalCode> Stepper::blocked(Step step) const
{
    if (state.review.phase == Phase::Cancelled)
        return RefusalCode::WrongPhase;
    if (step == Step::Notice)
        return std::nullopt;
    if (step == Step::Type)
        return isDone(Step::Notice) ? std::nullopt : std::optional(RefusalCode::NoticeNotAccepted);
    if (!type)
        return RefusalCode::TypeNotChosen;
    if (step == Step::Payment)
        return blockedPayment();
    if (step == Step::Review)
        return blockedReview();
    if (step == Step::Complete)
        return state.review.phase == Phase::Approved ? RefusalCode::NotPaid : RefusalCode::WrongPhase;
    return std::nullopt;
}

std::vector<std::string> orderOf(const ApplicationState &state, const Pack &pack)
{
    if (!state.steps.empty() || pack.types.empty())
        return state.steps;
    return stepIds(pack.types.front());
}

} // namespace

bool isComplete(const ApplicationState &state)
{
    const bool paid = !hasStep(state, Step::Payment) || state.payment.state == PaymentState::Paid;
    return state.review.phase == Phase::Approved && paid;
}

std::vector<StepStatus> stepStatuses(const ApplicationState &state, const Pack &pack)
{
    const Stepper stepper{state, state.typeId.empty() ? nullptr : pack.type(state.typeId)};
    std::vector<StepStatus> statuses;
    bool currentFound = false;
    for (const std::string &id : orderOf(state, pack)) {
        StepStatus &status = statuses.emplace_back();
        status.step = id;
        const auto step = stepFromId(id);
        if (!step)
            continue;
        if (stepper.isDone(*step)) {
            status.state = StepState::Finished;
        } else if (const auto why = stepper.blocked(*step)) {
            status.state = StepState::Blocked;
            status.why = why;
        } else {
            status.state = currentFound ? StepState::Open : StepState::Current;
            currentFound = true;
        }
    }
    return statuses;
}

} // namespace zsb
