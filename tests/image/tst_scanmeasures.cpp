#include "core/image/scantags.h"
#include "tests/image/drawnscans.h"
#include "tests/image/samples.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace zsb;
using namespace Qt::StringLiterals;
using namespace std::string_literals;
using enum ScanMeasure;

/// Each measure of a scan on papers drawn by the project's own generator (A1.5.4), and what a hostile file gives.
class TestScanMeasures : public QObject
{
    Q_OBJECT

private slots:
    void everyMeasureIsDocumented();
    void theSheetIsFoundOnTheDesk();
    void aSheetThatRunsOffLosesCorners();
    void aPageThatFillsThePictureHasNoCorners();
    void blurGrowsWithTheLens();
    void aSharpFormIsQuietByThePack();
    void darkPaperIsDark();
    void glareIsASpotAndWhitePaperIsNot();
    void charactersOfTenAndAHalfPointsAreCounted();
    void anEmptyPageHasNoStrokes();
    void signaturesAreInk();
    void theTurnIsProposed();
    void privateTagsAreNamedNotShown();
    void editorsLeaveTraces();
    void anyBytesGiveAReading();
    void aBombIsNotDecoded();
    void theSameBytesGiveTheSameNumbers();

private:
    static ScanReading read(const QImage &image, int quality = 70)
    {
        return readScan(drawn::jpeg(image, quality), nm2023().scan.paper("application_form"));
    }
    static double strokesOf(const ScanReading &reading, std::string_view region)
    {
        const auto found = std::ranges::find(reading.regions, region, &ScanRegion::id);
        return found == reading.regions.end() ? -1 : found->strokes;
    }

    DrawDesk m_desk;
};

void TestScanMeasures::everyMeasureIsDocumented()
{
    QFile file(QStringLiteral(ZSB_SOURCE_DIR "/docs/scan-measures.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray document = file.readAll();
    std::set<std::string_view> ids;
    for (const ScanMeasureInfo &info : scanMeasures()) {
        const std::string row = "| `" + std::string(info.id) + "` | " + std::string(info.unit) + " | " +
                                std::string(info.formula) + " | " + std::string(info.source) + " |";
        QVERIFY2(document.contains(QByteArray::fromStdString(row)), row.c_str());
        QVERIFY2(ids.insert(info.id).second, row.c_str());
        QCOMPARE(findScanMeasure(info.id), &measureInfo(info.measure));
    }
    QVERIFY(!findScanMeasure("page.beauty"));
}

/// Tolerance: corners within 1 % of the picture.
void TestScanMeasures::theSheetIsFoundOnTheDesk()
{
    const ScanReading reading = read(drawn::form(m_desk, 2));
    QCOMPARE(reading.value(PageFound), std::optional(1.0));
    QCOMPARE(reading.value(PageCorners), std::optional(4.0));
    QVERIFY(reading.page.has_value());
    const double margin = 14.0 / 940;
    QVERIFY(std::abs((*reading.page)[0].x - margin) < 0.012);
    QVERIFY(std::abs((*reading.page)[2].x - (1 - margin)) < 0.012);
    QVERIFY(std::abs(*reading.value(PageSkew)) < 1);
    const ScanReading askew = read(photographed(drawn::form(m_desk, 2), {.lean = 4}));
    QVERIFY2(std::abs(*askew.value(PageSkew) - 3.65) < 0.6, qPrintable(QString::number(*askew.value(PageSkew))));
    const ScanReading far = read(photographed(drawn::form(m_desk, 2), {.perspective = 0.1}));
    QVERIFY(std::abs(*far.value(PageDistortion) - 0.11) < 0.03);
}

void TestScanMeasures::aSheetThatRunsOffLosesCorners()
{
    const QImage form = drawn::form(m_desk, 4);
    QVERIFY(*read(form.copy(0, 0, form.width(), form.height() * 3 / 4)).value(PageCorners) <= 2);
    QVERIFY(*read(form.copy(form.width() / 5, 0, form.width(), form.height())).value(PageCorners) <= 2);
}

void TestScanMeasures::aPageThatFillsThePictureHasNoCorners()
{
    const QImage form = drawn::form(m_desk, 4);
    const QRect inside = form.rect().adjusted(40, 40, -40, -40);
    const ScanReading reading = read(form.copy(inside));
    QCOMPARE(reading.value(PageFound), std::optional(0.0));
    QVERIFY(!reading.value(PageCorners));
    QVERIFY(*reading.value(InkAtEdge) < 0.01);
    // Cut through the table: its lines run off the edge.
    const ScanReading cut = read(form.copy(form.width() / 3, 200, form.width() / 2, form.height() / 3));
    QVERIFY2(*cut.value(InkAtEdge) > 0.02, qPrintable(QString::number(*cut.value(InkAtEdge))));
}

void TestScanMeasures::blurGrowsWithTheLens()
{
    const QImage form = drawn::form(m_desk, 2);
    const double sharp = *read(form).value(TextBlur);
    const double soft = *read(blurred(form, 2)).value(TextBlur);
    const double lost = *read(blurred(form, 4)).value(TextBlur);
    qInfo("blur %.2f %.2f %.2f", sharp, soft, lost);
    QVERIFY(sharp < soft && soft < lost);
    QVERIFY(lost > 1.5 * sharp);
}

void TestScanMeasures::aSharpFormIsQuietByThePack()
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const ScanReading reading = read(drawn::form(m_desk, seed), scanQuality);
        qInfo("seed %d: blur %.2f contrast %.2f paper %.0f spread %.2f glare %.4f over %.4f turn %.0f sure %.2f",
              int(seed), *reading.value(TextBlur), *reading.value(TextContrast), *reading.value(PaperLevel),
              *reading.value(PaperSpread), *reading.value(Glare), *reading.value(OverExposed),
              reading.value(Turn).value_or(-1), reading.value(TurnSure).value_or(-1));
        QCOMPARE(reading.value(Glare), std::optional(0.0));
        QVERIFY(*reading.value(TextContrast) > 0.4);
    }
}

