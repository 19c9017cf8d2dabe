#include "core/image/jpegdata.h"
#include "core/image/portraitreader.h"
#include "core/image/scanreader.h"
#include "core/policy/packloader.h"
#include "core/policy/portraitjudge.h"
#include "core/policy/scanlimitjudge.h"
#include "tests/image/samples.h"

#include <QTest>

#include <algorithm>

using namespace zsb;
using namespace zsb::samples;
using namespace Qt::StringLiterals;

namespace {

const std::string &plain()
{
    static const std::string jpeg = encoded(picture(300, 400), "jpg");
    return jpeg;
}

/// Half of the bytes in the middle of the data, none of which begins a marker: what follows is read out of step.
std::string damaged(std::string jpeg)
{
    const std::size_t from = jpeg.size() / 2;
    const std::size_t end = jpeg.size() - 100;
    std::string kept;
    for (std::size_t at = from; at < end; ++at) {
        if (jpeg[at] != '\xFF' && jpeg[at - 1] != '\xFF' && at % 2 == 0)
            kept += jpeg[at];
    }
    return jpeg.replace(from, end - from, kept);
}

std::string leftOver(std::string jpeg, const std::string &bytes)
{
    return jpeg.insert(jpeg.size() - 2, bytes);
}

/// Code of another picture.
std::string code(std::size_t bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i)
        text += char(1 + i * 37 % 250);
    return text;
}

const Pack &shipped()
{
    static const auto pack = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    return *pack->pack;
}

/// How the findings of an id end; nothing when there is none.
std::optional<Outcome> outcomeOf(const std::vector<Finding> &findings, std::string_view id)
{
    const auto found = std::ranges::find(findings, id, &Finding::rule);
    return found == findings.end() ? std::nullopt : std::optional(found->outcome);
}

} // namespace

class TestJpegData : public QObject
{
    Q_OBJECT

private slots:
    void wholeDataHasNoFault_data();
    void wholeDataHasNoFault();
    void damageIsAFault();
    void bytesLeftOverAreCountedAndNoFault();
    void whatIsNoJpegTellsNothing();
    void aDamagedPictureIsRefused();
    void whatIsAppendedAsksForALook();
    void whatFillsUpIsNotBlamed();
    void aPictureCutShortIsNotCalledDamagedToo();
};

void TestJpegData::wholeDataHasNoFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray::fromStdString(plain());
    QTest::newRow("progressive") << QByteArray::fromStdString(encoded(picture(300, 400), "jpg", 80, true));
    QTest::newRow("grey") << QByteArray::fromStdString(
        encoded(picture(300, 400).convertToFormat(QImage::Format_Grayscale8), "jpg"));
    QTest::newRow("inks") << QByteArray::fromStdString(cmykJpeg(8, 8));
    QTest::newRow("inks in scans") << QByteArray::fromStdString(cmykJpeg(8, 8, true));
    QTest::newRow("one pixel") << QByteArray::fromStdString(encoded(picture(1, 1), "jpg"));
}

void TestJpegData::wholeDataHasNoFault()
{
    QFETCH(QByteArray, bytes);
    const JpegData data = readJpegData(bytes.toStdString());
    QCOMPARE(data.faults, 0);
    QCOMPARE(data.extra, 0);
}

void TestJpegData::damageIsAFault()
{
    QVERIFY(readJpegData(damaged(plain())).faults > 0);
    const JpegData passes = readJpegData(damaged(encoded(picture(300, 400), "jpg", 80, true)));
    QVERIFY(passes.faults > 0 || passes.extra > 2);
    std::string early = plain(); // the data ends where the rest of the picture should be
    early.erase(early.size() / 2, early.size() / 2 - 2);
    QVERIFY(readJpegData(early).faults > 0);
    QVERIFY(readJpegData(plain().substr(0, plain().size() / 2)).faults > 0);
    QCOMPARE(readJpegData("\xFF\xD8\xFF\xD9").faults, 1); // not even a decoder goes on
}

