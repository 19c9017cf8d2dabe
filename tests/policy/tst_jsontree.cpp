#include "core/policy/jsontree.h"

#include <QTest>

using namespace zsb;

/// A pack's values know their line and key, so that an error of the pack names both.
class TestJsonTree : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfValueIsRead();
    void everyValueKnowsItsLine();
    void escapesAndSurrogatePairsBecomeUtf8();
    void membersKeepTheirOrder();
    void whatIsBrokenIsNamedWithItsLine_data();
    void whatIsBrokenIsNamedWithItsLine();
    void deepNestingIsRefusedNotFollowed();
    void elementsAreCalledByTheirIds();
    void aKeyLeadsBackToItsLine();
};

void TestJsonTree::everyKindOfValueIsRead()
{
    const JsonReading json = readJson("\xEF\xBB\xBF [null, true, false, -7, 2.5, 1e3, \"x\", {}, []] ");
    QVERIFY(json.ok);
    const auto &items = json.root.items;
    QCOMPARE(items.size(), std::size_t(9));
    QCOMPARE(items[0].kind, JsonNode::Kind::Null);
    QVERIFY(items[1].boolean && !items[2].boolean);
    QCOMPARE(items[3].kind, JsonNode::Kind::Integer);
    QCOMPARE(items[3].integer, std::int64_t(-7));
    QCOMPARE(items[3].number, -7.0);
    QCOMPARE(items[4].kind, JsonNode::Kind::Number);
    QCOMPARE(items[4].number, 2.5);
    QCOMPARE(items[5].number, 1000.0);
    QCOMPARE(items[6].string, std::string("x"));
    QCOMPARE(items[7].kind, JsonNode::Kind::Object);
    QCOMPARE(items[8].kind, JsonNode::Kind::Array);
}

void TestJsonTree::everyValueKnowsItsLine()
{
    const JsonReading json = readJson("{\n \"a\": 1,\n\n \"b\": [\n  2]}");
    QVERIFY(json.ok);
    QCOMPARE(json.root.line, 1);
    QCOMPARE(json.root.member("a")->line, 2);
    QCOMPARE(json.root.member("b")->line, 4);
    QCOMPARE(json.root.member("b")->items.front().line, 5);
    QVERIFY(!json.root.member("c"));
}

void TestJsonTree::escapesAndSurrogatePairsBecomeUtf8()
{
    const JsonReading json = readJson(R"("\"\\\/\n\t\u00b7\ud840\udc00蒙")");
    QVERIFY(json.ok);
    QCOMPARE(json.root.string, std::string("\"\\/\n\t·\xF0\xA0\x80\x80蒙"));
}

void TestJsonTree::membersKeepTheirOrder()
{
    const JsonReading json = readJson(R"({"z": 1, "a": 2})");
    QVERIFY(json.ok);
    QCOMPARE(json.root.items[0].key, std::string("z"));
    QCOMPARE(json.root.items[1].key, std::string("a"));
}

void TestJsonTree::whatIsBrokenIsNamedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("early end") << QByteArray("{\n\"a\":\n") << 3;
    QTest::newRow("missing comma") << QByteArray("[1\n2]") << 2;
    QTest::newRow("trailing comma") << QByteArray("[1,\n]") << 2;
    QTest::newRow("key without quotes") << QByteArray("{\n a: 1}") << 2;
    QTest::newRow("missing colon") << QByteArray("{\n\"a\" 1}") << 2;
    QTest::newRow("key twice") << QByteArray("{\"a\": 1,\n\"a\": 2}") << 2;
    QTest::newRow("open text") << QByteArray("\n\"abc") << 2;
    QTest::newRow("line break in a text") << QByteArray("\"a\nb\"") << 1;
    QTest::newRow("unknown escape") << QByteArray("\"\\x\"") << 1;
    QTest::newRow("lone surrogate") << QByteArray("\"\\ud840x\"") << 1;
    QTest::newRow("unknown word") << QByteArray("\n\nnope") << 3;
    QTest::newRow("half a number") << QByteArray("[1.e]") << 1;
    QTest::newRow("something behind") << QByteArray("{}\n{}") << 2;
    QTest::newRow("not UTF-8") << QByteArray("\"\xC8\xCB\"") << 0;
}

void TestJsonTree::whatIsBrokenIsNamedWithItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const JsonReading json = readJson(text.toStdString());
    QVERIFY(!json.ok);
    QCOMPARE(json.line, line);
    QVERIFY(!json.problem.zh.empty());
    QVERIFY(!json.problem.en.empty());
}

void TestJsonTree::deepNestingIsRefusedNotFollowed()
{
    QVERIFY(!readJson(std::string(100000, '[')).ok);
    QVERIFY(readJson(std::string(60, '[') + std::string(60, ']')).ok);
}

void TestJsonTree::elementsAreCalledByTheirIds()
{
    const JsonReading json = readJson(R"([{"id": "N1"}, {"code": "101"}, {"field": "name"}, {"id": ""}, 5])");
    QVERIFY(json.ok);
    QCOMPARE(elementName(json.root.items[0], 1), std::string("N1"));
    QCOMPARE(elementName(json.root.items[1], 2), std::string("101"));
    QCOMPARE(elementName(json.root.items[2], 3), std::string("name"));
    QCOMPARE(elementName(json.root.items[3], 4), std::string("4"));
    QCOMPARE(elementName(json.root.items[4], 5), std::string("5"));
}

/// Ids hold dots, and one may begin another.
void TestJsonTree::aKeyLeadsBackToItsLine()
{
    const JsonReading json = readJson("[\n{\"id\": \"a\",\n\"b\": 1},\n{\"id\": \"a.b\",\n\"c\": {\n\"d\": 2}}]");
    QVERIFY(json.ok);
    QCOMPARE(lineOf(json.root, "a"), 2);
    QCOMPARE(lineOf(json.root, "a.b.c.d"), 6);
    QCOMPARE(lineOf(json.root, "a.b.c.e"), 5);
    QCOMPARE(lineOf(json.root, "a.x"), 2);
    QCOMPARE(lineOf(json.root, "nothing"), 1);
}

QTEST_GUILESS_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
