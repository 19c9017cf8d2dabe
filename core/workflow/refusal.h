#pragma once

#include "core/domain/finding.h"
#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Why a command may not happen. One enumerator per thing a person can do about it; the ui owns the sentences, keyed
/// by idOf(code). In brackets the details that come with it.
enum class RefusalCode : std::uint8_t
{
    // the command itself
    NoSuchApplication,
    AlreadyExists,
    StaleRevision, ///< [revision, expected] the file has moved on since
    PackMismatch,  ///< [pack, expected] decided under another version of the rules
    Anonymous,     ///< no actor, role or command id
    WrongPhase,    ///< [phase] not while the file stands where it stands
    AlreadyDone,
    OutsideWindow,  ///< [window, from, to] of the calendar
    DeadlinePassed, ///< [deadline] of the correction
    DeadlineInPast, ///< [deadline]
                    // filling in
    NoticeNotAccepted,
    TypeNotChosen,
    UnknownType, ///< [type]
    NothingGiven,
    FieldNotAsked,           ///< [field] this type does not fill it in
    FieldUnchangeable,       ///< [field] once chosen (A1.4.5.1)
    ItemNotOpen,             ///< [item] the return did not name it
    ItemNotCorrected,        ///< [item] named by the return and not touched
    UnknownSlot,             ///< [slot]
    SlotNotAsked,            ///< [slot] this type does not upload it
    FileMissing,             ///< [slot] no content
    NoSuchMaterial,          ///< [slot]
    RequiredFieldMissing,    ///< [field]
    RequiredMaterialMissing, ///< [slot] the usual one
    PortraitMissing,
    IdentityNotCollected,
    NotConfirmed,
    // payment
    NotPaid,
    PaymentNotDue,  ///< the type pays nothing, or not yet
    IllegalPayment, ///< [from, to]
    AmountMismatch, ///< [amountFen, feeFen]
    OrderMismatch,  ///< [order, expected]
    RefundNotDue,
    // review
    RoleMayNot,       ///< [role, expected]
    ClaimedByOther,   ///< [until]
    NotYourClaim,     ///< claim it first, or again
    SamePerson,       ///< four-eyes: somebody else has to
    UnknownItem,      ///< [item]
    ContentChanged,   ///< [item] it is not what was on the screen
    MaterialUnseen,   ///< [item]
    UnknownFinding,   ///< [finding] the rules do not say that (any more)
    FindingOpen,      ///< [finding, rule] an error that nobody has dismissed
    FindingConfirmed, ///< [finding, rule] an error that was confirmed: return or refuse
    NoteMissing,
    NoReason,
    UnknownReason,   ///< [code]
    ReasonNeedsNote, ///< [code]
    WrongTarget,     ///< [code, target] not what the reason is about
    BadJudgement,    ///< a supervisor cannot doubt again
                     // undo
    UnknownDecision,
    NotYourDecision,
    HoldOver, ///< [heldUntil]
    SomethingFollowed,
    // conversions, later choices, archive
    UnknownConversion,    ///< [conversion]
    ConversionNotOffered, ///< [conversion] not to this file
    ConversionPending,    ///< [conversion]
    NoRequest,            ///< [conversion]
    MajorChosenAlready,   ///< at registration: this type does not choose later
    UnknownMajor,         ///< [major]
    MajorNotReachable,    ///< [major]
    SiteUnchangeable,     ///< the pack lets nobody
    UnknownSite,          ///< [site]
    NoArchiveRoute,
    UnknownArchiveStep, ///< [step]
    ArchiveOutOfOrder,  ///< [step, expected]
};

