#include "core/image/scanjudge.h"
#include "core/policy/scanlimitjudge.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>

using namespace zsb;
using namespace Qt::StringLiterals;
using enum ScanMeasure;

/// What the pack's limits, seals and signatures make of a reading (A1.5.2–A1.5.7, A3.2, A3.3).
class TestScanJudge : public QObject
{
    Q_OBJECT

private slots:
    void whatLiesOnALimitPasses();
    void theFirstLimitOfAnIdSpeaks();
    void whatWasNotMeasuredIsNotJudged();
    void editorsAreHintsWithTheirName();
    void aLimitOfASlotLeavesOthersAlone();
    void thisYearsGraduatesNeedTheCollegesSeal();
    void withoutATypeOnlyTheOfficeIsAsked();
    void whatStandsInsteadIsNamed_data();
    void whatStandsInsteadIsNamed();
    void aGreyScanCannotTell();
    void faintAndCutSealsAreLookedAt();
    void aSignatureIsMissedWhereItsPlaceIsEmpty();
    void marksNeverRefuse();
    void thePackNamesOnlyMeasuresThatAreTaken();
    void guessesOnlyWarn();
    void aPackWithoutScanLimitsSaysNothing();

private:
    static std::vector<Finding> judge(const ScanReading &reading, std::string_view type = "X1",
                                      std::string_view slot = "application_form")
    {
        return judgeScan(reading, nm2023(), {slot, type});
    }
    static bool has(const std::vector<Finding> &findings, std::string_view rule)
    {
        return std::ranges::find(findings, rule, &Finding::rule) != findings.end();
    }
    static QStringList marks(const std::vector<Finding> &findings)
    {
        QStringList keys;
        for (const Finding &finding : findings) {
            const auto mark = std::ranges::find(finding.evidence, "mark", &Evidence::key);
            if (mark != finding.evidence.end())
                keys.append(QString::fromStdString(std::get<std::string>(mark->value)));
        }
        keys.sort();
        return keys;
    }
    static ScanSeal seal(double xMm, double yMm, ScanSeal::Kind kind = ScanSeal::Kind::Round)
    {
        ScanSeal made;
        made.kind = kind;
        made.ink = 0.9;
        made.paper = SharePoint{xMm / 210, yMm / 297};
        return made;
    }
    /// A form as it should be: two seals, two signatures, nothing else measured.
    static ScanReading good()
    {
        ScanReading reading;
        reading.hasPixels = true;
        reading.seals = {seal(166, 192), seal(166, 234)};
        reading.set(Seals, 2);
        for (const char *id : {"office-signature", "college-signature"})
            reading.regions.push_back({.id = id, .corners = {}, .strokes = 0.05});
        return reading;
    }
};

void TestScanJudge::whatLiesOnALimitPasses()
{
    ScanReading reading = good();
    reading.set(TextBlur, 3.8);
    QVERIFY(!has(judge(reading), "scan.sharp"));
    reading.set(TextBlur, 3.81);
    QVERIFY(has(judge(reading), "scan.sharp"));
    reading.set(PaperLevel, 100);
    QVERIFY(!has(judge(reading), "scan.dark"));
    reading.set(PaperLevel, 99);
    QVERIFY(has(judge(reading), "scan.dark"));
}

void TestScanJudge::theFirstLimitOfAnIdSpeaks()
{
    ScanReading reading = good();
    reading.set(PageCorners, 2);
    reading.set(InkAtEdge, 0.5);
    const std::vector<Finding> findings = judge(reading);
    QCOMPARE(std::ranges::count(findings, "scan.cropped", &Finding::rule), 1);
    const auto cropped = std::ranges::find(findings, "scan.cropped", &Finding::rule);
    QCOMPARE(std::get<std::string>(cropped->evidence.front().value), std::string("page.corners"));
}

void TestScanJudge::whatWasNotMeasuredIsNotJudged()
{
    QVERIFY(judge(good()).empty());
}

void TestScanJudge::editorsAreHintsWithTheirName()
{
    ScanReading reading = good();
    reading.software = "Adobe PHOTOSHOP 24";
    const std::vector<Finding> findings = judge(reading);
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(findings.front().outcome == Outcome::NeedsReview);
    QVERIFY(findings.front().messageEn.find("PHOTOSHOP") != std::string::npos);
    reading.software = "Camera 1.0";
    QVERIFY(judge(reading).empty());
}

void TestScanJudge::aLimitOfASlotLeavesOthersAlone()
{
    Pack pack = nm2023();
    ScanLimit limit;
    limit.id = "scan.only";
    limit.forSlots = {"diploma"};
    limit.when = {{.measure = "text.blur", .below = {}, .above = 1, .words = {}}};
    pack.scan = {};
    pack.scan.limits = {limit};
    ScanReading reading;
    reading.set(TextBlur, 2);
    QVERIFY(judgeScan(reading, pack, {"id_card", {}}).empty());
    QVERIFY(judgeScan(reading, pack, {}).empty());
    QVERIFY(has(judgeScan(reading, pack, {"diploma", {}}), "scan.only"));
}

