#include "tests/exchange/tables.h"

#include "core/exchange/csvwriter.h"
#include "core/exchange/xlsxwriter.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;
using Views = std::vector<std::string_view>;

namespace {

std::string csv(const Views &cells, const CsvStyle &style = {})
{
    std::string text;
    appendCsvRecord(text, cells, style);
    return text;
}

std::string bytesOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

constexpr Instant aMoment{std::chrono::milliseconds(1'676'000'000'000)};

void writeBook(const std::string &path, const XlsxStyle &style = {})
{
    auto writer = XlsxWriter::create(path, aMoment, style);
    QVERIFY(writer);
    QVERIFY((*writer)->writeText(Views{"身份证号", "人数", "备注"}));
    QVERIFY((*writer)->write(std::vector<XlsxCell>{{"150102200001011234", false}, {"12.5", true}, {"=1+1", false}}));
    QVERIFY((*writer)->write(std::vector<XlsxCell>{{"", false}, {"-3", true}, {"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ _x0041_", false}}));
    QVERIFY((*writer)->finish());
}

} // namespace

/// What is written reads back the same: identity numbers as text, nothing half-written left behind.
class TestTableWriters : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatNeedsQuotesIsQuoted();
    void formulasAreGuardedWhenAsked();
    void theCsvStyleIsFollowed();
    void whatIsWrittenAsCsvReadsTheSame();
    void aDeviceThatTakesNothingIsAnError();
    void whatIsWrittenAsXlsxReadsTheSame();
    void theSameRowsGiveTheSameBytes();
    void nothingIsThereBeforeTheEnd();
    void aLinkStaysAndWhatItLeadsToIsWritten();
    void whatAWorkbookCannotHoldIsAnError();
    void sheetsGrowSideBySide();
};

void TestTableWriters::onlyWhatNeedsQuotesIsQuoted()
{
    QCOMPARE(csv({"a", "b c", ""}), "a,b c,\n");
    QCOMPARE(csv({"a,b", "say \"x\"", "two\nlines", "cr\r"}), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"cr\r\"\n");
    QCOMPARE(csv({""}), "\"\"\n");
}

void TestTableWriters::formulasAreGuardedWhenAsked()
{
    const Views cells = {"=1", "+1", "-1", "@a", "\tx", "1-"};
    QCOMPARE(csv(cells), "=1,+1,-1,@a,\tx,1-\n");
    CsvStyle style;
    style.guardFormulas = true;
    QCOMPARE(csv(cells, style), "'=1,'+1,'-1,'@a,'\tx,1-\n");
    QCOMPARE(csv({"\rx"}, style), "\"'\rx\"\n");
}

void TestTableWriters::theCsvStyleIsFollowed()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, {LineEnd::CrLf, true, false, ';'});
    QVERIFY(writer.write(Views{"a;", "b,"}));
    QVERIFY(writer.finish());
    QCOMPARE(buffer.data(), QByteArray("\xEF\xBB\xBF\"a;\";b,\r\n"));
}

void TestTableWriters::whatIsWrittenAsCsvReadsTheSame()
{
    const Views cells = {"\"", "a\"\"b", "\r\n", ",", "姓名", "", " x "};
    const auto rows = readBytes(csv({"a", "b", "c", "d", "e", "f", "g"}) + csv(cells));
    QCOMPARE(rows[1].cells, Cells(cells.begin(), cells.end()));
    QVERIFY(rows[1].problems.empty());
}

void TestTableWriters::aDeviceThatTakesNothingIsAnError()
{
    QBuffer closed;
    CsvWriter writer(closed);
    QVERIFY(writer.write(Views{"a"}));
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QCOMPARE(writer.finish().error().code, ErrorCode::Unreadable);
}

void TestTableWriters::whatIsWrittenAsXlsxReadsTheSame()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/名册.xlsx";
    writeBook(path, {"名册", {20, 8}, true});
    const auto reader = mustOpen(path);
    QCOMPARE(reader->info().sheet, "名册");
    const auto rows = readAll(*reader);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].cells, (Cells{"150102200001011234", "12.5", "=1+1"}));
    QCOMPARE(rows[1].kinds, (std::vector{CellKind::Text, CellKind::Number, CellKind::Text}));
    QCOMPARE(rows[2].cells, (Cells{"", "-3", "ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ _x0041_"}));
    QVERIFY(rows[2].problems.empty());
}