/// The decoder may have read up to two of them ahead.
void TestJpegData::bytesLeftOverAreCountedAndNoFault()
{
    const JpegData data = readJpegData(leftOver(plain(), code(50)));
    QCOMPARE(data.faults, 0);
    QVERIFY(data.extra >= 48 && data.extra <= 50);
    QCOMPARE(readJpegData(plain() + "more").extra, 0);    // behind the end is no data of the picture
    for (const std::size_t bytes : {1U, 2U, 5U, 5000U}) { // filled up
        QCOMPARE(readJpegData(leftOver(plain(), std::string(bytes, '\0'))).extra, 0);
        QCOMPARE(readJpegData(leftOver(plain(), std::string(bytes, ' '))).extra, 0);
    }
}

void TestJpegData::whatIsNoJpegTellsNothing()
{
    for (const std::string &bytes : {std::string(), encoded(picture(30, 40), "png"), std::string("text")}) {
        QCOMPARE(readJpegData(bytes).faults, 0);
        QCOMPARE(readJpegData(bytes).extra, 0);
    }
}

/// A2.2, A1.5.4: what is decoded to grey blocks is not what was handed in.
void TestJpegData::aDamagedPictureIsRefused()
{
    PortraitReader reader(nullptr);
    const auto portrait = judgePortrait(reader.read(damaged(plain())), shipped(), "annex2");
    QCOMPARE(outcomeOf(portrait, "portrait.damaged"), Outcome::Fail);
    QCOMPARE(outcomeOf(judgePortrait(reader.read(plain()), shipped(), "annex2"), "portrait.damaged"), std::nullopt);
    const auto scan = judgeScanLimits(readScan(damaged(plain())), shipped(), {});
    QCOMPARE(outcomeOf(scan, "scan.damaged"), Outcome::Fail);
    QCOMPARE(outcomeOf(judgeScanLimits(readScan(plain()), shipped(), {}), "scan.damaged"), std::nullopt);
}

/// A second file or junk behind the picture is a hint; what fills up is none.
void TestJpegData::whatIsAppendedAsksForALook()
{
    PortraitReader reader(nullptr);
    for (const auto &[bytes, told] : {std::pair(std::string("PK\3\4 an archive"), std::optional(Outcome::NeedsReview)),
                                      std::pair(std::string(64, '\0'), std::optional<Outcome>())}) {
        const std::string picture = plain() + bytes;
        QCOMPARE(outcomeOf(judgePortrait(reader.read(picture), shipped(), "annex2"), "portrait.trailer"), told);
        QCOMPARE(outcomeOf(judgeScanLimits(readScan(picture), shipped(), {}), "scan.trailer"), told);
        QCOMPARE(outcomeOf(judgePortrait(reader.read(picture), shipped(), "annex2"), "portrait.damaged"), std::nullopt);
    }
}

/// Cameras fill up; other bytes may be what damage has moved, so a person looks.
void TestJpegData::whatFillsUpIsNotBlamed()
{
    PortraitReader reader(nullptr);
    const auto portrait = [&](const std::string &bytes) {
        return outcomeOf(judgePortrait(reader.read(leftOver(plain(), bytes)), shipped(), "annex2"), "portrait.damaged");
    };
    const auto scan = [](const std::string &bytes) {
        return outcomeOf(judgeScanLimits(readScan(leftOver(plain(), bytes)), shipped(), {}), "scan.damaged");
    };
    QCOMPARE(portrait(std::string(40, '\0')), std::nullopt);
    QCOMPARE(portrait(code(2)), std::nullopt);
    QCOMPARE(portrait(code(40)), Outcome::NeedsReview);
    QCOMPARE(scan(std::string(40, '\0')), std::nullopt);
    QCOMPARE(scan(code(40)), Outcome::NeedsReview);
}

void TestJpegData::aPictureCutShortIsNotCalledDamagedToo()
{
    const std::string half = plain().substr(0, plain().size() / 2);
    PortraitReader reader(nullptr);
    QCOMPARE(reader.read(half).value(PortraitMeasure::DataFaults), std::nullopt);
    QCOMPARE(readScan(half).value(ScanMeasure::DataFaults), std::nullopt);
}

QTEST_GUILESS_MAIN(TestJpegData)
#include "tst_jpegdata.moc"
