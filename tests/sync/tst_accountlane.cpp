#include "tests/sync/scriptedservice.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

constexpr const char *number = "150102200501011234";
constexpr const char *password = "a password of somebody";

AccountAsk findByNumber()
{
    return {.wish = AccountWish::Find, .find = {.documentType = "ID", .documentNumber = number}};
}

AccountAsk reclaimOf(std::string account, std::string evidence)
{
    AccountAsk ask{.wish = AccountWish::Reclaim, .account = std::move(account), .evidence = std::move(evidence)};
    ask.person.role = "county";
    ask.person.form.documentType = "ID";
    ask.person.form.documentNumber = ask.person.form.documentNumberAgain = number;
    ask.person.form.phone = "13900000000";
    ask.person.form.password = ask.person.form.passwordAgain = password;
    ask.person.note = "came with the card";
    return ask;
}

bool isAccounts(const HttpRequest &request)
{
    return request.path.starts_with("/v1/accounts");
}

} // namespace

/// A1.1.5 from the desk's side: what is asked is asked once, and none of it stays on the computer.
class TestAccountLane : public QObject
{
    Q_OBJECT

private slots:
    void anAccountIsFound();
    void evidenceGoesBeforeWhatNamesIt();
    void withoutTheEvidenceNothingIsAsked();
    void aRefusalSaysWhichMember();
    void aPhoneThatMustWaitHoldsUpNothingElse();
    void withoutALineOrASessionItFailsAtOnce();
    void aLostAnswerLeavesItInDoubtAndIsNotRepeated();
    void signingOutForgetsEverything();
    void nothingOfItIsKeptOnDisk();
};

void TestAccountLane::anAccountIsFound()
{
    ScriptedService service;
    service.engine->ask(findByNumber());
    AccountList list;
    list.accounts.push_back({.account = "acc-1", .state = "active", .documentNumber = "1501**********1234"});
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (!isAccounts(request))
            return std::nullopt;
        const auto asked = readWire<FindAccount>(request.body);
        const bool isRight = asked && asked->documentNumber == number && request.method == "POST";
        return isRight ? Reply(jsonAnswer(wireText(list))) : Reply(problemAnswer(ProblemType::BadRequest));
    });
    QCOMPARE(service.times("/v1/accounts:find"), 1);
    const auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string());
    QVERIFY(reports.front().found == list);
    QVERIFY(service.engine->takeAccounts().empty());
}

/// The server refuses evidence it does not have.
void TestAccountLane::evidenceGoesBeforeWhatNamesIt()
{
    ScriptedService service;
    const std::string scan = "a scan of the card";
    service.engine->ask(reclaimOf("acc-1", scan));
    bool isThere = false;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.method == "PUT" && request.path == "/v1/blobs/" + sha256Hex(scan)) {
            isThere = request.body == scan;
            HttpResponse stored;
            stored.status = 201;
            return stored;
        }
        if (request.path != "/v1/accounts/acc-1/reclaim")
            return std::nullopt;
        const auto asked = readWire<AssistAccount>(request.body);
        const bool isRight = isThere && asked && asked->evidence == sha256Hex(scan) && asked->role == "county";
        return isRight ? Reply(jsonAnswer(wireText(AccountMade{"acc-2"}), 201))
                       : Reply(problemAnswer(ProblemType::MissingBlobs));
    });
    const auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string());
    QCOMPARE(reports.front().account, std::string("acc-2"));
}

void TestAccountLane::withoutTheEvidenceNothingIsAsked()
{
    ScriptedService service;
    service.engine->ask(reclaimOf("acc-1", "a scan"));
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (request.method == "PUT")
            return problemAnswer(ProblemType::StorageFull);
        return std::nullopt;
    });
    QCOMPARE(service.times("/v1/accounts/acc-1/reclaim"), 0);
    const auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string("storage-full"));
    QVERIFY(!reports.front().inDoubt);
}

