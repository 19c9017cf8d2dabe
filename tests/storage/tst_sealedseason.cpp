#include "core/base/hash.h"
#include "core/crypto/keyfileholder.h"
#include "core/storage/chain.h"
#include "core/storage/reseal.h"
#include "core/storage/seasonkeys.h"
#include "tests/storage/storefixture.h"

#include <QDirIterator>
#include <QTest>

#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// A row of a table, its sealed columns last: where it is kept, what FieldPlace::row calls it.
struct PlantedRow
{
    QString table;
    QString columns; ///< as in INSERT, sealed ones last
    QString values;  ///< of the others
    std::string row;
    std::vector<std::string> sealed;
};

const std::vector<PlantedRow> &plantedRows()
{
    static const std::vector<PlantedRow> rows = {
        {u"sync_op"_s,
         u"n, id, application, actor, kind, base, after_op, epoch, judged, made, held_until, state, body, answer"_s,
         u"1, 'op-1', 'app-1', 'ann', 'doubt', 0, '', '', '', 0, 0, 'pending'"_s,
         "app-1",
         {"body", "answer"}},
        {u"sync_row"_s, u"application, shadow"_s, u"'app-1'"_s, "app-1", {"shadow"}},
        {u"contested"_s,
         u"op, application, actor, outcome, at, body"_s,
         u"'op-2', 'app-1', 'ann', 'disputed', 0"_s,
         "op-2",
         {"body"}},
        {u"staff"_s,
         u"id, login, password, totp_step, scopes, rights, disabled, failures, locked_until, created, last_login, "
         "name, totp"_s,
         u"'s-1', 'ann', '', 0, '[]', 0, 0, 0, 0, 0, 0"_s,
         "s-1",
         {"name", "totp"}},
        {u"account"_s,
         u"id, document, phone, document_type, password, state, rights, failures, locked_until, created, last_login, "
         "document_number, phone_number"_s,
         u"'a-1', 'd', 'p', '', '', 'active', 0, 0, 0, 0, 0"_s,
         "a-1",
         {"document_number", "phone_number"}},
        {u"account_history"_s,
         u"id, account, at, kind, actor, role, evidence, other, note"_s,
         u"'h-1', 'a-1', 0, '', '', '', '', ''"_s,
         "h-1",
         {"note"}},
        {u"message"_s,
         u"id, at, kind, expires, attempts, sent, phone, body"_s,
         u"'m-1', 0, '', 0, 0, 0"_s,
         "m-1",
         {"phone", "body"}},
    };
    return rows;
}

} // namespace

/// A whole season with its values sealed: what is planted in it is in no byte of its folder, it is found and read all
/// the same, its keys change while it is in use, and it is forgotten by destroying one key.
class TestSealedSeason : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noByteOfTheFolderHoldsWhatWasPlanted();
    void plainSeasonsDoHoldIt();
    void peopleAreFoundByNumberAndNameAllTheSame();
    void theSamePersonIsNoticedAcrossFiles();
    void theSameCommandAgainGetsTheSameAnswer();
    void theChainIsVerifiedWithoutKeys();
    void anEventDoesNotPassForAnother();
    void afterRotationEverythingButTheLogIsSealedAnew();
    void afterRotationNoValueOfAServiceOrItsClientKeepsTheOlderKey();
    void aRotatedSeasonOpensWithTheOldSuiteToo();
    void aDestroyedKeyForgetsTheSeasonAndItsBackups();
    void newWrappingForgetsOlderCopies();
    void onlyAnEmptyFolderBecomesSealed();

