#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

/// `zsb-check portrait` as a script sees it: one line a file, whatever the file is.
class TestPortraitCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileHasALineWithItsFindings();
    void anyNumberOfJobsWritesTheSameBytes();
    void aTableAndAPageAreWritten();
    void overlaysShowThePictureAsStored();
    void anotherProfileHasOtherLimits();
    void copiesAreFittedAndTheirOriginIsWrittenDown();
    void aFolderWithFilesIsNotWrittenInto();
    void theReportTakesNoPicture();
    void wrongWordsEndWithTwo();

private:
    struct Ran
    {
        int code = -1;
        QByteArray out;
    };
    static Ran run(const QStringList &words)
    {
        QProcess process;
        const QStringList noModel{u"--model"_s, u"none"_s}; // nobody's face is among these pictures
        process.start(QStringLiteral(ZSB_CHECK), QStringList{u"portrait"_s} + words + noModel);
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAllStandardOutput()};
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_dir;
};

void TestPortraitCommand::initTestCase()
{
    QImage wall(240, 320, QImage::Format_RGB32);
    wall.fill(QColor(90, 140, 200));
    QVERIFY(wall.save(path(u"blue.png"_s)));
    QVERIFY(wall.save(path(u"blue.jpg"_s)));
    QVERIFY(wall.scaled(1200, 1600).save(path(u"large.jpg"_s)));
    write(u"empty.jpg"_s, {});
    write(u"text.jpg"_s, "no picture");
    QFile whole(path(u"blue.jpg"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    write(u"short.jpg"_s, whole.readAll().chopped(300));
#ifndef Q_OS_WIN
    QCOMPARE(mkfifo(qPrintable(path(u"pipe.jpg"_s)), 0600), 0);
#endif
}

void TestPortraitCommand::everyFileHasALineWithItsFindings()
{
    const Ran ran = run({m_dir.path(), path(u"missing.jpg"_s)});
    QCOMPARE(ran.code, 1);
    const QList<QByteArray> lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), qsizetype(QDir(m_dir.path()).entryList(QDir::Files | QDir::System).size() + 1));
    for (const QByteArray &line : lines) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        for (const auto &name : {u"file"_s, u"sha256"_s, u"format"_s, u"bytes"_s, u"width"_s, u"height"_s,
                                 u"measures"_s, u"findings"_s, u"ms"_s})
            QVERIFY2(json.contains(name), line.constData());
        const QJsonArray findings = json[u"findings"_s].toArray();
        QVERIFY2(!findings.isEmpty(), line.constData()); // nobody of these is a portrait
        for (const auto &each : findings) {
            for (const auto &name :
                 {u"rule"_s, u"clause"_s, u"severity"_s, u"outcome"_s, u"evidence"_s, u"message_zh"_s, u"message_en"_s})
                QVERIFY2(each.toObject().contains(name), line.constData());
        }
    }
}

void TestPortraitCommand::anyNumberOfJobsWritesTheSameBytes()
{
    const QByteArray one = run({m_dir.path(), u"--jobs"_s, u"1"_s}).out;
    QVERIFY(!one.isEmpty());
    QCOMPARE(run({m_dir.path(), u"--jobs"_s, u"4"_s}).out, one);
}

void TestPortraitCommand::aTableAndAPageAreWritten()
{
    for (const QString &name : {u"r.csv"_s, u"r.html"_s, u"r.jsonl"_s}) {
        QTemporaryDir to;
        QCOMPARE(run({path(u"blue.png"_s), u"--report"_s, to.filePath(name)}).code, 1);
        QFile report(to.filePath(name));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY2(report.readAll().contains("A2.1"), qPrintable(name));
    }
}

void TestPortraitCommand::overlaysShowThePictureAsStored()
{
    QTemporaryDir to;
    QCOMPARE(run({path(u"blue.png"_s), u"--overlay"_s, to.path()}).code, 1);
    const QImage overlay(to.filePath(u"000001-blue.png"_s));
    QCOMPARE(overlay.size(), QSize(240, 320));
    QVERIFY(overlay != QImage(path(u"blue.png"_s)).convertToFormat(overlay.format()));
}

