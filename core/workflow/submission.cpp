#include "core/workflow/deciding.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using enum PaymentState;

/// From → to, as the money goes.
constexpr std::array<std::pair<PaymentState, PaymentState>, 8> legalPayments = {{{Unpaid, Pending},
                                                                                 {Unpaid, Expired},
                                                                                 {Pending, Paid},
                                                                                 {Pending, Expired},
                                                                                 {Expired, Pending},
                                                                                 {Paid, Refunding},
                                                                                 {Refunding, Refunded},
                                                                                 {Refunded, Pending}}};

Guard needLegalPayment(const Deciding &deciding, PaymentState to)
{
    const PaymentState from = deciding.state.payment.state;
    if (std::ranges::find(legalPayments, std::pair(from, to)) != legalPayments.end())
        return std::nullopt;
    return refuse(RefusalCode::IllegalPayment, {{"from", std::string(idOf(from))}, {"to", std::string(idOf(to))}});
}

Guard needIdentity(const Deciding &deciding)
{
    if (deciding.isImport() || deciding.state.identityCollectedAt || !hasStep(deciding.state, Step::Identity))
        return std::nullopt;
    return refuse(RefusalCode::IdentityNotCollected);
}

/// The order of the file says when the fee is due: after collection, or after approval (A1.4.0, A1.7.1).
Guard needPaymentDue(const Deciding &deciding)
{
    if (Guard guard = needPhase(deciding, {Phase::Draft, Phase::InReview, Phase::Doubtful, Phase::Disputed,
                                           Phase::Returned, Phase::Approved}))
        return guard;
    const bool due = isPaidBeforeReview(deciding.state) || deciding.phase() == Phase::Approved;
    if (!hasStep(deciding.state, Step::Payment) || !due)
        return refuse(RefusalCode::PaymentNotDue);
    return needIdentity(deciding);
}

Guard needFee(const Deciding &deciding, const RecordPayment &body)
{
    const std::int64_t fee = deciding.pack.feeFen;
    if (body.amountFen != fee)
        return refuse(RefusalCode::AmountMismatch, {{"amountFen", body.amountFen}, {"feeFen", fee}});
    const std::string &order = deciding.state.payment.orderNo;
    if (body.orderNo.empty() || (body.state == Paid && body.orderNo != order))
        return refuse(RefusalCode::OrderMismatch, {{"order", body.orderNo}, {"expected", order}});
    return std::nullopt;
}

Guard needRefund(const Deciding &deciding)
{
    return refundDue(deciding.state) ? Guard() : refuse(RefusalCode::RefundNotDue);
}

/// What each new state needs. Money that was on its way when a file ended is recorded, so that it can go back.
Guard needPayable(const Deciding &deciding, const RecordPayment &body)
{
    switch (body.state) {
    case Pending:
        return firstOf([&] { return needPaymentDue(deciding); }, [&] { return needWindow(deciding, "payment"); },
                       [&] { return needFee(deciding, body); });
    case Paid:
        return needFee(deciding, body);
    case Refunding:
        return needRefund(deciding);
    case Unpaid:
    case Refunded:
    case Expired:
        return std::nullopt;
    }
    return std::nullopt;
}

Guard needConfirmation(const Deciding &deciding)
{
    return deciding.state.confirmedAt ? Guard() : refuse(RefusalCode::NotConfirmed);
}

Guard needPaid(const Deciding &deciding)
{
    const bool due = hasStep(deciding.state, Step::Payment) && isPaidBeforeReview(deciding.state);
    return due && deciding.state.payment.state != Paid ? refuse(RefusalCode::NotPaid) : Guard();
}

/// Everything before the review, in the order of the steps. An imported file was handed in elsewhere.
Guard needCompleteForm(const Deciding &deciding)
{
    if (deciding.isImport())
        return std::nullopt;
    const ApplicationState &state = deciding.state;
    return firstOf([&] { return needConsent(deciding); }, [&] { return needRequiredFields(state, *deciding.type); },
                   [&] { return needRequiredMaterials(state, *deciding.type); },
                   [&] { return needPortrait(state, *deciding.type); }, [&] { return needIdentity(deciding); },
                   [&] { return needPaid(deciding); }, [&] { return needConfirmation(deciding); });
}

Guard needCorrected(const Deciding &deciding)
{
    for (const OpenItem &open : deciding.state.review.openItems) {
        if (!open.touched)
            return refuse(RefusalCode::ItemNotCorrected, {{"item", open.item}});
    }
    return std::nullopt;
}

Guard needSubmissionTime(const Deciding &deciding)
{
    if (deciding.isImporting())
        return std::nullopt;
    if (deciding.phase() == Phase::Returned)
        return needCorrectionTime(deciding);
    return needWindow(deciding, deciding.state.round > 0 ? "correction" : "registration");
}

/// A corrected file comes back to the stage that returned it, unless the type has changed under it.
int stageOfSubmission(const Deciding &deciding)
{
    const bool sameType = deciding.state.keptFrom < int(deciding.state.decisions.size());
    const int last = std::max(0, int(deciding.type->review.size()) - 1);
    return deciding.phase() == Phase::Returned && sameType ? std::min(deciding.state.review.stage, last) : 0;
}

} // namespace

Ruling rule(const Deciding &deciding, const RecordPayment &body)
{
    const auto payable = [&] { return deciding.isImporting() ? Guard() : needPayable(deciding, body); };
    const auto legal = [&] { return deciding.isImporting() ? Guard() : needLegalPayment(deciding, body.state); };
    if (Guard guard = firstOf([&] { return deciding.isImporting() ? Guard() : needType(deciding); }, legal, payable))
        return *guard;
    return accept(deciding, {PaymentRecorded{body.state, body.orderNo, body.amountFen, body.source}});
}

Ruling rule(const Deciding &deciding, const ConfirmForm &)
{
    const auto complete = [&] {
        return deciding.isImport() ? Guard() : needRequiredFields(deciding.state, *deciding.type);
    };
    const auto inTime = [&] { return deciding.phase() == Phase::Returned ? needCorrectionTime(deciding) : Guard(); };
    if (Guard guard = firstOf(
            [&] {
                return needPhase(deciding, {Phase::Draft, Phase::Returned});
            },
            [&] { return needConsent(deciding); }, [&] { return needType(deciding); }, inTime, complete))
        return *guard;
    if (deciding.state.confirmedAt)
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {FormConfirmed{}});
}

Ruling rule(const Deciding &deciding, const Submit &)
{
    if (Guard guard = firstOf(
            [&] {
                return needPhase(deciding, {Phase::Draft, Phase::Returned});
            },
            [&] { return needSubmissionTime(deciding); }, [&] { return needType(deciding); },
            [&] { return needCorrected(deciding); }, [&] { return needCompleteForm(deciding); }))
        return *guard;
    const int stage = stageOfSubmission(deciding);
    const auto &stages = deciding.type->review;
    return accept(deciding, {Submitted{stage, stages.empty() ? std::string{} : stages[std::size_t(stage)].id}});
}

} // namespace zsb
