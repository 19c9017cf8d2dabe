#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/inspect.h"
#include "tests/demo/pixels.h"

#include <QtTest>

#include <set>

using namespace zsb;
using namespace zsb::pixels;

/// The whole test runs without a QGuiApplication: drawing a face needs none.
class TestDrawPortrait : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameBytes();
    void differentSeedsGiveDifferentFaces();
    void everyHairStyleIsItsOwn();
    void aGoodPortraitMeetsAnnex2_data();
    void aGoodPortraitMeetsAnnex2();
    void headAndShouldersFillTwoThirds();
    void theBackgroundIsTheOneAskedFor();
    void theSizeIsTheOneAskedFor();
    void greyHasNoColour();
    void aLargerHeadCoversMore();
    void tiltTurnsTheHead();
    void shiftMovesTheHead();
    void eachDefectChangesThePicture_data();
    void eachDefectChangesThePicture();
    void jpegFitsTheLimitOrIsRefused();
    void pngKeepsEveryPixel();
    void aBlurredPictureLosesItsEdges();
    void aDimmedPictureIsDark();
    void everyCutPortraitIsTruncated();
    void brokenBytesNeverHurt();
};

static std::string jpegOf(const QImage &image)
{
    return encodeJpeg(image, 51'200).value();
}

/// First and last row that are not the wall.
static std::pair<int, int> rowsCovered(const QImage &image)
{
    int first = image.height();
    int last = -1;
    for (int y = 0; y < image.height(); ++y) {
        if (count(image.copy(0, y, image.width(), 1), isWhite) < image.width()) {
            first = std::min(first, y);
            last = y;
        }
    }
    return {first, last};
}

void TestDrawPortrait::theSameSeedGivesTheSameBytes()
{
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        const FaceSex sex = seed % 2 == 0 ? FaceSex::Male : FaceSex::Female;
        QCOMPARE(jpegOf(drawPortrait(faceOf(seed, sex))), jpegOf(drawPortrait(faceOf(seed, sex))));
    }
}

void TestDrawPortrait::differentSeedsGiveDifferentFaces()
{
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (const FaceSex sex : {FaceSex::Male, FaceSex::Female})
            seen.insert(inspectImage(jpegOf(drawPortrait(faceOf(seed, sex)))).sha256);
    }
    QCOMPARE(seen.size(), std::size_t(40));
}

void TestDrawPortrait::everyHairStyleIsItsOwn()
{
    std::set<std::string> seen;
    Face face = faceOf(3, FaceSex::Female);
    for (int style = int(HairStyle::Crew); style <= int(HairStyle::Tucked); ++style) {
        face.hair = HairStyle(style);
        face.sex = face.hair < HairStyle::Long ? FaceSex::Male : FaceSex::Female;
        seen.insert(jpegOf(drawPortrait(face)));
    }
    QCOMPARE(seen.size(), std::size_t(8));
}

void TestDrawPortrait::aGoodPortraitMeetsAnnex2_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("the usual size") << QSize(358, 441);
    QTest::newRow("the smallest") << QSize(90, 100);
    QTest::newRow("the largest") << QSize(480, 720);
}

/// A2.2: jpg, at most 51 200 bytes, 90–480 × 100–720; A2.1: white behind.
void TestDrawPortrait::aGoodPortraitMeetsAnnex2()
{
    QFETCH(QSize, size);
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        const QImage image = drawPortrait(faceOf(seed, FaceSex(seed % 2)), {.size = size});
        const ImageFacts facts = inspectImage(jpegOf(image));
        QVERIFY(facts.isReadable());
        QCOMPARE(facts.format, ImageFormat::Jpeg);
        QCOMPARE(QSize(facts.widthPx, facts.heightPx), size);
        QVERIFY(facts.bytes <= 51'200);
        for (const QPoint corner : {QPoint(1, 1), QPoint(size.width() - 2, 1)})
            QVERIFY(isWhite(image.pixelColor(corner)));
    }
}

/// A2.3: the person covers about two thirds of the picture and touches its lower edge, not its upper one.
void TestDrawPortrait::headAndShouldersFillTwoThirds()
{
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
        const QImage image = drawPortrait(faceOf(seed, FaceSex(seed % 2)));
        const double covered = 1 - double(count(image, isWhite)) / (image.width() * image.height());
        QVERIFY2(covered > 0.4 && covered < 0.7, qPrintable(QString::number(covered)));
        const auto [first, last] = rowsCovered(image);
        QVERIFY2(first >= 8 && first <= 50, qPrintable(QString::number(first)));
        QCOMPARE(last, image.height() - 1);
    }
}

void TestDrawPortrait::theBackgroundIsTheOneAskedFor()
{
    const QColor blue(70, 130, 200);
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male), {.background = blue});
    const QColor corner = image.pixelColor(3, 3);
    QVERIFY(std::abs(corner.red() - blue.red()) <= 3 && std::abs(corner.blue() - blue.blue()) <= 3);
}

void TestDrawPortrait::theSizeIsTheOneAskedFor()
{
    for (const QSize size : {QSize(89, 100), QSize(481, 600), QSize(300, 721)})
        QCOMPARE(drawPortrait(faceOf(1, FaceSex::Male), {.size = size}).size(), size);
}

void TestDrawPortrait::greyHasNoColour()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male), {.grey = true});
    QCOMPARE(count(image, [](QColor c) { return c.red() != c.green() || c.green() != c.blue(); }), 0);
}

void TestDrawPortrait::aLargerHeadCoversMore()
{
    const Face face = faceOf(1, FaceSex::Male);
    const int usual = count(drawPortrait(face), isWhite);
    QVERIFY(count(drawPortrait(face, {.headScale = 1.4}), isWhite) < usual * 3 / 4);
    QVERIFY(count(drawPortrait(face, {.headScale = 0.6}), isWhite) > usual * 5 / 4);
}

