#include "core/rules/rulebook.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// The same code under an invented province with other types, steps, documents and limits: no code knows Inner
/// Mongolia.
class TestSecondPack : public QObject
{
    Q_OBJECT

private slots:
    void itSaysOtherThingsThanTheShippedPack();
    void itsRulesBind();
    void aGoodRecordOfOnePackFailsUnderTheOther();
    void itsLimitsDecide();
    void itsWindowIsInItsOwnTime();
};

namespace {

std::vector<std::string> rulesOf(const std::vector<Finding> &findings)
{
    std::vector<std::string> rules;
    for (const Finding &finding : findings)
        rules.push_back(finding.rule);
    return rules;
}

bool has(const std::vector<std::string> &rules, std::string_view rule)
{
    return std::ranges::find(rules, rule) != rules.end();
}

const RuleBook &bookOf(const std::shared_ptr<const Pack> &pack)
{
    static std::map<std::string, std::shared_ptr<const RuleBook>> books;
    if (!books.contains(pack->id))
        books.emplace(pack->id, *RuleBook::bind(pack));
    return *books.at(pack->id);
}

/// Made up; right in every respect under hb-demo.
Record aDemoRecord()
{
    Record record;
    record.set(Field::CandidateType, "P");
    record.set(Field::Name, "贝一");
    record.set(Field::DocumentNumber, "B0000007");
    record.set(Field::Phone, "13000000000");
    record.set(Field::College, "北滨职业学院");
    record.set(Field::JuniorMajor, "商务英语");
    record.set(Field::JuniorMajorCode, "570201");
    record.set(Field::BachelorMajor, "汉语言文学");
    record.set(Field::ExamSite, "B1");
    return record;
}

const Instant asOf = *parseInstant("2024-03-02T12:00:00+06:00");

} // namespace

void TestSecondPack::itSaysOtherThingsThanTheShippedPack()
{
    QCOMPARE(hbDemo().types.size(), std::size_t(3));
    QVERIFY(!hbDemo().type("N1"));
    QVERIFY(hbDemo().hash != nm2023().hash);
    QCOMPARE(hbDemo().timeOffset, std::chrono::minutes{360});
    QCOMPARE(hbDemo().catalogue.coverage(), Catalogue::Coverage::Complete);
    QCOMPARE(hbDemo().materialLimits.formats.size(), std::size_t(2));
    QVERIFY(hbDemo().review.siteChangeBySupervisor && !hbDemo().review.fourEyes);
    const std::vector<Step> &steps = hbDemo().type("P")->steps;
    const auto at = [&](Step step) { return std::ranges::find(steps, step) - steps.begin(); };
    QVERIFY(at(Step::Review) < at(Step::Information));
    QVERIFY(at(Step::Materials) < at(Step::Information));
    QCOMPARE(steps.size(), std::size_t(7));
}

void TestSecondPack::itsRulesBind()
{
    QVERIFY(lintRules(hbDemo()).empty());
    QVERIFY(RuleBook::bind(sharedHbDemo()));
    QVERIFY(lintRules(nm2023()).empty());
}

void TestSecondPack::aGoodRecordOfOnePackFailsUnderTheOther()
{
    const Record record = aDemoRecord();
    const auto own = rulesOf(bookOf(sharedHbDemo()).checkAll(record, asOf));
    QVERIFY2(own.empty(), own.empty() ? "" : own.front().c_str());
    const auto other = rulesOf(bookOf(sharedNm2023()).checkAll(record, asOf));
    QVERIFY(has(other, "type.known"));
    QVERIFY(has(other, "identity.format"));
}

void TestSecondPack::itsLimitsDecide()
{
    Record record = aDemoRecord();
    ImageFacts portrait{.format = ImageFormat::Jpeg,
                        .problem = ImageProblem::None,
                        .bytes = 40960,
                        .widthPx = 480,
                        .heightPx = 640,
                        .sha256 = "a"};
    record.set(Field::Portrait, "p.jpg");
    record.portrait = &portrait;
    QVERIFY(rulesOf(bookOf(sharedHbDemo()).checkAll(record, asOf)).empty());
    portrait.bytes = 40961;
    portrait.widthPx = 479;
    const auto rules = rulesOf(bookOf(sharedHbDemo()).checkAll(record, asOf));
    QVERIFY(has(rules, "portrait.file-size"));
    QVERIFY(has(rules, "portrait.width"));
    QVERIFY(!has(rules, "portrait.height"));
}

void TestSecondPack::itsWindowIsInItsOwnTime()
{
    Record record = aDemoRecord();
    record.set(Field::SubmittedAt, "2024-03-05T23:59:59+06:00");
    QVERIFY(!has(rulesOf(bookOf(sharedHbDemo()).checkAll(record, asOf)), "process.registration-window"));
    record.set(Field::SubmittedAt, "2024-03-06T00:00:00+06:00");
    QVERIFY(has(rulesOf(bookOf(sharedHbDemo()).checkAll(record, asOf)), "process.registration-window"));
}

QTEST_GUILESS_MAIN(TestSecondPack)
#include "tst_secondpack.moc"
