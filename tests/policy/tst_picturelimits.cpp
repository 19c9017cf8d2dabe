#include "core/policy/picturelimits.h"
#include "core/policy/portraitmeasure.h"
#include "core/policy/scanmeasure.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <map>

using namespace zsb;

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
    QCOMPARE(standing("face.turn", {{"face.turn", 0}, {"face.count", 0}}).kind, Kind::Refused);
    QCOMPARE(standing("face.turn", {{"face.turn", 0}, {"face.count", 1}}).kind, Kind::Within);
    QCOMPARE(standing("face.turn", {{"face.turn", 0}}).kind, Kind::Within); // nobody counted
    QCOMPARE(standing("skin.nothing", {}).kind, Kind::Free);
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
