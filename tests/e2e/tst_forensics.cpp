#include "core/base/hash.h"
#include "core/protocol/account.h"
#include "core/protocol/blobs.h"
#include "core/protocol/op.h"
#include "core/storage/database.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/testdatabase.h"
#include "tests/support/traces.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

// made up; the number is the specimen of GB 11643
const std::string plantedName = "呼和塔娜";
const std::string plantedNumber = "11010519491231002X";
const std::string plantedPhone = "13847190077";
const std::string plantedAddress = "赛罕区植树街七十七号";
const QByteArrayList planted = {"呼和塔娜", "11010519491231002X", "13847190077", "植树街"};

const std::string jpegHead("\xff\xd8\xff\xe0\x00\x10JFIF\x00", 11);

/// A text as it may stand in a file: UTF-8, UTF-16, and base64 wherever it begins in its three bytes. And as PostgreSQL
/// spells bytes.
QByteArrayList formsOf(const QByteArray &text)
{
    const QString wide = QString::fromUtf8(text);
    QByteArrayList forms = {text, QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)};
    for (int before = 0; before < 3; ++before) {
        const QByteArray coded = (QByteArray(before, '-') + text).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype shared = (before * 8 + 5) / 6; // characters that hold bits of what stands before
        forms.append(coded.mid(shared, coded.size() - shared - 1));
    }
    for (qsizetype i = 0, plain = forms.size(); i < plain; ++i)
        forms.append(forms.at(i).toHex());
    return forms;
}

QStringList tracesIn(const QByteArray &bytes, const QString &where)
{
    QStringList found;
    for (const QByteArray &text : planted) {
        for (const QByteArray &form : formsOf(text)) {
            if (bytes.contains(form))
                found.append(where + u": "_s + QString::fromUtf8(text));
        }
    }
    return found;
}

/// Where in a folder something planted can be read, or a picture seen.
QStringList tracesUnder(const QString &folder)
{
    QStringList found = picturesBelow(folder);
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            found.append(u"unreadable: "_s + file.fileName());
        found += tracesIn(file.readAll(), QDir(folder).relativeFilePath(file.fileName()));
    }
    return found;
}

/// In which tables of PostgreSQL: every row of each, written out.
QStringList tracesInDatabase(const std::string &location)
{
    const auto database = Database::open(location, Database::Access::ReadOnly);
    Result<Rows> tables =
        database ? (*database)->run(u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"_s)
                 : Result<Rows>(database.error());
    QStringList found;
    int count = 0;
    for (; tables && tables->next(); ++count) {
        const QString name = QString::fromStdString(tables->text(0));
        QByteArray all;
        Result<Rows> rows = (*database)->run(u"SELECT whole::text FROM %1 AS whole"_s.arg(name));
        while (rows && rows->next())
            all += QByteArray::fromStdString(rows->text(0)) + '\n';
        found += tracesIn(all, name);
        if (!rows || all.contains(QByteArray::fromStdString(jpegHead).toHex()))
            found.append(name + u": not read, or a picture in it"_s);
    }
    if (count < 10)
        found.append(u"no tables"_s);
    return found;
}

} // namespace

/// docs/security.md, "who might": whoever takes the disk of a service reads nothing of anybody, whatever was said to it
/// and however it ended. The real program, over real TLS.
class TestForensics : public QObject
{
    Q_OBJECT

private slots:
    void nothingOfAnybodyIsInClear_data();
    void nothingOfAnybodyIsInClear();
    void whatAKillLeavesOfARequestIsGoneAtTheNextStart();
    void aSeasonInClearShowsIt();

private:
    [[nodiscard]] static std::optional<Session> enter(const ServerProcess &server, ServerClient &client);
    /// As `init` does it, on the database of this run of tests; nothing to do where that is a file.
    [[nodiscard]] static bool begin(const ServerProcess &server, const std::string &database);
    /// Everything of one made-up person, through every door.
    [[nodiscard]] static bool plant(ServerProcess &server);
    [[nodiscard]] static bool import(const ServerProcess &server, const QString &table);
    [[nodiscard]] static bool plantOps(ServerClient &client, const Session &session);
    [[nodiscard]] static bool plantFiles(ServerClient &client);
    [[nodiscard]] static bool plantAccount(ServerProcess &server, ServerClient &client);
    [[nodiscard]] static bool plantRefusals(ServerProcess &server, ServerClient &client);
};

bool TestForensics::begin(const ServerProcess &server, const std::string &database)
{
    return !testsPostgres() || server.run({u"init"_s, u"--db"_s, QString::fromStdString(database)}).code == 0;
}

