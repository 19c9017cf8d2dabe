#include "tests/cli/commandruns.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#ifndef Q_OS_WIN
#include <csignal>

#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

/// `zsb-check check` as a script sees it: exit codes, what is said, and reports that are whole or say that they are
/// not.
class TestCheckCommand : public QObject, private zsb::test::CommandRuns
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCleanTableEndsWithZero();
    void aTableWithErrorsEndsWithOne();
    void warningsAloneEndWithZero();
    void whatIsWrongWithACommandLineIsNamed();
    void aSignalLeavesAReportThatCanBeGoneOnWith();
    void aSignalAmongThePicturesSaysThatNoRowWasChecked();
    void aDayIsItsBeginningWhereThePackIsInForce();
    void lackingColumnsAreSaid();
    void aFolderWithoutThePicturesIsSaidOnce();
    void progressEndsAtTheWholeTable();
    void aFolderIsToldWhichTablesItHolds();
    void aFullDiskIsTheReportsFault_data();
    void aFullDiskIsTheReportsFault();
    void theCorrectedTableIsWritten();
    void aSheetIsChosenByName();
};

void TestCheckCommand::initTestCase()
{
    makeSeason();
}

void TestCheckCommand::aCleanTableEndsWithZero()
{
    const Ran ran = run({u"check"_s, u"season/season.csv"_s, u"--no-images"_s, u"--report"_s, u"clean.jsonl"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QVERIFY2(ran.out.contains(u"pictures were skipped"_s), qPrintable(ran.out));
    QFile report(m_dir.filePath(u"clean.jsonl"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = report.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object()[u"totals"_s].toObject()[u"checked"_s].toInt(), 40);
}

void TestCheckCommand::aTableWithErrorsEndsWithOne()
{
    const Ran ran = run({u"check"_s, write(u"bad.csv"_s, "application_no,phone\nN1,123\n"), u"--report"_s,
                         u"bad.jsonl"_s, u"--report"_s, u"bad.csv.csv"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.out.contains(u"skipped (--no-images)"_s));
    QVERIFY(ran.out.contains(u"contact.phone-form"_s));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.jsonl"_s)));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.csv.csv"_s)));
}

void TestCheckCommand::warningsAloneEndWithZero()
{
    QFile season(m_dir.filePath(u"season/season.csv"_s));
    QVERIFY(season.open(QIODevice::ReadOnly));
    QByteArrayList lines = season.readAll().split('\n');
    const auto column = lines[0].split(',').indexOf("mailing_address");
    QByteArrayList cells = lines[1].split(',');
    QVERIFY(column > 0 && column < cells.size());
    cells[column] = "学府街";
    const Ran ran = run({u"check"_s, write(u"warn.csv"_s, lines[0] + '\n' + cells.join(',') + '\n'), u"--files"_s,
                         u"season"_s, u"--no-images"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QVERIFY(ran.out.contains(u"contact.address-length"_s));
}

/// Each option is told by its own name, in both languages, with what would be right.
void TestCheckCommand::whatIsWrongWithACommandLineIsNamed()
{
    const QString table = u"season/season.csv"_s;
    for (const QString &jobs : {u"0"_s, u"257"_s, u"two"_s}) {
        const Ran ran = run({u"check"_s, table, u"--jobs"_s, jobs});
        QVERIFY2(ran.err.contains(u"--jobs 为 1–256"_s) && ran.err.contains(u"whole number of 1 to 256"_s) &&
                     !ran.err.contains(u"--as-of"_s),
                 qPrintable(ran.err));
    }
    const Ran asOf = run({u"check"_s, table, u"--as-of"_s, u"yesterday"_s});
    QVERIFY2(asOf.err.contains(u"--as-of 形如"_s) && !asOf.err.contains(u"--jobs"_s), qPrintable(asOf.err));
    const Ran report = run({u"check"_s, table, u"--report"_s, u"r.foo"_s});
    QVERIFY2(report.err.contains(u"须以 .jsonl、.csv、.xlsx 或 .html 结尾"_s) &&
                 report.err.contains(u"must end in .jsonl, .csv, .xlsx or .html"_s) &&
                 !report.err.contains(u"not whole"_s),
             qPrintable(report.err));
    const Ran repaired = run({u"check"_s, table, u"--repaired"_s, u"r.foo"_s});
    QVERIFY2(repaired.err.contains(u"须以 .csv 或 .xlsx 结尾"_s), qPrintable(repaired.err));
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"r.foo"_s)));
}

