#include "core/demo/flawparts.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using Rules = std::string_view;

bool paysBeforeReview(const DemoPerson &person, const Pack &)
{
    const auto &steps = person.type->steps;
    return std::ranges::find(steps, Step::Payment) < std::ranges::find(steps, Step::Review);
}

bool hasRegistrationWindow(const DemoPerson &, const Pack &pack)
{
    return pack.window("registration") != nullptr;
}

void noticeNotAccepted(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::NoticeAcceptedAt].clear();
}

void notCollected(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::IdentityCollectedAt].clear();
}

bool hasCollectionWindow(const DemoPerson &, const Pack &pack)
{
    return pack.window("collection") != nullptr;
}

void collectedEarly(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    const Instant start = maker.pack().window("collection")->from;
    flawed.person[Field::IdentityCollectedAt] = formatInstant(start - std::chrono::seconds{1}, maker.pack().timeOffset);
}

void notConfirmed(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[Field::ConfirmedAt].clear();
}

void unpaid(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::PaymentState] = maker.pack().table("payment_state")->byCode("unpaid")->name.zh;
    flawed.person[Field::PaidAmount].clear();
}

void otherFee(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    flawed.person[Field::PaidAmount] = std::to_string(maker.pack().feeFen - 1000);
}

void submittedLate(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &maker)
{
    const Instant end = maker.pack().window("registration")->to;
    flawed.person[Field::SubmittedAt] = formatInstant(end + std::chrono::seconds{1}, maker.pack().timeOffset);
}

constexpr std::array<Rules, 2> notice = {"process.notice-accepted", "process.order"};
constexpr std::array<Rules, 2> identity = {"process.identity-collected", "process.order"};
constexpr std::array<Rules, 2> collection = {"process.collection-window", "process.order"}; // before the notice, too
constexpr std::array<Rules, 1> confirmed = {"process.confirmed"};
constexpr std::array<Rules, 1> payment = {"process.payment"};
constexpr std::array<Rules, 1> fee = {"process.fee"};
constexpr std::array<Rules, 1> window = {"process.registration-window"};

constexpr std::array flaws = {
    Flaw{.kind = "notice-not-accepted", .expected = notice, .spoil = noticeNotAccepted},
    Flaw{.kind = "identity-not-collected", .expected = identity, .spoil = notCollected},
    Flaw{.kind = "identity-collected-early",
         .expected = collection,
         .fits = hasCollectionWindow,
         .spoil = collectedEarly},
    Flaw{.kind = "not-confirmed", .expected = confirmed, .spoil = notConfirmed},
    Flaw{.kind = "unpaid", .expected = payment, .fits = paysBeforeReview, .spoil = unpaid},
    Flaw{.kind = "other-fee", .expected = fee, .fits = paysBeforeReview, .spoil = otherFee},
    Flaw{.kind = "submitted-late", .expected = window, .fits = hasRegistrationWindow, .spoil = submittedLate},
};

} // namespace

std::span<const Flaw> processFlaws()
{
    return flaws;
}

} // namespace zsb
