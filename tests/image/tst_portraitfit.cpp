#include "core/demo/drawportrait.h"
#include "core/image/decode.h"
#include "core/image/jpegdata.h"
#include "core/image/portraitfit.h"
#include "core/policy/packloader.h"
#include "core/policy/portraitjudge.h"
#include "tests/image/samples.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QTransform>

#include <algorithm>

using namespace zsb;
using namespace Qt::StringLiterals;

namespace {

/// The first changed bit that steps and that libjpeg says nothing of.
std::string stepped(const std::string &jpeg)
{
    for (std::size_t at = jpeg.size() / 2; at + 2 < jpeg.size(); ++at) {
        std::string changed = jpeg;
        changed[at] = char(changed[at] ^ 0x10);
        if (const JpegData data = readJpegData(changed); data.faults == 0 && data.extra <= 2 && data.step > 0.6)
            return changed;
    }
    return {};
}

} // namespace

/// Annex 2 leaves the candidate cutting, scaling and saving smaller; whatever else would be editing (A2.7).
class TestPortraitFit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsWithinTheLimitsStaysAsItIs();
    void aLargePictureBecomesSmallerUnderTheBytes();
    void aSmallHeadIsCutOut();
    void aHeadBesideTheMiddleIsBroughtThere();
    void aPictureOnItsSideIsTurned();
    void theTagOfATurnGoes();
    void aFixedSizeIsMetExactly();
    void aTagWithoutAFaceIsNotTakenOff();
    void nothingIsEverEnlarged();
    void aPictureCutShortIsNotMadeWhole();
    void noPictureIsNoPortrait();
    void theSameBytesGiveTheSameCopy();
    void noCopyIsCutOutOfSeveralPeople();
    void whatACopyWouldHideIsRefusedInBothLanguages();
    void aCopyOfAFileWithinTheLimitsTellsNoPlace();
    void anEncodedCopyTellsNoPlace();

private:
    [[nodiscard]] Result<FittedPortrait> fit(std::string_view bytes, std::string_view profile = "annex2")
    {
        return fitPortrait(bytes, *m_reader, *m_pack, profile);
    }
    [[nodiscard]] std::vector<std::string> rulesOf(std::string_view bytes, std::string_view profile = "annex2")
    {
        std::vector<std::string> rules;
        for (const Finding &finding : judgePortrait(m_reader->read(bytes), *m_pack, profile))
            rules.emplace_back(finding.rule);
        return rules;
    }
    [[nodiscard]] bool finds(std::string_view bytes, std::string_view rule)
    {
        const auto rules = rulesOf(bytes);
        return std::ranges::find(rules, rule) != rules.end();
    }
    static QImage portrait(const PortraitStyle &style = {}) { return drawPortrait(faceOf(7, FaceSex::Female), style); }

    std::shared_ptr<const Pack> m_pack;
    std::unique_ptr<PortraitReader> m_reader;
};

void TestPortraitFit::initTestCase()
{
    const auto loaded = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QVERIFY(loaded && loaded->pack);
    m_pack = loaded->pack;
    const auto model = LandmarkModel::load(LandmarkModel::defaultPath());
    if (!model)
        QSKIP("the landmark model (libdlib-data) is not installed: there are no guides to cut by");
    m_reader = std::make_unique<PortraitReader>(*model);
}

