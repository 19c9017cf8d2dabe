#include "bench.h"

#include <QTest>

using namespace zsb;
using namespace zsb::bench;

namespace QTest {
template<>
inline char *toString(const Phase &phase)
{
    return qstrdup(std::string(idOf(phase)).c_str());
}
template<>
inline char *toString(const std::optional<RefusalCode> &code)
{
    return qstrdup(code ? std::string(idOf(*code)).c_str() : "accepted");
}
} // namespace QTest

namespace {

using Why = std::optional<RefusalCode>;

StepStatus statusOf(const Bench &file, std::string_view step)
{
    for (const StepStatus &status : stepStatuses(file.state, file.pack())) {
        if (status.step == step)
            return status;
    }
    return {};
}

} // namespace

/// One way through the regulation a test; the clause is in the comment.
class TestClauses : public QObject
{
    Q_OBJECT

private slots:
    void examinedTypesPayBeforeReview();
    void exemptTypesPayAfterApproval();
    void fileKeepsTheOrderItWasCreatedUnder();
    void noticeComesFirst();
    void exemptionCanBeGivenUp();
    void refusedAwardBecomesExamined();
    void majorIsChosenLater();
    void certificateChangesTheTypeAfterApproval();
    void declinedCertificateChangesNothing();
    void examSiteStaysWhereItIs();
    void supervisorMovesTheSiteOnlyWhereThePackSaysSo();
    void identityGatesPaymentAndSubmission();
    void paymentGoesItsWay();
    void confirmedFormIsLockedByApproval();
    void paperGoesItsWayInOrder();
    void submissionWaitsForTheResult();
    void takingBackRestartsTheReviewForWhatChanged();
    void returnOpensOnlyNamedItems();
    void correctionComesBackToTheStageThatReturnedIt();
    void registrationIsCompleteWhenApprovedAndPaid();
    void doubtGoesToASupervisor();
    void disputeIsSettledByAThirdPerson();
    void withoutFourEyesTheSecondStageOutranks();
    void undoWithinTheHold();
    void importedGapsAreFindingsNotGates();
    void windowsCountBothEndsAndDailyHours();
    void guessedWindowsRefuseNobody();
    void confirmedErrorForbidsApproval();
};

/// A1.4.0, A1.7.1: the examined order.
void TestClauses::examinedTypesPayBeforeReview()
{
    Bench file;
    file.start0();
    file.consent();
    file.must(ChooseType{"E"}, desk);
    QCOMPARE(statusOf(file, "payment").why, Why(RefusalCode::IdentityNotCollected));
    file.fill();
    file.must(ConfirmForm{}, desk);
    QCOMPARE(statusOf(file, "payment").state, StepState::Current);
    QCOMPARE(statusOf(file, "review").why, Why(RefusalCode::NotPaid));
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::NotPaid));
    file.pay();
    QCOMPARE(statusOf(file, "payment").state, StepState::Finished);
    file.must(Submit{}, desk);
    QCOMPARE(file.phase(), Phase::InReview);
}

/// A1.4.0: the exempt order.
void TestClauses::exemptTypesPayAfterApproval()
{
    Bench file;
    file.draft("V");
    const auto order = RecordPayment{PaymentState::Pending, "order-1", fee, "cashier"};
    QCOMPARE(file.refusal(order, desk), Why(RefusalCode::PaymentNotDue));
    QCOMPARE(statusOf(file, "payment").why, Why(RefusalCode::PaymentNotDue));
    file.must(Submit{}, desk);
    file.approve(cai);
    QCOMPARE(file.phase(), Phase::Approved);
    QCOMPARE(statusOf(file, "payment").state, StepState::Current);
    file.pay();
    QVERIFY(isComplete(file.state));
}

/// A1.4.0: a later pack with another order does not move a file that is under way.
void TestClauses::fileKeepsTheOrderItWasCreatedUnder()
{
    Bench file;
    file.draft("V");
    Pack later = makePack();
    later.types[1].steps = later.types[0].steps;
    const auto statuses = stepStatuses(file.state, later);
    QCOMPARE(statuses.size(), std::size_t(8));
    QCOMPARE(statuses[5].step, std::string("review"));
    QCOMPARE(statuses[6].step, std::string("payment"));
}