void TestTableWriters::theSameRowsGiveTheSameBytes()
{
    const QTemporaryDir folder;
    const std::string first = folder.path().toStdString() + "/1.xlsx";
    const std::string second = folder.path().toStdString() + "/2.xlsx";
    writeBook(first);
    writeBook(second);
    QVERIFY(!bytesOf(first).empty());
    QVERIFY(bytesOf(first) == bytesOf(second));
    writeBook(first); // over an old one
    QVERIFY(bytesOf(first) == bytesOf(second));
}

void TestTableWriters::nothingIsThereBeforeTheEnd()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/a.xlsx";
    {
        auto writer = XlsxWriter::create(path, aMoment);
        QVERIFY(writer);
        QVERIFY((*writer)->writeText(Views{"a"}));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    auto nowhere = XlsxWriter::create("/nowhere/at/all.xlsx", aMoment);
    QVERIFY(nowhere);
    QCOMPARE((*nowhere)->finish().error().code, ErrorCode::Unreadable);
}

/// As every other report does: who put a link there wants the file behind it.
void TestTableWriters::aLinkStaysAndWhatItLeadsToIsWritten()
{
#ifdef Q_OS_WIN
    QSKIP("links are shortcuts there");
#else
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"kept"_s);
    const QString target = folder.filePath(u"kept/target.xlsx"_s);
    const QString link = folder.filePath(u"link.xlsx"_s);
    QVERIFY(QFile::link(u"kept/target.xlsx"_s, folder.filePath(u"between.xlsx"_s)));
    QVERIFY(QFile::link(u"between.xlsx"_s, link));
    for (const char *now : {"first, where nothing is yet", "again, over what was there"}) {
        writeBook(link.toStdString());
        QVERIFY2(QFileInfo(link).isSymLink() && QFileInfo(folder.filePath(u"between.xlsx"_s)).isSymLink(), now);
        QVERIFY2(!QFileInfo(target).isSymLink() && QFileInfo(target).size() > 0, now);
    }
    QCOMPARE(QDir(folder.filePath(u"kept"_s)).entryList(QDir::Files), QStringList{u"target.xlsx"_s});
#endif
}

void TestTableWriters::whatAWorkbookCannotHoldIsAnError()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/a.xlsx";
    QCOMPARE(XlsxWriter::create(path, aMoment, {"a/b", {}, false}).error().code, ErrorCode::Invalid);
    auto writer = XlsxWriter::create(path, aMoment);
    QVERIFY(writer);
    const std::string longest(32'767, 'x');
    const std::string tooLong(32'768, 'x');
    QVERIFY((*writer)->writeText(Views{longest}));
    QCOMPARE((*writer)->writeText(Views{tooLong}).error().code, ErrorCode::Invalid);
    QCOMPARE((*writer)->write(std::vector<XlsxCell>{{"12a", true}}).error().code, ErrorCode::Invalid);
}

void TestTableWriters::sheetsGrowSideBySide()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/a.xlsx";
    auto writer = XlsxWriter::create(path, aMoment, {.sheet = "一", .columnWidths = {}});
    QVERIFY(writer);
    const auto second =
        (*writer)->addSheet({.sheet = "二", .columnWidths = {}, .textColumns = 2, .wrapLastColumn = true});
    QVERIFY(second);
    QCOMPARE((*writer)->addSheet({.sheet = "a/b", .columnWidths = {}}).error().code, ErrorCode::Invalid);
    for (int i = 0; i < 3; ++i) {
        QVERIFY((*writer)->writeText(Views{"a", "b"}));
        QVERIFY((*writer)->writeText(Views{"c", "150102200001011234\nd"}, *second));
    }
    QCOMPARE((*writer)->rows(0), 3);
    QVERIFY((*writer)->finish());
    ReadOptions options;
    options.sheet = "二";
    const auto reader = openTable(path, options);
    QVERIFY(reader);
    QCOMPARE((*reader)->info().sheets, (std::vector<std::string>{"一", "二"}));
    Row row;
    QVERIFY(*(*reader)->next(row));
    QCOMPARE(std::string(row.cells[1].text), std::string("150102200001011234\nd"));
    QCOMPARE(row.cells[1].kind, CellKind::Text);
}

QTEST_GUILESS_MAIN(TestTableWriters)
#include "tst_tablewriters.moc"
