#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/portraitoverlay.h"
#include "core/image/portraitreader.h"
#include "tests/support/testpack.h"

#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace zsb;

namespace {

std::string bytesOf(const QImage &image)
{
    return encodeJpeg(image, 200'000, 95).value();
}

/// The median of the map along the upper edge: the wall.
int wallOf(const PortraitOverlay &overlay)
{
    std::vector<std::uint8_t> top(overlay.wall.begin(), overlay.wall.begin() + overlay.columns);
    std::ranges::nth_element(top, top.begin() + overlay.columns / 2);
    return top[std::size_t(overlay.columns / 2)];
}

} // namespace

/// What the workbench lays over a portrait: A2.1 the wall, A2.5 highlights.
class TestPortraitOverlay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWhiteWallIsNotDrawn();
    void aColouredWallIsFarFromWhiteAndThePersonIsLeftOut();
    void aHighlightOnTheFaceIsASpotAndAnEvenFaceHasNone();
    void aShadowIsWarmWhereItLiesAndNowhereElse();
    void aShadowThatTouchesTheHeadIsWarmToo();
    void theLimitOfTheWallIsThePacks();
    void anotherFaceHasABoxAndOneFaceHasNone();
    void linesSayWhatTheyMeasure();
    void whatIsNoPictureHasNoOverlay();

private:
    std::shared_ptr<const LandmarkModel> m_model;
};

void TestPortraitOverlay::initTestCase()
{
    if (const auto model = LandmarkModel::load(LandmarkModel::defaultPath()))
        m_model = *model;
}

void TestPortraitOverlay::aWhiteWallIsNotDrawn()
{
    const PortraitOverlay overlay = portraitOverlay(bytesOf(drawPortrait(faceOf(3, FaceSex::Male))), {});
    QVERIFY(overlay.columns > 0);
    QCOMPARE(overlay.wall.size(), std::size_t(overlay.columns * overlay.rows));
    QVERIFY(wallOf(overlay) <= 1);
}

void TestPortraitOverlay::aColouredWallIsFarFromWhiteAndThePersonIsLeftOut()
{
    const QImage image = drawPortrait(faceOf(3, FaceSex::Male), {.background = QColor(120, 170, 220)});
    const PortraitOverlay overlay = portraitOverlay(bytesOf(image), {});
    QVERIFY(wallOf(overlay) > 25);
    QCOMPARE(int(overlay.wallAt(overlay.columns / 2, overlay.rows / 2)), 0); // the face
}

void TestPortraitOverlay::aHighlightOnTheFaceIsASpotAndAnEvenFaceHasNone()
{
    if (!m_model)
        QSKIP("no landmark model here");
    PortraitReader reader(m_model);
    const std::string even = bytesOf(drawPortrait(faceOf(5, FaceSex::Female)));
    const PortraitReading reading = reader.read(even);
    QVERIFY(reading.guides);
    QVERIFY(portraitOverlay(even, reading).spots.empty()); // nor is the edge between face and wall a highlight
    const auto isOnForehead = [&](const ShareBox &spot) { return spot.top + spot.height < reading.guides->leftEye.y; };
    const std::string shiny = bytesOf(drawPortrait(faceOf(5, FaceSex::Female), {.highlight = true}));
    QVERIFY(std::ranges::any_of(portraitOverlay(shiny, reader.read(shiny)).spots, isOnForehead));
}

/// A2.1: cells over the limit are where the wall is not white.
void TestPortraitOverlay::aShadowIsWarmWhereItLiesAndNowhereElse()
{
    const double limit = wallLimitOf(nm2023(), "annex2").value();
    QImage image = drawPortrait(faceOf(3, FaceSex::Male));
    const auto warmCells = [&](const QRectF &within) {
        const PortraitOverlay overlay = portraitOverlay(bytesOf(image), {});
        std::pair<int, int> counts; // inside, outside
        for (int y = 0; y < overlay.rows; ++y) {
            for (int x = 0; x < overlay.columns; ++x) {
                const QPointF at((x + 0.5) / overlay.columns, (y + 0.5) / overlay.rows);
                if (overlay.wallAt(x, y) > limit)
                    ++(within.contains(at) ? counts.first : counts.second);
            }
        }
        return counts;
    };
    const QRectF shadow(0.03, 0.03, 0.12, 0.2);
    QCOMPARE(warmCells(shadow.adjusted(-0.02, -0.02, 0.02, 0.02)).first, 0);
    QCOMPARE(warmCells(shadow).second, 0); // nor anywhere else without a shadow
    QPainter(&image).fillRect(QRectF(shadow.left() * image.width(), shadow.top() * image.height(),
                                     shadow.width() * image.width(), shadow.height() * image.height()),
                              QColor(190, 190, 190));
    const auto [inside, outside] = warmCells(shadow.adjusted(-0.02, -0.02, 0.02, 0.02));
    QVERIFY2(inside > 200, qPrintable(QString::number(inside)));
    QCOMPARE(outside, 0);
}

