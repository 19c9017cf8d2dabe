#include "tests/cli/commandruns.h"

#include <QDir>
#include <QImage>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace zsb::test;

/// What `portrait` and `scan` make of a folder: not a bad picture, and not silent, is what is none by name and content.
class TestPictureFolder : public QObject, private CommandRuns
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsNoPictureIsSkippedAndNamed_data();
    void whatIsNoPictureIsSkippedAndNamed();
    void whatIsNamedItselfIsLookedAt();
    void aFolderWithoutPicturesSaysSo();
    void whatCannotBeReadAtAllEndsWithThree_data();
    void whatCannotBeReadAtAllEndsWithThree();
    void aNameThatIsNoTextIsToldAndCounted();
    void decodersSayNothing();
};

void TestPictureFolder::initTestCase()
{
    QVERIFY(QDir(m_dir.path()).mkpath(u"mixed"_s) && QDir(m_dir.path()).mkpath(u"none"_s));
    for (const QString &name : {u"Thumbs.db"_s, u"desktop.ini"_s, u".DS_Store"_s, u"notes.txt"_s})
        QVERIFY(!write(u"mixed/"_s + name, "not a picture").isEmpty());
    QVERIFY(!write(u"mixed/named.jpg"_s, "not a picture").isEmpty() && !write(u"mixed/empty.PNG"_s, {}).isEmpty());
    QVERIFY(!write(u"none/notes.txt"_s, "not a picture").isEmpty());
    QImage image(480, 640, QImage::Format_RGB32);
    image.fill(Qt::white);
    QVERIFY(image.save(m_dir.filePath(u"mixed/unnamed"_s), "jpg"));
}

void TestPictureFolder::whatIsNoPictureIsSkippedAndNamed_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("sum");
    QTest::newRow("portrait") << u"portrait"_s << u"/ 3 portraits: "_s;
    QTest::newRow("scan") << u"scan"_s << u"/ 3 materials: "_s;
}

