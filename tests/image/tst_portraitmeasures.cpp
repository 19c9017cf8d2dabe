#include "core/image/picturetags.h"
#include "core/image/portraitreader.h"
#include "core/policy/portraitmeasure.h"
#include "tests/image/samples.h"

#include <QFile>
#include <QPainter>
#include <QTest>

#include <set>

using namespace zsb;
using namespace Qt::StringLiterals;
using enum PortraitMeasure;

/// Each measure that needs no face, on pictures whose truth is known; and what a hostile file gives.
class TestPortraitMeasures : public QObject
{
    Q_OBJECT

private slots:
    void everyMeasureIsDocumented();
    void aWhiteWallIsWhite();
    void aGreyWallHasItsLevel();
    void aColouredWallHasItsChroma();
    void aGradientSeparatesTheSides();
    void stripesAreTexture();
    void aPictureWithoutColourHasNoChroma();
    void transparencyLiesOverWhite();
    void sixteenBitsAreReadLikeEight();
    void inksAreReadAsColours();
    void aProgressiveFileIsReadLikeAnyOther();
    void thePreviewInsideAFileIsNotThePicture();
    void noiseIsMeasuredInGreyLevels();
    void heavyCompressionShowsItsBlocks();
    void theQualityOfAJpegIsRead_data();
    void theQualityOfAJpegIsRead();
    void theOrientationIsReadAndNotApplied();
    void theSoftwareIsNamed();
    void withoutAFaceNothingIsSaidOfOne();
    void anyBytesGiveAReading();
    void aBombIsNotDecoded();
    void theSameBytesGiveTheSameNumbers();

private:
    PortraitReading read(const QImage &image, const char *format = "png", int quality = 90)
    {
        return m_reader.read(samples::encoded(image, format, quality));
    }
    static QImage wall(QColor colour, int width = 300, int height = 400)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(colour);
        return image;
    }

    PortraitReader m_reader{nullptr};
};

void TestPortraitMeasures::everyMeasureIsDocumented()
{
    QFile file(QStringLiteral(ZSB_SOURCE_DIR "/docs/portrait-measures.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray document = file.readAll().replace("\\|", "|"); // as it is read in a table
    std::set<std::string_view> ids;
    for (const MeasureInfo &info : portraitMeasures()) {
        std::string row = "| `" + std::string(info.id) + "` | " + std::string(info.unit) + " | " +
                          std::string(info.formula) + " | " + std::string(info.source) + " |";
        QVERIFY2(document.contains(QByteArray::fromStdString(row)), row.c_str());
        QVERIFY2(ids.insert(info.id).second, row.c_str());
        QCOMPARE(findPortraitMeasure(info.id), &measureInfo(info.measure));
    }
    QVERIFY(!findPortraitMeasure("background.beauty"));
}

void TestPortraitMeasures::aWhiteWallIsWhite()
{
    const PortraitReading reading = read(wall(Qt::white));
    QVERIFY(reading.hasPixels);
    QCOMPARE(reading.value(BackgroundWhite), std::optional(1.0));
    QCOMPARE(reading.value(BackgroundLevel), std::optional(255.0));
    QCOMPARE(reading.value(BackgroundChroma), std::optional(0.0));
    QCOMPARE(reading.value(BackgroundSpread), std::optional(0.0));
    QCOMPARE(reading.value(BackgroundSides), std::optional(0.0));
    QCOMPARE(reading.value(BackgroundTexture), std::optional(0.0));
    // Both sides of the boundary of "white": 225 is, 224 is not.
    QCOMPARE(read(wall(QColor(225, 225, 225))).value(BackgroundWhite), std::optional(1.0));
    QCOMPARE(read(wall(QColor(224, 224, 224))).value(BackgroundWhite), std::optional(0.0));
}

void TestPortraitMeasures::aGreyWallHasItsLevel()
{
    for (const int level : {40, 128, 200, 240})
        QCOMPARE(read(wall(QColor(level, level, level))).value(BackgroundLevel), std::optional(double(level)));
}

void TestPortraitMeasures::aColouredWallHasItsChroma()
{
    const PortraitReading reading = read(wall(QColor(100, 197, 255)));
    // CIE Lab of that blue (D65): a = -11.8, b = -37.1.
    QVERIFY(std::abs(*reading.value(BackgroundChroma) - 38.9) < 1.5);
    QCOMPARE(reading.value(BackgroundLevel), std::optional(100.0));
    QVERIFY(*reading.value(PictureChroma) > 30);
}

void TestPortraitMeasures::aGradientSeparatesTheSides()
{
    QImage image = wall(Qt::white);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int level = 255 - x * 60 / image.width();
            image.setPixel(x, y, qRgb(level, level, level));
        }
    }
    // Left end L* 100, right end (195) L* 78.7; medians of the strips lie a little inside.
    const PortraitReading reading = read(image);
    QVERIFY(std::abs(*reading.value(BackgroundSides) - 20) < 2);
    QVERIFY(*reading.value(BackgroundSpread) > 5);
    QVERIFY(*reading.value(BackgroundTexture) < 0.5);
}

