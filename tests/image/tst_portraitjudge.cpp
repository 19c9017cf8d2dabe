#include "core/policy/portraitjudge.h"

#include <QTest>

#include <set>

using namespace zsb;
using enum PortraitMeasure;

/// What the pack's limits make of a reading (A2.1-A2.7).
class TestPortraitJudge : public QObject
{
    Q_OBJECT

private slots:
    void aValueOnTheLimitPasses();
    void allBoundsMustSpeak();
    void theFirstLimitOfAnIdCounts();
    void whatWasNotMeasuredNeverSpeaks();
    void aLimitOfAnotherProfileIsLeftOut();
    void softwareIsFoundByItsWords();
    void theEvidenceSaysWhereToLook();
    void aLimitWithoutAMeasureIsFound();
    void theShippedPackIsClean();
    void theShippedPackSpeaksForEveryClauseItMeasures();
    void noMessageCallsAMeasureByItsId();
    void whatOnlySaysYesOrNoIsNotSaidInNumbers();
    void numbersAreReadInTheDigitsOfTheirUnit();
    void aFileThatCannotBeJudgedAsOnePictureIsTold_data();
    void aFileThatCannotBeJudgedAsOnePictureIsTold();

private:
    static PortraitLimit limit(const std::string &id, std::vector<MeasureBound> when)
    {
        PortraitLimit made;
        made.id = id;
        made.clause = "A2.1";
        made.outcome = Outcome::Fail;
        made.severity = Severity::Error;
        made.when = std::move(when);
        made.message = {"值 {value} 界限 {limit}", "value {value} limit {limit}"};
        return made;
    }
    static PortraitFigures reading(PortraitMeasure measure, double value)
    {
        PortraitFigures made;
        made.set(measure, value);
        return made;
    }
    static std::vector<Finding> judge(const PortraitFigures &of, std::vector<PortraitLimit> limits)
    {
        Pack pack;
        pack.portraitLimits = std::move(limits);
        return judgePortrait(of, pack, "annex2");
    }
    static const LoadedPack &shipped()
    {
        static const LoadedPack pack = *loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
        return pack;
    }
};

void TestPortraitJudge::aValueOnTheLimitPasses()
{
    const PortraitLimit roll = limit("roll", {{.measure = "head.roll", .below = -8, .above = 8, .words = {}}});
    for (const double fine : {-8.0, 0.0, 8.0})
        QVERIFY(judge(reading(HeadRoll, fine), {roll}).empty());
    for (const double bad : {-8.001, 8.001})
        QCOMPARE(judge(reading(HeadRoll, bad), {roll}).size(), std::size_t(1));
    const Finding finding = judge(reading(HeadRoll, -9), {roll}).front();
    QVERIFY(finding.outcome == Outcome::Fail);
    QCOMPARE(finding.messageEn, std::string("value -9 limit -8"));
}

void TestPortraitJudge::allBoundsMustSpeak()
{
    const PortraitLimit both = limit("blur", {{.measure = "sharpness.scaled", .below = 0.03, .above = {}, .words = {}},
                                              {.measure = "head.eye_distance", .below = {}, .above = 25, .words = {}}});
    PortraitFigures small = reading(FaceDetailScaled, 0.01);
    small.set(EyeDistance, 20);
    QVERIFY(judge(small, {both}).empty());
    small.set(EyeDistance, 30);
    QCOMPARE(judge(small, {both}).size(), std::size_t(1));
}

void TestPortraitJudge::theFirstLimitOfAnIdCounts()
{
    PortraitLimit hard = limit("tilt", {{.measure = "head.roll", .below = {}, .above = 8, .words = {}}});
    PortraitLimit soft = limit("tilt", {{.measure = "head.roll", .below = {}, .above = 4, .words = {}}});
    soft.outcome = Outcome::NeedsReview;
    QVERIFY(judge(reading(HeadRoll, 9), {hard, soft}).front().outcome == Outcome::Fail);
    QCOMPARE(judge(reading(HeadRoll, 9), {hard, soft}).size(), std::size_t(1));
    QVERIFY(judge(reading(HeadRoll, 5), {hard, soft}).front().outcome == Outcome::NeedsReview);
}

void TestPortraitJudge::whatWasNotMeasuredNeverSpeaks()
{
    const PortraitLimit open = limit("eyes", {{.measure = "eyes.opening", .below = 9, .above = {}, .words = {}}});
    QVERIFY(judge(PortraitFigures{}, {open}).empty());
}