void TestPictureFolder::whatIsNoPictureIsSkippedAndNamed()
{
    QFETCH(QString, verb);
    QFETCH(QString, sum);
    const Ran ran = run({verb, u"mixed"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains(u"跳过不是图片的文件 4 个 / skipped, no pictures: 4 files: "_s), qPrintable(ran.err));
    for (const QString &name : {u"Thumbs.db"_s, u"desktop.ini"_s, u".DS_Store"_s, u"notes.txt"_s})
        QVERIFY2(ran.err.count(name) == 1 && !ran.out.contains(name), qPrintable(ran.err));
    for (const QString &name : {u"named.jpg"_s, u"empty.PNG"_s, u"unnamed"_s})
        QVERIFY2(ran.out.contains(name) && !ran.err.contains(name), qPrintable(ran.out));
    QVERIFY2(ran.err.contains(sum), qPrintable(ran.err));
}

void TestPictureFolder::whatIsNamedItselfIsLookedAt()
{
    const Ran ran = run({u"portrait"_s, u"mixed/notes.txt"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains(u"notes.txt"_s) && !ran.err.contains(u"skipped"_s));
}

void TestPictureFolder::aFolderWithoutPicturesSaysSo()
{
    const Ran ran = run({u"scan"_s, u"none"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"no picture is in this folder: none"_s) && ran.err.contains(u"1 file: none/notes.txt"_s),
             qPrintable(ran.err));
}

void TestPictureFolder::whatCannotBeReadAtAllEndsWithThree_data()
{
    whatIsNoPictureIsSkippedAndNamed_data();
}

/// 1 is for pictures that were judged; each file has its line whatever the end.
void TestPictureFolder::whatCannotBeReadAtAllEndsWithThree()
{
    QFETCH(QString, verb);
    const Ran none = run({verb, u"nosuch"_s, u"nowhere/nosuch.jpg"_s});
    QCOMPARE(none.code, 3);
    QVERIFY2(none.err.contains(u"no file could be read"_s), qPrintable(none.err));
    QVERIFY2(none.out.count(u'\n') == 2 && none.out.count(u"\"error\""_s) >= 2, qPrintable(none.out));
    const Ran some = run({verb, u"nosuch"_s, u"mixed/empty.PNG"_s});
    QCOMPARE(some.code, 1);
    QVERIFY2(!some.err.contains(u"could be read"_s), qPrintable(some.err));
}

/// Counts in = counts out: archives packed elsewhere bring names in GBK. They are judged as others, and no byte of the
/// name is lost.
void TestPictureFolder::aNameThatIsNoTextIsToldAndCounted()
{
#ifdef Q_OS_WIN
    QSKIP("every name is text here");
#else
    QVERIFY(QDir(m_dir.path()).mkpath(u"gbk"_s));
    QVERIFY(QFile::copy(m_dir.filePath(u"mixed/unnamed"_s), m_dir.filePath(u"gbk/a.jpg"_s)));
    const std::string folder = m_dir.path().toStdString();
    const std::string odd = "gbk/\xD5\xC5\xC8\xFD.jpg";
    std::filesystem::copy_file(folder + "/gbk/a.jpg", folder + '/' + odd);
    for (const QString &verb : {u"portrait"_s, u"scan"_s}) {
        const Ran ran = run({verb, u"gbk"_s});
        QCOMPARE(ran.code, verb == u"scan"_s ? 0 : 1); // nobody is on the portrait
        QCOMPARE(ran.out.count(u'\n'), 2);
        QVERIFY2(ran.err.contains(u"1 file: gbk/%D5%C5%C8%FD.jpg (gbk/张三.jpg)"_s), qPrintable(ran.err));
        QVERIFY2(ran.out.contains(u"\"file\":\"gbk/%D5%C5%C8%FD.jpg\""_s), qPrintable(ran.out));
        QCOMPARE(ran.out.count(u"\"width\":480"_s), 2);
        QVERIFY2(!ran.out.contains(u"not exist"_s), qPrintable(ran.out));
        const QString shell = u"cd '%1' && '%2' %3 gbk/*.jpg"_s.arg(m_dir.path(), QStringLiteral(ZSB_CHECK), verb);
        QProcess named; // by itself, as a shell hands it over
        named.start(u"/bin/sh"_s, {u"-c"_s, shell});
        QVERIFY(named.waitForFinished(60'000));
        const QByteArray out = named.readAllStandardOutput();
        QVERIFY2(out.count("\"width\":480") == 2 && out.contains("gbk/%D5%C5%C8%FD.jpg"), out.constData());
    }
    std::filesystem::remove(folder + '/' + odd); // which Qt cannot clear away
#endif
}

/// What stands on the error stream is ours: a broken colour profile is no line without a file's name.
void TestPictureFolder::decodersSayNothing()
{
    QFile file(m_dir.filePath(u"mixed/unnamed"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const QByteArray profile = QByteArray("ICC_PROFILE\0\x01\x01", 14) + QByteArray(200, 'x');
    bytes.insert(2, QByteArray("\xFF\xE2\0", 3) + char(profile.size() + 2) + profile);
    QVERIFY(!write(u"profile.jpg"_s, bytes).isEmpty());
    for (const QString &verb : {u"portrait"_s, u"scan"_s}) {
        const Ran ran = run({verb, u"profile.jpg"_s});
        QVERIFY2(ran.out.contains(u"\"width\":480"_s) && !ran.err.contains(u"qt.gui"_s), qPrintable(ran.err));
        const bool isOfScan = verb == u"scan"_s; // what was not judged, and the sum; of portraits, no model
        QVERIFY2(ran.err.count(u'\n') <= 2 && (!isOfScan || ran.err.count(u'\n') == 2), qPrintable(ran.err));
    }
}

QTEST_GUILESS_MAIN(TestPictureFolder)
#include "tst_picturefolder.moc"