private:
    void fill();
    void open(const Keyring &keys)
    {
        m_season = std::make_unique<StoreFixture>(std::make_shared<const SealedCodec>(keys));
    }
    [[nodiscard]] std::string keyFolder() const { return m_keys->filePath(u"keys"_s).toStdString(); }
    /// Names of files, and which planted text they hold.
    [[nodiscard]] static QStringList traces(const QString &folder);

    const TestPerson m_person{
        .number = "2023150000077", .name = "呼和塔娜", .document = "150102200103150011", .phone = "13847190077"};
    const std::string m_address = "赛罕区植树街七十七号";
    const std::string m_picture =
        std::string("\xff\xd8\xff EXIF 呼和塔娜 150102200103150011 ") + std::string(5000, 'p');
    const ApplicationId m_id{"0190a6e2-0000-7000-8000-000000000077"};
    std::unique_ptr<QTemporaryDir> m_keys;
    std::unique_ptr<StoreFixture> m_season;
};

void TestSealedSeason::init()
{
    m_keys = std::make_unique<QTemporaryDir>();
    open(*Keyring::make(SuiteId::International, {}, keyRandom()));
}

void TestSealedSeason::fill()
{
    TestPerson person = m_person;
    person.material = *m_season->store->blobs().put(m_picture);
    QVERIFY(m_season->add(m_id, person));
    QVERIFY(m_season->add({"0190a6e2-0000-7000-8000-000000000078"},
                          {.number = "2023150000078", .name = "李四", .phone = "13847190078"}));
    QVERIFY(m_season->does(m_id, ClaimFile{}));
    QVERIFY(m_season->does(m_id, ReturnFile{{{.code = "101", .note = m_person.name + " " + m_address}}, {}, {}}));
    Desk desk = m_season->store->desk({"staff-1"});
    QVERIFY(desk.nameTag(1, m_person.name));
    QVERIFY(
        desk.keepView({.id = "view-1", .name = m_person.phone, .body = "{\"text\":\"" + m_person.document + "\"}"}));
}

QStringList TestSealedSeason::traces(const QString &folder)
{
    const QByteArrayList planted = {"呼和塔娜",           "呼和",        "塔娜",  "huhetana", "hhtn",
                                    "150102200103150011", "13847190077", "植树街"};
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            found.append(u"unreadable "_s + file.fileName());
        const QByteArray bytes = file.readAll();
        for (const QByteArray &text : planted) {
            const QString utf16 = QString::fromUtf8(text);
            const QByteArrayView wide(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2);
            const QByteArrayList forms = {text, wide.toByteArray(), text.toBase64(QByteArray::OmitTrailingEquals),
                                          QByteArray::fromStdString(sha256Hex(text.toStdString()))};
            for (const QByteArray &form : forms) {
                if (bytes.contains(form) || file.fileName().toUtf8().contains(form))
                    found.append(file.fileName() + u": "_s + utf16);
            }
        }
    }
    return found;
}