/// A shadow is most often the head's own.
void TestPortraitOverlay::aShadowThatTouchesTheHeadIsWarmToo()
{
    QImage image = drawPortrait(faceOf(3, FaceSex::Male));
    PortraitReader reader(m_model);
    const auto warmAt = [&](double x, double y) {
        const std::string bytes = bytesOf(image);
        const PortraitOverlay overlay = portraitOverlay(bytes, reader.read(bytes));
        return overlay.wallAt(int(x * overlay.columns), int(y * overlay.rows)) > wallLimitOf(nm2023(), "annex2");
    };
    QVERIFY(!warmAt(0.1, 0.3));
    QImage shaded = image; // from the edge into the head: only the wall gets darker
    for (int y = image.height() / 5; y < image.height() * 2 / 5; ++y) {
        for (int x = 0; x < image.width() / 2; ++x) {
            if (qGray(image.pixel(x, y)) > 245)
                shaded.setPixel(x, y, qRgb(180, 180, 180));
        }
    }
    image = shaded;
    QVERIFY(warmAt(0.1, 0.3));
    QVERIFY(!warmAt(0.5, 0.3)); // the face
    QVERIFY(!warmAt(0.1, 0.1)); // the wall above
}

/// The darkest grey that `background.level` lets pass: 234 in annex 2, which is L* 92.7.
void TestPortraitOverlay::theLimitOfTheWallIsThePacks()
{
    Pack pack = nm2023();
    QVERIFY(std::abs(wallLimitOf(pack, "annex2").value() - 7.3) < 0.1);
    QVERIFY(!wallLimitOf(pack, "chsi")); // asks for no white wall
    for (PortraitLimit &limit : pack.portraitLimits) {
        for (MeasureBound &bound : limit.when) {
            if (bound.measure == "background.level")
                bound.below = 255;
        }
    }
    QVERIFY(wallLimitOf(pack, "annex2").value() < 0.01);
}

/// A2.1: whoever reads "more than one face" sees which.
void TestPortraitOverlay::anotherFaceHasABoxAndOneFaceHasNone()
{
    const QImage one = drawPortrait(faceOf(3, FaceSex::Male));
    const QImage other = drawPortrait(faceOf(5, FaceSex::Female));
    QImage both(one.width() + other.width(), std::max(one.height(), other.height()), QImage::Format_RGB32);
    both.fill(Qt::white);
    {
        QPainter painter(&both);
        painter.drawImage(0, 0, one);
        painter.drawImage(one.width(), 0, other);
    }
    PortraitReader reader(nullptr);
    QVERIFY(reader.read(bytesOf(one)).otherFaces.empty());
    const PortraitReading reading = reader.read(bytesOf(both));
    QCOMPARE(reading.value(PortraitMeasure::Faces).value(), 2.0);
    QCOMPARE(reading.otherFaces.size(), std::size_t(1));
    const ShareBox &box = reading.otherFaces.front();
    const ShareBox &first = reading.region(PortraitRegion::Face).value();
    const PortraitOverlay overlay = portraitOverlay(bytesOf(both), reading);
    for (const ShareBox &face : {box, first}) { // nobody is taken for wall
        const int column = int((face.left + face.width / 2) * overlay.columns);
        QCOMPARE(int(overlay.wallAt(column, int((face.top + face.height / 2) * overlay.rows))), 0);
    }
    QVERIFY((box.left + box.width / 2 > 0.5) != (first.left + first.width / 2 > 0.5));
    const auto labels = portraitLabels(reading, {});
    QVERIFY(std::ranges::find(labels, "face.count", &PortraitLabel::measure) != labels.end());
}

void TestPortraitOverlay::linesSayWhatTheyMeasure()
{
    QVERIFY(portraitLabels({}, {}).empty());
    if (!m_model)
        QSKIP("no landmark model here");
    PortraitReader reader(m_model);
    const PortraitReading reading = reader.read(bytesOf(drawPortrait(faceOf(5, FaceSex::Female))));
    const std::vector<PortraitLabel> labels = portraitLabels(reading, {});
    QVERIFY(std::ranges::is_sorted(labels, {}, [](const PortraitLabel &label) { return label.at.y; }));
    const auto ratio = std::ranges::find(labels, "head.ratio", &PortraitLabel::measure);
    QVERIFY(ratio != labels.end());
    QCOMPARE(ratio->value, reading.value(PortraitMeasure::HeadRatio).value());
    QCOMPARE(ratio->at.y, reading.guides->chin);
}

void TestPortraitOverlay::whatIsNoPictureHasNoOverlay()
{
    QCOMPARE(portraitOverlay("no picture", {}), PortraitOverlay());
    QCOMPARE(portraitOverlay({}, {}), PortraitOverlay());
}

QTEST_GUILESS_MAIN(TestPortraitOverlay)
#include "tst_portraitoverlay.moc"
