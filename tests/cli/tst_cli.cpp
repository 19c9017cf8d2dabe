#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <csignal>

#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

/// zsb-check as a script sees it: words in, exit code and files out.
class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCleanTableEndsWithZero();
    void aTableWithErrorsEndsWithOne();
    void warningsAloneEndWithZero();
    void wrongCommandLinesEndWithTwo_data();
    void wrongCommandLinesEndWithTwo();
    void whatIsWrongWithACommandLineIsNamed();
    void whatCannotBeReadEndsWithThree_data();
    void whatCannotBeReadEndsWithThree();
    void aSignalLeavesAReportThatCanBeGoneOnWith();
    void aSignalAmongThePicturesSaysThatNoRowWasChecked();
    void everyCommandIsInTheHelp();
    void everyCommandHelps();
    void lackingColumnsAreSaid();
    void progressEndsAtTheWholeTable();
    void aFolderIsToldWhichTablesItHolds();
    void aFullDiskIsTheReportsFault_data();
    void aFullDiskIsTheReportsFault();
    void whatStandardOutputDoesNotTakeIsNoSuccess();
    void aFolderInUseTakesNoTable();
    void rulesAndExplainCiteTheirClause();
    void explainKnowsWhatIsMeasured();
    void explainNamesTheNeighboursOfASlip();
    void thePackIsLintedAndShown();
    void anImportedSeasonVerifies();
    void importsThatKeepNothingLeaveNothing();
    void aRowThatLostItsContentIsNotImported();
    void aRepairedCellIsImportedAndSaid();
    void theCorrectedTableIsWritten();
    void aSheetIsChosenByName();
    void aFlippedByteOfTheLogIsNamed();
    void anotherProvinceNeedsOnlyAnotherPack();

private:
    struct Ran
    {
        int code = -1;
        QString out;
        QString err;
    };

    Ran run(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_dir;
};

TestCli::Ran TestCli::run(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(ZSB_CHECK), arguments);
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString TestCli::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? name : QString();
}

void TestCli::initTestCase()
{
    const Ran ran = run({u"demo"_s, u"--count"_s, u"40"_s, u"--seed"_s, u"7"_s, u"--out"_s, u"season"_s,
                         u"--no-images"_s, u"--flawed"_s, u"0"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
}

void TestCli::aCleanTableEndsWithZero()
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

void TestCli::aTableWithErrorsEndsWithOne()
{
    const Ran ran = run({u"check"_s, write(u"bad.csv"_s, "application_no,phone\nN1,123\n"), u"--report"_s,
                         u"bad.jsonl"_s, u"--report"_s, u"bad.csv.csv"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.out.contains(u"skipped (--no-images)"_s));
    QVERIFY(ran.out.contains(u"contact.phone-form"_s));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.jsonl"_s)));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.csv.csv"_s)));
}

void TestCli::warningsAloneEndWithZero()
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