void TestPortraitMeasures::stripesAreTexture()
{
    QImage image = wall(Qt::white, 160, 160);
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(205, 205, 205));
    }
    QVERIFY(*read(image).value(BackgroundTexture) > 5);
}

void TestPortraitMeasures::aPictureWithoutColourHasNoChroma()
{
    const QImage grey = samples::picture(300, 400).convertToFormat(QImage::Format_Grayscale8);
    QVERIFY(*read(grey).value(PictureChroma) < 0.01);
    QVERIFY(*read(grey, "jpg").value(PictureChroma) < 0.01);
    QVERIFY(*read(samples::picture(300, 400)).value(PictureChroma) > 10);
}

void TestPortraitMeasures::transparencyLiesOverWhite()
{
    QImage image(200, 280, QImage::Format_ARGB32);
    image.fill(QColor(0, 0, 0, 0));
    QCOMPARE(read(image).value(BackgroundLevel), std::optional(255.0));
}

void TestPortraitMeasures::sixteenBitsAreReadLikeEight()
{
    const QImage image = wall(QColor(200, 180, 160));
    const PortraitReading eight = read(image);
    const PortraitReading sixteen = read(image.convertToFormat(QImage::Format_RGBX64));
    QCOMPARE(sixteen.value(BackgroundLevel), eight.value(BackgroundLevel));
    QCOMPARE(sixteen.value(BackgroundChroma), eight.value(BackgroundChroma));
}

void TestPortraitMeasures::inksAreReadAsColours()
{
    const PortraitReading reading = m_reader.read(samples::cmykJpeg(12, 16));
    QCOMPARE(reading.value(Decoded), std::optional(1.0));
    QCOMPARE(reading.facts.widthPx, 96);
    QCOMPARE(reading.facts.heightPx, 128);
    QVERIFY(std::abs(*reading.value(BackgroundLevel) - 64) <= 2); // half of the ink on half of the black
    QVERIFY(*reading.value(BackgroundChroma) < 1);
}

void TestPortraitMeasures::aProgressiveFileIsReadLikeAnyOther()
{
    const QImage image = samples::picture(295, 413);
    const PortraitReading plain = m_reader.read(samples::encoded(image, "jpg", 90));
    const PortraitReading progressive = m_reader.read(samples::encoded(image, "jpg", 90, true));
    QVERIFY(plain.values == progressive.values);
}