/// A real SIGINT in the middle: exit code 130, a whole report that says so, and with --resume the very same bytes.
void TestCheckCommand::aSignalLeavesAReportThatCanBeGoneOnWith()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    QByteArray csv = "application_no,name,phone,mailing_address\n";
    for (int i = 0; i < 400'000; ++i)
        csv += "N" + QByteArray::number(i) + ",张三," + QByteArray::number(13800000000LL + i).left(i % 100 ? 11 : 9) +
               ",内蒙古自治区呼和浩特市学府街" + QByteArray::number(i) + "号\n";
    const QStringList check = {u"check"_s,   write(u"long.csv"_s, csv),      u"--no-images"_s,
                               u"--as-of"_s, u"2023-02-20T09:00:00+08:00"_s, u"--jobs"_s,
                               u"1"_s};
    QCOMPARE(run(check + QStringList{u"--report"_s, u"whole.jsonl"_s}).code, 1);

    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(ZSB_CHECK), check + QStringList{u"--report"_s, u"part.jsonl"_s, u"--progress"_s});
    process.setReadChannel(QProcess::StandardError);
    QByteArray told;
    while (!told.contains("checking") && process.waitForReadyRead(60000))
        told += process.readAllStandardError();
    QVERIFY2(told.contains("checking"), told.constData());
    QVERIFY(process.processId() > 0);
    for (int signal = 0; signal < 2; ++signal) // one key press may send two
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const auto read = [this](const QString &name) {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QJsonObject totals =
        QJsonDocument::fromJson(read(u"part.jsonl"_s).trimmed().split('\n').last()).object()[u"totals"_s].toObject();
    QVERIFY(totals[u"interrupted"_s].toBool());
    QVERIFY(totals[u"rows"_s].toInt() > 1 && totals[u"rows"_s].toInt() < 400'001);

    const Ran resumed = run({u"check"_s, u"long.csv"_s, u"--no-images"_s, u"--resume"_s, u"part.jsonl"_s});
    QVERIFY2(resumed.code == 1, qPrintable(resumed.err));
    QVERIFY(read(u"part.jsonl"_s) == read(u"whole.jsonl"_s));
    QCOMPARE(run({u"check"_s, u"long.csv"_s, u"--no-images"_s, u"--resume"_s, u"part.jsonl"_s}).code, 3);
#endif
}

/// Pictures are looked at before the first row: progress says how many, a SIGINT there is told for what it is, and only
/// the same pictures go on.
void TestCheckCommand::aSignalAmongThePicturesSaysThatNoRowWasChecked()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    constexpr int rows = 60;
    QVERIFY(run({u"demo"_s, u"--count"_s, u"1"_s, u"--seed"_s, u"7"_s, u"--out"_s, u"one"_s}).code == 0);
    const QStringList portraits = QDir(m_dir.filePath(u"one/portraits"_s)).entryList({u"*.jpg"_s}, QDir::Files);
    QVERIFY(!portraits.isEmpty() && QDir(m_dir.path()).mkpath(u"faces"_s) && QDir(m_dir.path()).mkpath(u"others"_s));
    QByteArray csv = "application_no,phone,portrait\n";
    for (int i = 0; i < rows; ++i) {
        const QString name = u"%1.jpg"_s.arg(i);
        QVERIFY(
            QFile::copy(m_dir.filePath(u"one/portraits/"_s + portraits.first()), m_dir.filePath(u"faces/"_s + name)));
        csv += "N" + QByteArray::number(i) + "," + QByteArray::number(13800000000LL + i) + "," + name.toUtf8() + "\n";
    }
    const QString table = write(u"faces.csv"_s, csv);
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(ZSB_CHECK), {u"check"_s, table, u"--files"_s, u"faces"_s, u"--jobs"_s, u"1"_s,
                                              u"--report"_s, u"faces.jsonl"_s, u"--progress"_s});
    process.setReadChannel(QProcess::StandardError);
    QByteArray told;
    while (!told.contains("looking at pictures") && process.waitForReadyRead(60000))
        told += process.readAllStandardError();
    QVERIFY2(told.contains("看图片 looking at pictures 0/60  0%"), told.constData());
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 130);
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(out.contains(u"没有检查任何一行"_s) && out.contains(u"no row was checked"_s), qPrintable(out));
    const Ran other = run({u"check"_s, table, u"--files"_s, u"others"_s, u"--resume"_s, u"faces.jsonl"_s});
    QCOMPARE(other.code, 3);
    QVERIFY2(other.err.contains(u"另一个图片文件夹"_s) && other.err.contains(u"another folder of --files"_s),
             qPrintable(other.err));
#endif
}