void TestCli::wrongCommandLinesEndWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("check without input") << QStringList{u"check"_s};
    QTest::newRow("unknown option") << QStringList{u"check"_s, u"a.csv"_s, u"--colour"_s, u"red"_s};
    QTest::newRow("option without value") << QStringList{u"check"_s, u"a.csv"_s, u"--pack"_s};
    QTest::newRow("instant that is none") << QStringList{u"check"_s, u"a.csv"_s, u"--as-of"_s, u"yesterday"_s};
    QTest::newRow("no jobs") << QStringList{u"check"_s, u"a.csv"_s, u"--jobs"_s, u"0"_s};
    QTest::newRow("report of no format") << QStringList{u"check"_s, u"season/season.csv"_s, u"--report"_s, u"r.foo"_s};
    QTest::newRow("repaired table of no format")
        << QStringList{u"check"_s, u"season/season.csv"_s, u"--repaired"_s, u"r.foo"_s};
    QTest::newRow("demo without folder") << QStringList{u"demo"_s};
    QTest::newRow("report over the input")
        << QStringList{u"check"_s, u"season/season.csv"_s, u"--report"_s, u"season/season.csv"_s};
    QTest::newRow("report over a folder")
        << QStringList{u"check"_s, u"season/season.csv"_s, u"--report"_s, u"folder.html"_s};
    QTest::newRow("one report twice") << QStringList{u"check"_s,   u"season/season.csv"_s, u"--report"_s,
                                                     u"r.jsonl"_s, u"--report"_s,          u"./r.jsonl"_s};
    QTest::newRow("resume and report") << QStringList{u"check"_s,   u"season/season.csv"_s, u"--resume"_s,
                                                      u"a.jsonl"_s, u"--report"_s,          u"b.jsonl"_s};
    QTest::newRow("demo over a season") << QStringList{u"demo"_s, u"--out"_s, u"season"_s};
    QTest::newRow("demo of nobody") << QStringList{u"demo"_s, u"--count"_s, u"0"_s, u"--out"_s, u"x"_s};
    QTest::newRow("explain nothing") << QStringList{u"explain"_s};
    QTest::newRow("verify nothing") << QStringList{u"verify-log"_s};
}

void TestCli::wrongCommandLinesEndWithTwo()
{
    QDir(m_dir.path()).mkdir(u"folder.html"_s);
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY(!ran.err.isEmpty());
}

/// Each option is told by its own name, in both languages, with what would be right.
void TestCli::whatIsWrongWithACommandLineIsNamed()
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

void TestCli::whatCannotBeReadEndsWithThree_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such table") << QStringList{u"check"_s, u"absent.csv"_s};
    QTest::newRow("no such pack") << QStringList{u"check"_s, u"season/season.csv"_s, u"--pack"_s, u"atlantis"_s};
    QTest::newRow("files nowhere") << QStringList{u"check"_s, u"season/season.csv"_s, u"--files"_s, u"no/such"_s};
    QTest::newRow("report nowhere") << QStringList{u"check"_s, u"season/season.csv"_s, u"--report"_s,
                                                   u"no/such/r.jsonl"_s};
    QTest::newRow("no such log") << QStringList{u"verify-log"_s, u"absent.db"_s};
}

void TestCli::whatCannotBeReadEndsWithThree()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QVERIFY2(ran.code == 3, qPrintable(QString::number(ran.code) + ran.out + ran.err));
    QVERIFY(!ran.err.isEmpty());
}

/// A real SIGINT in the middle: exit code 130, a whole report that says so, and with --resume the very same bytes.
void TestCli::aSignalLeavesAReportThatCanBeGoneOnWith()
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
void TestCli::aSignalAmongThePicturesSaysThatNoRowWasChecked()
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

void TestCli::everyCommandIsInTheHelp()
{
    const Ran ran = run({u"help"_s});
    QCOMPARE(ran.code, 0);
    for (const QString &command :
         {u"check"_s, u"rules"_s, u"explain"_s, u"pack"_s, u"demo"_s, u"import"_s, u"verify-log"_s})
        QVERIFY2(ran.out.contains(u"zsb-check "_s + command), qPrintable(command));
}

void TestCli::everyCommandHelps()
{
    for (const char *command : {"check", "rules", "explain", "pack", "demo", "import", "verify-log"}) {
        const Ran ran = run({QLatin1StringView(command), u"--help"_s});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains(u"zsb-check "_s + QLatin1StringView(command)), qPrintable(ran.out));
        QVERIFY2(!ran.err.contains(u"option"_s), qPrintable(ran.err));
    }
}

/// Nobody may take a table for good because nothing of it was checked.
void TestCli::lackingColumnsAreSaid()
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

