#include "tests/exchange/tables.h"
#include "tests/exchange/workbooks.h"
#include "tests/exchange/xlsbytes.h"

#include "core/exchange/compoundfile.h"

#include <random>

using namespace zsb;
using namespace zsb::test;

// Damaged and hostile files end in rows or an error, never in a crash or without end.

namespace {

constexpr int roundsPerFormat = 400;
constexpr std::int64_t moreRowsThanAnyFixture = 100'000;

/// A few bytes changed, cut out or doubled; the same for the same seed.
std::string damaged(std::string bytes, unsigned seed)
{
    std::mt19937 random(seed);
    for (unsigned i = 0, changes = 1 + random() % 8; i < changes && !bytes.empty(); ++i) {
        const std::size_t at = random() % bytes.size();
        const std::size_t length = std::min<std::size_t>(1 + random() % 16, bytes.size() - at);
        switch (random() % 4) {
        case 0:
            bytes[at] = char(random());
            break;
        case 1:
            bytes.erase(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.substr(at, length));
            break;
        case 3:
            bytes.replace(at, length, length, "\"<&,\0\xFF\n0"[random() % 8]);
            break;
        }
    }
    return bytes;
}

/// True when the file was read to an end of any kind.
bool ends(const std::string &path)
{
    const auto reader = openTable(path);
    if (!reader)
        return true;
    std::int64_t rows = 0;
    for (Row row; rows < moreRowsThanAnyFixture; ++rows) {
        const auto more = (*reader)->next(row);
        if (!more || !*more)
            return true;
        for (const Cell &cell : row.cells)
            if (!QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())).isValidUtf16())
                return false;
    }
    return false;
}

bool endsWhenDamaged(const std::string &bytes)
{
    for (unsigned seed = 0; seed < roundsPerFormat; ++seed)
        if (const TemporaryTable table(damaged(bytes, seed)); !ends(table.path()))
            return false;
    return true;
}

const std::string rows =
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
    "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>44927.5</v></c><c r=\"B3\" t=\"e\"><f>A1</f><v>#N/A</v></c><c "
    "r=\"D3\"/></row>";

} // namespace

/// Damaged tables and workbooks end in rows or an error, never in a crash or without an end.
class TestReaderRobustness : public QObject
{
    Q_OBJECT

private slots:
    void damagedTextEnds();
    void damagedContainersEnd();
    void damagedSheetsEnd();
    void damagedOldWorkbooksEnd();
    void loopsInACompoundFileEnd();
};

void TestReaderRobustness::damagedTextEnds()
{
    QVERIFY(endsWhenDamaged(
        "\xEF\xBB\xBF姓名,\"身份\"\"证号\",备注\r\n张三,\"1501\n02\",=\"0123\"\r\n李四,1.5E+17,\n\n,,\n"));
    QVERIFY(endsWhenDamaged("a;b\n\xB0\xA1\xC4\xDA;\x81\x30\x81\x30\n\"x\n\"\"y\";z\n"));
}

void TestReaderRobustness::damagedContainersEnd()
{
    const TemporaryWorkbook book(workbookParts("<sheetData>" + rows + "</sheetData>", {}, "<si><t>x</t></si>"));
    QFile file(QString::fromStdString(book.path()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(endsWhenDamaged(file.readAll().toStdString()));
}

void TestReaderRobustness::damagedSheetsEnd()
{
    const Parts whole =
        workbookParts("<sheetData>" + rows + "</sheetData>",
                      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", "<si><t>x</t></si>");
    for (unsigned seed = 0; seed < roundsPerFormat; ++seed) {
        Parts parts = whole;
        std::string &part = parts[seed % parts.size()].second;
        part = damaged(part, seed);
        const TemporaryWorkbook book(parts);
        QVERIFY2(ends(book.path()), part.c_str());
    }
}

void TestReaderRobustness::damagedOldWorkbooksEnd()
{
    XlsBook book;
    book.texts({u"姓名", u"备注"});
    book.text(0, 0, 0);
    book.text(0, 1, 1);
    book.number(1, 0, 44927, XlsBook::Date);
    book.textFormula(1, 1, u"值");
    book.merged(2, 3, 0, 1);
    book.numbers(2, 0, {1, 2, 3});
    QVERIFY(endsWhenDamaged(book.bytes()));
}

void TestReaderRobustness::loopsInACompoundFileEnd()
{
    std::string bytes = XlsBook().bytes();
    constexpr std::size_t tableAt = 512;
    bytes[tableAt + 4 * 9] = 2; // the stream's last sector leads back to its first
    bytes[tableAt + 4 * 9 + 1] = bytes[tableAt + 4 * 9 + 2] = bytes[tableAt + 4 * 9 + 3] = 0;
    const auto open = [](const std::string &content) {
        const TemporaryTable table(content);
        return CompoundFile::open(std::move(*FileSource::open(table.path())), std::int64_t(content.size()));
    };
    auto stream = open(bytes);
    QVERIFY(stream);
    QCOMPARE(stream->stream("Workbook", 4096)->size(), 4096u);
    QCOMPARE(stream->stream("Workbook", 4095).error().code, ErrorCode::Refused);
    bytes[tableAt + 4] = 1; // the directory follows itself
    bytes[tableAt + 5] = bytes[tableAt + 6] = bytes[tableAt + 7] = 0;
    const auto looped = open(bytes);
    QVERIFY(!looped);
    QCOMPARE(looped.error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestReaderRobustness)
#include "tst_readerrobustness.moc"