/// Database, log of writes, blobs, notes of the desk, copies: every byte of every file.
void TestSealedSeason::noByteOfTheFolderHoldsWhatWasPlanted()
{
    fill();
    const QString folder = QString::fromStdString(m_season->folder());
    QVERIFY(QFile::exists(folder + u"/zsb.db-wal"_s));
    QCOMPARE(traces(folder), QStringList());
    // a backup, and the database after its log of writes was taken in
    {
        const auto database = Database::open(m_season->store->databasePath(), Database::Access::ReadWrite);
        QVERIFY((*database)->execute(u"VACUUM INTO ?"_s, {QString(folder + u"/backup.db"_s)}));
        QVERIFY((*database)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    QVERIFY(QFile::exists(folder + u"/backup.db"_s));
    QCOMPARE(traces(folder), QStringList());
    QVERIFY(m_season->store->rebuild(*m_season->book));
    m_season->store.reset();
    QCOMPARE(traces(folder), QStringList());
}

/// The search above finds what is there.
void TestSealedSeason::plainSeasonsDoHoldIt()
{
    m_season = std::make_unique<StoreFixture>(nullptr);
    fill();
    const QString all = traces(QString::fromStdString(m_season->folder())).join(u'\n');
    for (const QString &text : {u"呼和塔娜"_s, u"150102200103150011"_s, u"13847190077"_s, u"植树街"_s, u"huhetana"_s})
        QVERIFY2(all.contains(text), qPrintable(text));
}

void TestSealedSeason::peopleAreFoundByNumberAndNameAllTheSame()
{
    fill();
    const Store &store = *m_season->store;
    for (const char *text : {"呼和塔娜", "呼和", "呼", "huhetana", "hhtn", "150011", "2023150000077", "20231500000"}) {
        const auto hits = store.search(text, 10);
        QVERIFY2(hits && !hits->empty() && hits->front().id == m_id, text);
        QCOMPARE(hits->front().name, m_person.name);
    }
    // what a sealed season does not find: parts of names and beginnings of readings
    for (const char *text : {"塔娜", "huhe", "hh", "15001"})
        QVERIFY2(store.search(text, 10)->empty(), text);
    QCOMPARE(store.state(m_id)->fields.at(Field::Name), m_person.name);
    QCOMPARE(*store.blobs().read(sha256Hex(m_picture), BlobStore::Verify::Yes), m_picture);
    QCOMPARE(*store.findByDocument({}, m_person.document, m_season->book->pack()), m_id);
    QCOMPARE(store.desk({"staff-1"}).views()->front().name, m_person.phone);
    QCOMPARE(store.queue({.text = "呼和"}, {}, 10)->entries.size(), std::size_t(1));
}

void TestSealedSeason::theSamePersonIsNoticedAcrossFiles()
{
    fill();
    QVERIFY(m_season->add({"0190a6e2-0000-7000-8000-000000000079"},
                          {.number = "2023150000079", .name = "乌兰", .document = m_person.document}));
    const auto findings = m_season->store->findings(m_id, *m_season->book);
    QVERIFY(std::ranges::any_of(*findings, [](const Finding &each) { return each.rule == "identity.person-once"; }));
}

void TestSealedSeason::theSameCommandAgainGetsTheSameAnswer()
{
    const Command command = m_season->command(m_id, 0, CreateDraft{m_person.number, Origin::Import});
    QVERIFY(m_season->store->execute(command, *m_season->book, m_season->now));
    const auto again = m_season->store->execute(command, *m_season->book, m_season->now);
    QVERIFY(again && std::get<Executed>(*again).repeated);
    Command other = command;
    other.body = CreateDraft{"2023150000099", Origin::Import};
    QCOMPARE(m_season->store->execute(other, *m_season->book, m_season->now).error().code, ErrorCode::Invalid);
}

void TestSealedSeason::theChainIsVerifiedWithoutKeys()
{
    fill();
    const auto verdict = verifyLog(m_season->store->databasePath());
    QVERIFY(verdict && verdict->isGood());
    QVERIFY(verdict->events > 8);
}

void TestSealedSeason::anEventDoesNotPassForAnother()
{
    fill();
    const std::vector<HistoryEntry> history = *m_season->store->history(m_id);
    const SealedCodec &codec = static_cast<const SealedCodec &>(m_season->usedCodec());
    const QByteArray body = history[1].stored.body;
    QVERIFY(codec.decode({"events", m_id.value + "/2", "body"}, body));
    QVERIFY(!codec.decode({"events", m_id.value + "/3", "body"}, body));
}

void TestSealedSeason::afterRotationEverythingButTheLogIsSealedAnew()
{
    fill();
    const Keyring before = static_cast<const SealedCodec &>(m_season->usedCodec()).keys();
    const Keyring after = *before.rotated(SuiteId::National, {});
    const auto codec = std::make_shared<const SealedCodec>(after);
    const BlobStore blobs(m_season->folder() + "/blobs", codec);
    const auto resealer = *Resealer::open(m_season->store->databasePath(), blobs, codec);
    int values = 0;
    for (bool isDone = false; !isDone;) {
        const auto step = resealer->step(1); // beside the store, which is open
        QVERIFY(step);
        values += step->values;
        isDone = step->isDone;
    }
    QCOMPARE(values, 2 + 1 + 1 + 1); // applications, a tag, a view, a file
    QCOMPARE(resealer->step(100)->values, 0);

    m_season->codec = codec;
    m_season->open();
    QCOMPARE(m_season->store->state(m_id)->fields.at(Field::Name), m_person.name);
    QCOMPARE(*m_season->store->blobs().read(sha256Hex(m_picture), BlobStore::Verify::Yes), m_picture);
    QCOMPARE(m_season->store->search("呼和", 10)->size(), std::size_t(1));
    QVERIFY(m_season->store->history(m_id)); // the older key is still there
    QVERIFY(verifyLog(m_season->store->databasePath())->isGood());

    m_season->codec = std::make_shared<const SealedCodec>(*after.without(before.sealingKey()));
    m_season->open();
    QVERIFY(m_season->store->state(m_id));
    QVERIFY(m_season->store->blobs().read(sha256Hex(m_picture)));
    QVERIFY(!m_season->store->history(m_id)); // and was used by nothing but the log
}

void TestSealedSeason::afterRotationNoValueOfAServiceOrItsClientKeepsTheOlderKey()
{
    const auto &before = static_cast<const SealedCodec &>(m_season->usedCodec());
    const Database &database = m_season->store->database();
    for (const PlantedRow &planted : plantedRows()) {
        std::vector<SqlValue> sealed;
        for (const std::string &column : planted.sealed)
            sealed.emplace_back(before.encode({planted.table.toStdString(), planted.row, column}, column));
        const QString marks = u", ?"_s.repeated(qsizetype(sealed.size()));
        const Done added = database.execute(
            u"INSERT INTO %1 (%2) VALUES (%3%4)"_s.arg(planted.table, planted.columns, planted.values, marks), sealed);
        QVERIFY2(added, added ? "" : added.error().detail.c_str());
    }
    // one that is not answered, and a row without a shadow: nothing there to seal
    QVERIFY(database.execute(u"INSERT INTO sync_row (application) VALUES ('app-2')"_s));

    const Keyring after = *before.keys().rotated(SuiteId::National, {});
    const auto codec = std::make_shared<const SealedCodec>(after);
    const BlobStore blobs(m_season->folder() + "/blobs", codec);
    const auto resealer = *Resealer::open(m_season->store->databasePath(), blobs, codec);
    bool isDone = false;
    for (int step = 0; step < 100 && !isDone; ++step) {
        const auto resealed = resealer->step(1);
        QVERIFY2(resealed, resealed ? "" : resealed.error().detail.c_str());
        isDone = resealed->isDone;
    }
    QVERIFY(isDone);

    const SealedCodec newOnly(*after.without(before.keys().sealingKey()));
    for (const PlantedRow &planted : plantedRows()) {
        Result<Rows> rows = database.run(u"SELECT %1 FROM %2 WHERE %3 IS NOT NULL"_s.arg(
            QString::fromStdString(planted.sealed.front()) + u", "_s + QString::fromStdString(planted.sealed.back()),
            planted.table, QString::fromStdString(planted.sealed.front())));
        QVERIFY(rows && rows->next());
        const std::string first = planted.sealed.front();
        const std::string last = planted.sealed.back();
        QCOMPARE(newOnly.decode({planted.table.toStdString(), planted.row, first}, rows->bytes(0)).value(), first);
        QCOMPARE(newOnly.decode({planted.table.toStdString(), planted.row, last}, rows->bytes(1)).value(), last);
        QVERIFY(!rows->next());
    }
}

void TestSealedSeason::aRotatedSeasonOpensWithTheOldSuiteToo()
{
    const QTemporaryDir folder;
    const std::string season = folder.filePath(u"season"_s).toStdString();
    KeyFileHolder holder(keyFolder(), keyRandom());
    const Keyring first = *makeSeasonKeys(season, SuiteId::International, holder, m_season->now, keyRandom());
    const std::string sealed = *first.seal("text", "place");
    const auto rotated = rotateSeasonKeys(season, SuiteId::National, holder, m_season->now, keyRandom());
    QVERIFY(rotated);
    const auto opened = openSeasonKeys(season, holder, keyRandom());
    QVERIFY(opened);
    QCOMPARE(opened->keys(), rotated->keys());
    QCOMPARE(opened->open(sealed, "place").value(), std::string("text"));
}

void TestSealedSeason::aDestroyedKeyForgetsTheSeasonAndItsBackups()
{
    const QTemporaryDir folder;
    const std::string season = folder.filePath(u"season"_s).toStdString();
    const QString backup = folder.filePath(u"season.keys.copy"_s);
    KeyFileHolder holder(keyFolder(), keyRandom());
    const Keyring keys = *makeSeasonKeys(season, SuiteId::International, holder, m_season->now, keyRandom());
    QVERIFY(isSealedSeason(season));
    {
        const auto store = *Store::open({.folder = season, .codec = std::make_shared<const SealedCodec>(keys)});
        QVERIFY(store->execute(m_season->command(m_id, 0, CreateDraft{m_person.number, Origin::Import}),
                               *m_season->book, m_season->now));
    }
    const QString keyFile = QString::fromStdString(season) + u"/season.keys"_s;
    QVERIFY(QFile::copy(keyFile, backup));
    QVERIFY(openSeasonKeys(season, holder, keyRandom()));

    QVERIFY(eraseSeason(season, holder, keyRandom()));
    QVERIFY(!isSealedSeason(season));
    QCOMPARE(openSeasonKeys(season, holder, keyRandom()).error().code, ErrorCode::NotFound);
    // somebody kept a copy of the whole folder: the key it names is gone
    QVERIFY(QFile::copy(backup, keyFile));
    QCOMPARE(openSeasonKeys(season, holder, keyRandom()).error().code, ErrorCode::NotFound);
    // and keys of anybody else open nothing
    const auto other = std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom()));
    const auto store = *Store::open({.folder = season, .codec = other});
    QVERIFY(!store->state(m_id));
    QVERIFY(!store->history(m_id));
}

