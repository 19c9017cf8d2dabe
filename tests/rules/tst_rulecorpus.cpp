#include "core/policy/packloader.h"
#include "core/rules/rulebook.h"
#include "tests/support/rulecase.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// tests/corpus holds what every binding of nm-2023 says: atomic cases, both sides of each boundary.
class TestRuleCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCaseIsOneOfABinding();
    void everyCaseSaysWhatItExpects_data();
    void everyCaseSaysWhatItExpects();
    void everyBindingHasACaseThatPassesAndOneThatDoesNot();
    void everyVariantOfEveryRuleHasACase();
    void everyNameOfARulesEvidenceIsGiven();
    void everyMessageIsFilledFromEvidence();
    void aRecordWithoutColumnsIsToldNothing();

private:
    std::shared_ptr<const RuleBook> m_book;
    std::vector<std::unique_ptr<RuleCase>> m_cases;
};

void TestRuleCorpus::initTestCase()
{
    const auto loaded = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QVERIFY(loaded);
    for (const PackProblem &problem : loaded->problems) {
        if (problem.fatal)
            qWarning("%s:%d %s: %s", problem.file.c_str(), problem.line, problem.key.c_str(),
                     problem.message.en.c_str());
    }
    QVERIFY(loaded->pack);
    for (const PackProblem &problem : lintRules(*loaded->pack))
        qWarning("%s: %s", problem.key.c_str(), problem.message.en.c_str());
    const auto book = RuleBook::bind(loaded->pack);
    QVERIFY2(book.has_value(), book ? "" : book.error().detail.c_str());
    m_book = *book;
    m_cases = readRuleCases(QStringLiteral(ZSB_SOURCE_DIR "/tests/corpus"));
    QVERIFY(m_cases.size() >= 2 * m_book->pack().rules.size());
}

void TestRuleCorpus::everyCaseIsOneOfABinding()
{
    for (const auto &each : m_cases) {
        QVERIFY2(each->problem.isEmpty(), qPrintable(each->binding + u'/' + each->name + u": "_s + each->problem));
        QVERIFY2(m_book->pack().binding(utf8(each->binding)), qPrintable(each->binding));
        QVERIFY2(each->name.startsWith(each->outcome + u'-'), qPrintable(each->binding + u'/' + each->name));
    }
}

void TestRuleCorpus::everyCaseSaysWhatItExpects_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i]->binding + u'/' + m_cases[i]->name)) << int(i);
}

static QJsonObject evidenceOf(const Verdict &verdict)
{
    Finding finding;
    finding.evidence = verdict.evidence;
    std::string json = "{";
    appendVerdictJson(json, finding);
    json += '}';
    return QJsonDocument::fromJson(QByteArray::fromStdString(json))[u"evidence"_s].toObject();
}

void TestRuleCorpus::everyCaseSaysWhatItExpects()
{
    QFETCH(int, index);
    const RuleCase &each = *m_cases[std::size_t(index)];
    const auto verdict = m_book->check(utf8(each.binding), each.owned.record, each.asOf);
    QVERIFY(verdict);
    QCOMPARE(wide(outcomeId(verdict->outcome)), each.outcome);
    if (each.expect.contains(u"variant"_s))
        QCOMPARE(wide(verdict->variant), each.expect[u"variant"_s].toString());
    const QJsonObject evidence = evidenceOf(*verdict);
    const QJsonObject expected = each.expect[u"evidence"_s].toObject();
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        QVERIFY2(evidence.contains(it.key()), qPrintable(it.key()));
        QCOMPARE(evidence[it.key()], it.value());
    }
    const bool isSeen = verdict->outcome == Outcome::Fail || verdict->outcome == Outcome::NeedsReview;
    const auto findings = m_book->checkAll(each.owned.record, each.asOf);
    const bool isFound =
        std::ranges::any_of(findings, [&](const Finding &finding) { return wide(finding.rule) == each.binding; });
    QCOMPARE(isFound, isSeen);
}

void TestRuleCorpus::everyBindingHasACaseThatPassesAndOneThatDoesNot()
{
    std::set<std::pair<QString, bool>> seen;
    for (const auto &each : m_cases) {
        if (each->outcome != u"not-applicable")
            seen.insert({each->binding, each->outcome == u"pass"});
    }
    for (const RuleBinding &binding : m_book->pack().rules) {
        QVERIFY2(seen.contains({wide(binding.id), true}), binding.id.c_str());
        QVERIFY2(seen.contains({wide(binding.id), false}), binding.id.c_str());
    }
}

void TestRuleCorpus::everyVariantOfEveryRuleHasACase()
{
    // These need another pack than this one; tst_rulebook has them.
    std::set<std::string> seen = {"identity.document-type/missing", "portrait.file-size/small", "portrait.width/exact",
                                  "portrait.height/exact"};
    for (const auto &each : m_cases) {
        const RuleBinding *binding = m_book->pack().binding(utf8(each->binding));
        const auto verdict = m_book->check(binding->id, each->owned.record, each->asOf);
        seen.insert(binding->rule + '/' + std::string(verdict->variant));
    }
    for (const Rule *rule : allRules()) {
        for (const std::string_view variant : rule->variants) {
            const std::string wanted = std::string(rule->id) + '/' + std::string(variant);
            if (wanted != "form.format/text") // bytes that JSON cannot hold: tst_rulebook
                QVERIFY2(seen.contains(wanted), wanted.c_str());
        }
    }
}

/// Rule::evidence is what a pack's messages may fill in: all that verdicts carry, and nothing else.
void TestRuleCorpus::everyNameOfARulesEvidenceIsGiven()
{
    std::set<std::pair<std::string_view, std::string>> given;
    for (const auto &each : m_cases) {
        const Rule *rule = findRule(m_book->pack().binding(utf8(each->binding))->rule);
        const auto verdict = m_book->check(utf8(each->binding), each->owned.record, each->asOf);
        for (const Evidence &evidence : verdict->evidence) {
            const std::string name(evidence.key);
            QVERIFY2(std::ranges::find(rule->evidence, name) != rule->evidence.end(),
                     (std::string(rule->id) + ' ' + name).c_str());
            given.insert({rule->id, name});
        }
    }
    for (const Rule *rule : allRules()) {
        for (const std::string_view name : rule->evidence)
            QVERIFY2(given.contains({rule->id, std::string(name)}),
                     (std::string(rule->id) + ' ' + std::string(name)).c_str());
    }
}

void TestRuleCorpus::everyMessageIsFilledFromEvidence()
{
    int filled = 0;
    for (const auto &each : m_cases) {
        for (const Finding &finding : m_book->checkAll(each->owned.record, each->asOf)) {
            const QByteArray where = (each->binding + u'/' + each->name).toUtf8() + ' ' + finding.messageZh.c_str();
            QVERIFY2(!finding.messageZh.empty() && finding.messageZh.find('{') == std::string::npos, where.constData());
            QVERIFY2(!finding.messageEn.empty() && finding.messageEn.find('{') == std::string::npos, where.constData());
            ++filled;
        }
    }
    QVERIFY(filled > 150);
}

void TestRuleCorpus::aRecordWithoutColumnsIsToldNothing()
{
    const Record empty;
    QVERIFY(m_book->checkAll(empty, Instant{}).empty());
    for (const RuleBinding &binding : m_book->pack().rules) {
        const auto verdict = m_book->check(binding.id, empty, Instant{});
        QVERIFY2(verdict->outcome == Outcome::NotApplicable, binding.id.c_str());
    }
}

QTEST_GUILESS_MAIN(TestRuleCorpus)
#include "tst_rulecorpus.moc"
