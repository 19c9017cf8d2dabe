#include "core/batch/inputtitles.h"
#include "core/policy/packfiles.h"
#include "tests/cli/commandruns.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// zsb-check as a script sees it: words in, exit code and files out.
class TestCli : public QObject, private zsb::test::CommandRuns
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongCommandLinesEndWithTwo_data();
    void wrongCommandLinesEndWithTwo();
    void whatCannotBeReadEndsWithThree_data();
    void whatCannotBeReadEndsWithThree();
    void aFaultOfAFileIsSaidOnce();
    void everyCommandIsInTheHelp();
    void everyCommandHelps();
    void whatStandardOutputDoesNotTakeIsNoSuccess();
    void rulesAndExplainCiteTheirClause();
    void explainKnowsWhatIsMeasured();
    void explainKnowsWhatIsSaidOfTables_data();
    void explainKnowsWhatIsSaidOfTables();
    void explainNamesTheNeighboursOfASlip();
    void thePackIsLintedAndShown();
    void aFolderThatIsNoPackSaysSo();
    void aWrongPlaceholderIsNamedByItsLine();
    void aBrokenPackIsToldByItsCause();
    void anImportedSeasonVerifies();
    void aFlippedByteOfTheLogIsNamed();
    void anImportThatWouldBreakThePackWritesNothing();
    void aPackWithoutPeopleSaysWhatItLacks();
    void anotherProvinceNeedsOnlyAnotherPack();
};

void TestCli::initTestCase()
{
    makeSeason();
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
    QTest::newRow("two tables") << QStringList{u"check"_s, u"a.csv"_s, u"b.csv"_s};
    QTest::newRow("demo of a word") << QStringList{u"demo"_s, u"x"_s, u"--out"_s, u"x"_s};
    QTest::newRow("demo of no seed") << QStringList{u"demo"_s, u"--out"_s, u"x"_s, u"--seed"_s, u"x"_s};
    QTest::newRow("demo all too flawed") << QStringList{u"demo"_s, u"--out"_s, u"x"_s, u"--flawed"_s, u"2"_s};
    QTest::newRow("import of nothing") << QStringList{u"import"_s, u"--db"_s, u"x"_s};
    QTest::newRow("import to nowhere") << QStringList{u"import"_s, u"a.csv"_s};
    QTest::newRow("portrait of nothing") << QStringList{u"portrait"_s};
    QTest::newRow("scan of nothing") << QStringList{u"scan"_s};
    QTest::newRow("rules of a word") << QStringList{u"rules"_s, u"x"_s};
    QTest::newRow("pack of nothing") << QStringList{u"pack"_s};
    QTest::newRow("pack of an unknown word") << QStringList{u"pack"_s, u"x"_s};
    QTest::newRow("lint of nothing") << QStringList{u"pack"_s, u"lint"_s};
    QTest::newRow("one pack to compare") << QStringList{u"pack"_s, u"diff"_s, u"nm-2023"_s};
}

/// Usage alone tells nobody what was wrong: that comes first, in both languages.
void TestCli::wrongCommandLinesEndWithTwo()
{
    QDir(m_dir.path()).mkdir(u"folder.html"_s);
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY2(arguments.isEmpty() || ran.err.section(u'\n', 0, 0).contains(u" / "_s), qPrintable(ran.err));
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
    QTest::newRow("no log") << QStringList{u"verify-log"_s, u"season/season.csv"_s};
}

void TestCli::whatCannotBeReadEndsWithThree()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QVERIFY2(ran.code == 3, qPrintable(QString::number(ran.code) + ran.out + ran.err));
    QVERIFY2(ran.err.contains(u" / "_s) && ran.err.count(u'\n') == 1, qPrintable(ran.err));
    QVERIFY2(arguments.last() != u"season/season.csv"_s || ran.err.contains(u"不是数据库"_s), qPrintable(ran.err));
}