void TestAccountLane::aRefusalSaysWhichMember()
{
    ScriptedService service;
    AccountAsk ask = reclaimOf({}, {});
    ask.wish = AccountWish::Assist;
    service.engine->ask(ask);
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (isAccounts(request))
            return problemAnswer(ProblemType::Unprocessable, {{"password", "too-short"}});
        return std::nullopt;
    });
    const auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string("unprocessable"));
    QCOMPARE(reports.front().details.at("password"), std::string("too-short"));
    QVERIFY(!reports.front().inDoubt);
    QVERIFY(!service.engine->next(service.now)); // the line goes on: it was not to blame
}

void TestAccountLane::aPhoneThatMustWaitHoldsUpNothingElse()
{
    ScriptedService service;
    service.run();
    service.engine->ask(findByNumber());
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (!isAccounts(request))
            return std::nullopt;
        HttpResponse later = problemAnswer(ProblemType::RateLimited, {{"seconds", "60"}});
        later.headers["retry-after"] = "60";
        return later;
    });
    QCOMPARE(service.engine->takeAccounts().front().problem, std::string("rate-limited"));
    service.engine->ask(findByNumber());
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return isAccounts(request) ? std::optional<Reply>(jsonAnswer(wireText(AccountList()))) : std::nullopt;
    });
    QCOMPARE(service.engine->takeAccounts().front().problem, std::string());
}

/// Somebody stands at the desk: a question does not wait for days, as an op does.
void TestAccountLane::withoutALineOrASessionItFailsAtOnce()
{
    ScriptedService service;
    service.engine->ask(findByNumber());
    service.run([](const HttpRequest &) -> std::optional<Reply> { return TransportFailure{SyncTrouble::Dns, ""}; });
    auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string("dns"));
    QCOMPARE(service.times("/v1/accounts:find"), 0);

    service.engine->signOut();
    service.engine->ask(findByNumber());
    QVERIFY(service.engine->hurry());
    QVERIFY(service.engine->wakeAt(service.now) <= service.now);
    service.run();
    reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().problem, std::string("invalid-token"));
    service.run();
    QCOMPARE(service.times("/v1/accounts:find"), 0);
}

void TestAccountLane::aLostAnswerLeavesItInDoubtAndIsNotRepeated()
{
    ScriptedService service;
    service.engine->ask(reclaimOf("acc-1", {}));
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (isAccounts(request))
            return TransportFailure{SyncTrouble::Tcp, "cut"};
        return std::nullopt;
    });
    const auto reports = service.engine->takeAccounts();
    QCOMPARE(reports.size(), std::size_t(1));
    QVERIFY(reports.front().inDoubt);
    QVERIFY(service.engine->hurry());
    service.run();
    QCOMPARE(service.times("/v1/accounts/acc-1/reclaim"), 1);
}

void TestAccountLane::signingOutForgetsEverything()
{
    ScriptedService service;
    service.run();
    service.engine->ask(findByNumber());
    const std::optional<Exchange> awaited = service.engine->next(service.now);
    QVERIFY(awaited && isAccounts(awaited->request));
    service.engine->ask(reclaimOf("acc-1", {}));
    service.engine->signOut();
    QVERIFY(service.engine->answer(awaited->ticket, jsonAnswer(wireText(AccountList{})), service.now));
    service.engine->resume({.actor = "staff-2", .access = "token", .accessUntil = service.now + 10min});
    service.run();
    QVERIFY(service.engine->takeAccounts().empty());
    QCOMPARE(service.times("/v1/accounts/acc-1/reclaim"), 0);
}

void TestAccountLane::nothingOfItIsKeptOnDisk()
{
    ScriptedService service;
    const std::string scan = "a scan nobody else may see";
    service.engine->ask(findByNumber());
    service.engine->ask(reclaimOf("acc-1", scan));
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (request.method == "PUT")
            return jsonAnswer("{}", 201);
        return isAccounts(request) ? std::optional<Reply>(problemAnswer(ProblemType::Conflict)) : std::nullopt;
    });
    int files = 0;
    QDirIterator walk(QString::fromStdString(service.folder()), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (const std::string &secret : {std::string(number), std::string(password), scan})
            QVERIFY2(!bytes.contains(QByteArray::fromStdString(secret)), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(TestAccountLane)
#include "tst_accountlane.moc"
