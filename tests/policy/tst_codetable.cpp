#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// A1.4.3.1: coded fields take the code or its name.
class TestCodeTable : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsFoundByCodeNameEnglishNameAndAlias();
    void namesAreComparedWithoutBlanksAndBracketWidth();
    void anAliasNeverHidesAProperName();
    void ofDatedRowsTheFirstIsFound();
    void theLongestPrefixWins();
    void rowsWithAPrefixComeInOrder();
    void namesAreFoundInsideTexts();
    void attributesAreTheFurtherColumns();
    void oldNamesOfGroupsAreKnown();
    void virtualPrefixesAreMarked();
    void oldRegionCodesAreKnown();
};

void TestCodeTable::aRowIsFoundByCodeNameEnglishNameAndAlias()
{
    const CodeTable table("t", {{.code = "1", .name = {"男", "Male"}, .aliases = {"男性"}, .attributes = {}}});
    for (const char *word : {"1", "男", "Male", "male", "男性"})
        QCOMPARE(table.find(word), &table.codes().front());
    QVERIFY(!table.find("女"));
    QVERIFY(!table.find(""));
    QVERIFY(!table.byCode("男"));
}

void TestCodeTable::namesAreComparedWithoutBlanksAndBracketWidth()
{
    const CodeTable table("t", {{.code = "1", .name = {"中心（北）", "North"}, .aliases = {}, .attributes = {}}});
    QVERIFY(table.find("中心(北)"));
    QVERIFY(table.find(" 中心 （北） "));
}

void TestCodeTable::anAliasNeverHidesAProperName()
{
    const CodeTable table("t", {{.code = "1", .name = {"甲", "A"}, .aliases = {"乙"}, .attributes = {}},
                                {.code = "2", .name = {"乙", "B"}, .aliases = {}, .attributes = {}}});
    QCOMPARE(table.find("乙")->code, std::string("2"));
}

void TestCodeTable::ofDatedRowsTheFirstIsFound()
{
    const CodeTable &region = *nm2023().table("region");
    QCOMPARE(region.byCode("150105")->name.zh, std::string("赛罕区"));
}

void TestCodeTable::theLongestPrefixWins()
{
    const CodeTable &phones = *nm2023().table("phone_prefix");
    QCOMPARE(phones.byLongestPrefix("13400000000")->code, std::string("134"));
    QCOMPARE(phones.byLongestPrefix("13490000000")->code, std::string("1349"));
    QVERIFY(!phones.byLongestPrefix("2"));
    QVERIFY(!phones.byLongestPrefix(""));
}

void TestCodeTable::rowsWithAPrefixComeInOrder()
{
    const auto row = [](const char *code) { return Code{.code = code, .name = {}, .aliases = {}, .attributes = {}}; };
    const CodeTable table("t", {row("021"), row("010"), row("0109"), row("011"), row("010"), row("1")});
    const auto found = table.withPrefix("010");
    QCOMPARE(std::vector<std::size_t>(found.begin(), found.end()), (std::vector<std::size_t>{1, 4, 2}));
    QVERIFY(table.withPrefix("03").empty());
    QVERIFY(table.withPrefix("0210").empty());
    QCOMPARE(table.withPrefix("").size(), std::size_t(6));
}

void TestCodeTable::namesAreFoundInsideTexts()
{
    const auto row = [](const char *name) {
        return Code{.code = {}, .name = {name, {}}, .aliases = {}, .attributes = {}};
    };
    const CodeTable table("t", {row("包头市"), row("固阳县"), row("包头"), row("县"), row("包头市东河区")});
    const auto namedIn = [&table](std::string_view text) {
        std::vector<std::size_t> rows;
        table.eachNamedIn(text, [&rows](std::size_t found) { rows.push_back(found); });
        std::ranges::sort(rows);
        return rows;
    };
    QCOMPARE(namedIn("内蒙古包头市固阳县"), (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(namedIn("包头"), (std::vector<std::size_t>{2}));
    QVERIFY(namedIn("呼和浩特市").empty());
    QVERIFY(namedIn("包").empty());
    QVERIFY(namedIn("").empty());
}

void TestCodeTable::attributesAreTheFurtherColumns()
{
    const Code &college = *nm2023().table("college")->find("河套学院");
    QCOMPARE(college.code, std::string("11631"));
    QCOMPARE(college.attribute("scope"), std::string_view("inside"));
    QCOMPARE(college.attribute("nothing"), std::string_view());
    QVERIFY(!college.guess);
    QVERIFY(nm2023().table("college")->find("包头医学院")->guess);
}

void TestCodeTable::oldNamesOfGroupsAreKnown()
{
    const CodeTable &groups = *nm2023().table("ethnicity");
    QCOMPARE(groups.find("毛难族")->code, std::string("36"));
    QCOMPARE(groups.find("崩龙族")->code, std::string("46"));
    QCOMPARE(groups.find("蒙古")->code, std::string("02"));
}

/// A1.4.1.1
void TestCodeTable::virtualPrefixesAreMarked()
{
    const CodeTable &phones = *nm2023().table("phone_prefix");
    for (const char *phone : {"16212345678", "16512345678", "16712345678", "17012345678", "17112345678"})
        QCOMPARE(phones.byLongestPrefix(phone)->attribute("kind"), std::string_view("virtual"));
    for (const char *phone : {"13812345678", "19912345678", "17212345678"})
        QCOMPARE(phones.byLongestPrefix(phone)->attribute("kind"), std::string_view("carrier"));
}

void TestCodeTable::oldRegionCodesAreKnown()
{
    const CodeTable &region = *nm2023().table("region");
    for (const char *code : {"152101", "152321", "152601", "152701", "152801"})
        QVERIFY2(region.byCode(code), code);
    QVERIFY(!region.byCode("159999"));
}

QTEST_GUILESS_MAIN(TestCodeTable)
#include "tst_codetable.moc"