/// In words and by its id; what the program says to itself is added only where it knows more.
void TestCli::aFaultOfAFileIsSaidOnce()
{
    const QString table = write(u"empty.csv"_s, "");
    for (const QStringList &command : {QStringList{u"check"_s}, QStringList{u"import"_s, u"--db"_s, u"empty"_s}}) {
        const Ran empty = run(command + QStringList{table});
        QVERIFY2(empty.err.contains(u"请重新导出 / The file is empty; export it again [empty]\n"_s),
                 qPrintable(empty.err));
        QCOMPARE(empty.code, 3);
    }
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
        const Ran asked = run({u"help"_s, QLatin1StringView(command)});
        QVERIFY2(asked.code == 0 && asked.out == ran.out, qPrintable(asked.out));
        const Ran wrong = run({QLatin1StringView(command), u"--no-such-option"_s});
        QVERIFY2(wrong.code == 2 && ran.out.endsWith(wrong.err.mid(wrong.err.indexOf(u'\n') + 1)),
                 qPrintable(wrong.err));
    }
    const Ran twice = run({u"help"_s, u"--help"_s});
    QVERIFY(twice.code == 0 && twice.out == run({u"help"_s}).out);
    const Ran unknown = run({u"help"_s, u"nothing"_s});
    QVERIFY2(unknown.code == 2 && unknown.err.contains(u"unknown command: nothing"_s), qPrintable(unknown.err));
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
    QVERIFY2(blur.code == 0 && blur.out.contains(u"text.blur > 3.8"_s) && blur.out.contains(u"A1.5.4"_s),
             qPrintable(blur.out));
    const Ran seal = run({u"explain"_s, u"scan.seal"_s});
    QVERIFY2(seal.code == 0 && seal.out.contains(u"A3.2"_s) && seal.out.contains(u"（单位公章）"_s),
             qPrintable(seal.out));
    for (const QString &id : {u"head.roll"_s, u"portrait.head.roll"_s}) {
        const Ran roll = run({u"explain"_s, id});
        QVERIFY2(roll.code == 0 && roll.out.contains(u"atan2(dy, dx) from eye to eye"_s), qPrintable(roll.out));
    }
}

void TestCli::explainKnowsWhatIsSaidOfTables_data()
{
    QTest::addColumn<QString>("rule");
    for (const std::string_view rule : zsb::inputRules())
        QTest::addRow("%s", std::string(rule).c_str()) << QString::fromUtf8(rule.data(), qsizetype(rule.size()));
}