void TestPortraitJudge::aLimitOfAnotherProfileIsLeftOut()
{
    PortraitLimit other = limit("white", {{.measure = "background.level", .below = 234, .above = {}, .words = {}}});
    other.profiles = {"chsi"};
    QVERIFY(judge(reading(BackgroundLevel, 10), {other}).empty());
    other.profiles = {"chsi", "annex2"};
    QCOMPARE(judge(reading(BackgroundLevel, 10), {other}).size(), std::size_t(1));
}

void TestPortraitJudge::softwareIsFoundByItsWords()
{
    const PortraitLimit edited =
        limit("software", {{.measure = "file.software", .below = {}, .above = {}, .words = {"gimp", "美图"}}});
    PortraitFigures made;
    made.software = "GIMP 2.10";
    QCOMPARE(judge(made, {edited}).size(), std::size_t(1));
    made.software = "美图秀秀";
    QCOMPARE(judge(made, {edited}).size(), std::size_t(1));
    for (const char *camera : {"HDR+ 1.0", ""}) {
        made.software = camera;
        QVERIFY(judge(made, {edited}).empty());
    }
}

void TestPortraitJudge::theEvidenceSaysWhereToLook()
{
    PortraitFigures made = reading(EyesRed, 0.5);
    made.regions[std::size_t(PortraitRegion::Eyes)] = ShareBox{0.25, 0.5, 0.5, 0.125};
    const auto findings =
        judge(made, {limit("red", {{.measure = "eyes.red", .below = {}, .above = 0.1, .words = {}}})});
    const std::vector<Evidence> expected = {{"measure", std::string("eyes.red")},
                                            {"value", 0.5},
                                            {"limit", 0.1},
                                            {"box_left", 0.25},
                                            {"box_top", 0.5},
                                            {"box_width", 0.5},
                                            {"box_height", 0.125}};
    QVERIFY(findings.front().evidence == expected);
    QVERIFY(findings.front().fields == std::vector<Field>{Field::Portrait});
}

void TestPortraitJudge::aLimitWithoutAMeasureIsFound()
{
    Pack pack;
    pack.portraitLimits = {limit("a", {{.measure = "face.beauty", .below = 1, .above = {}, .words = {}}}),
                           limit("b", {{.measure = "head.roll", .below = 1, .above = {}, .words = {}}})};
    const std::vector<PackProblem> problems = lintPortraitLimits(pack);
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().key, std::string("a"));
}

void TestPortraitJudge::theShippedPackIsClean()
{
    QVERIFY(shipped().pack);
    QVERIFY(lintPortraitLimits(*shipped().pack).empty());
}

void TestPortraitJudge::theShippedPackSpeaksForEveryClauseItMeasures()
{
    std::set<std::string> clauses;
    for (const PortraitLimit &each : shipped().pack->portraitLimits)
        clauses.insert(each.clause);
    QVERIFY(clauses == (std::set<std::string>{"A2.1", "A2.2", "A2.3", "A2.4", "A2.5", "A2.6", "A2.7"}));
}

/// In both languages, whichever limit speaks: the evidence keeps the id, people read words.
void TestPortraitJudge::noMessageCallsAMeasureByItsId()
{
    for (const PortraitLimit &each : shipped().pack->portraitLimits) {
        Pack pack;
        pack.texts = shipped().pack->texts;
        pack.portraitLimits = {each};
        pack.portraitLimits.front().profiles.clear();
        PortraitFigures figures;
        figures.software = each.when.front().words.empty() ? std::string() : each.when.front().words.front();
        for (const MeasureBound &bound : each.when) {
            if (const MeasureInfo *info = findPortraitMeasure(bound.measure))
                figures.set(info->measure, bound.above ? *bound.above + 0.001 : *bound.below - 0.001);
        }
        for (const Finding &finding : judgePortrait(figures, pack, {})) {
            for (const std::string &message : {finding.messageZh, finding.messageEn}) {
                QVERIFY2(message.find('{') == std::string::npos, message.c_str());
                for (const MeasureInfo &info : portraitMeasures())
                    QVERIFY2(message.find(info.id) == std::string::npos, message.c_str());
            }
        }
    }
}

