#include "core/exchange/headermap.h"

#include <QTest>

using namespace zsb;
using Header = std::vector<std::string_view>;
using Columns = std::vector<std::size_t>;

namespace {

const std::vector<HeaderSynonym> synonyms = {
    {Field::Name, "姓名"},
    {Field::Name, "XM"},
    {Field::DocumentNumber, "身份证号"},
    {Field::Sex, "性别"},
    {Field::Sex, "XB"},
    {Field::Phone, "手机号"},
    {Field::College, "毕业院校"},
    {Field::College, "院校（全称）"},
};

} // namespace

/// A heading is a field's id or any of the pack's words for it; what is unknown, missing or double is listed once.
class TestHeaderMap : public QObject
{
    Q_OBJECT

private slots:
    void idsAndSynonymsAreFound();
    void widthCaseBlanksStarsAndColonsDoNotMatter();
    void bracketsBelongToTheWordWhenTheSynonymHasThem();
    void bracketsAreDroppedWhenOnlyTheRestIsKnown();
    void aWholeWordBeatsOneWithBrackets();
    void unknownMissingAndDuplicateColumnsAreListed();
    void emptyHeaderCellsAreNoColumns();
};

void TestHeaderMap::idsAndSynonymsAreFound()
{
    const ColumnMap map = mapHeader(Header{"document_number", "XM", "性别", "exam_site"}, synonyms);
    QCOMPARE(map.columnOf(Field::DocumentNumber), std::optional<std::size_t>(0));
    QCOMPARE(map.columnOf(Field::Name), std::optional<std::size_t>(1));
    QCOMPARE(map.columnOf(Field::ExamSite), std::optional<std::size_t>(3));
    QCOMPARE(map.fields[2], std::optional(Field::Sex));
    QVERIFY(map.unknown.empty() && map.duplicates.empty());
}

void TestHeaderMap::widthCaseBlanksStarsAndColonsDoNotMatter()
{
    const ColumnMap map = mapHeader(Header{"\uFEFF＊姓　名", "ｘｂ", "身份证号：", " 手机号* ", "Exam_Site"}, synonyms);
    QCOMPARE(map.columnOf(Field::Name), std::optional<std::size_t>(0));
    QCOMPARE(map.columnOf(Field::Sex), std::optional<std::size_t>(1));
    QCOMPARE(map.columnOf(Field::DocumentNumber), std::optional<std::size_t>(2));
    QCOMPARE(map.columnOf(Field::Phone), std::optional<std::size_t>(3));
    QCOMPARE(map.columnOf(Field::ExamSite), std::optional<std::size_t>(4));
}

void TestHeaderMap::bracketsBelongToTheWordWhenTheSynonymHasThem()
{
    QCOMPARE(mapHeader(Header{"院校(全称)"}, synonyms).columnOf(Field::College), std::optional<std::size_t>(0));
}

void TestHeaderMap::bracketsAreDroppedWhenOnlyTheRestIsKnown()
{
    const ColumnMap map = mapHeader(Header{"性别（男/女）", "身份证号*(必填)", "[必填]姓名"}, synonyms);
    QCOMPARE(map.columnOf(Field::Sex), std::optional<std::size_t>(0));
    QCOMPARE(map.columnOf(Field::DocumentNumber), std::optional<std::size_t>(1));
    QCOMPARE(map.columnOf(Field::Name), std::optional<std::size_t>(2));
}

void TestHeaderMap::aWholeWordBeatsOneWithBrackets()
{
    const ColumnMap map = mapHeader(Header{"姓名(拼音)", "姓名"}, synonyms);
    QCOMPARE(map.columnOf(Field::Name), std::optional<std::size_t>(1));
    QCOMPARE(map.unknown, Columns{0});
}

void TestHeaderMap::unknownMissingAndDuplicateColumnsAreListed()
{
    const ColumnMap map = mapHeader(Header{"姓名", "爱好", "XM", "性别", "身份证号"}, synonyms);
    QCOMPARE(map.unknown, Columns{1});
    QCOMPARE(map.duplicates, (std::vector<ColumnMap::Duplicate>{{2, Field::Name}}));
    QVERIFY(!map.fields[2]);
    QCOMPARE(map.missing, (std::vector{Field::Phone, Field::College}));
}

void TestHeaderMap::emptyHeaderCellsAreNoColumns()
{
    const ColumnMap map = mapHeader(Header{"", " ", "姓名"}, synonyms);
    QVERIFY(map.unknown.empty() && map.duplicates.empty());
    QCOMPARE(map.columnOf(Field::Name), std::optional<std::size_t>(2));
}

QTEST_GUILESS_MAIN(TestHeaderMap)
#include "tst_headermap.moc"