bool TestForensics::import(const ServerProcess &server, const QString &table)
{
    QFile file(table);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QByteArray::fromStdString("application_no,candidate_type,name,document_number,phone,mailing_address\n"
                                         "A1,应届毕业生," +
                                         plantedName + ',' + plantedNumber + ',' + plantedPhone + ',' + plantedAddress +
                                         '\n'));
    file.close();
    const auto imported = server.run({u"import"_s, table});
    return imported.code == 1 && // the table lacks columns
           tracesIn((imported.out + imported.err).toUtf8(), {}).isEmpty();
}

bool TestForensics::plantOps(ServerClient &client, const Session &session)
{
    const std::map<Field, std::string> fields = {{Field::Name, plantedName},
                                                 {Field::DocumentNumber, plantedNumber},
                                                 {Field::Phone, plantedPhone},
                                                 {Field::MailingAddress, plantedAddress}};
    std::vector<Op> ops;
    const auto add = [&](CommandBody body, const std::string &role) {
        Op op;
        op.command = {.id = {"op-" + std::to_string(ops.size())},
                      .application = {"draft"},
                      .actor = {session.actor},
                      .role = role,
                      .at = systemClock()(),
                      .revision = 0,
                      .packHash = session.packHash,
                      .body = std::move(body)};
        if (!ops.empty() && role == "import")
            op.after = ops.back().command.id;
        ops.push_back(std::move(op));
    };
    add(CreateDraft{"D1", Origin::Import}, "import");
    add(ChooseType{"N1"}, "import");
    add(SetFields{fields}, "import");
    add(SetFields{fields}, "county"); // not theirs: forbidden, and kept whole
    const auto answer = client.ask("POST", "/v1/ops:batch", wireText(OpBatch{{}, ops}));
    const auto answers = answer ? readWire<OpAnswers>(answer->body) : Result<OpAnswers>(Error{});
    return answers && answers->answers.at(2).outcome == OpOutcome::Accepted &&
           answers->answers.at(3).outcome == OpOutcome::Forbidden;
}