/// "Decoded = 0, limit 1" is for nobody who reads.
void TestPortraitJudge::whatOnlySaysYesOrNoIsNotSaidInNumbers()
{
    for (const auto &[measure, value] : {std::pair{Decoded, 0.0}, {Landmarks, 0.0}}) {
        PortraitFigures of = reading(measure, value);
        of.set(Faces, 1);
        const std::vector<Finding> findings = judgePortrait(of, *shipped().pack, "annex2");
        QCOMPARE(findings.size(), std::size_t(1));
        for (const std::string &message : {findings.front().messageZh, findings.front().messageEn})
            QVERIFY2(message.find_first_of("01") == std::string::npos, message.c_str());
    }
    PortraitFigures turned = reading(FaceTurn, 270);
    turned.set(ExifOrientation, 1);
    const std::vector<Finding> findings = judgePortrait(turned, *shipped().pack, "annex2");
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(findings.front().messageZh.find("旋转 270°") != std::string::npos);
    QVERIFY(findings.front().messageEn.find("turn of 270°") != std::string::npos);
}

/// The evidence keeps every digit; a sentence never says that a value is beyond a limit it reads alike with.
void TestPortraitJudge::numbersAreReadInTheDigitsOfTheirUnit()
{
    const auto said = [](PortraitMeasure measure, double value, double above) {
        const std::string id(measureInfo(measure).id);
        const auto found =
            judge(reading(measure, value), {limit("x", {{.measure = id, .below = {}, .above = above, .words = {}}})});
        return found.empty() ? std::string() : found.front().messageEn;
    };
    QCOMPARE(said(HeadRoll, 9.3271, 8), std::string("value 9.3 limit 8"));
    QCOMPARE(said(BackgroundLevel, 240.5, 234), std::string("value 241 limit 234"));
    QCOMPARE(said(HeadRatio, 0.7132, 0.69), std::string("value 0.713 limit 0.69"));
    QCOMPARE(said(HeadRatio, 0.6901, 0.69), std::string("value 0.6901 limit 0.69"));
    QCOMPARE(said(HeadRoll, 8.0004, 8), std::string("value 8.0004 limit 8"));
    QCOMPARE(said(BackgroundSides, 6.04, 6), std::string("value 6.04 limit 6"));
    QCOMPARE(said(PictureWidth, 481, 480), std::string("value 481 limit 480"));
}

void TestPortraitJudge::aFileThatCannotBeJudgedAsOnePictureIsTold_data()
{
    QTest::addColumn<PortraitMeasure>("measure");
    QTest::addColumn<double>("fine");
    QTest::addColumn<double>("told");
    QTest::addColumn<QString>("rule");
    QTest::newRow("animation") << Frames << 1.0 << 2.0 << QStringLiteral("portrait.animated");
    QTest::newRow("inks") << Cmyk << 0.0 << 1.0 << QStringLiteral("portrait.cmyk");
    QTest::newRow("place") << GpsTags << 0.0 << 1.0 << QStringLiteral("portrait.place");
    QTest::newRow("damaged") << DataFaults << 0.0 << 1.0 << QStringLiteral("portrait.damaged");
    QTest::newRow("left over") << DataExtra << 2.0 << 3.0 << QStringLiteral("portrait.damaged");
    QTest::newRow("step") << DataStep << 0.39 << 0.5 << QStringLiteral("portrait.damaged");
    QTest::newRow("behind the end") << Trailer << 0.0 << 1.0 << QStringLiteral("portrait.trailer");
    QTest::newRow("size") << Oversize << 0.0 << 1.0 << QStringLiteral("portrait.decoded");
}

/// A2.2: each has a finding of its own, whatever the profile.
void TestPortraitJudge::aFileThatCannotBeJudgedAsOnePictureIsTold()
{
    QFETCH(PortraitMeasure, measure);
    QFETCH(double, fine);
    QFETCH(double, told);
    QFETCH(QString, rule);
    PortraitFigures figures = reading(measure, told);
    figures.set(PictureWidth, 9000);
    figures.set(PictureHeight, 8000);
    for (const char *profile : {"annex2", "chsi"}) {
        const auto findings = judgePortrait(figures, *shipped().pack, profile);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(findings.front().rule), rule);
        QVERIFY(measure != Oversize || findings.front().messageZh.find("9000×8000") != std::string::npos);
        figures.set(measure, fine);
        QVERIFY(judgePortrait(figures, *shipped().pack, profile).empty());
        figures.set(measure, told);
    }
}

QTEST_GUILESS_MAIN(TestPortraitJudge)
#include "tst_portraitjudge.moc"
