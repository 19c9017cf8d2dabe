#include "core/protocol/receipt.h"
#include "core/protocol/rules.h"
#include "tests/server/serverfixture.h"

#include <QTest>

using namespace zsb;

/// The shortest way through the whole server: an op in, a row out.
class TestServerPath : public QObject
{
    Q_OBJECT

private slots:
    void anOpSentOnceIsInTheFeed()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const OpAnswers answers = f.send(token, {{f.command("app-1", CreateDraft{"BM1", Origin::Desk}), 0, {}}});
        QCOMPARE(answers.answers.size(), std::size_t(1));
        QCOMPARE(answers.answers.front().outcome, OpOutcome::Accepted);
        QCOMPARE(answers.answers.front().version, 1);
        const ChangesPage page = f.changes(token, 0);
        QCOMPARE(page.rows.size(), std::size_t(1));
        QCOMPARE(page.rows.front().version, 1);
        QCOMPARE(page.rows.front().state->applicationNo, std::string("BM1"));
        QCOMPARE(page.next, page.rows.front().seq);
        QVERIFY(!page.more);
    }

    void nobodyIsHeardWithoutATokenOfTheServer()
    {
        ServerFixture f;
        QCOMPARE(f.ask("GET", "/v1/changes").status, 401);
        QCOMPARE(f.ask("GET", "/v1/changes", "a.b").status, 401);
        std::string token = f.token("reg", registrarOfAll);
        QCOMPARE(f.ask("GET", "/v1/changes", token).status, 200);
        token[3] = token[3] == 'A' ? 'B' : 'A';
        QCOMPARE(f.ask("GET", "/v1/changes", token).status, 401);
    }

    void aTokenIsOverAtItsEndAndNotBefore()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        f.now += std::chrono::minutes(10) - std::chrono::milliseconds(1);
        QCOMPARE(f.ask("GET", "/v1/changes", token).status, 200);
        f.now += std::chrono::milliseconds(1);
        QCOMPARE(f.ask("GET", "/v1/changes", token).status, 401);
    }

    void healthAndTimeNeedNoToken()
    {
        ServerFixture f;
        QCOMPARE(f.ask("GET", "/v1/health/live").status, 200);
        QCOMPARE(f.ask("GET", "/v1/health/ready").status, 200);
        QCOMPARE(f.ask("GET", "/v1/time?nonce=abc").status, 200);
        QCOMPARE(f.ask("HEAD", "/v1/time").body, std::string());
        const HttpResponse other = f.ask("DELETE", "/v1/time");
        QCOMPARE(other.status, 405);
        QCOMPARE(other.header("allow"), std::string("GET, HEAD"));
        QCOMPARE(f.ask("GET", "/v1/nothing").status, 404);
    }

    /// SYNC.md D3 and P.8: a client checks what it got by the hash its commands will name.
    void thePackIsHandedOutAsItIsAndSigned()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const std::string &hash = f.book->pack().hash;
        QCOMPARE(f.ask("GET", "/v1/rules/current").status, 401);
        QCOMPARE(f.ask("GET", "/v1/rules/" + std::string(64, '0'), token).status, 404);
        const HttpResponse response = f.ask("GET", "/v1/rules/" + hash, token);
        QCOMPARE(response.status, 200);
        QCOMPARE(f.ask("GET", "/v1/rules/current", token).body, response.body);
        const Result<RulePack> pack = readWire<RulePack>(response.body);
        QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
        PackFiles files;
        for (const auto &[path, bytes] : pack->files)
            files.emplace(path, QByteArray::fromBase64(QByteArray::fromStdString(bytes)).toStdString());
        QCOMPARE(packHash(files), hash);
        const std::string signature = QByteArray::fromBase64(QByteArray::fromStdString(pack->signature)).toStdString();
        QVERIFY(f.suite->verify(f.key->publicKey, rulesText(hash), signature));
        QVERIFY(!f.suite->verify(f.key->publicKey, rulesText("other"), signature));
    }
};

QTEST_GUILESS_MAIN(TestServerPath)
#include "tst_serverpath.moc"