/// Every id that stands in a finding about a table: title, meaning and what to do, in both languages.
void TestCli::explainKnowsWhatIsSaidOfTables()
{
    QFETCH(QString, rule);
    const Ran ran = run({u"explain"_s, rule});
    QVERIFY2(ran.code == 0 && ran.err.isEmpty(), qPrintable(ran.err));
    const auto title = zsb::inputTitle(rule.toStdString());
    QVERIFY2(ran.out.contains(QString::fromStdString(title->zh + " / " + title->en)), qPrintable(ran.out));
    const bool isRemark = ran.out.contains(u"severity    info"_s) && !rule.startsWith(u"input.repaired-"_s);
    QVERIFY2(isRemark || ran.out.contains(u"请"_s) || ran.out.contains(u"；用 --"_s), qPrintable(ran.out));
    QCOMPARE(ran.out.count(u"{"_s), 0);
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

/// A copy of the shipped pack, to be broken.
static void copyPack(const QString &folder)
{
    const QDir pack(QStringLiteral(ZSB_SOURCE_DIR "/resources/policies/nm-2023"));
    for (const QString &below : {u"."_s, u"tables"_s, u"sources"_s}) {
        QVERIFY(QDir().mkpath(folder + u'/' + below));
        for (const QString &name : QDir(pack.filePath(below)).entryList(QDir::Files))
            QVERIFY(QFile::copy(pack.filePath(below + u'/' + name), folder + u'/' + below + u'/' + name));
    }
}

/// By its name, and with what to do.
void TestCli::aFolderThatIsNoPackSaysSo()
{
    const QString folder = m_dir.filePath(u"season"_s);
    for (const QStringList &words :
         {QStringList{u"pack"_s, u"lint"_s, folder}, QStringList{u"pack"_s, u"show"_s, folder},
          QStringList{u"pack"_s, u"diff"_s, folder, u"nm-2023"_s}, QStringList{u"rules"_s, u"--pack"_s, folder}}) {
        const Ran ran = run(words);
        QCOMPARE(ran.code, 3);
        QVERIFY2(ran.err.contains(folder + u": 文件夹里没有 pack.json，不是规则包；请指明含有 pack.json 的文件夹 / "_s),
                 qPrintable(ran.err));
        QCOMPARE(ran.err.count(u'\n'), 1);
    }
    const Ran unknown = run({u"pack"_s, u"lint"_s, u"atlantis"_s});
    QVERIFY2(unknown.code == 3 && unknown.err.contains(u"没有这个规则包"_s), qPrintable(unknown.err));
}

/// What only the rules know of a pack has its line too.
void TestCli::aWrongPlaceholderIsNamedByItsLine()
{
    const QString folder = m_dir.filePath(u"misspelt"_s);
    copyPack(folder);
    QFile rules(folder + u"/rules.json"_s);
    QVERIFY(rules.open(QIODevice::ReadOnly));
    QByteArray json = rules.readAll();
    const auto line = json.left(json.indexOf("\"unknown\": {\"zh\": \"考生类型“{given}”")).count('\n') + 1;
    json.replace("\"unknown\": {\"zh\": \"考生类型“{given}”", "\"unknown\": {\"zh\": \"考生类型“{gievn}”");
    QVERIFY(rules.remove() && !write(u"misspelt/rules.json"_s, json).isEmpty());
    const Ran lint = run({u"pack"_s, u"lint"_s, folder});
    QCOMPARE(lint.code, 1);
    QVERIFY2(lint.out.startsWith(u"rules.json:%1 type.known.messages.unknown.zh: “{gievn}”无人填写；可用：{given} / "
                                 "nobody fills in \"{gievn}\"; known: {given}\n"_s.arg(line)),
             qPrintable(lint.out));
}

/// A comma that lacks is one line, in both languages, whoever opens the pack.
void TestCli::aBrokenPackIsToldByItsCause()
{
    const QString folder = m_dir.filePath(u"broken"_s);
    copyPack(folder);
    QFile types(folder + u"/types.json"_s);
    QVERIFY(types.open(QIODevice::ReadOnly));
    QByteArray json = types.readAll();
    json.remove(json.indexOf(",\n"), 1);
    QVERIFY(types.remove() && !write(u"broken/types.json"_s, json).isEmpty());
    const Ran lint = run({u"pack"_s, u"lint"_s, folder});
    QCOMPARE(lint.code, 1);
    QVERIFY2(lint.out.startsWith(u"types.json:"_s) && lint.out.count(u'\n') == 2, qPrintable(lint.out));
    const QString cause = lint.out.left(lint.out.indexOf(u'\n'));
    for (const QStringList &words :
         {QStringList{u"check"_s, u"season/season.csv"_s},
          QStringList{u"import"_s, u"season/season.csv"_s, u"--db"_s, u"b"_s},
          QStringList{u"demo"_s, u"--out"_s, u"b"_s}, QStringList{u"portrait"_s, u"season"_s},
          QStringList{u"scan"_s, u"season"_s}, QStringList{u"rules"_s}, QStringList{u"explain"_s, u"x"_s}}) {
        const Ran ran = run(words + QStringList{u"--pack"_s, folder});
        QCOMPARE(ran.code, 3);
        QVERIFY2(ran.err.contains(u"规则包无法使用 / the pack cannot be used: "_s + cause), qPrintable(ran.err));
    }
}

void TestCli::anImportedSeasonVerifies()
{
    const Ran imported = run({u"import"_s, u"season/season.csv"_s, u"--db"_s, u"store"_s, u"--no-images"_s});
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

/// A table of nothing, or codes no category has: the pack stays the good one it was.
void TestCli::anImportThatWouldBreakThePackWritesNothing()
{
    const QString pack = m_dir.filePath(u"pack"_s);
    QVERIFY(QDir().mkpath(pack));
    const zsb::PackFiles files = *zsb::readPackFiles(ZSB_SOURCE_DIR "/tests/packs/hb-demo");
    for (const auto &[name, bytes] : files) {
        const QString path = pack + u'/' + QString::fromStdString(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(bytes)) >= 0);
    }
    const QByteArray header = "序号,专科专业,本科专业类,本科专业,招考类别\n";
    for (const QByteArray &row : {QByteArray(), QByteArray("1,410101种子,0905林学类,园林,09农林类\n")}) {
        const QString table = write(u"annex.csv"_s, header + row);
        const Ran ran = run({u"pack"_s, u"import-annex4"_s, u"--pack"_s, pack, table});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(u"没有写入"_s) && ran.err.contains(u"nothing was written"_s), qPrintable(ran.err));
        QVERIFY(*zsb::readPackFiles(pack.toStdString()) == files);
    }
}

/// Demo people are made of a pack: one that lacks something for that is told what.
void TestCli::aPackWithoutPeopleSaysWhatItLacks()
{
    const QString pack = QStringLiteral(ZSB_SOURCE_DIR "/tests/packs/hb-demo");
    const Ran ran = run({u"demo"_s, u"--pack"_s, pack, u"--out"_s, u"nobody"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"default_document_type"_s) && !ran.err.contains(u"tables/"_s), qPrintable(ran.err));
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