void TestPortraitFit::whatIsWithinTheLimitsStaysAsItIs()
{
    const std::string bytes = samples::encoded(portrait(), "jpeg", 85);
    QVERIFY(bytes.size() < 50'000);
    const auto fitted = fit(bytes);
    QVERIFY(fitted && !fitted->isChanged);
    QVERIFY(fitted->bytes == bytes);
}

void TestPortraitFit::aLargePictureBecomesSmallerUnderTheBytes()
{
    const std::string bytes = samples::encoded(portrait({.size = {1440, 1920}}), "png", -1);
    const auto fitted = fit(bytes);
    QVERIFY(fitted && fitted->isChanged);
    QCOMPARE(fitted->size, QSize(480, 640));
    QVERIFY(fitted->bytes.size() <= 50'000);
    QVERIFY(fitted->quality >= 75);
    QCOMPARE(fitted->cut, QRect(0, 0, 1440, 1920));
    const ImageFacts facts = m_reader->read(fitted->bytes).facts;
    QCOMPARE(facts.format, ImageFormat::Jpeg);
    QCOMPARE(QSize(facts.widthPx, facts.heightPx), fitted->size);
}

void TestPortraitFit::aSmallHeadIsCutOut()
{
    const std::string bytes = samples::encoded(portrait({.size = {720, 960}, .headScale = 0.6}), "jpeg", 95);
    QVERIFY(finds(bytes, "portrait.head-small"));
    const auto fitted = fit(bytes);
    QVERIFY(fitted && fitted->isChanged);
    QVERIFY(fitted->cut.height() < 960);
    QVERIFY(!finds(fitted->bytes, "portrait.head-small"));
    QVERIFY(!finds(fitted->bytes, "portrait.head-big"));
    const double head = m_reader->read(fitted->bytes).value(PortraitMeasure::HeadRatio).value_or(0);
    QVERIFY2(std::abs(head - 0.64) < 0.03, qPrintable(QString::number(head)));
}

void TestPortraitFit::aHeadBesideTheMiddleIsBroughtThere()
{
    const PortraitStyle style{.size = {720, 960}, .headScale = 0.75, .shift = {9, 0}};
    const std::string bytes = samples::encoded(portrait(style), "jpeg", 95);
    QVERIFY(finds(bytes, "portrait.head-centre"));
    const auto fitted = fit(bytes);
    QVERIFY(fitted && fitted->isChanged);
    QVERIFY(!finds(fitted->bytes, "portrait.head-centre"));
}

void TestPortraitFit::aPictureOnItsSideIsTurned()
{
    for (const int degrees : {90, 180, 270}) {
        const QImage lying = portrait().transformed(QTransform().rotate(degrees));
        const std::string bytes = samples::encoded(lying, "jpeg", 85);
        QVERIFY(finds(bytes, "portrait.turned"));
        const auto fitted = fit(bytes);
        QVERIFY(fitted && fitted->isChanged);
        QCOMPARE(fitted->turned, 360 - degrees);
        QVERIFY(!finds(fitted->bytes, "portrait.turned"));
        QCOMPARE(fitted->size, portrait().size());
    }
}

/// Printers of the exam do not turn: a copy lies as it looks and says nothing of turning.
void TestPortraitFit::theTagOfATurnGoes()
{
    const QImage lying = portrait().transformed(QTransform().rotate(270));
    const std::string bytes =
        samples::withSegment(samples::encoded(lying, "jpeg", 85), 0xE1, samples::exifOrientation(6));
    QCOMPARE(m_reader->read(bytes).value(PortraitMeasure::ExifOrientation).value_or(0), 6.0);
    const auto fitted = fit(bytes);
    QVERIFY(fitted && fitted->isChanged);
    QCOMPARE(fitted->turned, 90);
    QCOMPARE(m_reader->read(fitted->bytes).value(PortraitMeasure::ExifOrientation).value_or(0), 1.0);
}

void TestPortraitFit::aFixedSizeIsMetExactly()
{
    const auto fitted = fit(samples::encoded(portrait({.size = {1100, 1320}}), "jpeg", 95), "chsi");
    QVERIFY(fitted && fitted->isChanged);
    QCOMPARE(fitted->size, QSize(480, 640));
    QVERIFY(fitted->bytes.size() <= 40'960);
}

/// Nobody can say which way up it belongs: without its tag it would lie on its side.
void TestPortraitFit::aTagWithoutAFaceIsNotTakenOff()
{
    const std::string plain = samples::encoded(samples::picture(300, 400), "jpeg", 60);
    QVERIFY(!fit(plain) || fit(plain)->turned == 0);
    const auto fitted = fit(samples::withSegment(plain, 0xE1, samples::exifOrientation(6)));
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, ErrorCode::Refused);
}

void TestPortraitFit::nothingIsEverEnlarged()
{
    for (const QSize &size : {QSize(89, 120), QSize(100, 99)}) {
        const auto fitted = fit(samples::encoded(portrait({.size = size}), "jpeg", 85));
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::Refused);
    }
    QCOMPARE(fit(samples::encoded(portrait(), "jpeg", 85), "chsi").error().code, ErrorCode::Refused);
}

/// A second save would hide that half of the picture is missing.
void TestPortraitFit::aPictureCutShortIsNotMadeWhole()
{
    const std::string bytes = samples::encoded(portrait({.size = {960, 1280}}), "jpeg", 85);
    const auto fitted = fit(std::string_view(bytes).substr(0, bytes.size() / 2));
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, ErrorCode::Refused);
}

void TestPortraitFit::noPictureIsNoPortrait()
{
    for (const std::string_view bytes : {"", "no picture", "\xFF\xD8\xFF"})
        QVERIFY(!fit(bytes));
    QCOMPARE(fit("", "nowhere").error().code, ErrorCode::NotFound);
}

void TestPortraitFit::theSameBytesGiveTheSameCopy()
{
    const std::string bytes = samples::encoded(portrait({.size = {720, 960}, .headScale = 0.6}), "jpeg", 95);
    PortraitReader other(*LandmarkModel::load(LandmarkModel::defaultPath()));
    const auto again = fitPortrait(bytes, other, *m_pack, "annex2");
    const auto fitted = fit(bytes);
    QVERIFY(again && fitted);
    QVERIFY(again->bytes == fitted->bytes);
}

