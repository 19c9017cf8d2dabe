#include "core/policy/scanfigures.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// A1.5.4: what was measured on a material comes out of the log as it went in, so that it is judged alike everywhere.
class TestScanFigures : public QObject
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
    [[nodiscard]] static ScanFigures some();
};

ScanFigures TestScanFigures::some()
{
    ScanFigures figures;
    figures.set(ScanMeasure::Decoded, 1);
    figures.set(ScanMeasure::TextBlur, 3.401249);
    figures.set(ScanMeasure::RedInk, 1e-4);
    figures.reflection = ShareBox{0.3, 0.4001, 0.7 - 0.3, 0.5 - 0.4001};
    figures.software = std::string("Photo\0shop;,\xFF 美图", 20);
    return figures;
}

void TestScanFigures::whatGoesInComesOut()
{
    const ScanFigures figures = some();
    QCOMPARE(figures.value(ScanMeasure::TextBlur), std::optional(3.4012)); // what can be told apart
    const std::string text = measuredText(figures);
    QVERIFY(std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; }));
    const auto back = scanFiguresOf(text);
    QVERIFY(back && *back == figures);
    QCOMPARE(measuredText(*back), text);
}

void TestScanFigures::nothingMeasuredIsKeptToo()
{
    const std::string text = measuredText(ScanFigures());
    const auto back = scanFiguresOf(text);
    QVERIFY(!text.empty() && back && *back == ScanFigures());
}

void TestScanFigures::anEarlierProgramKnewFewerMeasures()
{
    const auto figures = scanFiguresOf("s1;1,85;0 0 10000 10000;");
    QVERIFY(figures);
    QCOMPARE(figures->value(ScanMeasure::JpegQuality), std::optional(85.0));
    QCOMPARE(figures->value(ScanMeasure::RedInk), std::optional<double>());
    QCOMPARE(figures->reflection->width, 1.0);
}

void TestScanFigures::aLaterProgramKnowsMore()
{
    const ScanFigures figures = some();
    std::string text = measuredText(figures);
    text.insert(text.find(';', 3), ",7,x");
    const auto back = scanFiguresOf(text);
    QVERIFY(back && *back == figures);
}

void TestScanFigures::anythingElseIsNoFigures_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "1;;;", "s2;;;", "s1;x;;", "s1;nan;;", "s1;;0 0 1;", "s1;;0 0 1 1 1;", "s1;;;f", "s1;;;fg"})
        QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
}

void TestScanFigures::anythingElseIsNoFigures()
{
    QFETCH(QByteArray, text);
    QVERIFY(!scanFiguresOf(text.toStdString()));
}

QTEST_GUILESS_MAIN(TestScanFigures)
#include "tst_scanfigures.moc"