/// `stale-revision`, …; ids are forever, texts are filed under them.
// NOLINTNEXTLINE(readability-function-size): a table, one line for each code
constexpr auto enumIds(RefusalCode)
{
    return EnumIds<RefusalCode, 65>{{{RefusalCode::NoSuchApplication, "no-such-application"},
                                     {RefusalCode::AlreadyExists, "already-exists"},
                                     {RefusalCode::StaleRevision, "stale-revision"},
                                     {RefusalCode::PackMismatch, "pack-mismatch"},
                                     {RefusalCode::Anonymous, "anonymous"},
                                     {RefusalCode::WrongPhase, "wrong-phase"},
                                     {RefusalCode::AlreadyDone, "already-done"},
                                     {RefusalCode::OutsideWindow, "outside-window"},
                                     {RefusalCode::DeadlinePassed, "deadline-passed"},
                                     {RefusalCode::DeadlineInPast, "deadline-in-past"},
                                     {RefusalCode::NoticeNotAccepted, "notice-not-accepted"},
                                     {RefusalCode::TypeNotChosen, "type-not-chosen"},
                                     {RefusalCode::UnknownType, "unknown-type"},
                                     {RefusalCode::NothingGiven, "nothing-given"},
                                     {RefusalCode::FieldNotAsked, "field-not-asked"},
                                     {RefusalCode::FieldUnchangeable, "field-unchangeable"},
                                     {RefusalCode::ItemNotOpen, "item-not-open"},
                                     {RefusalCode::ItemNotCorrected, "item-not-corrected"},
                                     {RefusalCode::UnknownSlot, "unknown-slot"},
                                     {RefusalCode::SlotNotAsked, "slot-not-asked"},
                                     {RefusalCode::FileMissing, "file-missing"},
                                     {RefusalCode::NoSuchMaterial, "no-such-material"},
                                     {RefusalCode::RequiredFieldMissing, "required-field-missing"},
                                     {RefusalCode::RequiredMaterialMissing, "required-material-missing"},
                                     {RefusalCode::PortraitMissing, "portrait-missing"},
                                     {RefusalCode::IdentityNotCollected, "identity-not-collected"},
                                     {RefusalCode::NotConfirmed, "not-confirmed"},
                                     {RefusalCode::NotPaid, "not-paid"},
                                     {RefusalCode::PaymentNotDue, "payment-not-due"},
                                     {RefusalCode::IllegalPayment, "illegal-payment"},
                                     {RefusalCode::AmountMismatch, "amount-mismatch"},
                                     {RefusalCode::OrderMismatch, "order-mismatch"},
                                     {RefusalCode::RefundNotDue, "refund-not-due"},
                                     {RefusalCode::RoleMayNot, "role-may-not"},
                                     {RefusalCode::ClaimedByOther, "claimed-by-other"},
                                     {RefusalCode::NotYourClaim, "not-your-claim"},
                                     {RefusalCode::SamePerson, "same-person"},
                                     {RefusalCode::UnknownItem, "unknown-item"},
                                     {RefusalCode::ContentChanged, "content-changed"},
                                     {RefusalCode::MaterialUnseen, "material-unseen"},
                                     {RefusalCode::UnknownFinding, "unknown-finding"},
                                     {RefusalCode::FindingOpen, "finding-open"},
                                     {RefusalCode::FindingConfirmed, "finding-confirmed"},
                                     {RefusalCode::NoteMissing, "note-missing"},
                                     {RefusalCode::NoReason, "no-reason"},
                                     {RefusalCode::UnknownReason, "unknown-reason"},
                                     {RefusalCode::ReasonNeedsNote, "reason-needs-note"},
                                     {RefusalCode::WrongTarget, "wrong-target"},
                                     {RefusalCode::BadJudgement, "bad-judgement"},
                                     {RefusalCode::UnknownDecision, "unknown-decision"},
                                     {RefusalCode::NotYourDecision, "not-your-decision"},
                                     {RefusalCode::HoldOver, "hold-over"},
                                     {RefusalCode::SomethingFollowed, "something-followed"},
                                     {RefusalCode::UnknownConversion, "unknown-conversion"},
                                     {RefusalCode::ConversionNotOffered, "conversion-not-offered"},
                                     {RefusalCode::ConversionPending, "conversion-pending"},
                                     {RefusalCode::NoRequest, "no-request"},
                                     {RefusalCode::MajorChosenAlready, "major-chosen-already"},
                                     {RefusalCode::UnknownMajor, "unknown-major"},
                                     {RefusalCode::MajorNotReachable, "major-not-reachable"},
                                     {RefusalCode::SiteUnchangeable, "site-unchangeable"},
                                     {RefusalCode::UnknownSite, "unknown-site"},
                                     {RefusalCode::NoArchiveRoute, "no-archive-route"},
                                     {RefusalCode::UnknownArchiveStep, "unknown-archive-step"},
                                     {RefusalCode::ArchiveOutOfOrder, "archive-out-of-order"}}};
}

struct Refusal
{
    RefusalCode code = RefusalCode::WrongPhase;
    std::vector<Evidence> details{};

    bool operator==(const Refusal &) const = default;
};

} // namespace zsb
