#include "core/base/hash.h"
#include "core/sync/claimedpictures.h"
#include "core/sync/parcel.h"
#include "tests/sim/simcourier.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::sim;

/// SYNC.md P: a packet is only a container for the air-gap; issue 5, section 3.
class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void bundleAndLineComeToTheSame_data();
    void bundleAndLineComeToTheSame();
    void whatIsClaimedByBundleComesWithItsFiles();
    void claimingIsNotDoneTwice();
    void whatHasNoRoomComesWithTheNext();
    void aFileThatCannotBeGivenIsTold();
    void aParcelOfTheFirstVersionIsAnsweredInIt();
    void aFileThatIsNotTakenIsTold();
    void aParcelCarriedTwiceDoesNoHarm();
    void aLostParcelIsPackedAgain();
    void aParcelForAnotherEpochBringsTheNewOne();
    void aParcelCutShortIsNoticed();

private:
    SimWorld m_world;
};

void TestCourier::bundleAndLineComeToTheSame_data()
{
    QTest::addColumn<bool>("files");
    QTest::addRow("decisions") << false;
    QTest::addRow("files and forms") << true;
}

void TestCourier::bundleAndLineComeToTheSame()
{
    QFETCH(bool, files);
    const SimPerson &person = files ? courierRegistrar : courierReviewer;
    SimCourier universe(m_world);
    QVERIFY(universe.begin(person));
    universe.syncByLine();
    QVERIFY(universe.work());
    universe.syncByLine();
    QCOMPARE(universe.status().ops.waiting(), 0);
    const Holdings byLine = universe.atServer();
    QCOMPARE(universe.atClient().states, byLine.states);
    QVERIFY(universe.atClient() == byLine);
    QCOMPARE(byLine.has("large portrait"), files);

    QVERIFY(universe.begin(person));
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.atServer().files, std::string());
    QVERIFY(universe.work());
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atServer().files, byLine.files);
    QCOMPARE(universe.atServer().states, byLine.states);
    QVERIFY(universe.atClient() == byLine);
    QVERIFY(universe.said().refused.empty());
}

/// What somebody claims comes with its files, by parcels alone, and all of it ends as over the line.
void TestCourier::whatIsClaimedByBundleComesWithItsFiles()
{
    constexpr int all = simFiles + 2;
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer) && universe.addAtServer('7') && universe.addAtServer('8'));
    universe.syncByLine();
    universe.claimByLine(all);
    QVERIFY(universe.work());
    universe.syncByLine();
    QCOMPARE(universe.status().ops.waiting(), 0);
    const Holdings byLine = universe.atServer();
    QVERIFY(byLine.has("large-7 portrait") && byLine.has("large-8 portrait"));
    QVERIFY(universe.atClient() == byLine);

    QVERIFY(universe.begin(courierReviewer) && universe.addAtServer('7') && universe.addAtServer('8'));
    QVERIFY(universe.syncByBundle(claiming(all)));
    QCOMPARE(universe.held(universe.client().store()), std::size_t(all));
    QCOMPARE(universe.client().engine().takeLeases().front().answer.leases.size(), std::size_t(all));
    QCOMPARE(universe.news().files, 2);
    QCOMPARE(universe.atClient().files, byLine.files);
    QVERIFY(universe.work());
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.news().files, 0); // what is here does not come again
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atServer().states, byLine.states);
    QVERIFY(universe.atServer() == byLine);
    QVERIFY(universe.atClient() == byLine);
}

void TestCourier::claimingIsNotDoneTwice()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer));
    QVERIFY(universe.syncByBundle());
    const std::string there = universe.packed(claiming(2));
    QVERIFY(!universe.answered(there).empty()); // and what came back was lost
    QVERIFY(!universe.answered(there).empty());
    QCOMPARE(universe.held(universe.server().store()), std::size_t(2));
    QVERIFY(universe.syncByBundle(claiming(2)));
    QCOMPARE(universe.held(universe.server().store()), std::size_t(2));
    QCOMPARE(universe.held(universe.client().store()), std::size_t(2));
    QVERIFY(universe.syncByBundle(claiming(1)));
    QCOMPARE(universe.held(universe.client().store()), std::size_t(3));

    ParcelWish handBack{.lease = LeaseRequest{.role = courierReviewer.role}};
    const auto mine = claimedFiles(universe.client().store(), {courierReviewer.actor}, simStart);
    for (const QueueEntry &entry : *mine)
        handBack.lease->release.push_back(entry.id);
    QVERIFY(universe.syncByBundle(handBack));
    QCOMPARE(universe.held(universe.server().store()), std::size_t(0));
    QCOMPARE(universe.held(universe.client().store()), std::size_t(0));
}

void TestCourier::whatHasNoRoomComesWithTheNext()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer) && universe.addAtServer('7') && universe.addAtServer('8'));
    universe.setRoom(std::int64_t(largeFile) + 10);
    QVERIFY(universe.syncByBundle(claiming(simFiles + 2)));
    QCOMPARE(universe.news().files, 1);
    QCOMPARE(universe.news().left, 1);
    QCOMPARE(universe.said().left, 1);
    universe.setRoom(10); // one goes however large
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.news().files, 1);
    QCOMPARE(universe.news().left, 0);
    QVERIFY(universe.atClient() == universe.atServer());
}

