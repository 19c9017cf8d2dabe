#include "core/image/barepicture.h"
#include "core/image/decode.h"
#include "core/image/inspect.h"
#include "core/image/picturetags.h"
#include "core/image/scantags.h"
#include "tests/image/samples.h"

#include <QtTest>

#include <cstdint>

using namespace zsb;
using namespace zsb::samples;
using namespace std::string_literals;

/// A copy carries the picture bit for bit and nothing that tells of a person, a place or a device
/// (docs/portrait-measures.md).
class TestBarePicture : public QObject
{
    Q_OBJECT

private slots:
    void aBarePictureStaysAsItIs();
    void aJpegLosesAllThatStandsBesideItsPicture();
    void aProfileOfColoursStaysForACopy();
    void aPreviewInsideTheJfifHeaderGoes();
    void theTurnStaysForADecoder();
    void tagsBetweenScansGo();
    void aPngLosesTextsPlaceAndAnimation();
    void whatIsNeitherGivesNothing();
    void anyBytesAreSafe();
};

void TestBarePicture::aBarePictureStaysAsItIs()
{
    for (const std::string &bytes : {encoded(picture(30, 20), "jpg"), encoded(picture(30, 20), "jpg", 80, true),
                                     encoded(picture(30, 20), "png"), cmykJpeg(4, 4, true)})
        QVERIFY(barePicture(bytes, BareKeep::Colours) == bytes);
}

void TestBarePicture::aJpegLosesAllThatStandsBesideItsPicture()
{
    const std::string plain = encoded(picture(30, 20), "jpg");
    std::string bytes = plain;
    for (const auto &[marker, content] :
         std::vector<std::pair<unsigned char, std::string>>{{0xE1, exifPlace()},
                                                            {0xE1, "http://ns.adobe.com/xap/1.0/\0<x>"s},
                                                            {0xE2, "MPF\0II*"s},
                                                            {0xED, "Photoshop 3.0\0"s},
                                                            {0xEC, "Ducky"s},
                                                            {0xFE, "somebody"s}})
        bytes = withSegment(bytes, marker, content);
    QVERIFY(!readScanTags(bytes).privateTags.empty());
    QVERIFY(barePicture(bytes + "a second picture", BareKeep::Colours) == plain);
}

void TestBarePicture::aProfileOfColoursStaysForACopy()
{
    const std::string profiled = withSegment(encoded(picture(30, 20), "jpg"), 0xE2, "ICC_PROFILE\0\1\1profile"s);
    QVERIFY(barePicture(profiled, BareKeep::Colours) == profiled);
    QVERIFY(barePicture(profiled, BareKeep::Turn) == profiled); // a decoder turns colours by it
    std::string packed = profiled;
    for (int i = 0; i < 20; ++i) // more than any profile has
        packed = withSegment(packed, 0xE2, "ICC_PROFILE\0\1\1"s + std::string(60'000, 'x'));
    QVERIFY(barePicture(packed, BareKeep::Turn).size() < packed.size());
    const std::string inks = withSegment(cmykJpeg(4, 4), 0xEE, "Adobe\0\x64\0\0\0\0\2"s); // how its inks are stored
    QVERIFY(barePicture(inks, BareKeep::Colours) == inks);
    QVERIFY(barePicture(inks, BareKeep::Turn) == inks);
}

void TestBarePicture::aPreviewInsideTheJfifHeaderGoes()
{
    const std::string plain = encoded(picture(30, 20), "jpg");
    QVERIFY(plain.substr(2, 4) == "\xFF\xE0\0\x10"s);
    const std::string content = plain.substr(6, 12) + "\1\1"s + "rgb";
    const std::string bytes = withSegment(plain.substr(0, 2) + plain.substr(20), 0xE0, content);
    QVERIFY(barePicture(bytes, BareKeep::Colours) == plain);
}

void TestBarePicture::theTurnStaysForADecoder()
{
    const std::string plain = encoded(picture(30, 20), "jpg");
    const std::string turned = withSegment(plain, 0xE1, exifOrientation(6));
    const std::string bytes = withSegment(turned, 0xFE, "somebody");
    QVERIFY(barePicture(bytes, BareKeep::Turn) == turned);
    QCOMPARE(readPictureTags(barePicture(bytes, BareKeep::Turn)).orientation, 6);
    QVERIFY(barePicture(bytes, BareKeep::Colours) == plain);
}

void TestBarePicture::tagsBetweenScansGo()
{
    const std::string plain = cmykJpeg(4, 4, true);
    const std::size_t last = plain.rfind("\xFF\xDA");
    const std::string bytes = plain.substr(0, last) + "\xFF\xFE\0\x06"s + "them" + plain.substr(last);
    QVERIFY(inspectImage(bytes).isReadable());
    QVERIFY(barePicture(bytes, BareKeep::Colours) == plain);
}

void TestBarePicture::aPngLosesTextsPlaceAndAnimation()
{
    const std::string plain = encoded(picture(30, 20), "png");
    const std::string chunks = pngChunk("tEXt", "Author\0somebody"s) + pngChunk("zTXt", "x") + pngChunk("iTXt", "x") +
                               pngChunk("eXIf", exifPlace().substr(6)) + pngChunk("tIME", std::string(7, '\1')) +
                               pngChunk("prIV", "x") + animation();
    QVERIFY(barePicture(withChunks(plain, chunks) + "tail", BareKeep::Colours) == plain);
    const std::string coloured =
        withChunks(plain, pngChunk("gAMA", be32(45455)) + pngChunk("sRGB", std::string(1, '\0')));
    QVERIFY(barePicture(coloured, BareKeep::Colours) == coloured);
}

void TestBarePicture::whatIsNeitherGivesNothing()
{
    for (const std::string &bytes : {""s, "text"s, gif(2), encoded(picture(4, 4), "bmp")})
        QVERIFY(barePicture(bytes, BareKeep::Colours).empty());
}

/// Bytes flipped and cut by a fixed recipe; the sanitizer build is the judge. A copy never has more than came in.
void TestBarePicture::anyBytesAreSafe()
{
    std::uint32_t state = 2463534242U;
    const auto next = [&state](std::size_t below) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return std::size_t(state) % below;
    };
    for (const std::string &bytes : {encoded(picture(30, 20), "jpg", 80, true), encoded(picture(30, 20), "png")}) {
        for (int round = 0; round < 1500; ++round) {
            std::string broken = bytes;
            for (std::size_t i = 0, flips = next(6); i < flips; ++i)
                broken[next(broken.size())] = char(next(256));
            broken.resize(next(broken.size()) + 1);
            QVERIFY(barePicture(broken, BareKeep::Turn).size() <= broken.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestBarePicture)
#include "tst_barepicture.moc"
