#include "core/base/hash.h"
#include "core/crypto/bundle.h"
#include "core/protocol/blobs.h"
#include "core/sync/courier.h"
#include "core/sync/parcel.h"
#include "tests/sim/simclient.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cstring>

using namespace zsb;
using namespace zsb::sim;

namespace {

const SimPerson reviewer{"rev-a", "school"};
const SimPerson registrar{"reg", "registrar"};
constexpr std::size_t large = std::size_t(largestWholeBytes) + 300'000; ///< goes in pieces over a line

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

Attachment fileOf(const std::string &sha256, std::size_t bytes)
{
    Attachment file;
    file.sha256 = sha256;
    file.fileName = "a.jpg";
    file.facts = {.format = ImageFormat::Jpeg, .bytes = std::int64_t(bytes), .sha256 = sha256};
    file.addedAt = simStart;
    return file;
}

/// What somebody has: the states everybody agrees on in the end, and which files of which application are here, whole.
struct Holdings
{
    std::string states;
    std::string files;

    bool operator==(const Holdings &) const = default;
};

std::string filesHere(const Store &store, const ApplicationState &state)
{
    std::string text;
    const auto add = [&](const std::string &slot, const Attachment &file) {
        if (store.blobs().isWhole(file.sha256))
            text += state.id.value + ' ' + slot + ' ' + file.sha256 + '\n';
    };
    if (state.portrait)
        add("portrait", *state.portrait);
    for (const auto &[slot, files] : state.materials)
        std::ranges::for_each(files, [&](const Attachment &file) { add(slot, file); });
    return text;
}

Holdings holdingsOf(Store &store)
{
    Holdings all;
    std::string states;
    Result<Rows> rows = store.database().run(QStringLiteral("SELECT id FROM application ORDER BY id"));
    while (rows && rows->next()) {
        ApplicationState state = *store.state({rows->text(0)});
        all.files += filesHere(store, state);
        state.revision = 0;
        states += QString::fromUtf8(QJsonDocument(toJson(state)).toJson()).toStdString();
    }
    all.states = sha256Hex(states);
    return all;
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
        m_ids = 0;
        return m_server.begin(m_now, 5, nullptr) && m_client.begin(m_server, person, {}, 6, nullptr);
    }
    /// Somebody works, offline, and a while goes by.
    void work()
    {
        if (m_person.role == registrar.role)
            QVERIFY(attach(std::string(large, 'p')));
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
        const Result<ParcelAnswered> answered = answerParcel(readerOf(parcel), writerTo(back), serve);
        m_refused = answered ? answered->refused : std::map<std::string, std::string>();
        return answered ? back : std::string();
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

    [[nodiscard]] Holdings atServer() { return holdingsOf(m_server.store()); }
    [[nodiscard]] Holdings atClient() { return holdingsOf(m_client.store()); }
    [[nodiscard]] SyncStatus status() { return m_client.status(m_now); }
    [[nodiscard]] SimServer &server() { return m_server; }
    [[nodiscard]] const std::map<std::string, std::string> &refused() const { return m_refused; }

private:
    [[nodiscard]] bool run(const ApplicationId &id, CommandBody body)
    {
        const Command command{.id = {"own-" + std::to_string(++m_ids)},
                              .application = id,
                              .actor = {m_person.actor},
                              .role = m_person.role,
                              .at = m_now,
                              .revision = m_client.store().state(id)->revision,
                              .packHash = m_world.book->pack().hash,
                              .body = std::move(body)};
        const Result<Execution> answer = m_client.store().execute(command, *m_world.book, m_now);
        return answer && std::holds_alternative<Executed>(*answer);
    }
    /// To a new application, at a desk.
    [[nodiscard]] bool attach(const std::string &bytes)
    {
        const ApplicationId id{"large"};
        const Result<std::string> sha256 = m_client.store().blobs().put(bytes);
        return sha256 && run(id, CreateDraft{"N-large", Origin::Desk}) && run(id, AcceptNotice{"desk"}) &&
               run(id, ChooseType{"N1"}) && run(id, AttachPortrait{fileOf(*sha256, bytes.size())});
    }
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
    std::map<std::string, std::string> m_refused;
    int m_ids = 0;
};

} // namespace

/// SYNC.md P: a packet is only a container for the air-gap; issue 5, section 3.
class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void bundleAndLineComeToTheSame_data();
    void bundleAndLineComeToTheSame();
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
    const SimPerson &person = files ? registrar : reviewer;
    Universe universe(m_world);
    QVERIFY(universe.begin(person));
    universe.syncByLine();
    universe.work();
    universe.syncByLine();
    QCOMPARE(universe.status().ops.waiting(), 0);
    const Holdings byLine = universe.atServer();
    QCOMPARE(universe.atClient().states, byLine.states);
    QVERIFY(universe.atClient() == byLine);
    QCOMPARE(byLine.files.contains("large portrait"), files);

    QVERIFY(universe.begin(person));
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.atServer().files, std::string());
    universe.work();
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atServer().files, byLine.files);
    QCOMPARE(universe.atServer().states, byLine.states);
    QVERIFY(universe.atClient() == byLine);
    QVERIFY(universe.refused().empty());
}

/// A file that is not taken is told, and what it was of waits; the others go on.
void TestCourier::aFileThatIsNotTakenIsTold()
{
    Universe universe(m_world);
    QVERIFY(universe.begin(registrar));
    QVERIFY(universe.syncByBundle());
    const std::string bytes(large, 'x');
    const std::string claimed = sha256Hex("something else");
    std::string parcel;
    const auto add = [&parcel](SectionKind kind, const std::string &content) {
        return writeSection(writerTo(parcel), kind, content).has_value();
    };
    QVERIFY(add(SectionKind::Json, R"({"actor":"reg"})") && add(SectionKind::File, claimed + bytes) &&
            add(SectionKind::File, claimed + "small") && add(SectionKind::File, sha256Hex(bytes) + bytes) &&
            add(SectionKind::End, {}));
    QVERIFY(!universe.answered(parcel).empty());
    QCOMPARE(universe.refused(), (std::map<std::string, std::string>{{claimed, "unprocessable"}}));
    QVERIFY(universe.server().store().blobs().isWhole(sha256Hex(bytes)));
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
    Universe universe(m_world);
    QVERIFY(universe.begin(reviewer));
    QVERIFY(universe.syncByBundle());
    universe.work();
    const std::string lost = universe.packed();
    QVERIFY(!universe.answered(lost).empty()); // and what came back was lost as well
    QVERIFY(universe.syncByBundle());
    QCOMPARE(universe.status().ops.waiting(), 0);
    QCOMPARE(universe.atClient().states, universe.atServer().states);
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
    QCOMPARE(universe.atClient().states, universe.atServer().states);
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
