#include "tests/support/testpack.h"

#include <QTest>

#include <set>

using namespace zsb;

/// A1.4.4.1, A1.4.4.2: the intended major follows from the junior major, category and subject from the choice.
class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void theCountsAreThoseOfTheDirectory();
    void allEightCategoriesAreReachedAndHaveASubject();
    void sixDigitsAreNoKey_data();
    void sixDigitsAreNoKey();
    void aCodeWithTheWrongNameIsNobody();
    void withoutACodeTheNameMustBeUnique();
    void bracketWidthDoesNotMatter();
    void onlyListedMajorsAreReached();
    void repeatedRowsCountOnce();
};

void TestCatalogue::theCountsAreThoseOfTheDirectory()
{
    const Catalogue &catalogue = nm2023().catalogue;
    QCOMPARE(catalogue.juniorMajors().size(), std::size_t(460));
    QCOMPARE(catalogue.bachelorMajors().size(), std::size_t(112));
    QCOMPARE(catalogue.coverage(), Catalogue::Coverage::Partial);
    std::size_t ways = 0;
    for (const JuniorMajor &junior : catalogue.juniorMajors())
        ways += junior.bachelorMajors.size();
    QCOMPARE(ways, std::size_t(1537));
}

void TestCatalogue::allEightCategoriesAreReachedAndHaveASubject()
{
    const Catalogue &catalogue = nm2023().catalogue;
    std::set<std::string> reached;
    for (const BachelorMajor &major : catalogue.bachelorMajors())
        reached.insert(major.categoryCode);
    QCOMPARE(reached, (std::set<std::string>{"01", "04", "07", "08", "09", "10", "12", "13"}));
    for (const std::string &code : reached)
        QVERIFY(!catalogue.category(code)->majorSubject.empty());
    QCOMPARE(catalogue.category("01")->name, std::string("文史哲法类"));
    QCOMPARE(catalogue.category("01")->majorSubject, std::string("文史基础"));
    QVERIFY(!catalogue.category("99"));
    QCOMPARE(catalogue.bachelorMajor("预防医学")->categoryCode, std::string("10"));
}

void TestCatalogue::sixDigitsAreNoKey_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("suffixed");
    QTest::addColumn<QByteArray>("suffixedName");
    const auto row = [](const char *code, const char *name, const char *suffixed, const char *suffixedName) {
        QTest::newRow(suffixed) << QByteArray(code) << QByteArray(name) << QByteArray(suffixed)
                                << QByteArray(suffixedName);
    };
    row("500211", "汽车整形技术", "500211N", "汽车检测与维修技术");
    row("520101", "国土资源调查与管理", "520101K", "临床医学");
    row("520102", "高等级公路维护与管理", "520102K", "口腔医学");
    row("520107", "公路监理", "520107N", "权籍信息化管理");
    row("530304", "光伏发电技术与应用", "530304J", "中药制药技术");
    row("530304", "光伏发电技术与应用", "530304N", "会计信息管理");
    row("550102", "视觉传达设计", "550102J", "冶金技术");
    row("590103", "青少年工作与管理", "590103M", "计算机多媒体技术");
    row("590106", "食品营养与卫生", "590106N", "公益慈善事业管理");
    row("590302", "智慧健康养老服务与管理", "590302N", "药品服务与管理");
}

void TestCatalogue::sixDigitsAreNoKey()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, suffixed);
    QFETCH(QByteArray, suffixedName);
    const Catalogue &catalogue = nm2023().catalogue;
    const JuniorMajor *plain = catalogue.juniorMajor(code.toStdString(), name.toStdString());
    const JuniorMajor *other = catalogue.juniorMajor(suffixed.toStdString(), suffixedName.toStdString());
    QVERIFY(plain);
    QVERIFY(other);
    QVERIFY(plain != other);
    QVERIFY(!catalogue.juniorMajor(code.toStdString(), suffixedName.toStdString()));
    QCOMPARE(catalogue.juniorMajor(suffixed.toLower().toStdString(), suffixedName.toStdString()), other);
    QCOMPARE(catalogue.juniorMajorsByCode(code.toStdString()), std::vector<const JuniorMajor *>{plain});
}

void TestCatalogue::aCodeWithTheWrongNameIsNobody()
{
    QVERIFY(!nm2023().catalogue.juniorMajor("410101", "会计"));
    QVERIFY(nm2023().catalogue.juniorMajorsByCode("000000").empty());
}

void TestCatalogue::withoutACodeTheNameMustBeUnique()
{
    const std::vector<CatalogueRow> rows = {
        {"1", "甲", "01", "类", "本", "A"}, {"2", "甲", "01", "类", "本", "A"}, {"3", "乙", "01", "类", "本", "A"}};
    const Catalogue catalogue(Catalogue::Coverage::Complete, {}, rows);
    QVERIFY(!catalogue.juniorMajor("", "甲"));
    QCOMPARE(catalogue.juniorMajor("", "乙")->code, std::string("3"));
    QVERIFY(!catalogue.juniorMajor("", "丙"));
    QVERIFY(!catalogue.juniorMajor("", ""));
}

void TestCatalogue::bracketWidthDoesNotMatter()
{
    const Catalogue &catalogue = nm2023().catalogue;
    QVERIFY(catalogue.bachelorMajor("软件工程(移动互联方向)"));
    QCOMPARE(catalogue.bachelorMajor("软件工程（移动互联方向）"), catalogue.bachelorMajor("软件工程(移动互联方向)"));
    QVERIFY(catalogue.bachelorMajor("旅游管理 (乘务方向)"));
    QVERIFY(!catalogue.bachelorMajor("炼金术"));
}

void TestCatalogue::onlyListedMajorsAreReached()
{
    const Catalogue &catalogue = nm2023().catalogue;
    const JuniorMajor &seeds = *catalogue.juniorMajor("410101", "种子生产与经营");
    QVERIFY(catalogue.reaches(seeds, "农学"));
    QVERIFY(!catalogue.reaches(seeds, "临床医学"));
    QVERIFY(!catalogue.reaches(seeds, "炼金术"));
}

void TestCatalogue::repeatedRowsCountOnce()
{
    const std::vector<CatalogueRow> rows(3, {"1", "甲", "01", "类", "本", "A"});
    const Catalogue catalogue(Catalogue::Coverage::Partial, {}, rows);
    QCOMPARE(catalogue.juniorMajors().size(), std::size_t(1));
    QCOMPARE(catalogue.juniorMajors().front().bachelorMajors.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
