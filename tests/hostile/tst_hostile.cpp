#include "tests/hostile/hostilefiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace zsb::test;

/// A folder of the spreadsheets offices produce, and some nobody should, each checked by the real program in a process
/// of its own: it ends as documented, says in both languages what is wrong, loses no row and stays small.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void thereAreEnough();
    void everyFileIsChecked_data();
    void everyFileIsChecked();
    void thePageOfHazardsIsTheTableOfThisTest();

private:
    struct Ran
    {
        int code = -1;
        QString out;
        QString err;
    };

    Ran check(const QString &name) const;
    QList<QJsonObject> report() const;
    void totalsAddUp(const HostileFile &file, const Ran &ran) const;

    QTemporaryDir m_dir;
    const std::vector<HostileFile> m_files = hostileFiles();
};

namespace {

constexpr std::size_t mostBytes = std::size_t(256) << 20;

#ifdef ZSB_SANITIZED
constexpr bool countsMemory = false; // a sanitizer's own
#else
constexpr bool countsMemory = true;
#endif

bool isRefused(const HostileFile &file)
{
    return file.checked < 0;
}

bool isFault(const HostileFile &file)
{
    return !file.message.empty() && file.message.find('.') == std::string::npos;
}

/// Whoever asks for more memory than that is refused it, and ends.
void limitMemory(QProcess &process)
{
#ifdef Q_OS_LINUX
    if (countsMemory)
        process.setChildProcessModifier([] {
            const rlimit limit = {mostBytes, mostBytes};
            setrlimit(RLIMIT_DATA, &limit);
        });
#else
    Q_UNUSED(process)
#endif
}

QString page(const std::vector<HostileFile> &files)
{
    QString text =
        u"# 表格的毛病 Hazards of spreadsheets\n\n"
        "What offices and programs do to tables, what `zsb-check check` makes of it, and the file that proves "
        "it.\nWritten by `ZSB_UPDATE_DOCS=1 build/release/tests/tst_hostile`; do not edit it. Each file is "
        "made by `tests/hostile` and checked by\n`tst_hostile everyFileIsChecked` in a process of its own: "
        "exit code 0, 1 or 3, both languages, totals that add up, at most 256 MB.\n\n"
        "`input.…` and other ids with a dot are findings of a row, with row and column; the rest of the file "
        "is checked. Other ids are the fault of\nthe file as a whole; what was read before it is checked "
        "where rows are named.\n\n"
        "| 毛病 hazard | 程序怎么做 what the program does | 消息 message | 文件 file | 检查的行 rows checked |\n"
        "| --- | --- | --- | --- | --- |\n"_s;
    for (const HostileFile &file : files) {
        const QString message = file.message.empty() ? u"–"_s : u'`' + QString::fromStdString(file.message) + u'`';
        const QString rows = isRefused(file) ? u"–"_s : QString::number(file.checked);
        text += u"| %1 | %2 | %3 | `%4` | %5 |\n"_s.arg(QString::fromStdString(file.hazard),
                                                        QString::fromStdString(file.does), message,
                                                        QString::fromStdString(file.name), rows);
    }
    return text;
}

} // namespace

TestHostile::Ran TestHostile::check(const QString &name) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    limitMemory(process);
    process.start(QStringLiteral(ZSB_CHECK), {u"check"_s, name, u"--no-images"_s, u"--jobs"_s, u"2"_s, u"--as-of"_s,
                                              u"2023-02-20T09:00:00+08:00"_s, u"--report"_s, u"report.jsonl"_s});
    if (!process.waitForFinished(300'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QList<QJsonObject> TestHostile::report() const
{
    QFile file(m_dir.filePath(u"report.jsonl"_s));
    QList<QJsonObject> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        lines.append(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

void TestHostile::thereAreEnough()
{
    QVERIFY2(m_files.size() >= 60, qPrintable(QString::number(m_files.size())));
    QStringList names;
    for (const HostileFile &file : m_files)
        names.append(QString::fromStdString(file.name));
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestHostile::everyFileIsChecked_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_files.size(); ++i)
        QTest::newRow(m_files[i].name.c_str()) << int(i);
}

void TestHostile::everyFileIsChecked()
{
    QFETCH(int, index);
    const HostileFile &file = m_files[std::size_t(index)];
    const QString name = QString::fromStdString(file.name);
    {
        const std::string bytes = file.bytes();
        QFile out(m_dir.filePath(name));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes.data(), qint64(bytes.size())) >= 0);
    }
    QFile::remove(m_dir.filePath(u"report.jsonl"_s));
    const Ran ran = check(name);
    QFile::remove(m_dir.filePath(name));
    const QByteArray said = (ran.out.left(2000) + ran.err.left(4000)).toUtf8();
    QVERIFY2(ran.code == 0 || ran.code == 1 || ran.code == 3, said.constData());
    QVERIFY2((ran.code == 3) == isFault(file), said.constData());
    static const QRegularExpression bothLanguages(u"\\p{Han}.* / .*[A-Za-z]"_s);
    for (const QString &line : ran.err.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(line.contains(bothLanguages) && line.startsWith(name), said.constData());
    if (isFault(file))
        QVERIFY2(ran.err.contains(u'[' + QString::fromStdString(file.message) + u']'), said.constData());
    if (!isRefused(file))
        totalsAddUp(file, ran);
}

void TestHostile::totalsAddUp(const HostileFile &file, const Ran &ran) const
{
    const QList<QJsonObject> lines = report();
    QVERIFY2(lines.size() >= 2, qPrintable(ran.out + ran.err));
    const QJsonObject totals = lines.last()[u"totals"_s].toObject();
    const QByteArray said = (ran.out.left(2000) + ran.err.left(2000)).toUtf8();
    QVERIFY2(totals[u"checked"_s].toInt() == file.checked, said.constData());
    qint64 rows = totals[u"checked"_s].toInteger();
    for (const QJsonValue skipped : totals[u"skipped"_s].toObject())
        rows += skipped.toInteger();
    QCOMPARE(totals[u"rows"_s].toInteger(), rows);
    QCOMPARE(totals[u"findings"_s].toInteger(), lines.size() - 2);
    QCOMPARE(totals[u"complete"_s].toBool(), !isFault(file));
    QVERIFY(ran.out.contains(u"行，检查"_s) && ran.out.contains(u" read, "_s));
    bool told = file.message.empty() || isFault(file);
    for (const QJsonObject &line : lines.mid(1, lines.size() - 2)) {
        QVERIFY(!line[u"message_zh"_s].toString().isEmpty() && !line[u"message_en"_s].toString().isEmpty());
        QVERIFY(!line[u"message_zh"_s].toString().contains(u'{'));
        told = told || line[u"rule"_s].toString() == QString::fromStdString(file.message);
    }
    QVERIFY2(told, said.constData());
    if (!file.message.empty() || file.name == "id-equals.csv")
        return;
    for (const QJsonObject &line : lines.mid(1, lines.size() - 2)) { // nothing wrong with a file that is merely unusual
        const QString rule = line[u"rule"_s].toString();
        QVERIFY2(!rule.startsWith(u"input."_s) || rule == u"input.missing-column"_s, said.constData());
    }
}

void TestHostile::thePageOfHazardsIsTheTableOfThisTest()
{
    QFile file(QStringLiteral(ZSB_SOURCE_DIR "/docs/input-hazards.md"));
    if (qEnvironmentVariableIsSet("ZSB_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page(m_files).toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(QString::fromUtf8(file.readAll()) == page(m_files),
             "run ZSB_UPDATE_DOCS=1 build/release/tests/tst_hostile");
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