void TestPortraitMeasures::thePreviewInsideAFileIsNotThePicture()
{
    using namespace std::string_literals;
    const std::string plain = samples::encoded(wall(Qt::white), "jpg");
    const std::string preview = samples::encoded(wall(Qt::black, 64, 64), "jpg");
    // IFD0 without entries, IFD1 with the offset (0x0201) and the length (0x0202) of a JPEG behind it.
    const std::string exif = "Exif\0\0"s + "MM\0*\0\0\0\x08"s + "\0\0\0\0\0\x0E"s + "\0\x02"s +
                             "\x02\x01\0\x04\0\0\0\x01\0\0\0\x2C"s + "\x02\x02\0\x04\0\0\0\x01\0\0"s +
                             samples::be16(unsigned(preview.size())) + "\0\0\0\0"s + preview;
    const PortraitReading with = m_reader.read(samples::withSegment(plain, 0xE1, exif));
    QVERIFY(with.values == m_reader.read(plain).values);
    QCOMPARE(with.facts.widthPx, m_reader.read(plain).facts.widthPx);
}

void TestPortraitMeasures::noiseIsMeasuredInGreyLevels()
{
    QImage image = wall(Qt::white);
    unsigned state = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            const int level = 180 + int(state >> 24) % 41;
            image.setPixel(x, y, qRgb(level, level, level));
        }
    }
    // Uniform within 41 levels: mean distance to the mean of 3 x 3 is about 9.7.
    QVERIFY(std::abs(*read(image).value(Noise) - 9.7) < 1.5);
    QCOMPARE(read(wall(Qt::gray)).value(Noise), std::optional(0.0));
}

