#include "core/base/text.h"
#include "core/storage/nametokens.h"
#include "core/storage/pinyin.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// A person is found by any part of the name and by every reading of it.
class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void everyCharacterAndEveryPairIsAWord();
    void aMatchAsksForEveryPair();
    void rareCharactersAreWordsToo();
    void surnamesAreReadAsSurnames_data();
    void surnamesAreReadAsSurnames();
    void polyphonesAreFoundByEveryReading_data();
    void polyphonesAreFoundByEveryReading();
    void aNameOfManyPolyphonesHasFewReadings();
    void dotsAndMongolianLettersHaveNoReading();
    void latinWordsStay();

private:
    PinyinReader m_reader;
};

void TestNames::everyCharacterAndEveryPairIsAWord()
{
    QCOMPARE(nameTokens("王五"), std::string("x738b x738bx4e94 x4e94 "));
    QCOMPARE(nameTokens(""), std::string());
}

void TestNames::aMatchAsksForEveryPair()
{
    QCOMPARE(nameMatch(""), std::string());
    QCOMPARE(nameMatch("王"), std::string("x738b"));
    QCOMPARE(nameMatch("阿拉坦"), std::string("x963fx62c9 AND x62c9x5766"));
}

void TestNames::rareCharactersAreWordsToo()
{
    QCOMPARE(nameMatch("𠮷"), std::string("x20bb7"));
}

void TestNames::surnamesAreReadAsSurnames_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("py");
    QTest::addColumn<std::string>("pyi");
    const auto row = [](const char *name, const char *py, const char *pyi) {
        QTest::newRow(name) << std::string(name) << std::string(py) << std::string(pyi);
    };
    row("单雄", "shanxiong", "sx");
    row("解放", "xiefang", "xf");
    row("曾山", "zengshan", "zs");
    row("区大", "ouda", "od");
    row("仇英", "qiuying", "qy");
    row("查良", "zhaliang", "zl");
    row("尉迟恭", "yuchigong", "ycg");
    row("刘长春", "liuchangchun", "lcc");
    row("阿拉坦·巴特尔", "alatanbateer", "altbte");
}

void TestNames::surnamesAreReadAsSurnames()
{
    QFETCH(std::string, name);
    QFETCH(std::string, py);
    QFETCH(std::string, pyi);
    const std::vector<Reading> readings = m_reader.read(name);
    QVERIFY(!readings.empty());
    QCOMPARE(readings.front().py, py);
    QCOMPARE(readings.front().pyi, pyi);
}

void TestNames::polyphonesAreFoundByEveryReading_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("py");
    const auto row = [](const char *name, const char *py) {
        QTest::addRow("%s %s", name, py) << std::string(name) << std::string(py);
    };
    row("单雄", "danxiong");
    row("朴正", "piaozheng");
    row("朴正", "puzheng");
    row("解放", "jiefang");
    row("曾山", "cengshan");
    row("区大", "quda");
    row("仇英", "chouying");
    row("查良", "chaliang");
    row("尉迟恭", "weichigong");
    row("吕布", "lvbu");
    row("吕布", "lubu");
}

void TestNames::polyphonesAreFoundByEveryReading()
{
    QFETCH(std::string, name);
    QFETCH(std::string, py);
    const std::vector<Reading> readings = m_reader.read(name);
    QVERIFY(std::any_of(readings.begin(), readings.end(), [&](const Reading &r) { return r.py == py; }));
}

void TestNames::aNameOfManyPolyphonesHasFewReadings()
{
    QVERIFY(m_reader.read("单单单单单单单单单单单单单单单单单单单单").size() <= 16);
}

void TestNames::dotsAndMongolianLettersHaveNoReading()
{
    QVERIFY(m_reader.read("ᠮᠣᠩᠭᠣᠯ").empty());
    QVERIFY(m_reader.read("·").empty());
    QVERIFY(m_reader.read("").empty());
    QCOMPARE(m_reader.read("王𠮷").front().py, std::string("wang")); // ICU knows no reading of 𠮷
}

void TestNames::latinWordsStay()
{
    QCOMPARE(m_reader.read("Ann李").front(), (Reading{"annli", "al"}));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