/// A3.3, A1.4.1.5: the college's seal and signature for this year's graduates only.
void TestScanJudge::thisYearsGraduatesNeedTheCollegesSeal()
{
    ScanReading reading = good();
    reading.seals.pop_back();
    reading.regions[1].strokes = 0;
    QCOMPARE(marks(judge(reading, "X1")), QStringList({u"seal.missing"_s, u"signature.missing"_s}));
    QVERIFY(judge(reading, "X2").empty());
    QVERIFY(judge(reading, "X3").empty());
}

void TestScanJudge::withoutATypeOnlyTheOfficeIsAsked()
{
    ScanReading reading = good();
    reading.seals.clear();
    const std::vector<Finding> findings = judge(reading, {});
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().clause, std::string("A3.2"));
    QVERIFY(judgeScan(reading, nm2023(), {}).empty());
}

void TestScanJudge::whatStandsInsteadIsNamed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("yMm");
    QTest::addColumn<QString>("mark");
    QTest::newRow("blue") << int(ScanSeal::Kind::RoundBlue) << 192.0 << u"seal.blue"_s;
    QTest::newRow("square") << int(ScanSeal::Kind::Square) << 192.0 << u"seal.square"_s;
    QTest::newRow("at the top") << int(ScanSeal::Kind::Round) << 60.0 << u"seal.elsewhere"_s;
    QTest::newRow("blue at the top") << int(ScanSeal::Kind::RoundBlue) << 60.0 << u"seal.missing"_s;
}

void TestScanJudge::whatStandsInsteadIsNamed()
{
    QFETCH(int, kind);
    QFETCH(double, yMm);
    QFETCH(QString, mark);
    ScanReading reading = good();
    reading.seals = {seal(166, yMm, ScanSeal::Kind(kind))};
    QCOMPARE(marks(judge(reading, "X2")), QStringList{mark});
}

void TestScanJudge::aGreyScanCannotTell()
{
    ScanReading reading = good();
    reading.seals.clear();
    reading.values[std::size_t(Seals)].reset();
    QCOMPARE(marks(judge(reading, "X1")), QStringList({u"seal.grey"_s, u"seal.grey"_s}));
}

void TestScanJudge::faintAndCutSealsAreLookedAt()
{
    ScanReading reading = good();
    reading.seals[0].ink = 0.34;
    reading.seals[1].whole = 0.9;
    QVERIFY(judge(reading).empty());
    reading.seals[0].ink = 0.33;
    reading.seals[1].whole = 0.89;
    QCOMPARE(marks(judge(reading)), QStringList({u"seal.cut"_s, u"seal.faint"_s}));
}

void TestScanJudge::aSignatureIsMissedWhereItsPlaceIsEmpty()
{
    ScanReading reading = good();
    reading.regions[0].strokes = 0.012;
    QVERIFY(judge(reading).empty());
    reading.regions[0].strokes = 0.011;
    QCOMPARE(marks(judge(reading)), QStringList{u"signature.missing"_s});
    reading.regions.clear(); // the paper was not found: nothing is said
    QVERIFY(judge(reading).empty());
}

void TestScanJudge::marksNeverRefuse()
{
    ScanReading reading = good();
    reading.seals.clear();
    for (const Finding &finding : judge(reading)) {
        QVERIFY(finding.outcome == Outcome::NeedsReview);
        QVERIFY(finding.severity != Severity::Error);
        QVERIFY(finding.messageZh.find('{') == std::string::npos);
        QVERIFY(finding.messageEn.find('{') == std::string::npos);
    }
}

void TestScanJudge::thePackNamesOnlyMeasuresThatAreTaken()
{
    QVERIFY(lintScanPolicy(nm2023()).empty());
    QVERIFY(!nm2023().scan.limits.empty());
    Pack pack = nm2023();
    pack.scan.limits.front().when.front().measure = "page.beauty";
    QCOMPARE(lintScanPolicy(pack).size(), std::size_t(1));
}

void TestScanJudge::guessesOnlyWarn()
{
    for (const ScanLimit &limit : nm2023().scan.limits)
        QVERIFY2(!limit.guess || (limit.outcome == Outcome::NeedsReview && limit.severity != Severity::Error),
                 limit.id.c_str());
}

void TestScanJudge::aPackWithoutScanLimitsSaysNothing()
{
    ScanReading reading = good();
    reading.set(TextBlur, 99);
    QVERIFY(judgeScan(reading, hbDemo(), {"id_card", {}}).empty());
}

QTEST_GUILESS_MAIN(TestScanJudge)
#include "tst_scanjudge.moc"
