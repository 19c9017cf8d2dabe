#include "tests/image/drawnscans.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>

using namespace zsb;
using namespace Qt::StringLiterals;

/// Seals on the form of annex 3 (A3.2, A3.3), drawn in every state they come in: exact counts, and none where there is
/// none. Tolerances: none on counts; a seal's middle within 3 mm of where it was put by the generator (± 5 mm of the
/// printed place), so 8 mm of that place.
class TestScanSeals : public QObject
{
    Q_OBJECT

private slots:
    void everyStateIsCounted_data();
    void everyStateIsCounted();
    void greyCannotTell();
    void sealsAreInTheirPlace();
    void aRingIsDrawnAsLargeAsTheSealIs();
    void aFaintSealIsFaintAndAFreshOneIsNot();
    void aSealCutByTheEdgeIsNotWhole();
    void otherPapersHaveOne();

private:
    static ScanReading read(const QImage &image)
    {
        return readScan(drawn::jpeg(image), nm2023().scan.paper("application_form"));
    }

    DrawDesk m_desk;
};

struct Expected
{
    int round = 0;
    int blue = 0;
    int square = 0;
};
Q_DECLARE_METATYPE(Expected)

static FormStyle with(const std::function<void(FormStyle &)> &change)
{
    FormStyle style;
    change(style);
    return style;
}

void TestScanSeals::everyStateIsCounted_data()
{
    QTest::addColumn<QImage>("image");
    QTest::addColumn<Expected>("expected");
    const FormStyle none = with([](FormStyle &s) { s.officeSeal = s.collegeSeal = false; });
    const FormStyle one = with([](FormStyle &s) { s.collegeSeal = false; });
    const FormStyle faint = with([](FormStyle &s) { s.sealInk.strength = 0.3; });
    const FormStyle blue = with([](FormStyle &s) { s.sealInk.colour = {30, 50, 190}; });
    const FormStyle square = with([](FormStyle &s) { s.privateSeals = true; });
    FormStyle pen = none;
    pen.redPen = true;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto add = [&](const char *name, const QImage &image, Expected expected) {
            QTest::addRow("%s %d", name, int(seed)) << image << expected;
        };
        const QImage two = drawn::form(m_desk, seed);
        add("two", two, {2, 0, 0});
        add("one", drawn::form(m_desk, seed, one), {1, 0, 0});
        add("none", drawn::form(m_desk, seed, none), {});
        add("faint", drawn::form(m_desk, seed, faint), {2, 0, 0});
        add("dark", photographed(two, {.light = 0.35, .warmth = 0.6, .noise = 2}, unsigned(seed)), {2, 0, 0});
        add("blurred", blurred(two, 2), {2, 0, 0});
        add("askew", photographed(two, {.lean = 4, .perspective = 0.08}, unsigned(seed)), {2, 0, 0});
        add("blue", drawn::form(m_desk, seed, blue), {0, 2, 0});
        add("square", drawn::form(m_desk, seed, square), {0, 0, 2});
        add("red pen", drawn::form(m_desk, seed, pen), {});
        PaperFacts longest = drawn::somebody(seed); // characters fill the band of such a seal
        longest.college = "内蒙古民族幼儿师范高等专科学校";
        add("long name", blurred(drawForm(m_desk, longest, {}), 3), {2, 0, 0});
        QImage portrait(60, 78, QImage::Format_RGB32);
        portrait.fill(QColor(190, 30, 36));
        add("red portrait", drawForm(m_desk, drawn::somebody(seed), portrait, none), {});
    }
}

void TestScanSeals::everyStateIsCounted()
{
    QFETCH(QImage, image);
    QFETCH(Expected, expected);
    const ScanReading reading = read(image);
    const auto counts = u"%1 round, %2 blue, %3 square"_s.arg(reading.value(ScanMeasure::Seals).value_or(-1))
                            .arg(reading.value(ScanMeasure::SealsBlue).value_or(-1))
                            .arg(reading.value(ScanMeasure::SealsSquare).value_or(-1));
    QCOMPARE(counts, u"%1 round, %2 blue, %3 square"_s.arg(expected.round).arg(expected.blue).arg(expected.square));
}

void TestScanSeals::greyCannotTell()
{
    const ScanReading reading = read(photographed(drawn::form(m_desk, 3), {.grey = true}));
    QVERIFY(reading.hasPixels);
    QVERIFY(!reading.value(ScanMeasure::Seals));
    QVERIFY(*reading.value(ScanMeasure::PictureChroma) < 8);
}

