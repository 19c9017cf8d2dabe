#include "core/image/decode.h"
#include "tests/image/samples.h"

#include <QtTest>

#include <thread>

using namespace zsb;
using namespace zsb::samples;

/// Any picture is shown or refused within its limits, on any thread (A1.5.2, A1.5.3).
class TestDecode : public QObject
{
    Q_OBJECT

private slots:
    void aLargePictureIsScaledIntoTheSpace();
    void aSmallPictureIsNeverScaledUp();
    void withoutASpaceThePictureKeepsItsSize();
    void theOrientationTagIsObeyedOnlyOnRequest();
    void aTurnedPictureFitsTheSpaceAfterTheTurn();
    void aPictureCutShortShowsWhatIsThere();
    void whatIsNoImageIsInvalid();
    void moreThanTheAllowedPixelsAreRefused();
    void anotherThreadMayDecode();
};

static std::string turnedJpeg()
{
    return withSegment(encoded(picture(300, 200), "jpg"), 0xE1, exifOrientation(6));
}

void TestDecode::aLargePictureIsScaledIntoTheSpace()
{
    const Result<QImage> image = decodeForScreen(encoded(picture(800, 400), "jpg"), {.maxSize = {200, 200}});
    QVERIFY(image);
    QCOMPARE(image->size(), QSize(200, 100));
}

void TestDecode::aSmallPictureIsNeverScaledUp()
{
    for (const char *format : {"jpg", "png", "bmp"}) {
        const Result<QImage> image = decodeForScreen(encoded(picture(90, 100), format), {.maxSize = {2000, 2000}});
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(90, 100));
    }
}

void TestDecode::withoutASpaceThePictureKeepsItsSize()
{
    const Result<QImage> image = decodeForScreen(encoded(picture(123, 45), "png"), {});
    QVERIFY(image);
    QCOMPARE(image->convertToFormat(QImage::Format_RGB32), picture(123, 45));
}

void TestDecode::theOrientationTagIsObeyedOnlyOnRequest()
{
    QCOMPARE(decodeForScreen(turnedJpeg(), {})->size(), QSize(300, 200));
    QCOMPARE(decodeForScreen(turnedJpeg(), {.orientation = Orientation::AsTagged})->size(), QSize(200, 300));
}

void TestDecode::aTurnedPictureFitsTheSpaceAfterTheTurn()
{
    const DecodeOptions options{.maxSize = {100, 1000}, .orientation = Orientation::AsTagged};
    QCOMPARE(decodeForScreen(turnedJpeg(), options)->size(), QSize(100, 150));
}

void TestDecode::aPictureCutShortShowsWhatIsThere()
{
    const std::string bytes = encoded(picture(300, 300), "jpg");
    const Result<QImage> image = decodeForScreen(std::string_view(bytes).substr(0, bytes.size() / 2), {});
    QVERIFY(image);
    QCOMPARE(image->size(), QSize(300, 300));
}

void TestDecode::whatIsNoImageIsInvalid()
{
    for (const char *text : {"", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\xFF\xD8\xFF rubbish"}) {
        const Result<QImage> image = decodeForScreen(text, {});
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Invalid);
    }
}

void TestDecode::moreThanTheAllowedPixelsAreRefused()
{
    const std::string bytes = encoded(picture(100, 100), "png");
    QVERIFY(decodeForScreen(bytes, {.maxPixels = 10'000}));
    const Result<QImage> image = decodeForScreen(bytes, {.maxPixels = 9'999});
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::Refused);
}

void TestDecode::anotherThreadMayDecode()
{
    QSize size;
    std::thread([&size] {
        size = decodeForScreen(encoded(picture(64, 32), "jpg"), {.maxSize = {32, 32}})->size();
    }).join();
    QCOMPARE(size, QSize(32, 16));
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