/// Two people in one picture: whichever a cut takes, it is not for a program to say who the candidate is (A2.1).
void TestPortraitFit::noCopyIsCutOutOfSeveralPeople()
{
    const QImage one = portrait({.size = {600, 800}});
    const QImage other = drawPortrait(faceOf(9, FaceSex::Male), {.size = {600, 800}});
    for (const double scale : {1.0, 0.62}) { // side by side of one height, and one much smaller than the other
        QImage both(1200, 800, QImage::Format_RGB32);
        both.fill(Qt::white);
        QPainter painter(&both);
        painter.drawImage(0, 0, one);
        painter.drawImage(QRectF(600, 800 * (1 - scale), 600 * scale, 800 * scale), other);
        painter.end();
        const std::string bytes = samples::encoded(both, "jpeg", 90);
        const auto fitted = fit(bytes, "chsi");
        QVERIFY(!fitted);
        QCOMPARE(fitted.error().code, ErrorCode::Refused);
        QVERIFY2(QString::fromStdString(fitted.error().detail).contains(u"more than one face"_s),
                 fitted.error().detail.c_str());
        QVERIFY(QString::fromStdString(fitted.error().detail).contains(u"不止一张人脸"_s));
    }
    QVERIFY(fit(samples::encoded(one, "jpeg", 90)));
}

void TestPortraitFit::whatACopyWouldHideIsRefusedInBothLanguages()
{
    const std::string png = samples::encoded(portrait(), "png");
    const std::string jpeg = samples::encoded(portrait({.size = {960, 1280}}), "jpeg", 85);
    const std::vector<std::pair<std::string, QString>> cases = {
        {samples::withChunks(png, samples::animation()), u"animation"_s},
        {samples::cmykJpeg(40, 48), u"CMYK"_s},
        {jpeg.substr(0, jpeg.size() / 2), u"not whole"_s},
        {std::string(jpeg).insert(jpeg.size() - 2, "code that no block needs"), u"may be damaged"_s},
        {stepped(jpeg), u"may be damaged"_s},
        {samples::encoded(portrait({.size = {100, 99}}), "jpeg", 85), u"enlarged"_s},
        {samples::withSegment(samples::encoded(samples::picture(300, 400), "jpeg", 60), 0xE1,
                              samples::exifOrientation(6)),
         u"turned"_s},
    };
    for (const auto &[bytes, word] : cases) {
        const auto fitted = fit(bytes);
        QVERIFY2(!fitted, qPrintable(word));
        const QString why = QString::fromStdString(fitted.error().detail);
        QVERIFY2(why.contains(word), qPrintable(why));
        QVERIFY2(why.contains(QRegularExpression(u"^\\p{Han}"_s)) || why.startsWith(u"CMYK 颜色"_s), qPrintable(why));
    }
}

/// Nothing was to do to the picture: its file goes without place, comment, thumbnail and tail, its pixels as they are.
void TestPortraitFit::aCopyOfAFileWithinTheLimitsTellsNoPlace()
{
    const std::string plain = samples::encoded(portrait(), "jpeg", 85);
    std::string tagged = samples::withSegment(plain, 0xE1, samples::exifPlace());
    tagged = samples::withSegment(tagged, 0xFE, "a comment") + "what follows";
    QVERIFY(finds(tagged, "portrait.place"));
    QVERIFY(!finds(plain, "portrait.place"));
    const auto fitted = fit(tagged);
    QVERIFY(fitted && !fitted->isChanged && fitted->isBared);
    QVERIFY(fitted->bytes == plain);
    const std::string png = samples::encoded(portrait({.size = {96, 128}}), "png");
    QVERIFY(png.size() < 50'000);
    const std::string exif = samples::exifPlace().substr(6);
    const auto bare = fit(samples::withChunks(png, samples::pngChunk("eXIf", exif) + samples::pngChunk("tEXt", "a")));
    QVERIFY(bare && !bare->isChanged && bare->isBared);
    QVERIFY(bare->bytes == png);
}

void TestPortraitFit::anEncodedCopyTellsNoPlace()
{
    const std::string large = samples::encoded(portrait({.size = {960, 1280}}), "jpeg", 85);
    const auto fitted = fit(samples::withSegment(large, 0xE1, samples::exifPlace()));
    QVERIFY(fitted && fitted->isChanged && !fitted->isBared);
    QVERIFY(fitted->bytes == fit(large)->bytes);
    QVERIFY(!finds(fitted->bytes, "portrait.place"));
}

QTEST_GUILESS_MAIN(TestPortraitFit)
#include "tst_portraitfit.moc"