void TestDrawPortrait::tiltTurnsTheHead()
{
    const Face face = faceOf(1, FaceSex::Male);
    const auto headOnTheRight = [&face](double degrees) {
        const QImage image = drawPortrait(face, {.tiltDegrees = degrees});
        return -count(image.copy(image.width() / 2, 0, image.width() / 2, 100), isWhite);
    };
    QVERIFY(headOnTheRight(12) > headOnTheRight(0));
    QVERIFY(headOnTheRight(-12) < headOnTheRight(0));
}

void TestDrawPortrait::shiftMovesTheHead()
{
    const Face face = faceOf(1, FaceSex::Male);
    const QImage image = drawPortrait(face, {.shift = {20, 0}});
    QVERIFY(count(image.copy(0, 0, 100, 300), isWhite) > count(drawPortrait(face).copy(0, 0, 100, 300), isWhite));
    QVERIFY(rowsCovered(drawPortrait(face, {.shift = {0, 10}})).first > rowsCovered(drawPortrait(face)).first + 30);
}

void TestDrawPortrait::eachDefectChangesThePicture_data()
{
    QTest::addColumn<PortraitStyle>("style");
    const auto row = [](const char *name, auto &&change) {
        PortraitStyle style;
        change(style);
        QTest::newRow(name) << style;
    };
    row("eyes closed", [](PortraitStyle &s) { s.eyesClosed = true; });
    row("glasses", [](PortraitStyle &s) { s.glasses = true; });
    row("side shadow", [](PortraitStyle &s) { s.sideShadow = true; });
    row("highlight", [](PortraitStyle &s) { s.highlight = true; });
    row("hair over the face", [](PortraitStyle &s) { s.hairOverFace = true; });
    row("hat", [](PortraitStyle &s) { s.hat = true; });
}

/// The face differs from the good one in at least a hundred clearly changed pixels.
void TestDrawPortrait::eachDefectChangesThePicture()
{
    QFETCH(PortraitStyle, style);
    const Face face = faceOf(5, FaceSex::Female);
    const QImage good = drawPortrait(face);
    const QImage bad = drawPortrait(face, style);
    int changed = 0;
    for (int y = 0; y < good.height(); ++y) {
        for (int x = 0; x < good.width(); ++x)
            changed += std::abs(qGray(good.pixel(x, y)) - qGray(bad.pixel(x, y))) > 20 ? 1 : 0;
    }
    QVERIFY2(changed > 100, qPrintable(QString::number(changed)));
}

void TestDrawPortrait::jpegFitsTheLimitOrIsRefused()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male));
    for (const std::int64_t limit : {51'200, 12'000, 8'000}) {
        const Result<std::string> bytes = encodeJpeg(image, limit);
        QVERIFY(bytes);
        QVERIFY(std::int64_t(bytes->size()) <= limit);
    }
    QVERIFY(encodeJpeg(image, 51'200)->size() > encodeJpeg(image, 8'000)->size());
    const Result<std::string> none = encodeJpeg(image, 100);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Refused);
    const Result<std::string> empty = encodeJpeg(QImage(), 51'200);
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::Internal);
}

void TestDrawPortrait::pngKeepsEveryPixel()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male), {.size = {90, 100}});
    const std::string bytes = encodePng(image).value();
    QCOMPARE(inspectImage(bytes).format, ImageFormat::Png);
    QVERIFY(bytes.size() < 51'200);
    QCOMPARE(QImage::fromData(QByteArray::fromStdString(bytes)).convertToFormat(QImage::Format_RGB32), image);
}

void TestDrawPortrait::aBlurredPictureLosesItsEdges()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male));
    const QImage soft = blurred(image, 8);
    QCOMPARE(soft.size(), image.size());
    QVERIFY(encodeJpeg(soft, 51'200)->size() < encodeJpeg(image, 51'200)->size() * 2 / 3);
}

void TestDrawPortrait::aDimmedPictureIsDark()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male));
    QCOMPARE(dimmed(image, 1), image);
    QCOMPARE(count(dimmed(image, 0.2), isDark), image.width() * image.height());
}

void TestDrawPortrait::everyCutPortraitIsTruncated()
{
    const std::string bytes = jpegOf(drawPortrait(faceOf(1, FaceSex::Male)));
    for (std::size_t n = 3; n < bytes.size(); n += 97) {
        const ImageFacts facts = inspectImage(std::string_view(bytes).substr(0, n));
        QCOMPARE(facts.format, ImageFormat::Jpeg);
        QCOMPARE(facts.problem, ImageProblem::Truncated);
    }
}

/// Thousands of drawn files with bytes changed and cut off; what counts is that it ends and stays in bounds.
void TestDrawPortrait::brokenBytesNeverHurt()
{
    const QImage image = drawPortrait(faceOf(1, FaceSex::Male), {.size = {90, 100}});
    std::uint32_t state = 1;
    const auto next = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return std::size_t(state >> 8) % below;
    };
    for (const std::string &bytes : {jpegOf(image), encodePng(image).value()}) {
        for (int round = 0; round < 2000; ++round) {
            std::string broken = bytes;
            for (int flip = 0; flip < 4; ++flip)
                broken[next(broken.size())] = char(next(256));
            broken.resize(next(broken.size()) + 1);
            const ImageFacts facts = inspectImage(broken);
            QVERIFY(!facts.isReadable() || (facts.widthPx > 0 && facts.heightPx > 0));
        }
    }
}

QTEST_GUILESS_MAIN(TestDrawPortrait)
#include "tst_drawportrait.moc"
