#include "core/policy/packfiles.h"
#include "core/rules/rulebook.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// What only the rules know of a pack is named by file, line and key, in both languages.
class TestRuleLint : public QObject
{
    Q_OBJECT

private slots:
    void aNameTheRuleNeverGivesIsRefused_data();
    void aNameTheRuleNeverGivesIsRefused();
    void aRangeUpsideDownIsRefused_data();
    void aRangeUpsideDownIsRefused();
    void aNumberBelowNothingIsRefused();
    void aWordNoRowHasIsRefused_data();
    void aWordNoRowHasIsRefused();
    void aCollegeNeitherInsideNorOutsideIsNamed();
    void aSpecimenWithAWrongCheckDigitIsNamed();
    void whatNobodyMeasuresBindsNoPack();
};

namespace {

/// The problems of the shipped pack with a text of its rules replaced, and the line of that text.
std::pair<std::vector<PackProblem>, int> lintWith(const std::string &before, const std::string &after)
{
    PackFiles files = *readPackFiles(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    std::string &rules = files["rules.json"];
    const auto at = rules.find(before);
    if (at == std::string::npos)
        return {};
    rules.replace(at, before.size(), after);
    const LoadedPack loaded = loadPackFiles(files);
    if (!loaded.pack)
        return {loaded.problems, 0};
    std::vector<PackProblem> problems = lintRules(*loaded.pack);
    findLines(problems, files);
    return {problems, int(std::count(rules.begin(), rules.begin() + std::ptrdiff_t(at), '\n')) + 1};
}

void isNamed(const std::string &before, const std::string &after, const std::string &key)
{
    const auto [problems, line] = lintWith(before, after);
    QVERIFY(line > 0);
    if (key.empty()) {
        QVERIFY2(problems.empty(), problems.empty() ? "" : problemText(problems.front()).c_str());
        return;
    }
    QCOMPARE(problems.size(), std::size_t(1));
    const PackProblem &problem = problems.front();
    QCOMPARE(QString::fromStdString(problem.file + ':' + std::to_string(problem.line) + ' ' + problem.key),
             QString::fromStdString("rules.json:" + std::to_string(line) + ' ' + key));
    QVERIFY(problem.fatal && !problem.message.zh.empty() && !problem.message.en.empty());
}

void addRow(const char *name, const char *before, const char *after, const char *key)
{
    QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(key);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("key");
}

} // namespace

void TestRuleLint::aNameTheRuleNeverGivesIsRefused_data()
{
    addColumns();
    constexpr auto known = R"("unknown": {"zh": "考生类型“{given}”不在)";
    addRow("none", known, R"("unknown": {"zh": "考生类型不在)", "");
    addRow("twice", known, R"("unknown": {"zh": "考生类型“{given}{given}”不在)", "");
    addRow("unknown", known, R"("unknown": {"zh": "考生类型“{givne}”不在)", "type.known.messages.unknown.zh");
    addRow("of another rule", known, R"("unknown": {"zh": "考生类型“{digits}”不在)", "type.known.messages.unknown.zh");
    addRow("open", known, R"("unknown": {"zh": "考生类型“{given”不在)", "type.known.messages.unknown.zh");
    addRow("where nothing is given", R"("missing": {"zh": "未选择考生类型", "en": ")",
           R"("missing": {"zh": "未选择考生类型", "en": "{field} )", "type.known.messages.missing.en");
}

void TestRuleLint::aNameTheRuleNeverGivesIsRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, key);
    isNamed(before.toStdString(), after.toStdString(), key.toStdString());
}

void TestRuleLint::aRangeUpsideDownIsRefused_data()
{
    addColumns();
    addRow("one age", R"("minAge": 17, "maxAge": 60)", R"("minAge": 60, "maxAge": 60)", "");
    addRow("upside down", R"("minAge": 17, "maxAge": 60)", R"("minAge": 61, "maxAge": 60)",
           "identity.age.parameters.minAge");
}

void TestRuleLint::aRangeUpsideDownIsRefused()
{
    aNameTheRuleNeverGivesIsRefused();
}

void TestRuleLint::aNumberBelowNothingIsRefused()
{
    isNamed(R"("digits": 6})", R"("digits": 0})", {});
    isNamed(R"("digits": 6})", R"("digits": -1})", "contact.postal-form.parameters.digits");
}

/// A misspelt word would pass, or refuse, everybody.
void TestRuleLint::aWordNoRowHasIsRefused_data()
{
    addColumns();
    addRow("column", R"("attribute": "scope", "inside": "inside")", R"("attribute": "scop", "inside": "inside")",
           "schooling.college-scope.parameters.attribute");
    addRow("code", R"("male": "1")", R"("male": "7")", "identity.sex.parameters.male");
    addRow("code of a list", R"("paidStates": ["paid"])", R"("paidStates": ["payed"])",
           "process.payment.parameters.paidStates");
    addRow("kind", R"("kinds": ["virtual"])", R"("kinds": ["virtaul"])", "contact.phone-virtual.parameters.kinds");
}

void TestRuleLint::aWordNoRowHasIsRefused()
{
    aNameTheRuleNeverGivesIsRefused();
}

void TestRuleLint::aCollegeNeitherInsideNorOutsideIsNamed()
{
    const auto problemsWith = [](const std::string &scope) {
        PackFiles files = *readPackFiles(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
        std::string &colleges = files["tables/college.csv"];
        const std::string row = "10126,内蒙古大学,,,inside";
        colleges.replace(colleges.find(row), row.size(), "10126,内蒙古大学,,," + scope);
        return lintRules(*loadPackFiles(files).pack);
    };
    QVERIFY(problemsWith("outside").empty());
    const std::vector<PackProblem> problems = problemsWith("insde");
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().file, std::string("tables/college.csv"));
    QCOMPARE(problems.front().key, std::string("10126.scope"));
}

/// GB 11643: specimens are there to pass.
void TestRuleLint::aSpecimenWithAWrongCheckDigitIsNamed()
{
    PackFiles files = *readPackFiles(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    std::string &exam = files["pack.json"];
    const std::string specimen = "11010519491231002X";
    exam.replace(exam.find(specimen), specimen.size(), "110105194912310021");
    const std::vector<PackProblem> problems = lintRules(*loadPackFiles(files).pack);
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().key, std::string("document_types.ID.specimens"));
    QVERIFY(problems.front().message.en.find("110105194912310021") != std::string::npos);
}

/// A limit on a misspelt measure never speaks: a check with such a pack would pass every picture.
void TestRuleLint::whatNobodyMeasuresBindsNoPack()
{
    PackFiles files = *readPackFiles(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QVERIFY(RuleBook::bind(loadPackFiles(files).pack));
    for (const char *file : {"portrait.json", "scan.json"}) {
        PackFiles broken = files;
        std::string &limits = broken[file];
        const std::string measure = R"("measure": ")";
        limits.insert(limits.find(measure) + measure.size(), "no.");
        const auto book = RuleBook::bind(loadPackFiles(broken).pack);
        QVERIFY(!book);
        QVERIFY2(book.error().code == ErrorCode::Invalid && book.error().detail.starts_with(file),
                 book.error().detail.c_str());
    }
}

QTEST_GUILESS_MAIN(TestRuleLint)
#include "tst_rulelint.moc"