void TestScanMeasures::darkPaperIsDark()
{
    const QImage form = drawn::form(m_desk, 2);
    const double bright = *read(form).value(PaperLevel);
    const double dark = *read(photographed(form, {.light = 0.3})).value(PaperLevel);
    QVERIFY(bright > 220);
    QVERIFY(std::abs(dark - 0.3 * bright) < 8);
}

void TestScanMeasures::glareIsASpotAndWhitePaperIsNot()
{
    const QImage form = drawn::form(m_desk, 2);
    const ScanReading glared = read(photographed(form, {.light = 0.8, .glare = 0.12}));
    QVERIFY2(*glared.value(Glare) > 0.004, qPrintable(QString::number(*glared.value(Glare))));
    QVERIFY(!glared.glare.empty());
    const ShareBox box = glared.glare.front();
    QVERIFY(std::abs(box.left + box.width / 2 - 0.5) < 0.06);
    QVERIFY(std::abs(box.top + box.height / 2 - 0.35) < 0.06);
    QCOMPARE(read(form).value(Glare), std::optional(0.0));
}

/// 210 mm of paper are 912 px, so 10.5 pt (3.704 mm) are 16.1 px. Tolerance 3 %.
void TestScanMeasures::charactersOfTenAndAHalfPointsAreCounted()
{
    QVERIFY(std::abs(*read(drawn::form(m_desk, 2)).value(TextScale) - 16.1) < 0.5);
    FormStyle large;
    large.widthPx = 1880;
    QVERIFY(std::abs(*read(drawn::form(m_desk, 2, large)).value(TextScale) - 32.7) < 1);
}

void TestScanMeasures::anEmptyPageHasNoStrokes()
{
    QImage empty(900, 1200, QImage::Format_RGB32);
    empty.fill(QColor(250, 250, 247));
    const ScanReading reading = read(empty);
    QCOMPARE(reading.value(TextStrokes), std::optional(0.0));
    QVERIFY(!reading.value(TextBlur));
}

/// A3.2, A3.3: the place of a signature is empty or it is not.
void TestScanMeasures::signaturesAreInk()
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        FormStyle bare;
        bare.officeSigned = false;
        bare.collegeOpinion = false;
        const ScanReading without = read(drawn::form(m_desk, seed, bare));
        const ScanReading with = read(drawn::form(m_desk, seed));
        qInfo("strokes %.4f %.4f / %.4f %.4f", strokesOf(without, "office-signature"),
              strokesOf(without, "college-signature"), strokesOf(with, "office-signature"),
              strokesOf(with, "college-signature"));
        QVERIFY(strokesOf(without, "office-signature") < 0.012);
        QVERIFY(strokesOf(without, "college-signature") < 0.012);
        QVERIFY(strokesOf(with, "office-signature") > 0.012);
        QVERIFY(strokesOf(with, "college-signature") > 0.012);
    }
}

/// All four ways a form may lie; its seals tell which end is the lower one. What is found in it does not depend on it.
void TestScanMeasures::theTurnIsProposed()
{
    const QImage form = drawn::form(m_desk, 2);
    for (const int lies : {0, 90, 180, 270}) {
        const ScanReading reading = read(photographed(form, {.turn = lies}));
        QCOMPARE(reading.value(Turn), std::optional(double((360 - lies) % 360)));
        QVERIFY(*reading.value(TurnSure) > 0.4);
        QCOMPARE(reading.value(Seals), std::optional(2.0));
        QVERIFY(strokesOf(reading, "office-signature") > 0.012);
    }
}