void TestCheckCommand::aDayIsItsBeginningWhereThePackIsInForce()
{
    const QString table = write(u"day.csv"_s, "application_no,document_number\nN1,110105200503010027\n");
    const auto report = [&](const QString &asOf) {
        if (run({u"check"_s, table, u"--as-of"_s, asOf, u"--report"_s, u"day.jsonl"_s}).code != 1)
            return QByteArray();
        QFile file(m_dir.filePath(u"day.jsonl"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray ofDay = report(u"2023-03-01"_s);
    QVERIFY(!ofDay.isEmpty());
    QCOMPARE(ofDay, report(u"2023-03-01T00:00:00+08:00"_s));
    QVERIFY(ofDay != report(u"2023-02-28T23:59:59+08:00"_s));
    const Ran none = run({u"check"_s, table, u"--as-of"_s, u"2023-02-30"_s});
    QCOMPARE(none.code, 2);
    QVERIFY2(none.err.contains(u"2000-01-31 或"_s) && none.err.contains(u"a day or"_s), qPrintable(none.err));
}

/// Nobody may take a table for good because nothing of it was checked.
void TestCheckCommand::lackingColumnsAreSaid()
{
    const QString table = write(u"few.csv"_s, "姓名\n王五\n");
    const Ran checked = run({u"check"_s, table});
    QCOMPARE(checked.code, 1);
    QVERIFY2(checked.err.contains(u"必填列"_s) && checked.err.contains(u"lacks required columns"_s),
             qPrintable(checked.err));
    const Ran nobody = run({u"check"_s, write(u"nobody.csv"_s, "姓名,证件号码\n")});
    QCOMPARE(nobody.code, 1);
    QVERIFY2(nobody.err.contains(u"没有一名考生"_s) && nobody.err.contains(u"no candidate"_s), qPrintable(nobody.err));
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"few"_s, u"--dry-run"_s});
    QVERIFY2(imported.err.contains(u"lacks required columns"_s), qPrintable(imported.err));
    QCOMPARE(imported.code, 1);
    const Ran none =
        run({u"import"_s, write(u"nobody.csv"_s, "姓名,证件号码\n"), u"--db"_s, u"none"_s, u"--dry-run"_s});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.err.contains(u"no candidate"_s), qPrintable(none.err));
}

/// A2, A3: pictures in another folder are one error of the table and nobody's fault; no report passes over it.
void TestCheckCommand::aFolderWithoutThePicturesIsSaidOnce()
{
    const Ran ran = run({u"check"_s, u"season/season.csv"_s, u"--report"_s, u"bare.jsonl"_s, u"--report"_s,
                         u"bare.html"_s, u"--report"_s, u"bare.csv"_s});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.err.count(u'\n'), 1);
    for (const QString &word : {u"在“season”里没有找到表中列出的任何图片"_s, u"no picture was found under “season”"_s,
                                u"--files DIR"_s, u"--no-images"_s})
        QVERIFY2(ran.err.contains(word), qPrintable(ran.err));
    QVERIFY2(ran.out.contains(u"40 checked: 0 with errors, 0 with warnings only, 40 clean"_s), qPrintable(ran.out));
    const auto read = [this](const QString &name) {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QList<QByteArray> lines = read(u"bare.jsonl"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 3); // summary, the one finding, totals
    const QJsonObject summary = QJsonDocument::fromJson(lines[0]).object()[u"summary"_s].toObject();
    const QJsonObject totals = QJsonDocument::fromJson(lines[2]).object()[u"totals"_s].toObject();
    QVERIFY(summary[u"files_not_found"_s].toInt() > 40);
    QCOMPARE(totals[u"files_not_found"_s], summary[u"files_not_found"_s]);
    QCOMPARE(totals[u"table_errors"_s].toInt(), 1);
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object()[u"rule"_s].toString(), u"input.no-pictures"_s);
    QVERIFY(read(u"bare.html"_s).contains("图片都没有检查"));
    QVERIFY(read(u"bare.csv"_s).contains("input.no-pictures"));
    QVERIFY(run({u"check"_s, u"--help"_s}).out.contains(u"默认是 INPUT 所在的文件夹"_s));
}

void TestCheckCommand::progressEndsAtTheWholeTable()
{
    for (const QString &table : {u"season/season.csv"_s, u"season/season.xlsx"_s}) {
        const Ran ran = run({u"check"_s, table, u"--no-images"_s, u"--progress"_s});
        QVERIFY2(ran.err.contains(u"检查 checking 41/41  100%"_s), qPrintable(ran.err));
        QVERIFY2(!ran.err.contains(u"读取 reading 41/"_s) && ran.err.endsWith(u'\n'), qPrintable(ran.err));
    }
}

