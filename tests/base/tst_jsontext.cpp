#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace zsb;

/// A report is sound JSON whatever stands in a cell.
class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void textReadsBackTheSame_data();
    void textReadsBackTheSame();
    void brokenBytesStillGiveValidJson();
    void numbersReadBackTheSame();
};

void TestJsonText::textReadsBackTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes") << QStringLiteral("a\"b\\c/");
    QTest::newRow("control") << QStringLiteral("\n\r\t\x01\x1f");
    QTest::newRow("Han and Mongolian") << QStringLiteral("𠮷·ᠮᠣᠩᠭᠣᠯ\u202F");
    QTest::newRow("line separators") << QStringLiteral("a\u2028b\u2029");
}

void TestJsonText::textReadsBackTheSame()
{
    QFETCH(QString, text);
    std::string json = "[";
    appendJsonString(json, text.toStdString());
    json += "]";
    const auto array = QJsonDocument::fromJson(QByteArray::fromStdString(json)).array();
    QCOMPARE(array.at(0).toString(), text);
    QVERIFY(json.find('\n') == std::string::npos);
    QVERIFY(json.find("\u2028") == std::string::npos);
}

void TestJsonText::brokenBytesStillGiveValidJson()
{
    std::string json = "[";
    appendJsonString(json, "a\xFF\xC3");
    json += "]";
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    QCOMPARE(document.array().at(0).toString(), QStringLiteral("a\uFFFD\uFFFD"));
}

void TestJsonText::numbersReadBackTheSame()
{
    std::string json = "[";
    appendJsonNumber(json, std::int64_t(-9007199254740991));
    json += ',';
    appendJsonNumber(json, 0.1);
    json += ',';
    appendJsonNumber(json, std::numeric_limits<double>::infinity());
    json += "]";
    QCOMPARE(json, std::string("[-9007199254740991,0.1,null]"));
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
