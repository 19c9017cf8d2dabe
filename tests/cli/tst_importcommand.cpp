#include "core/exchange/xlsxwriter.h"
#include "tests/cli/commandruns.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTest>

#ifndef Q_OS_WIN
#include <csignal>
#endif

using namespace Qt::StringLiterals;

/// `zsb-check import` as a script sees it: what is taken in, what is not, and what is said of either.
class TestImportCommand : public QObject, private zsb::test::CommandRuns
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFolderInUseTakesNoTable();
    void importsThatKeepNothingLeaveNothing();
    void anImportSaysWhichPicturesItDidNotFind();
    void anImportWithoutAnyPictureSaysSoOnce();
    void aRowThatLostItsContentIsNotImported();
    void aRepairedCellIsImportedAndSaid();
    void personsAreMaskedAsInACheck();
    void anImportCountsEveryRow();
    void columnsThatDifferAreTold();
    void aFileThatCannotBeReadIsToldAsACheckTellsIt();
    void aSecondListOfOneWorkbookIsAnError();
    void aSignalLeavesNothingOfAFirstImport_data();
    void aSignalLeavesNothingOfAFirstImport();
    void aSignalLeavesASeasonAsItWas();

private:
#ifndef Q_OS_WIN
    [[nodiscard]] Ran interrupt(const QStringList &arguments, const QString &sign, int signal) const;
#endif
    [[nodiscard]] QString manyRows() const;
};

void TestImportCommand::initTestCase()
{
    makeSeason();
}

void TestImportCommand::aFolderInUseTakesNoTable()
{
    QVERIFY(QDir(m_dir.path()).mkdir(u"busy"_s));
    QLockFile desktop(m_dir.filePath(u"busy/zsb.lock"_s));
    QVERIFY(desktop.lock());
    const Ran refused = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"busy"_s, u"--no-images"_s});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(u"in use"_s), qPrintable(refused.err));
    QVERIFY(!QFile::exists(m_dir.filePath(u"busy/zsb.db"_s)));
}

void TestImportCommand::importsThatKeepNothingLeaveNothing()
{
    const Ran tried =
        run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"tried"_s, u"--dry-run"_s, u"--no-images"_s});
    QVERIFY2(tried.code == 0, qPrintable(tried.out + tried.err));
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"tried"_s)));
    QCOMPARE(run({u"import"_s, u"absent.csv"_s, u"--db"_s, u"tried"_s}).code, 3);
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"tried"_s)));
}

void TestImportCommand::anImportSaysWhichPicturesItDidNotFind()
{
    QVERIFY(!write(u"there.jpg"_s, "no picture").isEmpty());
    const QString table = write(u"lost.csv"_s, "报名号,姓名,portrait,materials\nN1,张三,no/nowhere.jpg,x=there.jpg\n");
    for (const QStringList &more : {QStringList(), QStringList{u"--dry-run"_s}}) {
        const Ran imported = run(QStringList{u"import"_s, table, u"--db"_s, u"pictureless"_s} + more);
        QVERIFY2(imported.err.contains(u"1 个图片文件"_s) && imported.err.contains(u"not attached: 1;"_s),
                 qPrintable(imported.out + imported.err));
        QVERIFY(imported.err.contains(u"--files"_s));
        QVERIFY2(imported.err.contains(u"row 2: 找不到图片文件 nowhere.jpg / there is no picture file nowhere.jpg\n"_s),
                 qPrintable(imported.err));
        QCOMPARE(imported.code, 1);
    }
    QCOMPARE(run({u"check"_s, table}).code, 1);
    const Ran silent = run({u"import"_s, table, u"--db"_s, u"pictureless"_s, u"--no-images"_s});
    QVERIFY2(!silent.err.contains(u"not attached"_s), qPrintable(silent.err));
    const Ran refused = run({u"import"_s, table, u"--db"_s, u"refused"_s, u"--files"_s, u"nowhere"_s});
    QCOMPARE(refused.code, 3);
    QVERIFY(refused.err.contains(u"--files is no folder"_s));
}

/// A folder without one of the pictures is said once and ends with 1, however many rows are taken in, and again.
void TestImportCommand::anImportWithoutAnyPictureSaysSoOnce()
{
    for (const QString &word : {u"import"_s, u"again"_s}) {
        const Ran imported = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"bare"_s});
        QVERIFY2(imported.code == 1 && imported.err.count(u'\n') == 1, qPrintable(word + imported.err));
        QVERIFY2(imported.err.contains(u"no picture was found under “season”"_s), qPrintable(imported.err));
        QVERIFY2(imported.out.contains(u" 0 wrong"_s), qPrintable(imported.out));
    }
}

