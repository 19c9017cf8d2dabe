#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

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
    void whatCannotBeReadEndsWithThree_data();
    void whatCannotBeReadEndsWithThree();
    void everyCommandIsInTheHelp();
    void rulesAndExplainCiteTheirClause();
    void thePackIsLintedAndShown();
    void anImportedSeasonVerifies();
    void aRowThatLostItsContentIsNotImported();
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
    QVERIFY(ran.out.contains(u"contact.phone-form"_s));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.jsonl"_s)));
    QVERIFY(QFile::exists(m_dir.filePath(u"bad.csv.csv"_s)));
}

void TestCli::warningsAloneEndWithZero()
{
    const Ran ran = run({u"check"_s, write(u"warn.csv"_s, "application_no,mailing_address\nN1,学府街\n")});
    QVERIFY2(ran.code == 0, qPrintable(ran.out));
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
    QTest::newRow("demo without folder") << QStringList{u"demo"_s};
    QTest::newRow("report over the input")
        << QStringList{u"check"_s, u"season/season.csv"_s, u"--report"_s, u"season/season.csv"_s};
    QTest::newRow("one report twice") << QStringList{u"check"_s,   u"season/season.csv"_s, u"--report"_s,
                                                     u"r.jsonl"_s, u"--report"_s,          u"./r.jsonl"_s};
    QTest::newRow("demo over a season") << QStringList{u"demo"_s, u"--out"_s, u"season"_s};
    QTest::newRow("demo of nobody") << QStringList{u"demo"_s, u"--count"_s, u"0"_s, u"--out"_s, u"x"_s};
    QTest::newRow("explain nothing") << QStringList{u"explain"_s};
    QTest::newRow("verify nothing") << QStringList{u"verify-log"_s};
}

void TestCli::wrongCommandLinesEndWithTwo()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY(!ran.err.isEmpty());
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

void TestCli::everyCommandIsInTheHelp()
{
    const Ran ran = run({u"help"_s});
    QCOMPARE(ran.code, 0);
    for (const QString &command :
         {u"check"_s, u"rules"_s, u"explain"_s, u"pack"_s, u"demo"_s, u"import"_s, u"verify-log"_s})
        QVERIFY2(ran.out.contains(u"zsb-check "_s + command), qPrintable(command));
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