/// A1.4.1.0
void TestClauses::noticeComesFirst()
{
    Bench file;
    file.start0();
    QCOMPARE(statusOf(file, "notice").state, StepState::Current);
    QCOMPARE(statusOf(file, "type").why, Why(RefusalCode::NoticeNotAccepted));
    QCOMPARE(file.refusal(ChooseType{"E"}, desk), Why(RefusalCode::NoticeNotAccepted));
    file.consent();
    QCOMPARE(file.state.consentAt, std::optional(file.now));
    file.must(ChooseType{"E"}, desk);
}

/// A1.4.1.6: on request, before approval; the review starts anew.
void TestClauses::exemptionCanBeGivenUp()
{
    Bench file;
    file.submitted("V");
    file.must(RequestConversion{"waive", {}, "放弃"}, desk);
    QCOMPARE(file.state.typeId, std::string("E"));
    QCOMPARE(file.phase(), Phase::Draft);
    QCOMPARE(file.state.fields.at(Field::Name), std::string("测试"));
    QVERIFY(!file.state.confirmedAt);
    QCOMPARE(file.state.conversions.front().state, RequestState::Accepted);
    QCOMPARE(file.state.steps[5], std::string("payment"));

    Bench tooLate;
    tooLate.approved("V");
    QCOMPARE(tooLate.refusal(RequestConversion{"waive", {}, {}}, desk), Why(RefusalCode::WrongPhase));
}

/// A1.4.1.7
void TestClauses::refusedAwardBecomesExamined()
{
    Bench file;
    file.submitted("W");
    QCOMPARE(file.refusal(RequestConversion{"refused-award", {}, {}}, desk), Why(RefusalCode::WrongPhase));
    file.must(ClaimFile{}, ann);
    file.must(Refuse{{{"401"}}}, ann);
    QCOMPARE(file.phase(), Phase::Refused);
    file.must(RequestConversion{"refused-award", {}, {}}, desk);
    QCOMPARE(file.phase(), Phase::Draft);
    QCOMPARE(file.state.typeId, std::string("E"));
    file.must(SetFields{file.goodFields()}, desk);
    file.pay();
    file.must(ConfirmForm{}, desk);
    file.must(Submit{}, desk);
    file.approve(ann);
    file.approve(cai);
    QVERIFY(isComplete(file.state));
}

/// A1.4.3.3: after approval, online, in its window; what the catalogue knows binds.
void TestClauses::majorIsChosenLater()
{
    Bench file;
    file.draft("V");
    QCOMPARE(file.refusal(SetFields{{{Field::BachelorMajor, "护理学"}}}, desk), Why(RefusalCode::FieldNotAsked));
    file.must(SetFields{{{Field::JuniorMajor, "护理"}}}, desk);
    file.must(ConfirmForm{}, desk);
    QCOMPARE(file.refusal(ChooseMajor{"护理学"}, desk), Why(RefusalCode::WrongPhase));
    file.must(Submit{}, desk);
    file.approve(cai);
    QCOMPARE(file.refusal(ChooseMajor{"会计学"}, desk), Why(RefusalCode::MajorNotReachable));
    QCOMPARE(file.refusal(ChooseMajor{"魔法"}, desk), Why(RefusalCode::UnknownMajor));
    file.must(ChooseMajor{"护理学"}, desk);
    QCOMPARE(file.state.fields.at(Field::BachelorMajor), std::string("护理学"));
    QVERIFY(file.state.majorChosenAt);
    file.now = start + 24h * 13;
    QCOMPARE(file.refusal(ChooseMajor{"护理学"}, desk), Why(RefusalCode::OutsideWindow));
}

