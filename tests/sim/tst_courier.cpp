#include "core/base/hash.h"
#include "core/crypto/bundle.h"
#include "core/sync/courier.h"
#include "core/sync/parcel.h"
#include "tests/sim/simclient.h"

#include <QJsonDocument>
#include <QTest>

#include <cstring>

using namespace zsb;
using namespace zsb::sim;

namespace {

const SimPerson reviewer{"rev-a", "school"};
const SimPerson registrar{"reg", "registrar"};

ReadBytes readerOf(const std::string &bytes)
{
    return [&bytes, at = std::size_t(0)](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(into.size(), bytes.size() - at);
        std::memcpy(into.data(), bytes.data() + at, count);
        at += count;
        return count;
    };
}

WriteBytes writerTo(std::string &bytes)
{
    return [&bytes](std::string_view more) {
        bytes += more;
        return done();
    };
}

/// One server and one client; every run of it begins the same.
class Universe
{
public:
    explicit Universe(const SimWorld &world) : m_world(world), m_server(world), m_client(world, 0) {}

    [[nodiscard]] bool begin(const SimPerson &person)
    {
        m_person = person;
        m_now = simStart;
        return m_server.begin(m_now, 5, nullptr) && m_client.begin(m_server, person, {}, 6, nullptr);
    }
    /// Somebody works, offline, and a while goes by.
    void work()
    {
        for (int i = 0; i < 12; ++i) {
            m_client.act(m_now);
            m_now += std::chrono::seconds(20);
        }
        m_server.setNow(m_now);
    }
    void syncByLine()
    {
        m_client.hurry();
        while (std::optional<Exchange> exchange = m_client.ask(m_now))
            m_client.take(exchange->ticket, exchange->request, m_server.serve(exchange->request), m_now);
    }
    [[nodiscard]] std::string packed()
    {
        std::string parcel;
        return packParcel(m_client.store(), {m_person.actor}, m_now, writerTo(parcel)) ? parcel : std::string();
    }
    [[nodiscard]] std::string answered(const std::string &parcel)
    {
        std::string back;
        const auto serve = [this](const HttpRequest &request, const ActorId &actor) {
            HttpRequest asPerson = request;
            Caller caller;
            caller.actor = actor;
            caller.scopes = {{.role = m_person.role}};
            asPerson.headers["authorization"] = "Bearer " + m_server.token(caller, m_now + std::chrono::minutes(10));
            return m_server.serve(asPerson);
        };
        return answerParcel(readerOf(parcel), writerTo(back), serve) ? back : std::string();
    }
    [[nodiscard]] bool take(const std::string &back)
    {
        return takeParcel(m_client.engine(), readerOf(back), m_now).has_value();
    }
    /// There and back, inside bundles.
    [[nodiscard]] bool syncByBundle()
    {
        const std::string back = carried(answered(carried(packed())));
        return !back.empty() && take(back);
    }

    /// What everybody agrees on in the end.
    [[nodiscard]] static std::string hash(Store &store)
    {
        std::string text;
        Result<Rows> rows = store.database().run(QStringLiteral("SELECT id FROM application ORDER BY id"));
        while (rows && rows->next()) {
            ApplicationState state = *store.state({rows->text(0)});
            state.revision = 0;
            text += QString::fromUtf8(QJsonDocument(toJson(state)).toJson()).toStdString();
        }
        return sha256Hex(text);
    }
    [[nodiscard]] std::string serverHash() { return hash(m_server.store()); }
    [[nodiscard]] std::string clientHash() { return hash(m_client.store()); }
    [[nodiscard]] SyncStatus status() { return m_client.status(m_now); }
    [[nodiscard]] SimServer &server() { return m_server; }

private:
    /// Through a sealed and signed file.
    [[nodiscard]] std::string carried(const std::string &parcel) const
    {
        SimRandom random(9);
        const BoxKey box = newBoxKey(random.source());
        std::string bundle;
        const BundleInfo info{
            .id = "b", .kind = std::string(parcelThere), .sender = m_world.key->publicKey, .made = m_now};
        if (!writeBundle(info, *m_world.key, {.recipients = {box.publicKey}}, readerOf(parcel), writerTo(bundle),
                         random.source()))
            return {};
        std::string opened;
        const std::vector<std::string> trusted = {m_world.key->publicKey};
        const BundleOpening opening{.trusted = trusted, .recipient = &box};
        return readBundle(opening, readerOf(bundle), writerTo(opened)) ? opened : std::string();
    }

    const SimWorld &m_world;
    SimServer m_server;
    SimClient m_client;
    SimPerson m_person;
    Instant m_now = simStart;
};

} // namespace

/// SYNC.md P: a packet is only a container for the air-gap; issue 5, section 3.
class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void bundleAndLineComeToTheSame_data();
    void bundleAndLineComeToTheSame();
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
    const SimPerson &person = files ? registrar : reviewer;
    Universe universe(m_world);
    QVERIFY(universe.begin(person));
    universe.syncByLine();
    universe.work();
    universe.syncByLine();
    QCOMPARE(universe.status().ops.waiting(), 0);
    const std::string byLine = universe.serverHash();
    QCOMPARE(universe.clientHash(), byLine);

    QVERIFY(universe.begin(person));
    QVERIFY(universe.syncByBundle());
    universe.work();
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.serverHash(), byLine);
    QCOMPARE(universe.clientHash(), byLine);
}

void TestCourier::aParcelCarriedTwiceDoesNoHarm()
{
    Universe universe(m_world);
    QVERIFY(universe.begin(reviewer));
    QVERIFY(universe.syncByBundle());
    universe.work();
    const std::string there = universe.packed();
    const std::string back = universe.answered(there);
    QVERIFY(universe.take(back));
    const std::string before = universe.serverHash();
    const std::string again = universe.answered(there);
    QVERIFY(!again.empty());
    QCOMPARE(universe.serverHash(), before);
    QVERIFY(universe.take(again));
    QVERIFY(universe.take(back));
    QCOMPARE(universe.clientHash(), before);
}

void TestCourier::aLostParcelIsPackedAgain()
{
    Universe universe(m_world);
    QVERIFY(universe.begin(reviewer));
    QVERIFY(universe.syncByBundle());
    universe.work();
    const std::string lost = universe.packed();
    QVERIFY(!universe.answered(lost).empty()); // and what came back was lost as well
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.clientHash(), universe.serverHash());
}

void TestCourier::aParcelForAnotherEpochBringsTheNewOne()
{
    Universe universe(m_world);
    QVERIFY(universe.begin(reviewer));
    universe.server().backUp();
    QVERIFY(universe.syncByBundle());
    universe.work();
    QVERIFY(universe.syncByBundle());
    QVERIFY(universe.server().restore());
    QVERIFY(universe.syncByBundle()); // hears of it
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.clientHash(), universe.serverHash());
}

void TestCourier::aParcelCutShortIsNoticed()
{
    Universe universe(m_world);
    QVERIFY(universe.begin(reviewer));
    const std::string back = universe.answered(universe.packed());
    QVERIFY(!universe.take(back.substr(0, back.size() - 1)));
    QVERIFY(!universe.take(back.substr(0, back.size() - 9)));
    QVERIFY(!universe.take("nonsense that is no parcel"));
    QVERIFY(universe.answered("nonsense that is no parcel").empty());
    QVERIFY(universe.take(back));
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