void TestCheckCommand::aFolderIsToldWhichTablesItHolds()
{
    const Ran ran = run({u"check"_s, u"season"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"这是文件夹"_s) && ran.err.contains(u"season.csv"_s), qPrintable(ran.err));
    QVERIFY(QDir(m_dir.path()).mkdir(u"empty"_s));
    QVERIFY(run({u"check"_s, u"empty"_s}).err.contains(u"there is no .csv"_s));
}

void TestCheckCommand::aFullDiskIsTheReportsFault_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("name");
    for (const char *ending : {"jsonl", "csv", "xlsx", "html"})
        QTest::newRow(ending) << u"--report"_s << u"full."_s + QLatin1StringView(ending);
    QTest::newRow("repaired csv") << u"--repaired"_s << u"repaired.csv"_s;
    QTest::newRow("repaired xlsx") << u"--repaired"_s << u"repaired.xlsx"_s;
}

/// The report is named and why it is not there, in both languages; nothing that looks whole is left behind. The system
/// lets no file grow beyond 64 KB, which is a full disk to whoever writes.
void TestCheckCommand::aFullDiskIsTheReportsFault()
{
#ifdef Q_OS_WIN
    QSKIP("no limits");
#else
    QFETCH(QString, option);
    QFETCH(QString, name);
    QByteArray table = "报名号,姓名,手机号,班级\n";
    for (int i = 0; i < 20'000; ++i)
        table += "N" + QByteArray::number(i) + ",张三,1" + QByteArray::number(qint64(i) * 7919 % 100003) + ",计算机\n";
    (void)write(u"many.csv"_s, table);
    QFile::remove(m_dir.filePath(name));
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setChildProcessModifier([] {
        ::signal(SIGXFSZ, SIG_IGN); // what fails is the call, not the program
        const rlimit limit = {64 << 10, 64 << 10};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    process.start(QStringLiteral(ZSB_CHECK), {u"check"_s, u"many.csv"_s, u"--no-images"_s, option, name});
    QVERIFY(process.waitForFinished(120'000));
    const QString err = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    const QString told = err.section(u'\n', -2);
    QVERIFY2(told.startsWith(name) && !told.contains(u"many.csv"_s), qPrintable(err));
    QVERIFY2(told.contains(u"报告无法写入"_s) && told.contains(u"cannot be written"_s), qPrintable(told));
    QVERIFY2(told.contains(u"文件超出了系统允许的大小 / "_s) && told.contains(u"File too large"_s), qPrintable(told));
    if (name.endsWith(u".jsonl"_s)) { // grows in its place, can be gone on with, and has no totals
        QFile report(m_dir.filePath(name));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(!report.readAll().contains("\"totals\""));
    } else {
        QVERIFY(!QFile::exists(m_dir.filePath(name)));
    }
    QCOMPARE(QDir(m_dir.path()).entryList({name + u".*"_s}), QStringList());
#endif
}

void TestCheckCommand::theCorrectedTableIsWritten()
{
    const QString table = write(u"messy.csv"_s, "报名号,手机号\nN1,１３８００００００01\nN2,13900000001\n");
    const Ran ran = run({u"check"_s, table, u"--repaired"_s, u"fixed.csv"_s});
    QVERIFY2(ran.out.contains(u"3 rows, 1 cell changed"_s), qPrintable(ran.out + ran.err));
    QFile fixed(m_dir.filePath(u"fixed.csv"_s));
    QVERIFY(fixed.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(fixed.readAll().mid(3)),
             u"报名号,手机号,原值 originals\r\nN1,13800000001,手机号=１３８００００００01\r\nN2,13900000001,\r\n"_s);
    QCOMPARE(run({u"check"_s, table, u"--repaired"_s, table}).code, 2);
    QCOMPARE(run({u"check"_s, table, u"--repaired"_s, u"no/such/fixed.csv"_s}).code, 3);
}

void TestCheckCommand::aSheetIsChosenByName()
{
    const Ran ran = run({u"check"_s, u"season/season.csv"_s, u"--repaired"_s, u"season.xlsx"_s, u"--no-images"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QCOMPARE(run({u"check"_s, u"season.xlsx"_s, u"--no-images"_s, u"--sheet"_s, u"Sheet1"_s}).code, 0);
    const Ran none = run({u"check"_s, u"season.xlsx"_s, u"--sheet"_s, u"另一张"_s});
    QCOMPARE(none.code, 3);
    QVERIFY2(none.err.contains(u"[no-such-sheet]"_s) && none.err.contains(u"there are: Sheet1"_s),
             qPrintable(none.err));
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