/// A1.4.3.4: a pending award, its proof, another person's decision; the approval stands.
void TestClauses::certificateChangesTheTypeAfterApproval()
{
    Bench file;
    file.approved("E");
    QCOMPARE(file.refusal(RequestConversion{"certificate", {}, {}}, desk), Why(RefusalCode::RequiredMaterialMissing));
    file.must(RequestConversion{"certificate", {zsb::bench::file("award", "ee")}, {}}, desk);
    QCOMPARE(file.state.typeId, std::string("E"));
    QCOMPARE(file.refusal(DecideConversion{"certificate", true, {}}, desk), Why(RefusalCode::RoleMayNot));
    file.must(DecideConversion{"certificate", true, {}}, ann);
    QCOMPARE(file.state.typeId, std::string("W"));
    QCOMPARE(file.phase(), Phase::Approved);
    QVERIFY(file.state.materials.contains("award"));
    QVERIFY(file.state.confirmedAt);
    QVERIFY(isComplete(file.state));
}

/// A1.4.3.4
void TestClauses::declinedCertificateChangesNothing()
{
    Bench file;
    file.approved("E");
    file.must(RequestConversion{"certificate", {zsb::bench::file("award", "ee")}, {}}, desk);
    QCOMPARE(file.refusal(DecideConversion{"certificate", false, {}}, sue), Why(RefusalCode::NoteMissing));
    file.must(DecideConversion{"certificate", false, "不在名单"}, sue);
    QCOMPARE(file.state.typeId, std::string("E"));
    QCOMPARE(file.state.conversions.front().state, RequestState::Declined);
    file.must(RequestConversion{"certificate", {zsb::bench::file("award", "ff")}, {}}, desk);
}

/// A1.4.5.1
void TestClauses::examSiteStaysWhereItIs()
{
    Bench file;
    file.draft("E");
    QCOMPARE(file.refusal(SetFields{{{Field::ExamSite, "02"}}}, desk), Why(RefusalCode::FieldUnchangeable));
    file.must(SetFields{{{Field::ExamSite, "01"}}}, desk);
    QCOMPARE(file.refusal(ChangeExamSite{"02", "搬家"}, desk), Why(RefusalCode::RoleMayNot));
}

/// A1.4.5.1
void TestClauses::supervisorMovesTheSiteOnlyWhereThePackSaysSo()
{
    Bench allowed;
    allowed.draft("E");
    allowed.must(ChangeExamSite{"02", "搬家"}, sue);
    QCOMPARE(allowed.state.fields.at(Field::ExamSite), std::string("02"));
    QVERIFY(!allowed.state.confirmedAt);
    Pack strict = makePack();
    strict.review.siteChangeBySupervisor = false;
    Bench forbidden(bound(std::move(strict)));
    forbidden.draft("E");
    QCOMPARE(forbidden.refusal(ChangeExamSite{"02", "搬家"}, sue), Why(RefusalCode::SiteUnchangeable));
}

/// A1.6.3: 未采集 → 已采集.
void TestClauses::identityGatesPaymentAndSubmission()
{
    Bench file;
    file.start0();
    file.consent();
    file.must(ChooseType{"E"}, desk);
    QCOMPARE(file.refusal(RecordPayment{PaymentState::Pending, "o", fee, {}}, desk),
             Why(RefusalCode::IdentityNotCollected));
    file.fill();
    QCOMPARE(statusOf(file, "identity").state, StepState::Finished);
    file.pay();
    QCOMPARE(file.state.payment.state, PaymentState::Paid);
}

/// A1.7.1: unpaid → pending → paid; a refused file gets its money back.
void TestClauses::paymentGoesItsWay()
{
    Bench file;
    file.submitted("E");
    QVERIFY(!refundDue(file.state));
    QCOMPARE(file.refusal(RecordPayment{PaymentState::Refunding, {}, fee, {}}, desk), Why(RefusalCode::RefundNotDue));
    file.must(ClaimFile{}, ann);
    file.must(Refuse{{{"101"}}}, ann);
    QVERIFY(refundDue(file.state));
    QCOMPARE(file.refusal(RecordPayment{PaymentState::Refunded, {}, fee, {}}, desk), Why(RefusalCode::IllegalPayment));
    file.must(RecordPayment{PaymentState::Refunding, "order-1", fee, {}}, desk);
    file.must(RecordPayment{PaymentState::Refunded, "order-1", fee, {}}, desk);
    QVERIFY(!refundDue(file.state));
}

