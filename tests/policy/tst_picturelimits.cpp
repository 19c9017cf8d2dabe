#include "core/policy/picturelimits.h"
#include "core/policy/portraitmeasure.h"
#include "core/policy/scanmeasure.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <map>

using namespace zsb;
using namespace Qt::StringLiterals;

/// How one value stands to the limits of a pack: what reports, overlays and `explain` tell of it.
class TestPictureLimits : public QObject
{
    Q_OBJECT

private slots:
    void limitsAreThoseOfTheProfile();
    void limitsAreThoseOfTheSlot();
    void aValueOnTheLimitIsWithinAndBeyondItIsNot_data();
    void aValueOnTheLimitIsWithinAndBeyondItIsNot();
    void aLimitOnSeveralMeasuresSpeaksWhenAllOfThemDo();
    void aConditionIsNotMarked();
    void aValueIsHeldAgainstTheLimitThatSpeaks_data();
    void aValueIsHeldAgainstTheLimitThatSpeaks();
    void aFlagIsSaidInWords();
    void measuresAreCalledAsThePackCallsThem();

private:
    static MeasureStanding standing(std::string_view measure, const std::map<std::string_view, double> &values)
    {
        const std::vector<PictureLimit> limits = portraitLimitsOf(nm2023(), "annex2");
        const auto valueOf = [&](std::string_view id) {
            const auto at = values.find(id);
            return at == values.end() ? std::nullopt : std::optional(at->second);
        };
        return standingOf(measure, limits, valueOf, nm2023(), Language::Chinese);
    }
};

void TestPictureLimits::limitsAreThoseOfTheProfile()
{
    const auto names = [](std::string_view profile, std::string_view id) {
        return std::ranges::count(portraitLimitsOf(nm2023(), profile), id, &PictureLimit::id);
    };
    QCOMPARE(names("annex2", "portrait.background-white"), 4);
    QCOMPARE(names("chsi", "portrait.background-white"), 0);
    QCOMPARE(names("chsi", "portrait.one-face"), names("annex2", "portrait.one-face"));
}

void TestPictureLimits::limitsAreThoseOfTheSlot()
{
    const auto sharp = [](std::string_view slot) {
        return std::ranges::count(scanLimitsOf(nm2023(), slot), "scan.sharp", &PictureLimit::id);
    };
    QCOMPARE(sharp("diploma"), 2);
    QCOMPARE(sharp(""), 1);
    QCOMPARE(pictureLimitsOf(nm2023()).size(), nm2023().portraitLimits.size() + nm2023().scan.limits.size());
}

/// A2.1 in annex 2: below 212 refused, below 234 to be looked at.
void TestPictureLimits::aValueOnTheLimitIsWithinAndBeyondItIsNot_data()
{
    using Kind = MeasureStanding::Kind;
    QTest::addColumn<double>("level");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("white") << 255.0 << Kind::Within;
    QTest::newRow("on the soft limit") << 234.0 << Kind::Within;
    QTest::newRow("below it") << 233.9 << Kind::Look;
    QTest::newRow("on the hard limit") << 212.0 << Kind::Look;
    QTest::newRow("below that") << 211.9 << Kind::Refused;
}

void TestPictureLimits::aValueOnTheLimitIsWithinAndBeyondItIsNot()
{
    QFETCH(double, level);
    QFETCH(MeasureStanding::Kind, kind);
    const MeasureStanding got = standing("background.level", {{"background.level", level}});
    QCOMPARE(got.kind, kind);
    QCOMPARE(got.limits, std::string("✖ < 212; ▲ < 234"));
}

void TestPictureLimits::aLimitOnSeveralMeasuresSpeaksWhenAllOfThemDo()
{
    using Kind = MeasureStanding::Kind;
    QCOMPARE(standing("face.count", {{"face.turn", 0}, {"face.count", 0}}).kind, Kind::Refused);
    QCOMPARE(standing("face.count", {{"face.turn", 90}, {"face.count", 0}}).kind, Kind::Within);
    QCOMPARE(standing("face.count", {{"face.count", 0}}).kind, Kind::Within); // nobody turned it
    QCOMPARE(standing("skin.nothing", {}).kind, Kind::Free);
}

