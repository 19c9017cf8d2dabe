#include "core/rules/rulerun.h"
#include "tests/support/rulecase.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>

using namespace zsb;
using namespace zsb::test;

/// What a run remembers makes it quicker, and never changes what it finds.
class TestRuleRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aRunFindsWhatTheBookFinds();
    void mixedRecordsAreToldApart();
    void textOnlyRulesLookAtNothingElse();
    void rulesOfFilesAreNotApplicableWithoutFiles();
    void equalTextsHaveOneNumber();
    void tooManyTextsHaveNoNumber();
    void aKeySetHoldsWhatWasPutIn();

private:
    std::shared_ptr<const RuleBook> m_book;
    std::vector<std::unique_ptr<RuleCase>> m_cases;
};

void TestRuleRun::initTestCase()
{
    const auto book = RuleBook::bind(sharedNm2023());
    QVERIFY(book);
    m_book = *book;
    m_cases = readRuleCases(QStringLiteral(ZSB_SOURCE_DIR "/tests/corpus"));
    QVERIFY(m_cases.size() > 300);
}

void TestRuleRun::aRunFindsWhatTheBookFinds()
{
    const Instant asOf = m_cases.front()->asOf;
    RuleRun run(*m_book, asOf);
    for (int round = 0; round < 3; ++round) {
        for (const auto &each : m_cases) {
            std::vector<Finding> found;
            run.check(each->owned.record, found);
            QVERIFY2(found == m_book->checkAll(each->owned.record, asOf), qPrintable(each->binding + each->name));
        }
    }
}

void TestRuleRun::mixedRecordsAreToldApart()
{
    // A field of one case in the record of another: texts meet that no case of the corpus has together.
    const Instant asOf = m_cases.front()->asOf;
    RuleRun run(*m_book, asOf);
    std::size_t findings = 0;
    for (std::size_t i = 0; i < 20'000; ++i) {
        Record record = m_cases[i % m_cases.size()]->owned.record;
        const Record &other = m_cases[i * 7919 % m_cases.size()]->owned.record;
        for (const Field field : allFields()) {
            if ((i * 31 + std::size_t(field) * 17) % 5 == 0 && other.knows(field))
                record.set(field, other.text(field));
        }
        std::vector<Finding> found;
        run.check(record, found);
        findings += found.size();
        QVERIFY2(found == m_book->checkAll(record, asOf), qPrintable(QString::number(i)));
    }
    QVERIFY(findings > 10'000);
}

void TestRuleRun::textOnlyRulesLookAtNothingElse()
{
    for (const BoundRule &bound : m_book->bound()) {
        if (!bound.rule->textOnly || bound.rule->scope == Rule::Scope::EachField)
            continue;
        for (const auto &each : m_cases) {
            Record reduced = each->owned.record;
            for (const Field field : allFields()) {
                if (reduced.knows(field) && std::ranges::find(bound.reach, field) == bound.reach.end())
                    reduced.set(field, {});
            }
            reduced.portrait = nullptr;
            reduced.shared = {};
            const auto whole = m_book->check(bound.binding->id, each->owned.record, each->asOf);
            const auto part = m_book->check(bound.binding->id, reduced, each->asOf);
            QVERIFY2(whole->outcome == part->outcome && whole->variant == part->variant,
                     qPrintable(each->binding + u'/' + each->name));
        }
    }
}

void TestRuleRun::rulesOfFilesAreNotApplicableWithoutFiles()
{
    for (const BoundRule &bound : m_book->bound()) {
        if (!bound.rule->filesOnly)
            continue;
        for (const auto &each : m_cases) {
            Record record = each->owned.record;
            record.portrait = nullptr;
            std::vector<MaterialView> materials(record.materials.begin(), record.materials.end());
            for (MaterialView &material : materials)
                material.facts = nullptr;
            record.materials = materials;
            const auto verdict = m_book->check(bound.binding->id, record, each->asOf);
            QVERIFY2(verdict->outcome == Outcome::NotApplicable, bound.binding->id.c_str());
        }
    }
}

void TestRuleRun::equalTextsHaveOneNumber()
{
    TextNumbers numbers;
    QCOMPARE(numbers.numberOf(""), TextNumbers::empty);
    const auto first = numbers.numberOf("汉族");
    const auto second = numbers.numberOf("蒙古族");
    QVERIFY(first != second && first > TextNumbers::unknown && second > TextNumbers::unknown);
    QCOMPARE(numbers.numberOf(std::string("汉族")), first);
    for (int i = 0; i < 2000; ++i)
        QVERIFY(numbers.numberOf(std::to_string(i)) != TextNumbers::none);
    QCOMPARE(numbers.numberOf("蒙古族"), second);
}

void TestRuleRun::tooManyTextsHaveNoNumber()
{
    TextNumbers numbers;
    std::uint64_t last = 0;
    int given = 0;
    while ((last = numbers.numberOf(std::to_string(given))) != TextNumbers::none) {
        QVERIFY(last < std::uint64_t(1) << TextNumbers::bits);
        ++given;
    }
    QVERIFY(given > 4000);
    QCOMPARE(numbers.numberOf("0"), TextNumbers::none);
    QCOMPARE(numbers.numberOf(""), TextNumbers::empty);
}

void TestRuleRun::aKeySetHoldsWhatWasPutIn()
{
    KeySet keys;
    QVERIFY(!keys.contains(1));
    for (std::uint64_t i = 1; i < 20'000; ++i)
        keys.insert(i * i);
    for (std::uint64_t i = 1; i < 20'000; ++i) {
        QVERIFY(keys.contains(i * i));
        QVERIFY(!keys.contains(i * i + i));
    }
}

QTEST_GUILESS_MAIN(TestRuleRun)
#include "tst_rulerun.moc"
