#include "bench.h"
#include "core/base/hash.h"

#include <QTest>

#include <functional>
#include <set>

using namespace zsb;
using namespace zsb::bench;

namespace {

using Why = std::optional<RefusalCode>;
using Attempt = std::function<Why(Bench &)>;

Attachment page(const std::string &slot, const std::string &content)
{
    return file(slot, content);
}

const RecordPayment pending{PaymentState::Pending, "order-1", fee, "cashier"};
const RecordPayment paid{PaymentState::Paid, "order-1", fee, "cashier"};

std::vector<std::pair<RefusalCode, Attempt>> generalAttempts()
{
    using enum RefusalCode;
    return {
        {NoSuchApplication, [](Bench &f) { return f.refusal(Submit{}, desk); }},
        {AlreadyExists,
         [](Bench &f) {
             f.start0();
             return f.refusal(CreateDraft{}, desk);
         }},
        {StaleRevision,
         [](Bench &f) {
             f.start0();
             Command late = f.command(AcceptNotice{}, desk);
             --late.revision;
             return Why(f.give(late).refusal().code);
         }},
        {PackMismatch,
         [](Bench &f) {
             Command other = f.command(CreateDraft{}, desk);
             other.packHash = "another";
             return Why(f.give(other).refusal().code);
         }},
        {Anonymous,
         [](Bench &f) {
             return f.refusal(CreateDraft{}, Who{"", "registrar"});
         }},
        {WrongPhase,
         [](Bench &f) {
             f.submitted("E");
             return f.refusal(Submit{}, desk);
         }},
        {AlreadyDone,
         [](Bench &f) {
             f.start0();
             f.consent();
             return f.refusal(AcceptNotice{}, desk);
         }},
        {OutsideWindow,
         [](Bench &f) {
             f.now -= 24h * 30;
             return f.refusal(CreateDraft{}, desk);
         }},
        {DeadlinePassed,
         [](Bench &f) {
             f.submitted("E");
             f.must(ClaimFile{}, ann);
             f.must(ReturnFile{{{"101"}}}, ann);
             f.now += 24h * 4;
             return f.refusal(AttachPortrait{page("", "new")}, desk);
         }},
        {DeadlineInPast,
         [](Bench &f) {
             f.submitted("E");
             f.must(ClaimFile{}, ann);
             return f.refusal(ReturnFile{{{"101"}}, {}, f.now}, ann);
         }},
    };
}

std::vector<std::pair<RefusalCode, Attempt>> fillingAttempts()
{
    using enum RefusalCode;
    const auto typed = [](Bench &f) {
        f.start0();
        f.consent();
        f.must(ChooseType{"E"}, desk);
    };
    const auto returned = [](Bench &f) {
        f.submitted("E");
        f.must(ClaimFile{}, ann);
        f.must(ReturnFile{{{"101"}}}, ann);
    };
    return {
        {NoticeNotAccepted,
         [](Bench &f) {
             f.start0();
             return f.refusal(ChooseType{"E"}, desk);
         }},
        {TypeNotChosen,
         [](Bench &f) {
             f.start0();
             f.consent();
             return f.refusal(SetFields{{{Field::Name, "x"}}}, desk);
         }},
        {UnknownType,
         [](Bench &f) {
             f.start0();
             f.consent();
             return f.refusal(ChooseType{"Q"}, desk);
         }},
        {NothingGiven, [=](Bench &f) { return typed(f), f.refusal(SetFields{}, desk); }},
        {FieldNotAsked,
         [=](Bench &f) {
             return typed(f), f.refusal(SetFields{{{Field::ServiceRecord, "x"}}}, desk);
         }},
        {FieldUnchangeable,
         [](Bench &f) {
             f.draft("E");
             return f.refusal(SetFields{{{Field::ExamSite, "02"}}}, desk);
         }},
        {ItemNotOpen, [=](Bench &f) { return returned(f), f.refusal(AttachMaterial{page("id_card", "n")}, desk); }},
        {ItemNotCorrected, [=](Bench &f) { return returned(f), f.refusal(Submit{}, desk); }},
        {UnknownSlot, [=](Bench &f) { return typed(f), f.refusal(AttachMaterial{page("shoe", "n")}, desk); }},
        {SlotNotAsked, [=](Bench &f) { return typed(f), f.refusal(AttachMaterial{page("award", "n")}, desk); }},
        {FileMissing, [=](Bench &f) { return typed(f), f.refusal(AttachMaterial{page("id_card", "")}, desk); }},
        {NoSuchMaterial,
         [=](Bench &f) {
             return typed(f), f.refusal(RemoveMaterial{"id_card", "n"}, desk);
         }},
        {RequiredFieldMissing, [=](Bench &f) { return typed(f), f.refusal(ConfirmForm{}, desk); }},
        {RequiredMaterialMissing,
         [](Bench &f) {
             f.draft("E");
             f.must(RemoveMaterial{"id_card", "aa"}, desk);
             return f.refusal(Submit{}, desk);
         }},
        {PortraitMissing,
         [=](Bench &f) {
             typed(f);
             f.must(SetFields{f.goodFields()}, desk);
             f.must(AttachMaterial{page("id_card", "a")}, desk);
             f.must(AttachMaterial{page("student_card", "b")}, desk);
             return f.refusal(Submit{}, desk);
         }},
        {IdentityNotCollected, [=](Bench &f) { return typed(f), f.refusal(pending, desk); }},
        {NotConfirmed,
         [=](Bench &f) {
             typed(f);
             f.fill();
             f.pay();
             return f.refusal(Submit{}, desk);
         }},
        {NotPaid,
         [=](Bench &f) {
             typed(f);
             f.fill();
             return f.refusal(Submit{}, desk);
         }},
    };
}

std::vector<std::pair<RefusalCode, Attempt>> paymentAttempts()
{
    using enum RefusalCode;
    return {
        {PaymentNotDue,
         [](Bench &f) {
             f.draft("V");
             return f.refusal(pending, desk);
         }},
        {IllegalPayment,
         [](Bench &f) {
             f.approved("V");
             return f.refusal(paid, desk);
         }},
        {AmountMismatch,
         [](Bench &f) {
             f.approved("V");
             return f.refusal(RecordPayment{PaymentState::Pending, "o", fee - 1, {}}, desk);
         }},
        {OrderMismatch,
         [](Bench &f) {
             f.approved("V");
             f.must(pending, desk);
             return f.refusal(RecordPayment{PaymentState::Paid, "other", fee, {}}, desk);
         }},
        {RefundNotDue,
         [](Bench &f) {
             f.approved("E");
             return f.refusal(RecordPayment{PaymentState::Refunding, {}, fee, {}}, desk);
         }},
    };
}

std::vector<std::pair<RefusalCode, Attempt>> reviewAttempts()
{
    using enum RefusalCode;
    const auto claimed = [](Bench &f) {
        f.submitted("E");
        f.look(ann);
    };
    const auto wrongPhone = [](Bench &f) {
        f.draft("V");
        f.must(SetFields{{{Field::Phone, "12"}}}, desk);
        f.must(ConfirmForm{}, desk);
        f.must(Submit{}, desk);
        f.look(cai);
    };
    const auto key = [](Bench &f) { return findingKey(findingsOf(f.state, f.context()).front(), f.state); };
    return {
        {RoleMayNot,
         [](Bench &f) {
             f.submitted("E");
             return f.refusal(ClaimFile{}, cai);
         }},
        {ClaimedByOther, [=](Bench &f) { return claimed(f), f.refusal(Approve{}, bob); }},
        {NotYourClaim,
         [=](Bench &f) {
             claimed(f);
             f.now += f.pack().review.claim;
             return f.refusal(Approve{}, ann);
         }},
        {SamePerson,
         [=](Bench &f) {
             claimed(f);
             f.must(Approve{}, ann);
             return f.refusal(ClaimFile{}, Who{"ann", "province"});
         }},
        {UnknownItem,
         [=](Bench &f) {
             return claimed(f), f.refusal(MarkSeen{{{"material:shoe", "x"}}}, ann);
         }},
        {ContentChanged,
         [=](Bench &f) {
             return claimed(f), f.refusal(MarkSeen{{{"portrait", "x"}}}, ann);
         }},
        {MaterialUnseen,
         [](Bench &f) {
             f.submitted("E");
             f.must(ClaimFile{}, ann);
             return f.refusal(Approve{}, ann);
         }},
        {UnknownFinding,
         [=](Bench &f) {
             return claimed(f), f.refusal(ResolveFinding{"x", "phone"}, ann);
         }},
        {FindingOpen, [=](Bench &f) { return wrongPhone(f), f.refusal(Approve{}, cai); }},
        {FindingConfirmed,
         [=](Bench &f) {
             wrongPhone(f);
             f.must(ResolveFinding{key(f), "phone", Resolution::Confirmed, {}}, cai);
             return f.refusal(Approve{}, cai);
         }},
        {NoteMissing,
         [=](Bench &f) {
             wrongPhone(f);
             return f.refusal(ResolveFinding{key(f), "phone", Resolution::Dismissed, {}}, cai);
         }},
        {NoReason, [=](Bench &f) { return claimed(f), f.refusal(Refuse{}, ann); }},
        {UnknownReason, [=](Bench &f) { return claimed(f), f.refusal(Refuse{{{"000"}}}, ann); }},
        {ReasonNeedsNote, [=](Bench &f) { return claimed(f), f.refusal(ReturnFile{{{"901"}}}, ann); }},
        {WrongTarget,
         [=](Bench &f) {
             return claimed(f), f.refusal(ReturnFile{{{"101", "type"}}}, ann);
         }},
        {BadJudgement,
         [](Bench &f) {
             f.disputed();
             f.must(ClaimFile{}, sue);
             return f.refusal(Settle{Judgement::Doubt, {}, "?", {}}, sue);
         }},
        {UnknownDecision, [=](Bench &f) { return claimed(f), f.refusal(Undo{}, ann); }},
        {NotYourDecision,
         [=](Bench &f) {
             claimed(f);
             f.must(Approve{}, ann);
             return f.refusal(Undo{f.state.decisions.back().id}, bob);
         }},
        {HoldOver,
         [=](Bench &f) {
             claimed(f);
             f.must(Approve{}, ann);
             f.now += f.pack().review.hold;
             return f.refusal(Undo{f.state.decisions.back().id}, ann);
         }},
        {SomethingFollowed,
         [=](Bench &f) {
             claimed(f);
             f.must(Approve{}, ann);
             f.must(ClaimFile{}, cai);
             return f.refusal(Undo{f.state.decisions.back().id}, ann);
         }},
    };
}

std::vector<std::pair<RefusalCode, Attempt>> laterAttempts()
{
    using enum RefusalCode;
    const auto request = [](Bench &f) {
        f.approved("E");
        f.must(RequestConversion{"certificate", {page("award", "e")}, {}}, desk);
    };
    const auto veteran = [](Bench &f) {
        f.draft("V");
        f.must(SetFields{{{Field::JuniorMajor, "护理"}}}, desk);
        f.must(ConfirmForm{}, desk);
        f.must(Submit{}, desk);
        f.approve(cai);
    };
    return {
        {UnknownConversion,
         [](Bench &f) {
             f.approved("E");
             return f.refusal(RequestConversion{"waive", {}, {}}, desk);
         }},
        {ConversionNotOffered,
         [](Bench &f) {
             f.draft("E");
             f.must(SetFields{{{Field::AwardPending, "0"}}}, desk);
             f.must(ConfirmForm{}, desk);
             f.must(Submit{}, desk);
             f.approve(ann);
             f.approve(cai);
             return f.refusal(RequestConversion{"certificate", {page("award", "e")}, {}}, desk);
         }},
        {ConversionPending,
         [=](Bench &f) {
             request(f);
             return f.refusal(RequestConversion{"certificate", {page("award", "e")}, {}}, desk);
         }},
        {NoRequest,
         [](Bench &f) {
             f.approved("E");
             return f.refusal(DecideConversion{"certificate", true, {}}, sue);
         }},
        {MajorChosenAlready,
         [](Bench &f) {
             f.approved("E");
             return f.refusal(ChooseMajor{"护理学"}, desk);
         }},
        {UnknownMajor, [=](Bench &f) { return veteran(f), f.refusal(ChooseMajor{"魔法"}, desk); }},
        {MajorNotReachable, [=](Bench &f) { return veteran(f), f.refusal(ChooseMajor{"会计学"}, desk); }},
        {SiteUnchangeable,
         [](Bench &f) {
             Pack strict = makePack();
             strict.review.siteChangeBySupervisor = false;
             f = Bench(bound(std::move(strict)));
             f.draft("E");
             return f.refusal(ChangeExamSite{"02", "x"}, sue);
         }},
        {UnknownSite,
         [](Bench &f) {
             f.draft("E");
             return f.refusal(ChangeExamSite{"99", "x"}, sue);
         }},
        {NoArchiveRoute,
         [](Bench &f) {
             Pack bare = makePack();
             bare.archiveRoutes.clear();
             f = Bench(bound(std::move(bare)));
             f.approved("V");
             return f.refusal(RecordArchiveStep{"printed", {}}, desk);
         }},
        {UnknownArchiveStep,
         [](Bench &f) {
             f.approved("V");
             return f.refusal(RecordArchiveStep{"framed", {}}, desk);
         }},
        {ArchiveOutOfOrder,
         [](Bench &f) {
             f.approved("V");
             return f.refusal(RecordArchiveStep{"stamped", {}}, desk);
         }},
    };
}

std::vector<std::pair<RefusalCode, Attempt>> allAttempts()
{
    std::vector<std::pair<RefusalCode, Attempt>> all;
    for (const auto &part :
         {generalAttempts(), fillingAttempts(), paymentAttempts(), reviewAttempts(), laterAttempts()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

/// Every reason to refuse a command.
class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeIsProduced_data();
    void everyCodeIsProduced();
    void everyCodeHasAnAttempt();
    void codesHaveDistinctIds();
    void refusalsSayTheDetails();
    void releaseIsForTheHolderOrASupervisor();
};

void TestRefusals::everyCodeIsProduced_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto &[code, attempt] : allAttempts())
        QTest::newRow(std::string(idOf(code)).c_str()) << index++;
}

void TestRefusals::everyCodeIsProduced()
{
    QFETCH(int, index);
    const auto [code, attempt] = allAttempts()[std::size_t(index)];
    Bench file;
    const Why why = attempt(file);
    QVERIFY2(why, "accepted");
    QCOMPARE(std::string(idOf(*why)), std::string(idOf(code)));
}

void TestRefusals::everyCodeHasAnAttempt()
{
    std::set<RefusalCode> tried;
    for (const auto &[code, attempt] : allAttempts())
        tried.insert(code);
    for (const auto &[code, id] : enumIds(RefusalCode{}))
        QVERIFY2(tried.contains(code), std::string(id).c_str());
}

void TestRefusals::codesHaveDistinctIds()
{
    std::set<std::string_view> ids;
    for (const auto &[code, id] : enumIds(RefusalCode{}))
        ids.insert(id);
    QCOMPARE(ids.size(), enumIds(RefusalCode{}).size());
    QCOMPARE(std::size_t(RefusalCode::ArchiveOutOfOrder) + 1, ids.size());
}

void TestRefusals::refusalsSayTheDetails()
{
    Bench f;
    f.draft("E");
    const Ruling ruling = f.give(SetFields{{{Field::ExamSite, "02"}}}, desk);
    const std::vector<Evidence> expected = {{"field", std::string("exam_site")}};
    QVERIFY(ruling.refusal().details == expected);
}

void TestRefusals::releaseIsForTheHolderOrASupervisor()
{
    Bench f;
    f.submitted("E");
    f.must(ClaimFile{}, ann);
    QVERIFY(f.refusal(ReleaseFile{}, bob));
    f.must(ReleaseFile{}, sue);
    QVERIFY(!f.state.review.claim);
    f.must(ClaimFile{}, bob);
    f.now += f.pack().review.claim;
    f.must(ClaimFile{}, ann); // a claim that ran out keeps nobody off
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