void TestSealedSeason::newWrappingForgetsOlderCopies()
{
    const QTemporaryDir folder;
    const std::string season = folder.filePath(u"season"_s).toStdString();
    KeyFileHolder holder(keyFolder(), keyRandom());
    const Keyring keys = *makeSeasonKeys(season, SuiteId::International, holder, m_season->now, keyRandom());
    const QString keyFile = QString::fromStdString(season) + u"/season.keys"_s;
    QVERIFY(QFile::copy(keyFile, keyFile + u".old"_s));
    QVERIFY(rewrapSeasonKeys(season, holder, m_season->now, keyRandom()));
    const auto again = openSeasonKeys(season, holder, keyRandom());
    QVERIFY(again);
    QCOMPARE(again->keys(), keys.keys());
    QVERIFY(QFile::remove(keyFile) && QFile::rename(keyFile + u".old"_s, keyFile));
    QVERIFY(!openSeasonKeys(season, holder, keyRandom()));
}

void TestSealedSeason::onlyAnEmptyFolderBecomesSealed()
{
    const StoreFixture plain(nullptr);
    KeyFileHolder holder(keyFolder(), keyRandom());
    const auto made = [&](const std::string &folder) {
        return makeSeasonKeys(folder, SuiteId::International, holder, plain.now, keyRandom());
    };
    QCOMPARE(made(plain.folder()).error().code, ErrorCode::Conflict);
    const QTemporaryDir folder;
    const std::string season = folder.filePath(u"season"_s).toStdString();
    QVERIFY(made(season));
    QCOMPARE(made(season).error().code, ErrorCode::Conflict);
    QCOMPARE(openSeasonKeys(plain.folder(), holder, keyRandom()).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSealedSeason)
#include "tst_sealedseason.moc"
