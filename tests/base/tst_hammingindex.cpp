#include "core/base/hammingindex.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace zsb;

namespace {

PerceptualHash randomHash(std::mt19937_64 &random)
{
    PerceptualHash hash;
    for (std::uint64_t &word : hash.words)
        word = random();
    return hash;
}

/// The same hash with `count` different bits turned over.
PerceptualHash turned(PerceptualHash hash, int count, std::mt19937_64 &random)
{
    std::vector<int> bits(PerceptualHash::bits);
    std::iota(bits.begin(), bits.end(), 0);
    std::ranges::shuffle(bits, random);
    for (int i = 0; i < count; ++i)
        hash.words[std::size_t(bits[std::size_t(i)]) / 64] ^= std::uint64_t(1) << (bits[std::size_t(i)] % 64);
    return hash;
}

std::vector<std::uint32_t> entriesOf(std::vector<HammingIndex::Hit> hits)
{
    std::vector<std::uint32_t> entries;
    for (const HammingIndex::Hit &hit : hits)
        entries.push_back(hit.entry);
    std::ranges::sort(entries);
    return entries;
}

} // namespace

/// Pictures that look alike are all found and no others, whatever the size of the season (A1.5.4, A2.7).
class TestHammingIndex : public QObject
{
    Q_OBJECT

private slots:
    void aHashIsReadBackFromItsDigits();
    void whatIsNoHashIsNotRead();
    void anEmptyIndexFindsNothing();
    void everyEntryWithinTheDistanceIsFoundAndNoOther();
    void bothSidesOfTheLimit();
    void anEntryIsFoundOnceHoweverManyBandsAreEqual();
    void itTakes96BytesAnEntry();
};

void TestHammingIndex::aHashIsReadBackFromItsDigits()
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 20; ++i) {
        const PerceptualHash hash = randomHash(random);
        QCOMPARE(hexOf(hash).size(), std::size_t(64));
        QVERIFY(perceptualHashFromHex(hexOf(hash)) == hash);
    }
}

void TestHammingIndex::whatIsNoHashIsNotRead()
{
    const std::string good = hexOf(PerceptualHash{});
    QVERIFY(perceptualHashFromHex(good));
    QVERIFY(!perceptualHashFromHex(""));
    QVERIFY(!perceptualHashFromHex(good.substr(1)));
    QVERIFY(!perceptualHashFromHex(good + '0'));
    QVERIFY(!perceptualHashFromHex('g' + good.substr(1)));
    QVERIFY(!perceptualHashFromHex('-' + good.substr(1)));
}

void TestHammingIndex::anEmptyIndexFindsNothing()
{
    const HammingIndex index({});
    std::vector<HammingIndex::Hit> hits{{1, 1}};
    index.find({}, HammingIndex::mostDistance, hits);
    QVERIFY(hits.empty());
}

void TestHammingIndex::everyEntryWithinTheDistanceIsFoundAndNoOther()
{
    std::mt19937_64 random(2);
    std::vector<PerceptualHash> entries;
    for (int family = 0; family < 200; ++family) {
        const PerceptualHash head = randomHash(random);
        for (int i = 0; i < 10; ++i)
            entries.push_back(turned(head, int(random() % 24), random));
    }
    const HammingIndex index(entries);
    std::vector<HammingIndex::Hit> hits;
    for (const PerceptualHash &query : entries) {
        for (const int most : {0, 7, HammingIndex::mostDistance}) {
            std::vector<std::uint32_t> expected;
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (distance(query, entries[i]) <= most)
                    expected.push_back(std::uint32_t(i));
            }
            index.find(query, most, hits);
            QVERIFY(entriesOf(hits) == expected);
        }
    }
}

void TestHammingIndex::bothSidesOfTheLimit()
{
    std::mt19937_64 random(3);
    const PerceptualHash head = randomHash(random);
    const HammingIndex index({turned(head, 11, random), turned(head, 12, random)});
    std::vector<HammingIndex::Hit> hits;
    index.find(head, 11, hits);
    QCOMPARE(hits.size(), std::size_t(1));
    QCOMPARE(hits.front().distance, 11);
    index.find(head, 12, hits);
    QCOMPARE(hits.size(), std::size_t(2));
    index.find(head, 10, hits);
    QVERIFY(hits.empty());
}

void TestHammingIndex::anEntryIsFoundOnceHoweverManyBandsAreEqual()
{
    const HammingIndex index({{}, {}});
    std::vector<HammingIndex::Hit> hits;
    index.find({}, 0, hits);
    QVERIFY(entriesOf(hits) == (std::vector<std::uint32_t>{0, 1}));
}

void TestHammingIndex::itTakes96BytesAnEntry()
{
    std::mt19937_64 random(4);
    std::vector<PerceptualHash> entries(10'000);
    for (PerceptualHash &entry : entries)
        entry = randomHash(random);
    const HammingIndex index(std::move(entries));
    QVERIFY(index.bytes() <= 96 * 10'000 + HammingIndex::bands * 65'537 * 4);
}

QTEST_GUILESS_MAIN(TestHammingIndex)
#include "tst_hammingindex.moc"