void TestPortraitMeasures::heavyCompressionShowsItsBlocks()
{
    const QImage image = samples::picture(320, 400).scaled(640, 800, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const double fine = *read(image, "jpg", 95).value(Blockiness);
    const double coarse = *read(image, "jpg", 5).value(Blockiness);
    QVERIFY2(coarse > 1.3 * fine, qPrintable(u"%1 %2"_s.arg(coarse).arg(fine)));
}

void TestPortraitMeasures::theQualityOfAJpegIsRead_data()
{
    QTest::addColumn<int>("quality");
    for (const int quality : {10, 30, 50, 75, 90, 100})
        QTest::addRow("%d", quality) << quality;
}

void TestPortraitMeasures::theQualityOfAJpegIsRead()
{
    QFETCH(int, quality);
    const std::string bytes = samples::encoded(samples::picture(64, 64), "jpg", quality);
    QCOMPARE(readPictureTags(bytes).quality, quality);
    QCOMPARE(m_reader.read(bytes).value(JpegQuality), std::optional(double(quality)));
}

void TestPortraitMeasures::theOrientationIsReadAndNotApplied()
{
    const std::string plain = samples::encoded(samples::picture(90, 120), "jpg");
    const PortraitReading reading = m_reader.read(samples::withSegment(plain, 0xE1, samples::exifOrientation(6)));
    QCOMPARE(reading.value(ExifOrientation), std::optional(6.0));
    QCOMPARE(reading.facts.widthPx, 90);
    QCOMPARE(reading.value(BackgroundLevel), m_reader.read(plain).value(BackgroundLevel));
    QCOMPARE(m_reader.read(plain).value(ExifOrientation), std::optional(1.0));
    const std::string png = samples::encoded(samples::picture(90, 120), "png");
    const std::string tag = samples::pngChunk("eXIf", samples::exifOrientation(6).substr(6));
    QCOMPARE(m_reader.read(samples::withChunks(png, tag)).value(ExifOrientation), std::optional(6.0));
}

void TestPortraitMeasures::theSoftwareIsNamed()
{
    using namespace std::string_literals;
    const std::string plain = samples::encoded(samples::picture(40, 40), "jpg");
    QCOMPARE(readPictureTags(plain).software, std::string());
    const std::string exif =
        "Exif\0\0"s + "II*\0\x08\0\0\0"s + "\x01\0"s + "\x31\x01\x02\0\x05\0\0\0\x1A\0\0\0"s + "\0\0\0\0"s + "GIMP\0"s;
    QCOMPARE(readPictureTags(samples::withSegment(plain, 0xE1, exif)).software, std::string("GIMP"));
    const std::string xmp = "http://ns.adobe.com/xap/1.0/\0<x xmp:CreatorTool=\"meitu\"/>"s;
    QCOMPARE(readPictureTags(samples::withSegment(plain, 0xE1, xmp)).software, std::string("meitu"));
    QCOMPARE(readPictureTags(samples::withSegment(plain, 0xED, "Photoshop 3.0\0"s)).software, std::string("Photoshop"));
    const std::string png = samples::encoded(samples::picture(40, 40), "png");
    const auto inPng = [&](const char *kind, const std::string &content) {
        return readPictureTags(samples::withChunks(png, samples::pngChunk(kind, content))).software;
    };
    QCOMPARE(inPng("tEXt", "Software\0GIMP 2.10"s), std::string("GIMP 2.10"));
    QCOMPARE(inPng("tEXt", "Author\0GIMP"s), std::string());
    QCOMPARE(inPng("eXIf", exif.substr(6)), std::string("GIMP"));
    QCOMPARE(inPng("iTXt", "XML:com.adobe.xmp\0\0\0\0\0<x xmp:CreatorTool=\"meitu\"/>"s), std::string("meitu"));
    // An offset that points outside is nothing.
    std::string wild = exif;
    wild[24] = '\xFF';
    wild[25] = '\xFF';
    QCOMPARE(readPictureTags(samples::withSegment(plain, 0xE1, wild)).software, std::string());
}

void TestPortraitMeasures::withoutAFaceNothingIsSaidOfOne()
{
    const PortraitReading reading = read(samples::picture(300, 400));
    QCOMPARE(reading.value(Faces), std::optional(0.0));
    QCOMPARE(reading.value(FaceTurn), std::optional(0.0));
    QVERIFY(reading.landmarks == LandmarkState::NoFace);
    for (const MeasureInfo &info : portraitMeasures()) {
        if (info.needs != MeasureNeeds::Pixels)
            QVERIFY2(!reading.value(info.measure), info.id.data());
    }
}

void TestPortraitMeasures::anyBytesGiveAReading()
{
    QCOMPARE(m_reader.read({}).value(Decoded), std::optional(0.0));
    QCOMPARE(m_reader.read("no picture at all").value(Decoded), std::optional(0.0));
    for (const char *format : {"jpg", "png", "bmp"}) {
        const std::string whole = samples::encoded(samples::picture(61, 83), format);
        for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 40)
            (void)m_reader.read(std::string_view(whole).substr(0, length));
        std::string damaged = whole;
        for (std::size_t at = 30; at < damaged.size(); at += 97)
            damaged[at] = char(damaged[at] ^ 0x55);
        (void)m_reader.read(damaged);
    }
    for (const QSize size : {QSize(1, 1), QSize(1, 500), QSize(500, 1), QSize(7, 3), QSize(2000, 4)})
        QVERIFY(read(samples::picture(size.width(), size.height())).hasPixels);
}

void TestPortraitMeasures::aBombIsNotDecoded()
{
    // The header of a JPEG that says 65535 x 65535 pixels.
    std::string bytes = samples::encoded(samples::picture(64, 64), "jpg");
    const std::size_t frame = bytes.find("\xFF\xC0");
    QVERIFY(frame != std::string::npos);
    bytes.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    const PortraitReading reading = m_reader.read(bytes);
    QVERIFY(!reading.hasPixels);
    QCOMPARE(reading.facts.widthPx, 65535);
}

void TestPortraitMeasures::theSameBytesGiveTheSameNumbers()
{
    const std::string bytes = samples::encoded(samples::picture(295, 413), "jpg");
    PortraitReader other(nullptr);
    QVERIFY(m_reader.read(bytes).values == other.read(bytes).values);
    QVERIFY(m_reader.read(bytes).values == m_reader.read(bytes).values);
}

QTEST_GUILESS_MAIN(TestPortraitMeasures)
#include "tst_portraitmeasures.moc"
