#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/blockstep.h"
#include "core/image/jpegdata.h"
#include "core/image/jpegsegments.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace zsb;

namespace {

constexpr int width = 24;
constexpr int height = 30;
constexpr double limit = 0.4; ///< of the pack nm-2023

/// A light wall that darkens slowly, and something uneven in the middle of its lower part.
std::vector<std::uint8_t> scene()
{
    std::vector<std::uint8_t> levels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool isThing = y > 8 && x > 8 && x < 16;
            levels.push_back(std::uint8_t(isThing ? 60 + (x * 37 + y * 91) % 80 : 200 - y / 4 - x / 8));
        }
    }
    return levels;
}

double stepOf(const std::vector<std::uint8_t> &levels)
{
    return blockStep({width, levels});
}

std::vector<std::uint8_t> stepped(std::vector<std::uint8_t> levels, int x, int y, int step)
{
    for (std::size_t at = std::size_t(y * width + x); at < levels.size(); ++at)
        levels[at] = std::uint8_t(std::clamp(levels[at] + step, 0, 255));
    return levels;
}

struct Portrait
{
    QImage image;
    std::string jpeg;
};

std::vector<Portrait> portraits(int count)
{
    std::vector<Portrait> drawn;
    for (int seed = 0; seed < count; ++seed) {
        const QImage image = drawPortrait(faceOf(std::uint64_t(seed), seed % 2 == 0 ? FaceSex::Female : FaceSex::Male));
        std::string jpeg = encodeJpeg(image, 50'000).value();
        drawn.push_back({QImage::fromData(QByteArray::fromStdString(jpeg), "jpg"), std::move(jpeg)});
    }
    return drawn;
}

/// One bit of the coded data is another.
std::string flipped(std::string jpeg, std::mt19937 &dice)
{
    JpegSegments segments(jpeg);
    while (const auto segment = segments.next()) {
        if (segment->marker == JpegMarker::StartOfScan)
            break;
    }
    const std::string_view scan = segments.scan();
    const std::size_t at = std::size_t(scan.data() - jpeg.data()) + dice() % scan.size();
    jpeg[at] = char(jpeg[at] ^ (1 << dice() % 8));
    return jpeg;
}

/// In more than a fiftieth of the picture by more than 8 levels.
bool isSeen(const QImage &before, const std::string &jpeg)
{
    const QImage after = QImage::fromData(QByteArray::fromStdString(jpeg), "jpg");
    if (after.size() != before.size())
        return true;
    qsizetype changed = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const QRgb one = before.pixel(x, y);
            const QRgb other = after.pixel(x, y);
            changed += std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                 std::abs(qBlue(one) - qBlue(other))}) > 8;
        }
    }
    return changed * 50 > qsizetype(before.width()) * before.height();
}

} // namespace

/// A2.2: a JPEG that decodes without a fault although one of its bits is another.
class TestBlockStep : public QObject
{
    Q_OBJECT

private slots:
    void aStepInTheOrderOfUnitsIsSeen_data();
    void aStepInTheOrderOfUnitsIsSeen();
    void edgesOfThingsAreNoStep();
    void whatIsTooSmallHasNoStep();
    void halfOfTheVisibleChangedBitsAreFound();
};

void TestBlockStep::aStepInTheOrderOfUnitsIsSeen_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("step");
    QTest::newRow("lighter") << 12 << 20 << 12;
    QTest::newRow("darker") << 7 << 3 << -40;
    QTest::newRow("clipped") << 12 << 15 << 90;
    QTest::newRow("left") << 5 << 15 << 30;
    QTest::newRow("right") << 20 << 15 << 30;
    QTest::newRow("last but one row") << 12 << height - 2 << 30;
}

void TestBlockStep::aStepInTheOrderOfUnitsIsSeen()
{
    QFETCH(int, x);
    QFETCH(int, y);
    QFETCH(int, step);
    QVERIFY(stepOf(scene()) < limit);
    QVERIFY(stepOf(stepped(scene(), x, y, step)) > limit);
}

/// Clothes, desks, the edge of a page that was laid a little askew, and of a card.
void TestBlockStep::edgesOfThingsAreNoStep()
{
    QVERIFY(stepOf(stepped(scene(), 0, 15, -80)) < limit);
    for (const int slope : {1, 2, 5}) { // eighths of a row over the width
        std::vector<std::uint8_t> levels = scene();
        for (int y = 15; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const double covered = std::clamp(y + 1 - 15.5 - slope * (x - width / 2.0) / (8.0 * width), 0.0, 1.0);
                levels[std::size_t(y * width + x)] = std::uint8_t(200 - 90 * covered);
            }
        }
        QVERIFY(stepOf(levels) < limit);
    }
    std::vector<std::uint8_t> card = scene();
    for (int y = 5; y < 25; ++y)
        std::fill_n(card.begin() + y * width + 6, 12, std::uint8_t(90));
    QVERIFY(stepOf(card) < limit);
}

void TestBlockStep::whatIsTooSmallHasNoStep()
{
    const std::vector<std::uint8_t> levels(16, 100);
    QCOMPARE(blockStep({}), 0);
    QCOMPARE(blockStep({16, levels}), 0);
    QCOMPARE(blockStep({1, levels}), 0);
    QCOMPARE(blockStep({8, levels}), 0);
}

/// What libjpeg hears is not counted; a step near a side, a single block and a row that moved sideways stay unseen.
void TestBlockStep::halfOfTheVisibleChangedBitsAreFound()
{
    const std::vector<Portrait> drawn = portraits(25);
    for (const Portrait &portrait : drawn)
        QVERIFY(readJpegData(portrait.jpeg).step < limit);
    std::mt19937 dice(4);
    int heard = 0;
    int seen = 0;
    int found = 0;
    for (int i = 0; i < 500; ++i) {
        const Portrait &portrait = drawn[dice() % drawn.size()];
        const std::string changed = flipped(portrait.jpeg, dice);
        const JpegData data = readJpegData(changed);
        if (data.faults > 0 || data.extra > 2) {
            ++heard;
            continue;
        }
        const bool isVisible = isSeen(portrait.image, changed);
        seen += isVisible;
        found += isVisible && data.step > limit;
    }
    qInfo("500 changed bits: libjpeg told %d; of %d others to be seen %d were found", heard, seen, found);
    QVERIFY(seen > 0 && found * 2 >= seen);
}

QTEST_GUILESS_MAIN(TestBlockStep)
#include "tst_blockstep.moc"
