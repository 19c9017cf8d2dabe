#include "core/policy/portraitfigures.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// A2.1–A2.7: what was measured on a portrait comes out of the log as it went in, so that it is judged alike
/// everywhere.
class TestPortraitFigures : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInComesOut();
    void nothingMeasuredIsKeptToo();
    void anEarlierProgramKnewFewerMeasures();
    void aLaterProgramKnowsMore();
    void anythingElseIsNoFigures_data();
    void anythingElseIsNoFigures();

private:
    [[nodiscard]] static PortraitFigures some();
};

PortraitFigures TestPortraitFigures::some()
{
    PortraitFigures figures;
    figures.set(PortraitMeasure::Decoded, 1);
    figures.set(PortraitMeasure::HeadYaw, -0.123449);
    figures.set(PortraitMeasure::GlassesPattern, -1e-4);
    figures.set(PortraitMeasure::SkinTexture, 12345.6789);
    figures.regions[std::size_t(PortraitRegion::Whole)] = ShareBox{0, 0, 1, 1};
    figures.regions[std::size_t(PortraitRegion::Eyes)] = ShareBox{0.3, 0.4001, 0.7 - 0.3, 0.5 - 0.4001};
    figures.software = std::string("Photo\0shop;,\xFF 美图", 20);
    return figures;
}

void TestPortraitFigures::whatGoesInComesOut()
{
    const PortraitFigures figures = some();
    QCOMPARE(figures.value(PortraitMeasure::HeadYaw), std::optional(-0.1234)); // what can be told apart
    const std::string text = measuredText(figures);
    QVERIFY(std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; }));
    const auto back = figuresOf(text);
    QVERIFY(back && *back == figures);
    QCOMPARE(measuredText(*back), text);
}

void TestPortraitFigures::nothingMeasuredIsKeptToo()
{
    const std::string text = measuredText(PortraitFigures());
    const auto back = figuresOf(text);
    QVERIFY(!text.empty() && back && *back == PortraitFigures());
}

void TestPortraitFigures::anEarlierProgramKnewFewerMeasures()
{
    const auto figures = figuresOf("1;1,85;0 0 10000 10000;");
    QVERIFY(figures);
    QCOMPARE(figures->value(PortraitMeasure::Decoded), std::optional(1.0));
    QCOMPARE(figures->value(PortraitMeasure::JpegQuality), std::optional(85.0));
    QCOMPARE(figures->value(PortraitMeasure::SkinTexture), std::optional<double>());
    QCOMPARE(figures->region(PortraitRegion::Whole)->width, 1.0);
}

void TestPortraitFigures::aLaterProgramKnowsMore()
{
    const PortraitFigures figures = some();
    std::string text = measuredText(figures);
    text.insert(text.find(';', 2), ",7,x");
    const auto back = figuresOf(text);
    QVERIFY(back && *back == figures);
}

void TestPortraitFigures::anythingElseIsNoFigures_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "2;;;", "1;x;;", "1;1e;;", "1;nan;;", "1;inf;;", "1;;0 0 1;", "1;;0 0 1 1 1;", "1;;;f",
                             "1;;;fg", "a word"})
        QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
}

void TestPortraitFigures::anythingElseIsNoFigures()
{
    QFETCH(QByteArray, text);
    QVERIFY(!figuresOf(text.toStdString()));
}

QTEST_GUILESS_MAIN(TestPortraitFigures)
#include "tst_portraitfigures.moc"
