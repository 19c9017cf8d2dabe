#include "bench.h"
#include "core/workflow/offers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::bench;

/// What lists say is open agrees with what decide() then carries out.
class TestOffers : public QObject
{
    Q_OBJECT

private slots:
    void aMajorIsDueFromApprovalUntilItIsChosen();
    void aMajorIsDueUntilItsWindowIsOver();
    void majorsFollowTheJuniorMajor();
    void aConversionIsOpenUntilItIsAskedFor();
    void whoReviewsTheNewTypeOrSupervisesAnswers();
    void aConversionIsOpenWhereItIsAccepted_data();
    void aConversionIsOpenWhereItIsAccepted();
};

/// A1.4.3.3.
void TestOffers::aMajorIsDueFromApprovalUntilItIsChosen()
{
    Bench f;
    f.submitted("V");
    QVERIFY(!isMajorDue(f.state, f.pack(), f.now));
    f.approve(cai);
    QVERIFY(isMajorDue(f.state, f.pack(), f.now));
    f.must(ChooseMajor{"护理学"}, desk);
    QVERIFY(!isMajorDue(f.state, f.pack(), f.now));
    Bench other;
    other.approved("E"); // chose at registration
    QVERIFY(!isMajorDue(other.state, other.pack(), other.now));
}

void TestOffers::aMajorIsDueUntilItsWindowIsOver()
{
    Bench f;
    f.approved("V");
    f.now = f.pack().window("choice")->to;
    QVERIFY(isMajorDue(f.state, f.pack(), f.now));
    f.now += 1s;
    QVERIFY(!isMajorDue(f.state, f.pack(), f.now));
    QCOMPARE(f.refusal(ChooseMajor{"护理学"}, desk), RefusalCode::OutsideWindow);
}

/// A1.4.4.1: one the catalogue knows leads to its own majors, any other to every one.
void TestOffers::majorsFollowTheJuniorMajor()
{
    Bench f;
    f.approved("V");
    QCOMPARE(majorsOpen(f.state, f.pack()).size(), std::size_t(2));
    f.state.fields[Field::JuniorMajor] = "会计";
    const auto majors = majorsOpen(f.state, f.pack());
    QCOMPARE(majors.size(), std::size_t(1));
    QCOMPARE(majors.front()->name, std::string("会计学"));
    QCOMPARE(f.refusal(ChooseMajor{"护理学"}, desk), RefusalCode::MajorNotReachable);
    QCOMPARE(f.refusal(ChooseMajor{majors.front()->name}, desk), std::nullopt);
}

/// A1.4.3.4.
void TestOffers::aConversionIsOpenUntilItIsAskedFor()
{
    Bench f;
    f.approved("E");
    QCOMPARE(conversionsOpen(f.state, f.pack(), f.now).size(), std::size_t(1));
    QVERIFY(!pendingConversion(f.state));
    f.must(RequestConversion{"certificate", {file("award", "e")}, {}}, desk);
    QVERIFY(conversionsOpen(f.state, f.pack(), f.now).empty());
    QVERIFY(pendingConversion(f.state));
    f.must(DecideConversion{"certificate", false, "x"}, sue);
    QVERIFY(!pendingConversion(f.state));
    QCOMPARE(conversionsOpen(f.state, f.pack(), f.now).size(), std::size_t(1));
    f.state.fields[Field::AwardPending] = "0";
    QVERIFY(conversionsOpen(f.state, f.pack(), f.now).empty());
}

/// A1.4.3.4.
void TestOffers::whoReviewsTheNewTypeOrSupervisesAnswers()
{
    for (const Who &who : {ann, cai, sue, desk}) {
        Bench f;
        f.approved("E");
        QVERIFY(!mayAnswerConversion(f.state, who.role, f.pack())); // nobody asked
        f.must(RequestConversion{"certificate", {file("award", "e")}, {}}, {"other", "registrar"});
        const bool may = mayAnswerConversion(f.state, who.role, f.pack());
        QCOMPARE(may, who.role != desk.role);
        QVERIFY2(may != f.refusal(DecideConversion{"certificate", false, "x"}, who).has_value(), who.role.c_str());
    }
}

/// A1.4.1.6, A1.4.1.7.
void TestOffers::aConversionIsOpenWhereItIsAccepted_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("conversion");
    QTest::newRow("on request") << "V"
                                << "waive";
    QTest::newRow("when refused") << "W"
                                  << "refused-award";
}

void TestOffers::aConversionIsOpenWhereItIsAccepted()
{
    QFETCH(const QString, type);
    QFETCH(const QString, conversion);
    for (const bool isRefused : {false, true}) {
        Bench f;
        f.submitted(type.toStdString());
        if (isRefused) {
            const Who who = type == u"V"_s ? cai : ann;
            f.must(ClaimFile{}, who);
            f.must(Refuse{{{"101"}}}, who);
        }
        const bool isOpen = !conversionsOpen(f.state, f.pack(), f.now).empty();
        QCOMPARE(isOpen, !f.refusal(RequestConversion{conversion.toStdString(), {}, {}}, desk).has_value());
        QCOMPARE(isOpen, isRefused == (type == u"W"_s));
    }
}

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_offers.moc"