/// Bytes that are no picture have no preview; that is said, and the file itself comes all the same.
void TestCourier::aFileThatCannotBeGivenIsTold()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer) && universe.addAtServer('7'));
    QVERIFY(universe.syncByBundle());
    universe.client().engine().fetch({sha256Hex(std::string(largeFile, '7')), false}); // somebody looks at it
    const std::string unknown = sha256Hex("of nobody");
    ParcelWish wish{.pictures = universe.client().engine().wanted()};
    wish.pictures.push_back(unknown);
    QVERIFY(universe.syncByBundle(wish));
    QCOMPARE(universe.news().files, 1);
    QCOMPARE(universe.news().lacks, 1);
    QVERIFY(universe.client().engine().wanted().empty());
    const std::vector<Fetched> fetched = universe.client().engine().takeFetched();
    const auto lack = std::ranges::find(fetched, Fetch{unknown, false}, &Fetched::what);
    QVERIFY(lack != fetched.end() && lack->problem == "not-found");
}

/// docs/sync.md: a parcel is answered in its own version, so that a desktop of before takes what it knows.
void TestCourier::aParcelOfTheFirstVersionIsAnsweredInIt()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer) && universe.addAtServer('7'));
    const std::string back = universe.answered(universe.packed(claiming(2)), 1);
    QVERIFY(!back.empty());
    const ReadBytes from = readerOf(back);
    for (Result<Section> section = readSection(from); section && section->kind != SectionKind::End;
         section = readSection(from)) {
        QCOMPARE(section->kind, SectionKind::Json);
        const QJsonObject words = QJsonDocument::fromJson(QByteArray::fromStdString(section->bytes)).object();
        QCOMPARE(words.keys().size(), 1);
        QVERIFY(words.contains(u"answers"_s) || words.contains(u"page"_s));
    }
    QCOMPARE(universe.held(universe.server().store()), std::size_t(0));
    QVERIFY(universe.take(back));
    QCOMPARE(parcelVersionOf("zsb-there-1", ParcelWay::There), 1);
    QCOMPARE(parcelVersionOf(parcelKind(ParcelWay::Back), ParcelWay::Back), parcelVersion);
    QCOMPARE(parcelVersionOf("zsb-back-71", ParcelWay::Back), 71);
    for (const char *other : {"zsb-back-1", "zsb-there-", "zsb-there-0", "zsb-there-1x", "", "zsb-there--1"})
        QCOMPARE(parcelVersionOf(other, ParcelWay::There), 0);
}

/// A file that is not taken is told, and what it was of waits; the others go on.
void TestCourier::aFileThatIsNotTakenIsTold()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierRegistrar));
    QVERIFY(universe.syncByBundle());
    const std::string bytes(largeFile, 'x');
    const std::string claimed = sha256Hex("something else");
    std::string parcel;
    const auto add = [&parcel](SectionKind kind, const std::string &content) {
        return writeSection(writerTo(parcel), kind, content).has_value();
    };
    QVERIFY(add(SectionKind::Json, R"({"actor":"reg"})") && add(SectionKind::File, claimed + bytes) &&
            add(SectionKind::File, claimed + "small") && add(SectionKind::File, sha256Hex(bytes) + bytes) &&
            add(SectionKind::End, {}));
    QVERIFY(!universe.answered(parcel).empty());
    QCOMPARE(universe.said().refused, (std::map<std::string, std::string>{{claimed, "unprocessable"}}));
    QVERIFY(universe.server().store().blobs().isWhole(sha256Hex(bytes)));
}

void TestCourier::aParcelCarriedTwiceDoesNoHarm()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer));
    QVERIFY(universe.syncByBundle());
    QVERIFY(universe.work());
    const std::string there = universe.packed();
    const std::string back = universe.answered(there);
    QVERIFY(universe.take(back));
    const std::string before = universe.atServer().states;
    const std::string again = universe.answered(there);
    QVERIFY(!again.empty());
    QCOMPARE(universe.atServer().states, before);
    QVERIFY(universe.take(again));
    QVERIFY(universe.take(back));
    QCOMPARE(universe.atClient().states, before);
}

void TestCourier::aLostParcelIsPackedAgain()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer));
    QVERIFY(universe.syncByBundle());
    QVERIFY(universe.work());
    const std::string lost = universe.packed();
    QVERIFY(!universe.answered(lost).empty()); // and what came back was lost as well
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atClient().states, universe.atServer().states);
}

void TestCourier::aParcelForAnotherEpochBringsTheNewOne()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer));
    universe.server().backUp();
    QVERIFY(universe.syncByBundle());
    QVERIFY(universe.work());
    QVERIFY(universe.syncByBundle());
    QVERIFY(universe.server().restore());
    QVERIFY(universe.syncByBundle()); // hears of it
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atClient().states, universe.atServer().states);
}

void TestCourier::aParcelCutShortIsNoticed()
{
    SimCourier universe(m_world);
    QVERIFY(universe.begin(courierReviewer));
    const std::string back = universe.answered(universe.packed());
    QVERIFY(!universe.take(back.substr(0, back.size() - 1)));
    QVERIFY(!universe.take(back.substr(0, back.size() - 9)));
    QVERIFY(!universe.take("nonsense that is no parcel"));
    QVERIFY(universe.answered("nonsense that is no parcel").empty());
    QVERIFY(universe.take(back));
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