void TestScanMeasures::privateTagsAreNamedNotShown()
{
    const std::string plain = samples::encoded(samples::picture(64, 64), "jpg");
    QVERIFY(readScanTags(plain).privateTags.empty());
    // One directory with the pointer to a GPS directory and the owner's name.
    const std::string exif = "Exif\0\0"s + "II*\0\x08\0\0\0"s + "\x02\0"s + "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"s +
                             "\x3B\x01\x02\0\x04\0\0\0Bob\0"s + "\0\0\0\0"s + "\0\0"s;
    const ScanReading reading = readScan(samples::withSegment(plain, 0xE1, exif));
    QCOMPARE(reading.value(GpsTags), std::optional(1.0));
    QCOMPARE(reading.value(PrivateTags), std::optional(2.0));
    QVERIFY(std::ranges::find(reading.privateTags, "owner") != reading.privateTags.end());
    const std::string xmp = "http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"40,1N\"/>"s;
    QCOMPARE(readScan(samples::withSegment(plain, 0xE1, xmp)).value(GpsTags), std::optional(1.0));
    std::string wild = exif;
    wild[10] = '\xFF'; // a directory far outside
    QCOMPARE(readScan(samples::withSegment(plain, 0xE1, wild)).value(PrivateTags), std::optional(0.0));
}

void TestScanMeasures::editorsLeaveTraces()
{
    const std::string plain = samples::encoded(samples::picture(64, 64), "jpg");
    QCOMPARE(readScan(plain).value(EditTraces), std::optional(0.0));
    QCOMPARE(readScan(samples::withSegment(plain, 0xED, "Photoshop 3.0\0"s)).value(EditTraces), std::optional(1.0));
    const std::string history = "http://ns.adobe.com/xap/1.0/\0<x stEvt:action=\"saved\"/>"s;
    QCOMPARE(readScan(samples::withSegment(plain, 0xE1, history)).value(EditTraces), std::optional(1.0));
}

void TestScanMeasures::anyBytesGiveAReading()
{
    const ScanPaper *paper = nm2023().scan.paper("application_form");
    QCOMPARE(readScan({}, paper).value(Decoded), std::optional(0.0));
    QCOMPARE(readScan("no picture at all", paper).value(Decoded), std::optional(0.0));
    for (const char *format : {"jpg", "png", "bmp"}) {
        const std::string whole = samples::encoded(samples::picture(161, 183), format);
        for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 20)
            (void)readScan(std::string_view(whole).substr(0, length), paper);
        std::string damaged = whole;
        for (std::size_t at = 30; at < damaged.size(); at += 97)
            damaged[at] = char(damaged[at] ^ 0x55);
        (void)readScan(damaged, paper);
    }
    for (const QSize size : {QSize(1, 1), QSize(1, 500), QSize(500, 1), QSize(7, 3), QSize(2000, 4), QSize(50, 60)})
        QVERIFY(readScan(samples::encoded(samples::picture(size.width(), size.height()), "png"), paper).hasPixels);
}

void TestScanMeasures::aBombIsNotDecoded()
{
    std::string bytes = samples::encoded(samples::picture(64, 64), "jpg");
    const std::size_t frame = bytes.find("\xFF\xC0");
    QVERIFY(frame != std::string::npos);
    bytes.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF"); // 65535 x 65535
    QVERIFY(!readScan(bytes).hasPixels);
    QCOMPARE(readScan(bytes).value(Oversize), std::optional(1.0));
    // Progressive: 8000 x 8000 would have to be held whole.
    std::string progressive = samples::encoded(samples::picture(64, 64), "jpg", 80, true);
    const std::size_t at = progressive.find("\xFF\xC2");
    QVERIFY(at != std::string::npos);
    QCOMPARE(readScan(progressive).value(Oversize), std::optional(0.0));
    progressive.replace(at + 5, 4, "\x1F\x40\x1F\x40");
    QVERIFY(!readScan(progressive).hasPixels);
    QCOMPARE(readScan(progressive).value(Oversize), std::optional(1.0));
}

void TestScanMeasures::theSameBytesGiveTheSameNumbers()
{
    const std::string bytes = drawn::jpeg(drawn::form(m_desk, 2));
    const ScanPaper *paper = nm2023().scan.paper("application_form");
    const ScanReading one = readScan(bytes, paper);
    const ScanReading other = readScan(bytes, paper);
    QVERIFY(one.values == other.values);
    QVERIFY(one.seals == other.seals);
    QVERIFY(one.regions == other.regions);
}

QTEST_MAIN(TestScanMeasures)
#include "tst_scanmeasures.moc"
