#include "core/policy/packloader.h"
#include "core/rules/rulesdocument.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// docs/rules.md is what the pack says, never older.
class TestRulesDocument : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thePageInTheRepositoryIsUpToDate();
    void everyBindingIsListedAndExplained();
    void limitsThatStandElsewhereInThePackAreShown();

private:
    std::shared_ptr<const Pack> m_pack;
};

void TestRulesDocument::initTestCase()
{
    const auto loaded = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QVERIFY(loaded && loaded->pack);
    m_pack = loaded->pack;
}

/// After a change: `zsb-check rules --markdown > docs/rules.md`, or this test with ZSB_WRITE_DOCS=1.
void TestRulesDocument::thePageInTheRepositoryIsUpToDate()
{
    const std::string wanted = rulesMarkdown(*m_pack);
    QFile page(QStringLiteral(ZSB_SOURCE_DIR "/docs/rules.md"));
    if (qEnvironmentVariableIsSet("ZSB_WRITE_DOCS")) {
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write(wanted.data(), qint64(wanted.size()));
        page.close();
    }
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY2(page.readAll().toStdString() == wanted, "run zsb-check rules --markdown > docs/rules.md");
    QCOMPARE(rulesMarkdown(*m_pack), wanted);
}

void TestRulesDocument::everyBindingIsListedAndExplained()
{
    const std::string listing = rulesListing(*m_pack);
    for (const RuleBinding &binding : m_pack->rules) {
        QVERIFY2(listing.find(binding.id + "  " + binding.clause) != std::string::npos, binding.id.c_str());
        const std::string told = ruleExplanation(*m_pack, binding);
        for (const std::string &part :
             {binding.id, binding.clause, binding.quote, binding.title.zh, binding.title.en, binding.rule})
            QVERIFY2(told.find(part) != std::string::npos, binding.id.c_str());
        for (const auto &[name, value] : binding.parameters.all())
            QVERIFY2(told.find(name + " = ") != std::string::npos, binding.id.c_str());
        for (const auto &[variant, message] : binding.messages)
            QVERIFY2(told.find(message.zh) != std::string::npos, binding.id.c_str());
    }
}

void TestRulesDocument::limitsThatStandElsewhereInThePackAreShown()
{
    const std::string page = rulesMarkdown(*m_pack);
    for (const char *limit :
         {"maxBytes = 51200", "strictBytes = 50000", "min = 90; max = 480", "min = 100; max = 720", "formats = jpg png",
          "maxBytes = 10485760", "feeFen = 12000", "from = 2023-02-15T09:00:00+08:00; to = 2023-02-19T17:00:00+08:00"})
        QVERIFY2(page.find(limit) != std::string::npos, limit);
}

QTEST_GUILESS_MAIN(TestRulesDocument)
#include "tst_rulesdocument.moc"