void TestPortraitCommand::anotherProfileHasOtherLimits()
{
    QVERIFY(run({path(u"blue.png"_s)}).out.contains("portrait.background-white"));
    const QByteArray other = run({path(u"blue.png"_s), u"--profile"_s, u"chsi"_s}).out;
    QVERIFY(!other.contains("portrait.background-white"));
    QVERIFY(other.contains("portrait.format"));
    QCOMPARE(run({path(u"blue.png"_s), u"--profile"_s, u"nowhere"_s}).code, 3);
}

/// Counts in = counts out: every file has its line, with its copy or why there is none.
void TestPortraitCommand::copiesAreFittedAndTheirOriginIsWrittenDown()
{
    QTemporaryDir to;
    const QString folder = to.filePath(u"fit"_s);
    const QStringList files = {path(u"blue.jpg"_s),  path(u"blue.png"_s), path(u"large.jpg"_s),
                               path(u"short.jpg"_s), path(u"text.jpg"_s), path(u"missing.jpg"_s)};
    const Ran ran = run(files + QStringList{u"--fit"_s, folder});
    QCOMPARE(ran.code, 1);
    QFile provenance(QDir(folder).filePath(u"provenance.jsonl"_s));
    QVERIFY(provenance.open(QIODevice::ReadOnly));
    QList<QJsonObject> fits;
    for (const QByteArray &line : provenance.readAll().trimmed().split('\n'))
        fits.append(QJsonDocument::fromJson(line).object()[u"fit"_s].toObject());
    QCOMPARE(fits.size(), files.size());
    QCOMPARE(fits[0][u"file"_s], u"blue.jpg"_s);
    QCOMPARE(fits[0][u"changed"_s], false);
    QCOMPARE(fits[1][u"file"_s], u"blue-2.png"_s);
    QCOMPARE(fits[2][u"changed"_s], true);
    QCOMPARE(fits[2][u"height"_s], 640);
    QCOMPARE(QImage(QDir(folder).filePath(u"large.jpg"_s)).size(), QSize(480, 640));
    QVERIFY(fits[2][u"left"_s].toArray().contains(u"portrait.background-white"_s));
    for (int i = 3; i < 6; ++i)
        QVERIFY(fits[i].contains(u"refused"_s));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
    QVERIFY(!run({folder}).out.contains("provenance"));
}

void TestPortraitCommand::aFolderWithFilesIsNotWrittenInto()
{
    const QFileInfoList before = QDir(m_dir.path()).entryInfoList(QDir::Files);
    QCOMPARE(run({path(u"large.jpg"_s), u"--fit"_s, m_dir.path()}).code, 3);
    QCOMPARE(QDir(m_dir.path()).entryInfoList(QDir::Files), before);
}

/// A report never takes the place of what it is about.
void TestPortraitCommand::theReportTakesNoPicture()
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(u"p.csv"_s); // a picture whatever its name says
    QVERIFY(QFile::copy(path(u"large.jpg"_s), picture));
    const qint64 bytes = QFileInfo(picture).size();
    QCOMPARE(run({picture, u"--report"_s, picture}).code, 2);
    QCOMPARE(QFileInfo(picture).size(), bytes);
}

void TestPortraitCommand::wrongWordsEndWithTwo()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({path(u"blue.png"_s), u"--jobs"_s, u"0"_s}).code, 2);
    QCOMPARE(run({path(u"blue.png"_s), u"--what"_s}).code, 2);
    QCOMPARE(run({path(u"blue.png"_s), u"--report"_s, m_dir.filePath(u"r.pdf"_s)}).code, 2);
    QCOMPARE(run({path(u"blue.png"_s), u"--report"_s, u"a.csv"_s, u"--report"_s, u"b.csv"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestPortraitCommand)
#include "tst_portraitcommand.moc"