void TestScanSeals::sealsAreInTheirPlace()
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        ScanReading reading = read(drawn::form(m_desk, seed));
        QCOMPARE(reading.seals.size(), std::size_t(2));
        std::ranges::sort(reading.seals, {}, [](const ScanSeal &seal) { return seal.paper->y; });
        const std::array<QPointF, 2> places = {QPointF(166, 192), QPointF(166, 234)};
        for (std::size_t i = 0; i < 2; ++i) {
            const QPointF at(reading.seals[i].paper->x * 210, reading.seals[i].paper->y * 297);
            const QPointF off = at - places[i];
            QVERIFY2(std::hypot(off.x(), off.y()) < 8, qPrintable(u"%1 %2"_s.arg(at.x()).arg(at.y())));
        }
    }
}

/// What is ringed is the seal: all red of it within, and no more than a margin around, however the ellipse was turned.
void TestScanSeals::aRingIsDrawnAsLargeAsTheSealIs()
{
    const FormStyle one = with([](FormStyle &s) { s.collegeSeal = false; });
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const QImage image = drawn::form(m_desk, seed, one);
        const ScanReading reading = read(image);
        QCOMPARE(reading.seals.size(), std::size_t(1));
        const ShareBox &box = reading.seals.front().box;
        const QRectF ring(box.left * image.width(), box.top * image.height(), box.width * image.width(),
                          box.height * image.height());
        const QRect around =
            ring.adjusted(-ring.width() / 2, -ring.height() / 2, ring.width() / 2, ring.height() / 2).toAlignedRect() &
            image.rect();
        QRect red;
        for (int y = around.top(); y <= around.bottom(); ++y) {
            for (int x = around.left(); x <= around.right(); ++x) {
                const QColor at = image.pixelColor(x, y);
                if (at.red() > std::max(at.green(), at.blue()) + 60)
                    red |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(red.isValid());
        const double wide = ring.width() / red.width();
        const double high = ring.height() / red.height();
        QVERIFY2(wide > 0.85 && wide < 1.12 && high > 0.85 && high < 1.12,
                 qPrintable(u"%1: %2 × %3"_s.arg(seed).arg(wide).arg(high)));
    }
}

void TestScanSeals::aFaintSealIsFaintAndAFreshOneIsNot()
{
    const FormStyle faint = with([](FormStyle &s) { s.sealInk.strength = 0.3; });
    QCOMPARE(read(drawn::form(m_desk, 2, faint)).value(ScanMeasure::SealsFaint), std::optional(2.0));
    QCOMPARE(read(drawn::form(m_desk, 2)).value(ScanMeasure::SealsFaint), std::optional(0.0));
}

void TestScanSeals::aSealCutByTheEdgeIsNotWhole()
{
    // The right edge of the picture runs through both seals, whose middles are 166 mm from the left.
    const QImage whole = drawn::form(m_desk, 2);
    const QImage cut = whole.copy(0, 0, int(whole.width() * 0.82), whole.height());
    const ScanReading reading = read(cut);
    QVERIFY(*reading.value(ScanMeasure::Seals) >= 1);
    QCOMPARE(reading.value(ScanMeasure::SealsCut), reading.value(ScanMeasure::Seals));
    QVERIFY(*reading.value(ScanMeasure::PageCorners) < 4);
    QCOMPARE(read(whole).value(ScanMeasure::SealsCut), std::optional(0.0));
}

void TestScanSeals::otherPapersHaveOne()
{
    const PaperFacts facts = drawn::somebody(6);
    const QImage portrait = drawPortrait(faceOf(6, FaceSex::Female));
    const std::map<const char *, QImage> papers = {
        {"student card", drawStudentCard(m_desk, facts, portrait)},
        {"discharge", drawDischargePaper(m_desk, facts, portrait)},
        {"enrolment", drawCertificate(m_desk, enrolmentProofOf(facts), facts.seed)},
        {"diploma", drawCertificate(m_desk, diplomaOf(facts), facts.seed, portrait)},
        {"award", drawCertificate(m_desk, awardCertificateOf(facts), facts.seed)},
    };
    for (const auto &[name, image] : papers)
        QVERIFY2(readScan(drawn::jpeg(image)).value(ScanMeasure::Seals) == std::optional(1.0), name);
    QCOMPARE(readScan(drawn::jpeg(drawIdCard(m_desk, facts, portrait))).value(ScanMeasure::Seals), std::optional(0.0));
}

QTEST_MAIN(TestScanSeals)
#include "tst_scanseals.moc"