/// A1.7.2
void TestClauses::confirmedFormIsLockedByApproval()
{
    Bench file;
    file.draft("E");
    file.must(SetFields{{{Field::Name, "改名"}}}, desk);
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::NotConfirmed));
    file.must(ConfirmForm{}, desk);
    file.must(Submit{}, desk);
    file.approve(ann);
    file.approve(cai);
    QCOMPARE(file.refusal(SetFields{{{Field::Name, "又改"}}}, desk), Why(RefusalCode::WrongPhase));
    QCOMPARE(file.refusal(AttachMaterial{zsb::bench::file("id_card", "zz")}, desk), Why(RefusalCode::WrongPhase));
    QCOMPARE(file.refusal(ChooseType{"V"}, desk), Why(RefusalCode::WrongPhase));
    QCOMPARE(file.refusal(Cancel{"改主意"}, desk), Why(RefusalCode::WrongPhase));
}

/// A1.7.4
void TestClauses::paperGoesItsWayInOrder()
{
    Bench file;
    file.submitted("V");
    QCOMPARE(file.refusal(RecordArchiveStep{"printed", {}}, desk), Why(RefusalCode::WrongPhase));
    file.approve(cai);
    QCOMPARE(file.refusal(RecordArchiveStep{"signed", {}}, desk), Why(RefusalCode::ArchiveOutOfOrder));
    for (const char *step : {"printed", "signed", "stamped", "handed-in"})
        file.must(RecordArchiveStep{step, "学院"}, desk);
    QCOMPARE(file.state.archive.size(), std::size_t(4));
    QCOMPARE(file.refusal(RecordArchiveStep{"printed", {}}, desk), Why(RefusalCode::AlreadyDone));
}

/// A1.8.1
void TestClauses::submissionWaitsForTheResult()
{
    Bench file;
    file.submitted("E");
    QCOMPARE(file.phase(), Phase::InReview);
    QCOMPARE(file.state.review.stageId, std::string("first"));
    QCOMPARE(statusOf(file, "review").state, StepState::Current);
    QCOMPARE(file.refusal(SetFields{{{Field::Name, "改"}}}, desk), Why(RefusalCode::WrongPhase));
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::WrongPhase));
}

/// A1.8.2
void TestClauses::takingBackRestartsTheReviewForWhatChanged()
{
    Bench file;
    file.submitted("E");
    file.approve(ann);
    file.must(Withdraw{}, desk);
    QCOMPARE(file.phase(), Phase::Draft);
    file.must(AttachMaterial{zsb::bench::file("student_card", "new")}, desk);
    file.must(ConfirmForm{}, desk);
    file.must(Submit{}, desk);
    QCOMPARE(file.state.review.stageId, std::string("first"));
    QVERIFY(isVerdictKept(file.state, "first", "material:id_card"));
    QVERIFY(!isVerdictKept(file.state, "first", "material:student_card"));
    file.must(ClaimFile{}, bob);
    QCOMPARE(file.refusal(Approve{}, bob), Why(RefusalCode::MaterialUnseen));
    file.must(MarkSeen{{{"material:student_card", itemHash(file.state, "material:student_card")}}, 900}, bob);
    file.must(Approve{}, bob);
}

/// A1.8.2: the correction reopens only the named items; another slot of the same "one of" will do.
void TestClauses::returnOpensOnlyNamedItems()
{
    Bench file;
    file.submitted("E");
    file.look(ann);
    file.must(ReturnFile{{{"202"}, {"301", "field:name"}}}, ann);
    QCOMPARE(file.phase(), Phase::Returned);
    QCOMPARE(file.state.review.deadline, std::optional<Instant>(file.now + file.pack().review.correction));
    QCOMPARE(file.refusal(SetFields{{{Field::Phone, "13911111111"}}}, desk), Why(RefusalCode::ItemNotOpen));
    QCOMPARE(file.refusal(AttachMaterial{zsb::bench::file("id_card", "zz")}, desk), Why(RefusalCode::ItemNotOpen));
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::ItemNotCorrected));
    file.must(SetFields{{{Field::Name, "测试二"}}}, desk);
    file.must(AttachMaterial{zsb::bench::file("enrolment_record", "rec")}, desk);
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::NotConfirmed));
    file.must(ConfirmForm{}, desk);
    file.must(Submit{}, desk);
    QVERIFY(isVerdictKept(file.state, "first", "material:id_card"));
    QVERIFY(isVerdictKept(file.state, "first", "portrait"));
    QVERIFY(!isVerdictKept(file.state, "first", "material:enrolment_record"));
}

