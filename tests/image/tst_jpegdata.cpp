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

/// Other bytes in the middle of the data, none of which begins a marker.
std::string damaged(std::string jpeg)
{
    unsigned any = 1;
    for (std::size_t at = jpeg.size() / 2; at < jpeg.size() / 2 + 200; ++at) {
        any = any * 1664525U + 1013904223U;
        jpeg[at] = char((any >> 24U) % 255U);
    }
    return jpeg;
}

std::string leftOver(std::string jpeg, std::size_t bytes)
{
    return jpeg.insert(jpeg.size() - 2, bytes, '\0');
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
    void someBytesLeftOverAreNotBlamed();
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
    QVERIFY(readJpegData(damaged(encoded(picture(300, 400), "jpg", 80, true))).faults > 0);
    std::string early = plain(); // the data ends where the rest of the picture should be
    early.erase(early.size() / 2, early.size() / 2 - 2);
    QVERIFY(readJpegData(early).faults > 0);
    QVERIFY(readJpegData(plain().substr(0, plain().size() / 2)).faults > 0);
    QCOMPARE(readJpegData("\xFF\xD8\xFF\xD9").faults, 1); // not even a decoder goes on
}

void TestJpegData::bytesLeftOverAreCountedAndNoFault()
{
    const JpegData data = readJpegData(leftOver(plain(), 5));
    QCOMPARE(data.faults, 0);
    QCOMPARE(data.extra, 5);
    QCOMPARE(readJpegData(plain() + "more").extra, 0); // behind the end is no data of the picture
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

/// Cameras write a few bytes too many; more may be what damage has left, so a person looks.
void TestJpegData::someBytesLeftOverAreNotBlamed()
{
    PortraitReader reader(nullptr);
    const auto portrait = [&](std::size_t bytes) {
        return outcomeOf(judgePortrait(reader.read(leftOver(plain(), bytes)), shipped(), "annex2"), "portrait.damaged");
    };
    const auto scan = [](std::size_t bytes) {
        return outcomeOf(judgeScanLimits(readScan(leftOver(plain(), bytes)), shipped(), {}), "scan.damaged");
    };
    QCOMPARE(portrait(16), std::nullopt);
    QCOMPARE(portrait(17), Outcome::NeedsReview);
    QCOMPARE(scan(16), std::nullopt);
    QCOMPARE(scan(17), Outcome::NeedsReview);
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
