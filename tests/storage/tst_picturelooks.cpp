#include "core/storage/picturelooks.h"
#include "core/storage/seasonlooks.h"
#include "tests/storage/storefixture.h"

#include <QTest>

using namespace zsb;

namespace {

/// A look of the given kind that differs from all zeros in the first `bits` bits.
std::string look(char kind, int bits, int from = 0)
{
    PerceptualHash hash;
    for (int bit = from; bit < from + bits; ++bit)
        hash.set(bit);
    return kind + hexOf(hash);
}

std::string sha(char digit)
{
    return std::string(64, digit);
}

const ApplicationId one{"one"};
const ApplicationId two{"two"};
const ApplicationId three{"three"};

TestPerson person(int which)
{
    TestPerson somebody;
    somebody.number = "202315000000" + std::to_string(which);
    somebody.document = std::vector<std::string>{"150102200103150011", "15010220010315002X",
                                                 "150102200103150038"}[std::size_t(which - 1)];
    somebody.phone = "1380013800" + std::to_string(which);
    return somebody;
}

} // namespace

/// One picture under two names is found across a season (A1.5.4, A2.7), by looks that are kept beside the files.
class TestPictureLooks : public QObject
{
    Q_OBJECT

private slots:
    void aLookIsKeptOnceForTheBytes();
    void whatNobodyLookedAtIsListedByHash();
    void aPortraitUnderTwoNamesIsFoundUpToTheIndexsReach();
    void onePersonsOwnPicturesAndCancelledOnesAreNotTold();
    void looksOfTwoKindsAreNotCompared();
    void aPageThatLooksLikeManyIsAFormAndSaysNothing();
    void whatAnotherProgramKeptIsFollowed();
    void thousandsOfNewLooksAreFoundAsTheFirstFew();
    void thePackSaysHowNearIsTold();

private:
    /// Whose picture the first likeness of that application is; empty: none.
    static std::string firstOther(const StoreFixture &fixture, const ApplicationId &id)
    {
        SeasonLooks looks;
        if (!looks.follow(fixture.store->database()))
            return "failed";
        const auto found = looks.likenesses(fixture.store->database(), *fixture.store->state(id));
        return !found ? "failed" : found->empty() ? std::string() : found->front().otherNo;
    }
    static bool keep(const StoreFixture &fixture, const std::vector<PictureLook> &looks)
    {
        return bool(PictureLooks(fixture.store->database()).keep(looks));
    }
};

void TestPictureLooks::aLookIsKeptOnceForTheBytes()
{
    const StoreFixture fixture;
    const PictureLooks looks(fixture.store->database());
    QVERIFY(!looks.find(sha('a'))->has_value());
    QVERIFY(keep(fixture, {{sha('a'), look('f', 3)}, {sha('b'), {}}}));
    QVERIFY(keep(fixture, {{sha('a'), look('f', 9)}, {sha('c'), look('p', 1)}}));
    QCOMPARE(*looks.find(sha('a')), std::optional(look('f', 3)));
    QCOMPARE(*looks.find(sha('b')), std::optional(std::string())); // looked at, nothing to compare
    const auto all = *looks.after(0, 10);
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(all[0].n < all[1].n && all[1].n < all[2].n);
    QCOMPARE(all[2].picture.sha256, sha('c'));
    QCOMPARE(looks.after(all[1].n, 10)->size(), std::size_t(1));
    QCOMPARE(looks.after(0, 2)->size(), std::size_t(2));
}

void TestPictureLooks::whatNobodyLookedAtIsListedByHash()
{
    StoreFixture fixture;
    TestPerson somebody = person(1);
    somebody.portrait = sha('a');
    somebody.material = sha('c');
    QVERIFY(fixture.add(one, somebody));
    const PictureLooks looks(fixture.store->database());
    auto missing = *looks.missing({}, 10);
    QCOMPARE(missing.size(), std::size_t(2));
    QCOMPARE(missing[0].sha256, sha('a'));
    QVERIFY(missing[0].isPortrait && !missing[1].isPortrait);
    QCOMPARE(looks.missing(sha('a'), 10)->size(), std::size_t(1));
    QCOMPARE(looks.missing({}, 1)->size(), std::size_t(1));
    QVERIFY(keep(fixture, {{sha('a'), {}}})); // nothing to compare is an answer
    missing = *looks.missing({}, 10);
    QCOMPARE(missing.size(), std::size_t(1));
    QCOMPARE(missing[0].sha256, sha('c'));
}

void TestPictureLooks::aPortraitUnderTwoNamesIsFoundUpToTheIndexsReach()
{
    for (const int bits : {0, 15, 16}) {
        StoreFixture fixture;
        TestPerson first = person(1);
        first.portrait = sha('a');
        TestPerson second = person(2);
        second.portrait = sha('b');
        QVERIFY(fixture.add(one, first) && fixture.add(two, second));
        QVERIFY(keep(fixture, {{sha('a'), look('f', 0)}, {sha('b'), look('f', bits)}}));
        QCOMPARE(firstOther(fixture, one), bits <= 15 ? second.number : std::string());
        QCOMPARE(firstOther(fixture, two), bits <= 15 ? first.number : std::string());
    }
}