/// A1.8.2
void TestClauses::correctionComesBackToTheStageThatReturnedIt()
{
    Bench file;
    file.disputed();
    file.must(ClaimFile{}, sue);
    file.must(Settle{Judgement::Return, {{"101"}}, {}, {}}, sue);
    QCOMPARE(file.phase(), Phase::Returned);
    file.now = *file.state.review.deadline;
    file.must(AttachPortrait{zsb::bench::file("", "new")}, desk);
    file.must(ConfirmForm{}, desk);
    file.now += 1ms;
    QCOMPARE(file.refusal(Submit{}, desk), Why(RefusalCode::DeadlinePassed));
    file.now -= 1ms;
    file.must(Submit{}, desk);
    QCOMPARE(file.state.review.stageId, std::string("second"));
    file.approve(cai);
    QCOMPARE(file.phase(), Phase::Approved);
}

/// A1.9.1
void TestClauses::registrationIsCompleteWhenApprovedAndPaid()
{
    Bench file;
    file.approved("V");
    QVERIFY(!isComplete(file.state));
    QCOMPARE(statusOf(file, "complete").why, Why(RefusalCode::NotPaid));
    file.pay();
    QVERIFY(isComplete(file.state));
    for (const StepStatus &status : stepStatuses(file.state, file.pack()))
        QCOMPARE(status.state, StepState::Finished);
}

void TestClauses::doubtGoesToASupervisor()
{
    Bench file;
    file.submitted("E");
    file.must(ClaimFile{}, ann);
    QCOMPARE(file.refusal(Doubt{}, ann), Why(RefusalCode::NoReason));
    file.must(Doubt{{}, "印章可疑"}, ann);
    QCOMPARE(file.phase(), Phase::Doubtful);
    QCOMPARE(file.refusal(ClaimFile{}, bob), Why(RefusalCode::RoleMayNot));
    file.look(sue);
    file.must(Settle{Judgement::Approve, {}, {}, {}}, sue);
    QCOMPARE(file.phase(), Phase::InReview);
    QCOMPARE(file.state.review.stageId, std::string("second"));
}

void TestClauses::disputeIsSettledByAThirdPerson()
{
    Bench file;
    file.disputed();
    QCOMPARE(file.phase(), Phase::Disputed);
    QCOMPARE(file.refusal(ClaimFile{}, Who{"ann", "supervisor"}), Why(RefusalCode::SamePerson));
    QCOMPARE(file.refusal(ClaimFile{}, Who{"cai", "supervisor"}), Why(RefusalCode::SamePerson));
    file.must(ClaimFile{}, sue);
    QCOMPARE(file.refusal(Settle{Judgement::Approve, {}, {}, {}}, sue), Why(RefusalCode::MaterialUnseen));
    file.must(MarkSeen{file.everything(), 1}, sue);
    file.must(Settle{Judgement::Approve, {}, {}, {}}, sue);
    QCOMPARE(file.phase(), Phase::Approved);
}

void TestClauses::withoutFourEyesTheSecondStageOutranks()
{
    Pack pack = makePack();
    pack.review.fourEyes = false;
    Bench file(bound(std::move(pack)));
    file.submitted("E");
    file.approve(ann);
    const Who both{"ann", "province"};
    file.must(ClaimFile{}, both);
    file.must(Refuse{{{"101"}}}, both);
    QCOMPARE(file.phase(), Phase::Refused);
}

