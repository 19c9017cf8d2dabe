#include "core/protocol/rules.h"
#include "core/sync/keptrules.h"
#include "tests/sync/scriptedservice.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace zsb;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const PackFiles newRules{{"pack.json", "{\"id\":\"new\"}"}, {"tables/a.csv", "code,name\n"}};

} // namespace

/// SYNC.md P.8: the rules of the service come signed and whole, and wait until somebody takes them up.
class TestRulesLane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void otherRulesComeOnceAndWait();
    void whoHasTheSameRulesAsksForNone();
    void withoutAFolderNoneAreGot();
    void theSignatureIsLookedAt();
    void filesThatMakeAnotherHashAreNotKept();
    void nothingIsWrittenOutsideTheFolder();
    void whatTheServiceGivesToNobodyIsAskedForOnce();
    void aLineThatBreaksIsTriedAgain();
    void whatIsKeptIsNotGotAgain();
    void whatIsDamagedIsGotAgain();
    void aFolderThatTakesNoneStopsNothingElse();
    void aPageInBetweenWithholdsNothing();

private:
    /// The service gives these files as rules of that hash, signed for the hash in `sealed`.
    [[nodiscard]] std::function<std::optional<Reply>(const HttpRequest &)> giving(const PackFiles &files,
                                                                                  const std::string &sealed) const;
    [[nodiscard]] QStringList kept() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedService> m_service;
    std::string m_rules;
};

void TestRulesLane::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_rules = m_folder->filePath(u"rules"_s).toStdString();
    m_service = std::make_unique<ScriptedService>();
    m_service->rulesFolder = m_rules;
    m_service->packHash = packHash(newRules);
    m_service->openEngine();
}

std::function<std::optional<Reply>(const HttpRequest &)> TestRulesLane::giving(const PackFiles &files,
                                                                               const std::string &sealed) const
{
    return [=, this](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/rules/" + m_service->packHash)
            return std::nullopt;
        RulePack pack{m_service->packHash, {}, m_service->sign(rulesText(sealed))};
        for (const auto &[path, bytes] : files)
            pack.files.emplace(path, QByteArray::fromStdString(bytes).toBase64().toStdString());
        return jsonAnswer(wireText(pack));
    };
}

void TestRulesLane::otherRulesComeOnceAndWait()
{
    QCOMPARE(m_service->status().rules, RulesState::Same); // nobody knows yet
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->status().rules, RulesState::Ready);
    QCOMPARE(m_service->status().trouble, SyncTrouble::None);
    const std::optional<std::string> folder = keptRules(m_rules);
    QVERIFY(folder);
    QCOMPARE(*readPackFiles(*folder), newRules);
    m_service->now += 1h;
    QVERIFY(m_service->engine->hurry());
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 1);
}

void TestRulesLane::whoHasTheSameRulesAsksForNone()
{
    m_service->packHash = m_service->book->pack().hash;
    m_service->run();
    QCOMPARE(m_service->status().rules, RulesState::Same);
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 0);
}

void TestRulesLane::withoutAFolderNoneAreGot()
{
    m_service->rulesFolder.clear();
    m_service->openEngine();
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 0);
}

void TestRulesLane::theSignatureIsLookedAt()
{
    m_service->run(giving(newRules, "another hash"));
    QCOMPARE(m_service->status().trouble, SyncTrouble::Key);
    QVERIFY(kept().isEmpty());
}

void TestRulesLane::filesThatMakeAnotherHashAreNotKept()
{
    PackFiles changed = newRules;
    changed["pack.json"] += ' ';
    m_service->run(giving(changed, m_service->packHash));
    QCOMPARE(m_service->status().trouble, SyncTrouble::Key);
    QVERIFY(kept().isEmpty());
}

void TestRulesLane::nothingIsWrittenOutsideTheFolder()
{
    for (const std::string path : {"../out", "a/../../out", "/out", "c:\\out", "a\\b", ".hidden", "a//b", ""}) {
        init();
        const PackFiles bad{{path, "x"}};
        m_service->packHash = packHash(bad);
        m_service->run(giving(bad, m_service->packHash));
        QCOMPARE(m_service->status().rules, RulesState::Withheld);
        QVERIFY(!keptRules(m_rules));
        QVERIFY2(kept().isEmpty() || kept() == QStringList{u"rules"_s}, path.c_str());
    }
}

void TestRulesLane::whatTheServiceGivesToNobodyIsAskedForOnce()
{
    for (int i = 0; i < 3; ++i) {
        m_service->run(); // it says 404
        m_service->now += 1min;
        QVERIFY(m_service->engine->hurry());
    }
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 1);
    QCOMPARE(m_service->status().rules, RulesState::Withheld);
    QCOMPARE(m_service->status().trouble, SyncTrouble::None);
}

void TestRulesLane::aLineThatBreaksIsTriedAgain()
{
    m_service->run([this](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == "/v1/rules/" + m_service->packHash)
            return TransportFailure{SyncTrouble::Tcp, "cut"};
        return std::nullopt;
    });
    QCOMPARE(m_service->status().rules, RulesState::Coming);
    m_service->now += 5min;
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->status().rules, RulesState::Ready);
}

void TestRulesLane::whatIsKeptIsNotGotAgain()
{
    m_service->run(giving(newRules, m_service->packHash));
    m_service->openEngine();
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->status().rules, RulesState::Ready);
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 1);
}

void TestRulesLane::whatIsDamagedIsGotAgain()
{
    m_service->run(giving(newRules, m_service->packHash));
    QFile file(QString::fromStdString(*keptRules(m_rules)) + u"/pack.json"_s);
    QVERIFY(file.open(QIODevice::Append) && file.write(" ") == 1);
    file.close();
    QVERIFY(!keptRules(m_rules));
    m_service->openEngine();
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->times("/v1/rules/" + m_service->packHash), 2);
    QVERIFY(keptRules(m_rules));
}

void TestRulesLane::aFolderThatTakesNoneStopsNothingElse()
{
    QFile inTheWay(QString::fromStdString(m_rules));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_service->run(giving(newRules, m_service->packHash));
    QCOMPARE(m_service->status().rules, RulesState::Withheld);
    QCOMPARE(m_service->status().trouble, SyncTrouble::None);
    QVERIFY(m_service->times("/v1/changes") > 0);
}

void TestRulesLane::aPageInBetweenWithholdsNothing()
{
    m_service->run([this](const HttpRequest &request) -> std::optional<Reply> {
        HttpResponse page;
        page.status = 404;
        page.headers["content-type"] = "text/html";
        page.body = "<html>";
        return request.path == "/v1/rules/" + m_service->packHash ? std::optional<Reply>(page) : std::nullopt;
    });
    QCOMPARE(m_service->status().rules, RulesState::Coming);
}

QTEST_GUILESS_MAIN(TestRulesLane)
#include "tst_ruleslane.moc"