void TestCli::progressEndsAtTheWholeTable()
{
    for (const QString &table : {u"season/season.csv"_s, u"season/season.xlsx"_s}) {
        const Ran ran = run({u"check"_s, table, u"--no-images"_s, u"--progress"_s});
        QVERIFY2(ran.err.contains(u"检查 checking 41/41  100%"_s), qPrintable(ran.err));
        QVERIFY2(!ran.err.contains(u"读取 reading 41/"_s) && ran.err.endsWith(u'\n'), qPrintable(ran.err));
    }
}

void TestCli::aFolderIsToldWhichTablesItHolds()
{
    const Ran ran = run({u"check"_s, u"season"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"这是文件夹"_s) && ran.err.contains(u"season.csv"_s), qPrintable(ran.err));
    QVERIFY(QDir(m_dir.path()).mkdir(u"empty"_s));
    QVERIFY(run({u"check"_s, u"empty"_s}).err.contains(u"there is no .csv"_s));
}

void TestCli::aFullDiskIsTheReportsFault_data()
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
void TestCli::aFullDiskIsTheReportsFault()
{
#ifdef Q_OS_WIN
    QSKIP("no limits");
#else
    QFETCH(QString, option);
    QFETCH(QString, name);
    QByteArray table = "报名号,姓名,手机号,班级\n";
    for (int i = 0; i < 20'000; ++i)
        table += "N" + QByteArray::number(i) + ",张三,1" + QByteArray::number(qint64(i) * 7919 % 100003) + ",计算机\n";
    write(u"many.csv"_s, table);
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

void TestCli::whatStandardOutputDoesNotTakeIsNoSuccess()
{
#ifdef Q_OS_LINUX
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(ZSB_CHECK), {u"check"_s, u"season/season.csv"_s, u"--no-images"_s});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(QString::fromUtf8(process.readAllStandardError()).contains(u"标准输出无法写入"_s));
#else
    QSKIP("no /dev/full");
#endif
}

void TestCli::aFolderInUseTakesNoTable()
{
    QVERIFY(QDir(m_dir.path()).mkdir(u"busy"_s));
    QLockFile desktop(m_dir.filePath(u"busy/zsb.lock"_s));
    QVERIFY(desktop.lock());
    const Ran refused = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"busy"_s, u"--no-images"_s});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(u"in use"_s), qPrintable(refused.err));
    QVERIFY(!QFile::exists(m_dir.filePath(u"busy/zsb.db"_s)));
}

void TestCli::rulesAndExplainCiteTheirClause()
{
    const Ran rules = run({u"rules"_s});
    QCOMPARE(rules.code, 0);
    QVERIFY(rules.out.contains(u"portrait.file-size"_s));
    QVERIFY(rules.out.contains(u"A2.2"_s));
    const Ran explained = run({u"explain"_s, u"portrait.file-size"_s});
    QCOMPARE(explained.code, 0);
    QVERIFY(explained.out.contains(u"A2.2"_s));
    QVERIFY(explained.out.contains(u"大小不超过"_s));
}

/// Every id that stands in a finding of `portrait` or `scan` is explained: limits, marks, and the measures behind.
void TestCli::explainKnowsWhatIsMeasured()
{
    const Ran white = run({u"explain"_s, u"portrait.background-white"_s});
    QCOMPARE(white.code, 0);
    for (const QString &word : {u"背景不是白色"_s, u"The background is not white"_s, u"A2.1"_s, u"“白色背景”"_s,
                                u"background.level < 212"_s, u"background.level < 234"_s, u"0-255"_s,
                                u"median over the border of min(R, G, B)"_s, u"annex 2"_s, u"profile annex2"_s})
        QVERIFY2(white.out.contains(word), qPrintable(word + u'\n' + white.out));
    QVERIFY(!white.out.contains(u"not in force here"_s));
    const Ran other = run({u"explain"_s, u"portrait.background-white"_s, u"--profile"_s, u"chsi"_s});
    QVERIFY(other.out.contains(u"profile chsi"_s) && other.out.contains(u"not in force here"_s));
    QCOMPARE(run({u"explain"_s, u"portrait.background-white"_s, u"--profile"_s, u"none"_s}).code, 2);
    const Ran blur = run({u"explain"_s, u"scan.sharp"_s});
    QVERIFY2(blur.code == 0 && blur.out.contains(u"text.blur > 3.4"_s) && blur.out.contains(u"A1.5.4"_s),
             qPrintable(blur.out));
    const Ran seal = run({u"explain"_s, u"scan.seal"_s});
    QVERIFY2(seal.code == 0 && seal.out.contains(u"A3.2"_s) && seal.out.contains(u"（单位公章）"_s),
             qPrintable(seal.out));
    for (const QString &id : {u"head.roll"_s, u"portrait.head.roll"_s}) {
        const Ran roll = run({u"explain"_s, id});
        QVERIFY2(roll.code == 0 && roll.out.contains(u"atan2(dy, dx) from eye to eye"_s), qPrintable(roll.out));
    }
}