void TestImportCommand::aRowThatLostItsContentIsNotImported()
{
    // A number that a spreadsheet has put into scientific notation is nobody's number.
    const QString table =
        write(u"lost.csv"_s, "application_no,document_number,name\nL1,1.50102E+17,张三\nL2,11010519491231002X,李四\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"lost"_s});
    QVERIFY2(imported.err.contains(u"correct the table"_s), qPrintable(imported.out + imported.err));
    QCOMPARE(imported.code, 1);
    QVERIFY2(imported.out.contains(u"2 rows: 1 new, 0 changed, 0 same, 1 wrong"_s), qPrintable(imported.out));
}

void TestImportCommand::aRepairedCellIsImportedAndSaid()
{
    const QString table = write(u"repaired.csv"_s, "application_no,document_number,name\nR1,'11010519491231002X,张三\n"
                                                   "application_no,document_number,name\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"repaired"_s});
    QVERIFY2(imported.out.contains(u"1 row: 1 new"_s), qPrintable(imported.out + imported.err));
    QVERIFY2(imported.err.contains(u"110105********002X"_s), qPrintable(imported.err));
    QVERIFY2(imported.err.contains(u"row 3"_s), qPrintable(imported.err));
}

/// What is printed ends in logs: a number of somebody only where it is asked for, and in the words of a check.
void TestImportCommand::personsAreMaskedAsInACheck()
{
    const QString table = write(u"masked.csv"_s, "报名号,姓名,证件号码,手机号\n"
                                                 "P1,张三,11010519491231002X,138-0000 0001\n"
                                                 "P2,李四,110105194912310000,１３８００００００２\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"masked"_s});
    for (const QString &number : {u"110105194912310000"_s, u"138-0000 0001"_s, u"１３８００００００２"_s})
        QVERIFY2(!imported.err.contains(number), qPrintable(imported.err));
    QVERIFY2(imported.err.contains(u"110105********0000"_s), qPrintable(imported.err));
    const Ran checked = run({u"check"_s, table});
    const QStringList said = checked.err.split(u'\n').filter(u"110105********0000"_s);
    QVERIFY2(!said.isEmpty() && imported.err.contains(said.first().section(u": "_s, 1)), qPrintable(checked.err));
    const Ran open = run({u"import"_s, table, u"--db"_s, u"masked"_s, u"--dry-run"_s, u"--show-personal"_s});
    QVERIFY2(open.err.contains(u"110105194912310000"_s), qPrintable(open.err));
}

/// Counts in = counts out, in the words of a check of the same table.
void TestImportCommand::anImportCountsEveryRow()
{
    const QString table = write(u"rows.csv"_s, "名单,,\n报名号,证件号码,姓名\nC1,11010519491231002X,张三\n\n"
                                               "报名号,证件号码,姓名\n共1人,,\n制表人：李四,,\n");
    const Ran checked = run({u"check"_s, table});
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"rows"_s});
    QVERIFY2(imported.out.contains(u"读取 7 行，考生 1 行"_s), qPrintable(imported.out + imported.err));
    QVERIFY2(imported.out.contains(u"7 rows read, 1 of candidates"_s), qPrintable(imported.out));
    QVERIFY2(checked.out.contains(u"1 error of the table"_s), qPrintable(checked.out));
    for (const QString &reason : {u"above the header"_s, u"/ header"_s, u"repeated headers"_s, u"rows of totals"_s,
                                  u"footer rows"_s, u"blank rows"_s}) {
        const auto lineWith = [&reason](const QString &text) {
            const QStringList lines = text.split(u'\n').filter(reason);
            return lines.isEmpty() ? QString() : lines.first();
        };
        QVERIFY2(lineWith(imported.out).contains(u" 1 "_s), qPrintable(reason + u": "_s + imported.out));
        QCOMPARE(lineWith(imported.out), lineWith(checked.out));
    }
}

void TestImportCommand::columnsThatDifferAreTold()
{
    const QString table =
        write(u"twice.csv"_s, "报名号,姓名,手机号,手机号\nT1,张三,13800000001,13800000002\nT2,李四,13800000003,\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"twice"_s});
    QVERIFY2(imported.err.contains(u"row 2: 本行第 4 列“手机号”与第 3 列“手机号”内容不同"_s), qPrintable(imported.err));
    QCOMPARE(imported.err.count(u"内容不同"_s), 1);
}

/// Whatever is wrong with a file as a whole, import says what check says of it: what it is, and what to do.
void TestImportCommand::aFileThatCannotBeReadIsToldAsACheckTellsIt()
{
    const QString cut = write(u"cut.xlsx"_s, QByteArray("PK\x03\x04", 4) + "no more than the beginning");
    const Ran checked = run({u"check"_s, cut});
    const Ran imported = run({u"import"_s, cut, u"--db"_s, u"cut"_s});
    QCOMPARE(imported.code, 3);
    QVERIFY2(checked.err.contains(u"请重新下载、复制或导出"_s) && imported.err.startsWith(checked.err),
             qPrintable(checked.err + imported.err));
    QVERIFY(imported.err.contains(u"没有导入 / nothing imported"_s));
}

/// The candidates of the second sheet were not taken in, so the import is not whole; each sheet can be named.
void TestImportCommand::aSecondListOfOneWorkbookIsAnError()
{
    zsb::XlsxStyle style;
    style.sheet = "一班";
    const auto workbook = *zsb::XlsxWriter::create(m_dir.filePath(u"classes.xlsx"_s).toStdString(), {}, style);
    style.sheet = "二班";
    QVERIFY(workbook->addSheet(style));
    for (const std::size_t sheet : {std::size_t(0), std::size_t(1)}) {
        const std::array<std::string_view, 2> header = {"报名号", "姓名"};
        const std::array<std::string_view, 2> row = {sheet == 0 ? "S1" : "S2", "张三"};
        QVERIFY(workbook->writeText(header, sheet) && workbook->writeText(row, sheet));
    }
    QVERIFY(workbook->finish());
    const QStringList import = {u"import"_s, u"classes.xlsx"_s, u"--db"_s, u"classes"_s};
    const Ran first = run(import);
    QCOMPARE(first.code, 1);
    QVERIFY2(first.err.contains(u"：二班；请用 --sheet"_s) && first.err.contains(u"check each with --sheet"_s),
             qPrintable(first.err));
    const Ran second = run(import + QStringList{u"--sheet"_s, u"二班"_s});
    QVERIFY2(second.out.contains(u"1 new"_s) && !second.err.contains(u"same header"_s), qPrintable(second.err));
}

/// More rows than are taken in before a signal arrives.
QString TestImportCommand::manyRows() const
{
    QByteArray csv = "application_no,name,phone\n";
    for (int i = 0; i < 200'000; ++i)
        csv += "N" + QByteArray::number(i) + ",张三," + QByteArray::number(13800000000LL + i) + "\n";
    return write(u"many.csv"_s, csv);
}

#ifndef Q_OS_WIN
/// Sends the signal as soon as the file is there.
TestImportCommand::Ran TestImportCommand::interrupt(const QStringList &arguments, const QString &sign, int signal) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(ZSB_CHECK), arguments);
    const auto isThere = [&] { return QFileInfo::exists(m_dir.filePath(sign)); };
    if (!QTest::qWaitFor(isThere, 60'000) || ::kill(pid_t(process.processId()), signal) != 0 ||
        !process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}
#endif

void TestImportCommand::aSignalLeavesNothingOfAFirstImport_data()
{
    QTest::addColumn<int>("signal");
#ifndef Q_OS_WIN
    QTest::newRow("the keyboard") << SIGINT;
    QTest::newRow("who wants it to end") << SIGTERM;
#endif
}

/// README: a first import that fails leaves nothing behind, and 130 says that it was interrupted.
void TestImportCommand::aSignalLeavesNothingOfAFirstImport()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    QFETCH(int, signal);
    const Ran ran =
        interrupt({u"import"_s, manyRows(), u"--db"_s, u"stopped/season"_s}, u"stopped/season/zsb.db"_s, signal);
    QVERIFY2(ran.code == 130, qPrintable(QString::number(ran.code) + ran.out + ran.err));
    QVERIFY2(ran.err.contains(u"已中断"_s) && ran.err.contains(u"interrupted, nothing imported"_s),
             qPrintable(ran.err));
    QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"stopped"_s)));
#endif
}

void TestImportCommand::aSignalLeavesASeasonAsItWas()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    QCOMPARE(run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"kept"_s, u"--no-images"_s}).code, 0);
    const Ran before = run({u"verify-log"_s, u"kept"_s, u"--deep"_s});
    QCOMPARE(before.code, 0);
    const Ran ran = interrupt({u"import"_s, manyRows(), u"--db"_s, u"kept"_s}, u"kept/zsb.lock"_s, SIGINT);
    QVERIFY2(ran.code == 130, qPrintable(QString::number(ran.code) + ran.out + ran.err));
    QCOMPARE(run({u"verify-log"_s, u"kept"_s, u"--deep"_s}).out, before.out); // the head of the log among it
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"kept/zsb.lock"_s)));
#endif
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