/// One whole file, and one of which a piece never comes.
bool TestForensics::plantFiles(ServerClient &client)
{
    const std::string bytes = jpegHead + "EXIF " + plantedName + ' ' + plantedNumber + std::string(5'000, 'p');
    const auto put = client.ask("PUT", "/v1/blobs/" + sha256Hex(bytes), bytes);
    const auto begun =
        client.ask("POST", "/v1/uploads", wireText(NewUpload{sha256Hex("never whole"), 9'000, "material"}));
    const auto upload = begun ? readWire<UploadAnswer>(begun->body) : Result<UploadAnswer>(Error{});
    if (!put || put->status != 201 || !upload)
        return false;
    const auto piece = client.ask("PATCH", "/v1/uploads/" + upload->id, bytes, "upload-offset: 0\r\n");
    return piece && piece->status == 204;
}

bool TestForensics::plantAccount(ServerProcess &server, ServerClient &client)
{
    const auto asked = client.ask("POST", "/v1/accounts/codes", wireText(AskCode{CodePurpose::Register, plantedPhone}));
    static const QRegularExpression code(u"  (\\d{6})\\n"_s);
    if (!asked || asked->status != 202 || !server.waitForOutput(code))
        return false;
    const AccountForm form{"ID",
                           plantedNumber,
                           plantedNumber,
                           plantedPhone,
                           code.match(server.output()).captured(1).toStdString(),
                           "long enough 7",
                           "long enough 7"};
    const auto made = client.ask("POST", "/v1/accounts", wireText(form));
    return made && made->status == 201;
}

/// What nobody took: it must not be written down anywhere either.
bool TestForensics::plantRefusals(ServerProcess &server, ServerClient &client)
{
    const std::string escaped = QByteArray::fromStdString(plantedName).toPercentEncoding().toStdString();
    const auto unknown = client.ask("GET", "/v1/applications/" + plantedNumber);
    const auto nowhere = client.ask("GET", "/v1/" + escaped + "?phone=" + plantedPhone);
    const auto staff =
        client.ask("POST", "/v1/session", wireText(SignIn{.user = plantedNumber, .password = plantedName}));
    const auto candidate = client.ask(
        "POST", "/v1/accounts/session",
        wireText(AccountSignIn{.documentType = "ID", .documentNumber = plantedNumber, .password = plantedName}));
    const auto unread = client.ask("POST", "/v1/ops:batch", "{\"name\":\"" + plantedName + "\"," + plantedPhone);
    if (!unknown || !nowhere || !staff || !candidate || !unread)
        return false;
    ServerClient raw(server.folder());
    raw.goTo(server.port());
    const auto malformed = raw.send(QByteArray::fromStdString(
        "GET /" + plantedNumber + " HTTP/1.1\nX-Name: " + plantedName + "\nHost: h\n\n" + plantedPhone));
    return unknown->status == 404 && nowhere->status == 404 && staff->status == 401 && candidate->status == 401 &&
           unread->status == 400 && malformed && malformed->status >= 400;
}

std::optional<Session> TestForensics::enter(const ServerProcess &server, ServerClient &client)
{
    const auto added = server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"import"_s});
    const auto code = server.run({u"enrol"_s});
    client.goTo(server.port());
    if (!client.enrol(valueBehind(code.out, u"device code, once within a day"_s)))
        return std::nullopt;
    return client.signIn(added.out, systemClock()());
}

bool TestForensics::plant(ServerProcess &server)
{
    ServerClient client(server.folder());
    const auto session = enter(server, client);
    const std::array<std::pair<const char *, std::function<bool()>>, 4> doors = {
        {{"ops", [&] { return plantOps(client, *session); }},
         {"files", [&] { return plantFiles(client); }},
         {"an account", [&] { return plantAccount(server, client); }},
         {"refusals", [&] { return plantRefusals(server, client); }}}};
    return session && std::ranges::all_of(doors, [](const auto &door) {
               if (door.second())
                   return true;
               qWarning("not planted: %s", door.first);
               return false;
           });
}

void TestForensics::nothingOfAnybodyIsInClear_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("SIGTERM") << false;
    QTest::newRow("kill -9") << true;
}

void TestForensics::nothingOfAnybodyIsInClear()
{
    QFETCH(bool, killed);
    QTemporaryDir folder;
    ServerProcess server(folder.filePath(u"data"_s));
    const std::string database = freshDatabase(server.folder());
    QVERIFY(begin(server, database));
    QVERIFY(import(server, folder.filePath(u"table.csv"_s)));
    QVERIFY(server.start());
    QVERIFY(plant(server));
    if (killed)
        server.kill();
    else
        QCOMPARE(server.terminate(), 0);
    QCOMPARE(tracesUnder(server.folder()), QStringList());
    if (testsPostgres())
        QCOMPARE(tracesInDatabase(database), QStringList());
    QCOMPARE(tracesIn(server.output().toUtf8() + server.log(), u"what it said"_s), QStringList());
}

/// Bodies wait in tmp/ in clear until they are answered (docs/security.md, "not defended"): there alone, and not for
/// long.
void TestForensics::whatAKillLeavesOfARequestIsGoneAtTheNextStart()
{
    ZSB_SQLITE_ONLY("what is in files is the same");
    QTemporaryDir folder;
    ServerProcess server(folder.filePath(u"data"_s));
    QVERIFY(server.start());
    ServerClient client(server.folder());
    QVERIFY(enter(server, client));
    QSslSocket socket;
    socket.setSslConfiguration(client.configuration());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QVERIFY(socket.waitForEncrypted(ServerProcess::patienceMs));
    const std::string half = jpegHead + plantedName + std::string(200'000, 'p');
    socket.write(QByteArray::fromStdString("PUT /v1/blobs/" + sha256Hex("never whole") +
                                           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n"
                                           "Authorization: Bearer " +
                                           client.token() + "\r\n\r\n" + half));
    while (socket.bytesToWrite() > 0)
        QVERIFY(socket.waitForBytesWritten(ServerProcess::patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT(!tracesUnder(server.folder()).isEmpty(), ServerProcess::patienceMs);
    server.kill();
    const QStringList left = tracesUnder(server.folder());
    QVERIFY(left.join(u'\n').contains(u"a picture"_s));
    QVERIFY(left.join(u'\n').contains(QString::fromStdString(plantedName)));
    for (const QString &trace : left)
        QVERIFY2(trace.startsWith(u"tmp/"_s), qPrintable(trace));
    QVERIFY(server.start());
    QCOMPARE(tracesUnder(server.folder()), QStringList());
}

/// What is looked for would be found.
void TestForensics::aSeasonInClearShowsIt()
{
    QTemporaryDir folder;
    ServerProcess server(folder.filePath(u"data"_s));
    QVERIFY(QDir().mkpath(server.folder()));
    QFile settings(server.folder() + u"/server.json"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    const std::string database = freshDatabase(server.folder());
    const QString db = testsPostgres() ? QString::fromStdString(database) : u"sqlite"_s;
    settings.write(uR"({"listen": "127.0.0.1:0", "seals": false, "db": "%1"})"_s.arg(db).toUtf8());
    settings.close();
    QVERIFY(import(server, folder.filePath(u"table.csv"_s)));
    const QString traces = (testsPostgres() ? tracesInDatabase(database) : tracesUnder(server.folder())).join(u'\n');
    for (const QByteArray &text : planted)
        QVERIFY2(traces.contains(QString::fromUtf8(text)), text.constData());
}

QTEST_GUILESS_MAIN(TestForensics)
#include "tst_forensics.moc"