void TestCli::explainNamesTheNeighboursOfASlip()
{
    const Ran slip = run({u"explain"_s, u"portrait.background-wite"_s});
    QCOMPARE(slip.code, 2);
    QVERIFY2(slip.err.contains(u"portrait.background-white"_s), qPrintable(slip.err));
    QVERIFY(slip.out.isEmpty());
    const Ran far = run({u"explain"_s, u"xyzzy"_s});
    QCOMPARE(far.code, 2);
    QVERIFY2(!far.err.contains(u"portrait."_s), qPrintable(far.err));
}

void TestCli::thePackIsLintedAndShown()
{
    const QString folder = QStringLiteral(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    const Ran lint = run({u"pack"_s, u"lint"_s, folder});
    QVERIFY2(lint.code == 0, qPrintable(lint.out + lint.err));
    QCOMPARE(run({u"pack"_s, u"show"_s, folder}).code, 0);
    QCOMPARE(run({u"pack"_s, u"diff"_s, folder, folder}).code, 0);
}

void TestCli::anImportedSeasonVerifies()
{
    const Ran imported = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"store"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.out + imported.err));
    const Ran verified = run({u"verify-log"_s, u"store"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    QVERIFY(verified.out.contains(u"--deep"_s));
    const Ran deep = run({u"verify-log"_s, u"store"_s, u"--deep"_s});
    QVERIFY2(deep.code == 0, qPrintable(deep.out + deep.err));
    QVERIFY2(deep.out.contains(u"the lists are what the log says"_s), qPrintable(deep.out));
    const QString pack = QStringLiteral(ZSB_SOURCE_DIR "/tests/packs/hb-demo");
    const Ran other = run({u"verify-log"_s, u"store"_s, u"--deep"_s, u"--pack"_s, pack});
    QVERIFY2(other.code == 1 && other.out.contains(u"another pack"_s), qPrintable(other.out + other.err));
}

void TestCli::importsThatKeepNothingLeaveNothing()
{
    const Ran tried = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"tried"_s, u"--dry-run"_s});
    QVERIFY2(tried.code == 0, qPrintable(tried.out + tried.err));
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"tried"_s)));
    QCOMPARE(run({u"import"_s, u"absent.csv"_s, u"--db"_s, u"tried"_s}).code, 3);
    QVERIFY(!QFileInfo::exists(m_dir.filePath(u"tried"_s)));
}

