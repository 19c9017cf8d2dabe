#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/portraitoverlay.h"
#include "core/image/portraitreader.h"

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

void TestPortraitOverlay::whatIsNoPictureHasNoOverlay()
{
    QCOMPARE(portraitOverlay("no picture", {}), PortraitOverlay());
    QCOMPARE(portraitOverlay({}, {}), PortraitOverlay());
}

QTEST_GUILESS_MAIN(TestPortraitOverlay)
#include "tst_portraitoverlay.moc"
