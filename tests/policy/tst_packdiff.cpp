#include "core/policy/packdiff.h"

#include <QTest>

using namespace zsb;
using Kind = PackChange::Kind;

/// What changed between two years is told by file and key.
class TestPackDiff : public QObject
{
    Q_OBJECT

private slots:
    void equalPacksDoNotDiffer();
    void aChangedValueIsNamedByItsKey();
    void addedAndRemovedKeysAreTold();
    void orderOfMembersAndRowsDoesNotCount();
    void rowsOfTablesAreToldApartByTheirFirstCell();
    void whereTheFirstCellRepeatsRowsComeAndGo();
    void filesComeAndGo();
    void whatCannotBeReadIsComparedAsAWhole();
};

void TestPackDiff::equalPacksDoNotDiffer()
{
    const PackFiles files = {{"a.json", R"({"x": 1})"}, {"b.csv", "code\n1\n"}};
    QVERIFY(diffPacks(files, files).empty());
}

void TestPackDiff::aChangedValueIsNamedByItsKey()
{
    const auto changes = diffPacks({{"types.json", R"([{"id": "N1", "sits_exam": true, "steps": ["a", "b"]}])"}},
                                   {{"types.json", R"([{"id": "N1", "sits_exam": false, "steps": ["b", "a"]}])"}});
    QCOMPARE(changes, (std::vector<PackChange>{{Kind::Changed, "types.json", "N1.sits_exam", "true", "false"},
                                               {Kind::Changed, "types.json", "N1.steps", "a, b", "b, a"}}));
}

void TestPackDiff::addedAndRemovedKeysAreTold()
{
    const auto changes =
        diffPacks({{"p.json", R"({"old": 2.5, "same": null})"}}, {{"p.json", R"({"new": 7, "same": null})"}});
    QCOMPARE(changes, (std::vector<PackChange>{{Kind::Added, "p.json", "new", "", "7"},
                                               {Kind::Removed, "p.json", "old", "2.5", ""}}));
}

void TestPackDiff::orderOfMembersAndRowsDoesNotCount()
{
    QVERIFY(diffPacks({{"a.json", R"({"x": 1, "y": 2})"}}, {{"a.json", R"({"y": 2, "x": 1})"}}).empty());
    QVERIFY(diffPacks({{"a.csv", "code,n\n1,a\n2,b\n"}}, {{"a.csv", "# moved\ncode,n\n2,b\n1,a\n"}}).empty());
}

void TestPackDiff::rowsOfTablesAreToldApartByTheirFirstCell()
{
    const auto changes = diffPacks({{"t.csv", "code,name\n1,甲\n2,乙\n"}}, {{"t.csv", "code,name\n1,丙\n"}});
    QCOMPARE(changes, (std::vector<PackChange>{{Kind::Changed, "t.csv", "1.name", "甲", "丙"},
                                               {Kind::Removed, "t.csv", "2.code", "2", ""},
                                               {Kind::Removed, "t.csv", "2.name", "乙", ""}}));
}

void TestPackDiff::whereTheFirstCellRepeatsRowsComeAndGo()
{
    const auto changes = diffPacks({{"t.csv", "code,to\n1,a\n1,b\n"}}, {{"t.csv", "code,to\n1,a\n1,c\n"}});
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].key, std::string("1, b"));
    QCOMPARE(changes[0].kind, Kind::Removed);
    QCOMPARE(changes[1].key, std::string("1, c"));
    QCOMPARE(changes[1].kind, Kind::Added);
}

void TestPackDiff::filesComeAndGo()
{
    const auto changes = diffPacks({{"a.csv", ""}}, {{"b.csv", ""}});
    QCOMPARE(changes,
             (std::vector<PackChange>{{Kind::Removed, "a.csv", "", "", ""}, {Kind::Added, "b.csv", "", "", ""}}));
}

void TestPackDiff::whatCannotBeReadIsComparedAsAWhole()
{
    const auto changes = diffPacks({{"a.json", "{"}, {"s.md", "x"}}, {{"a.json", "["}, {"s.md", "y"}});
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].kind, Kind::Changed);
    QVERIFY(changes[0].key.empty());
    QCOMPARE(changes[1].before.size(), std::size_t(64));
}

QTEST_GUILESS_MAIN(TestPackDiff)
#include "tst_packdiff.moc"