/// A2.7: a blurred face says nothing against the distance of its eyes, which only tells whether blur can be seen.
void TestPictureLimits::aConditionIsNotMarked()
{
    using Kind = MeasureStanding::Kind;
    const std::map<std::string_view, double> blurred = {{"sharpness.scaled", 0.02}, {"head.eye_distance", 60}};
    const MeasureStanding sharpness = standing("sharpness.scaled", blurred);
    QCOMPARE(sharpness.kind, Kind::Refused);
    QVERIFY(sharpness.limits.find("> 25") != std::string::npos); // the condition is said there
    QCOMPARE(standing("head.eye_distance", blurred).kind, Kind::Free);
    const std::map<std::string_view, double> none = {{"face.turn", 0}, {"face.count", 0}};
    QCOMPARE(standing("face.turn", none).kind, Kind::Within);
    QCOMPARE(standing("face.turn", {{"face.turn", 90}, {"face.count", 0}, {"file.exif_orientation", 1}}).kind,
             Kind::Refused);
}

/// What is shown is the limit that the finding names: the hard one where that speaks (A2.1, A2.3).
void TestPictureLimits::aValueIsHeldAgainstTheLimitThatSpeaks_data()
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("held");
    QTest::newRow("within") << u"background.level"_s << 234.0 << u"234 -"_s;
    QTest::newRow("soft") << u"background.level"_s << 233.9 << u"234 -"_s;
    QTest::newRow("hard") << u"background.level"_s << 211.9 << u"212 -"_s;
    QTest::newRow("roll within") << u"head.roll"_s << 4.5 << u"-4.5 4.5"_s;
    QTest::newRow("roll soft") << u"head.roll"_s << -8.0 << u"-4.5 4.5"_s;
    QTest::newRow("roll hard") << u"head.roll"_s << -8.1 << u"-8 8"_s;
    QTest::newRow("head within") << u"head.ratio"_s << 0.6 << u"0.52 0.74"_s;
    QTest::newRow("head too big") << u"head.ratio"_s << 0.8 << u"- 0.78"_s;
}

void TestPictureLimits::aValueIsHeldAgainstTheLimitThatSpeaks()
{
    QFETCH(QString, measure);
    QFETCH(double, value);
    const std::string id = measure.toStdString();
    const MeasureStanding got = standing(id, {{id, value}});
    const auto end = [](std::optional<double> limit) { return limit ? QString::number(*limit) : u"-"_s; };
    QTEST(end(got.least) + u' ' + end(got.most), "held");
}

void TestPictureLimits::aFlagIsSaidInWords()
{
    QVERIFY(isFlag("file.decoded") && isFlag("page.found") && !isFlag("face.turn") && !isFlag("no.such"));
    QCOMPARE(standing("file.decoded", {{"file.decoded", 0}}).limits, std::string("✖ 否"));
    QCOMPARE(boundText({"file.gps", {}, 0, {}}, Language::English), std::string("yes"));
}

void TestPictureLimits::measuresAreCalledAsThePackCallsThem()
{
    QVERIFY(measureName(nm2023(), "background.level", Language::Chinese) != "background.level");
    QCOMPARE(measureName(nm2023(), "no.such", Language::Chinese), std::string("no.such"));
    QCOMPARE(boundText({"m", -1.5, 2, {}}, Language::English), std::string("< -1.5 or > 2"));
    QCOMPARE(boundText({"file.software", {}, {}, {"a", "b"}}, Language::Chinese), std::string("a, b"));
    for (const MeasureInfo &info : portraitMeasures())
        QVERIFY2(measureName(nm2023(), info.id, Language::Chinese) != info.id, info.id.data());
    for (const ScanMeasureInfo &info : scanMeasures())
        QVERIFY2(measureName(nm2023(), info.id, Language::English) != info.id, info.id.data());
}

QTEST_GUILESS_MAIN(TestPictureLimits)
#include "tst_picturelimits.moc"