void TestClauses::undoWithinTheHold()
{
    Bench file;
    file.submitted("E");
    file.look(ann);
    const ReviewState before = file.state.review;
    file.must(Approve{}, ann);
    const CommandId decision = file.state.decisions.back().id;
    file.now += 10s - 1ms;
    QCOMPARE(file.refusal(Undo{decision}, bob), Why(RefusalCode::NotYourDecision));
    file.must(Undo{decision}, ann);
    QVERIFY(file.state.review == before);
    QVERIFY(file.state.decisions.back().undone);
    QCOMPARE(lastDecision(file.state), nullptr);
    file.must(Approve{}, ann);
    file.now += 10s;
    QCOMPARE(file.refusal(Undo{file.state.decisions.back().id}, ann), Why(RefusalCode::HoldOver));
}

void TestClauses::importedGapsAreFindingsNotGates()
{
    Bench file;
    file.now = start + 24h * 60;
    file.must(CreateDraft{"BM9", Origin::Import}, desk);
    file.must(SetFields{{{Field::CandidateType, "V"}, {Field::Phone, "12"}, {Field::SubmittedAt, "soon"}}}, desk);
    file.must(ChooseType{"V"}, desk);
    file.must(AttachMaterial{zsb::bench::file("id_card", "")}, desk);
    file.must(Submit{}, desk);
    QCOMPARE(file.phase(), Phase::InReview);
    const RecordView view = recordOf(file.state);
    QCOMPARE(view.record().text(Field::SubmittedAt), std::string_view("soon"));
    QVERIFY(!view.record().knows(Field::Name));
    QCOMPARE(findingsOf(file.state, file.context()).size(), std::size_t(1));
    file.must(ClaimFile{}, cai);
    file.must(MarkSeen{file.everything(), 1}, cai);
    QCOMPARE(file.refusal(Approve{}, cai), Why(RefusalCode::RequiredMaterialMissing));
    file.must(ReturnFile{{{"202"}}}, cai);
}

void TestClauses::windowsCountBothEndsAndDailyHours()
{
    const auto at = [](Instant now) {
        Bench file;
        file.now = now;
        return file.refusal(CreateDraft{"1", Origin::Desk}, desk);
    };
    const Instant day = start - 10h; // local midnight of 16 February
    QCOMPARE(at(day + 9h), Why());
    QCOMPARE(at(day + 9h - 1s), Why(RefusalCode::OutsideWindow));
    QCOMPARE(at(day + 17h), Why());
    QCOMPARE(at(day + 17h + 1s), Why(RefusalCode::OutsideWindow));
    QCOMPARE(at(day - 24h + 9h), Why());
    QCOMPARE(at(day - 48h + 9h), Why(RefusalCode::OutsideWindow));
    QCOMPARE(at(day + 72h + 17h), Why());
    QCOMPARE(at(day + 96h + 9h), Why(RefusalCode::OutsideWindow));
}

void TestClauses::guessedWindowsRefuseNobody()
{
    Pack pack = makePack();
    pack.calendar[0].guess = true;
    Bench file(bound(std::move(pack)));
    file.now = start + 24h * 100;
    QCOMPARE(file.refusal(CreateDraft{"1", Origin::Desk}, desk), Why());
}

void TestClauses::confirmedErrorForbidsApproval()
{
    Bench file;
    file.draft("V");
    file.must(SetFields{{{Field::Phone, "12"}}}, desk);
    file.must(ConfirmForm{}, desk);
    file.must(Submit{}, desk);
    file.look(cai);
    QCOMPARE(file.refusal(Approve{}, cai), Why(RefusalCode::FindingOpen));
    const std::string key = findingKey(findingsOf(file.state, file.context()).front(), file.state);
    file.must(ResolveFinding{key, "phone", Resolution::Confirmed, {}}, cai);
    QCOMPARE(file.refusal(Approve{}, cai), Why(RefusalCode::FindingConfirmed));
    QCOMPARE(file.refusal(ResolveFinding{key, "phone", Resolution::Dismissed, {}}, cai), Why(RefusalCode::NoteMissing));
    file.must(ResolveFinding{key, "phone", Resolution::Dismissed, "已电话核实"}, cai);
    file.must(Approve{}, cai);
    QCOMPARE(file.state.decisions.back().findings.front().resolution, std::optional(Resolution::Dismissed));
}

QTEST_GUILESS_MAIN(TestClauses)
#include "tst_clauses.moc"