void TestPictureLooks::onePersonsOwnPicturesAndCancelledOnesAreNotTold()
{
    StoreFixture fixture;
    TestPerson first = person(1);
    first.portrait = sha('a');
    TestPerson again = person(2); // another application of the same person
    again.document = first.document;
    again.portrait = sha('b');
    QVERIFY(fixture.add(one, first) && fixture.add(two, again));
    QVERIFY(keep(fixture, {{sha('a'), look('f', 0)}, {sha('b'), look('f', 1)}, {sha('c'), look('f', 2)}}));
    QCOMPARE(firstOther(fixture, one), std::string());
    TestPerson third = person(3);
    third.portrait = sha('c');
    QVERIFY(fixture.add(three, third));
    QCOMPARE(firstOther(fixture, one), third.number);
    QVERIFY(fixture.does(three, Cancel{"registered twice"}));
    QCOMPARE(firstOther(fixture, one), std::string());
}

void TestPictureLooks::looksOfTwoKindsAreNotCompared()
{
    StoreFixture fixture;
    TestPerson first = person(1);
    first.portrait = sha('a');
    first.material = sha('c');
    TestPerson second = person(2);
    second.portrait = sha('b');
    second.material = sha('d');
    QVERIFY(fixture.add(one, first) && fixture.add(two, second));
    QVERIFY(keep(fixture, {{sha('a'), look('f', 0)}, {sha('b'), look('p', 0)}, {sha('c'), look('p', 0)}}));
    QCOMPARE(firstOther(fixture, one), std::string()); // a face and a page; a material and a portrait
    QVERIFY(keep(fixture, {{sha('d'), look('p', 2)}}));
    SeasonLooks looks;
    QVERIFY(looks.follow(fixture.store->database()));
    const auto found = *looks.likenesses(fixture.store->database(), *fixture.store->state(one));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front(), (SeasonLooks::Likeness{"student_card", sha('c'), second.number, sha('d'), 2}));
}

void TestPictureLooks::aPageThatLooksLikeManyIsAFormAndSaysNothing()
{
    StoreFixture fixture;
    std::vector<PictureLook> looks;
    for (int i = 0; i < 5; ++i) {
        TestPerson somebody;
        somebody.number = "202315000001" + std::to_string(i);
        somebody.document = "doc-" + std::to_string(i);
        somebody.phone = {};
        somebody.material = sha(char('a' + i));
        QVERIFY(fixture.add(ApplicationId{"form-" + std::to_string(i)}, somebody));
        looks.push_back({somebody.material, look('p', i)});
        QVERIFY(keep(fixture, {looks.back()}));
        // three others are copies; more are what is printed on every such card
        QCOMPARE(firstOther(fixture, ApplicationId{"form-0"}).empty(), i == 0 || i > 3);
    }
}

void TestPictureLooks::whatAnotherProgramKeptIsFollowed()
{
    StoreFixture fixture;
    TestPerson first = person(1);
    first.portrait = sha('a');
    TestPerson second = person(2);
    second.portrait = sha('b');
    QVERIFY(fixture.add(one, first) && fixture.add(two, second));
    QVERIFY(keep(fixture, {{sha('a'), look('f', 0)}}));
    SeasonLooks looks;
    QVERIFY(looks.follow(fixture.store->database()));
    QCOMPARE(looks.size(), std::size_t(1));
    const auto other = *Store::open(fixture.options());
    QVERIFY(PictureLooks(other->database()).keep(std::vector<PictureLook>{{sha('b'), look('f', 4)}}));
    QVERIFY(looks.follow(fixture.store->database()));
    QCOMPARE(looks.size(), std::size_t(2));
    const auto found = *looks.likenesses(fixture.store->database(), *fixture.store->state(one));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().distance, 4);
}

/// The newest are gone through, the others are in an index: the answers are the same.
void TestPictureLooks::thousandsOfNewLooksAreFoundAsTheFirstFew()
{
    StoreFixture fixture;
    TestPerson first = person(1);
    first.portrait = sha('a');
    TestPerson second = person(2);
    second.portrait = sha('b');
    QVERIFY(fixture.add(one, first) && fixture.add(two, second));
    std::vector<PictureLook> many{{sha('a'), look('f', 0)}, {sha('b'), look('f', 5)}};
    constexpr int strangers = 5000;
    for (int i = 0; i < strangers; ++i) {
        PerceptualHash hash;
        for (int bit = 0; bit < 16; ++bit)
            hash.words[3] |= std::uint64_t((i >> (bit % 13)) & 1) << bit;
        hash.words[1] = ~std::uint64_t(0);
        many.push_back({std::to_string(i), 'f' + hexOf(hash)});
    }
    QVERIFY(keep(fixture, many));
    QCOMPARE(firstOther(fixture, one), second.number);
    QCOMPARE(firstOther(fixture, two), first.number);
}

void TestPictureLooks::thePackSaysHowNearIsTold()
{
    const StoreFixture fixture;
    const auto at = [&](const std::string &slot, int distance) {
        return judgeLikenesses({{slot, sha('a'), "2023150000002", sha('b'), distance}}, *fixture.book, fixture.now);
    };
    const std::int64_t most = nm2023().binding("portrait.similar")->parameters.integer("most");
    QCOMPARE(at({}, int(most)).size(), std::size_t(1));
    QVERIFY(at({}, int(most) + 1).empty());
    const Finding finding = at({}, int(most)).front();
    QVERIFY(finding.outcome == Outcome::NeedsReview);
    QVERIFY(finding.messageZh.find("2023150000002") != std::string::npos);
    const std::int64_t pages = nm2023().binding("materials.similar")->parameters.integer("most");
    QCOMPARE(at("student_card", int(pages)).size(), std::size_t(1));
    QVERIFY(at("student_card", int(pages) + 1).empty());
    QCOMPARE(at("student_card", 0).front().rule, std::string("materials.similar"));
}

QTEST_GUILESS_MAIN(TestPictureLooks)
#include "tst_picturelooks.moc"