void TestCli::aRowThatLostItsContentIsNotImported()
{
    // A number that a spreadsheet has put into scientific notation is nobody's number.
    const QString table =
        write(u"lost.csv"_s, "application_no,document_number,name\nL1,1.50102E+17,张三\nL2,11010519491231002X,李四\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"lost"_s});
    QVERIFY2(imported.err.contains(u"correct the table"_s), qPrintable(imported.out + imported.err));
    QCOMPARE(imported.code, 1);
    QVERIFY2(imported.out.contains(u"2 rows: 1 new, 0 changed, 0 same, 1 wrong"_s), qPrintable(imported.out));
}

void TestCli::aRepairedCellIsImportedAndSaid()
{
    const QString table = write(u"repaired.csv"_s, "application_no,document_number,name\nR1,'11010519491231002X,张三\n"
                                                   "application_no,document_number,name\n");
    const Ran imported = run({u"import"_s, table, u"--db"_s, u"repaired"_s});
    QVERIFY2(imported.out.contains(u"1 rows: 1 new"_s), qPrintable(imported.out + imported.err));
    QVERIFY2(imported.err.contains(u"'11010519491231002X"_s), qPrintable(imported.err));
    QVERIFY2(imported.err.contains(u"row 3"_s), qPrintable(imported.err));
}

void TestCli::theCorrectedTableIsWritten()
{
    const QString table = write(u"messy.csv"_s, "报名号,手机号\nN1,１３８００００００01\nN2,13900000001\n");
    const Ran ran = run({u"check"_s, table, u"--repaired"_s, u"fixed.csv"_s});
    QVERIFY2(ran.out.contains(u"3 rows, 1 cells changed"_s), qPrintable(ran.out + ran.err));
    QFile fixed(m_dir.filePath(u"fixed.csv"_s));
    QVERIFY(fixed.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(fixed.readAll().mid(3)),
             u"报名号,手机号,原值 originals\r\nN1,13800000001,手机号=１３８００００００01\r\nN2,13900000001,\r\n"_s);
    QCOMPARE(run({u"check"_s, table, u"--repaired"_s, table}).code, 2);
    QCOMPARE(run({u"check"_s, table, u"--repaired"_s, u"no/such/fixed.csv"_s}).code, 3);
}

void TestCli::aSheetIsChosenByName()
{
    const Ran ran = run({u"check"_s, u"season/season.csv"_s, u"--repaired"_s, u"season.xlsx"_s, u"--no-images"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QCOMPARE(run({u"check"_s, u"season.xlsx"_s, u"--no-images"_s, u"--sheet"_s, u"Sheet1"_s}).code, 0);
    const Ran none = run({u"check"_s, u"season.xlsx"_s, u"--sheet"_s, u"另一张"_s});
    QCOMPARE(none.code, 3);
    QVERIFY2(none.err.contains(u"[no-such-sheet]"_s), qPrintable(none.err));
}

void TestCli::aFlippedByteOfTheLogIsNamed()
{
    QDir(m_dir.path()).mkdir(u"flipped"_s);
    QFile source(m_dir.filePath(u"store/zsb.db"_s));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QByteArray bytes = source.readAll();
    const qsizetype at = bytes.indexOf("D000017");
    QVERIFY(at > 0);
    // Every copy of the number in the file, so that the log's own is among them.
    bytes.replace("D000017", "D000018");
    QVERIFY(!write(u"flipped/zsb.db"_s, bytes).isEmpty());
    const Ran verified = run({u"verify-log"_s, u"flipped"_s});
    QVERIFY2(verified.code == 1, qPrintable(verified.out + verified.err));
}

void TestCli::anotherProvinceNeedsOnlyAnotherPack()
{
    const QString pack = QStringLiteral(ZSB_SOURCE_DIR "/tests/packs/hb-demo");
    const QString table = write(u"other.csv"_s, "application_no,document_number\nN1,no number\n");
    const Ran checked = run({u"check"_s, table, u"--no-images"_s, u"--pack"_s, pack, u"--report"_s, u"other.jsonl"_s});
    QCOMPARE(checked.code, 1);
    QFile report(m_dir.filePath(u"other.jsonl"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray first = report.readLine();
    QCOMPARE(QJsonDocument::fromJson(first).object()[u"summary"_s].toObject()[u"pack"_s].toString(), u"hb-demo"_s);
    // Its people carry no resident numbers, and those are all the demo can make.
    QCOMPARE(run({u"demo"_s, u"--out"_s, u"other"_s, u"--pack"_s, pack}).code, 3);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
