#include "tests/image/samples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif
#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

#include <set>

using namespace Qt::StringLiterals;
using namespace zsb::samples;

/// Pictures made to take memory or time, judged by the real program: each has a line with a finding in both languages,
/// and the run stays under 256 MB with any number of jobs (issue 4).
class TestHostilePictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileIsToldAndTheRunStaysSmall_data();
    void everyFileIsToldAndTheRunStaysSmall();
    void whatIsTooLargeIsSaidWithWhatToDo();
    void manyPassesAreNotCalledALargePicture();
    void aPipeIsNoPictureButAPipe();

private:
    struct Ran
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    static Ran run(const QStringList &words)
    {
        QProcess process;
        process.start(QStringLiteral(ZSB_CHECK), words);
        process.waitForFinished(300'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    void write(const QString &name, const std::string &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes.data(), qint64(bytes.size())), qint64(bytes.size()));
        ++m_files;
    }

    QTemporaryDir m_dir;
    int m_files = 0;
};

namespace {

/// The most memory any process had that this one waited for, in MB.
[[maybe_unused]] double childrenMb()
{
#ifdef Q_OS_LINUX
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

/// A black PNG of 24 million pixels, in as many bytes as a PNG of that kind unpacks to.
std::string blackPng(char bits, char colourType, int bytesAPixel, bool isInterlaced)
{
    constexpr unsigned width = 4800;
    constexpr unsigned height = 4900;
    struct Pass
    {
        unsigned x, y, across, down;
    };
    std::vector<Pass> passes = {{0, 0, 1, 1}};
    if (isInterlaced)
        passes = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
    qsizetype size = 0;
    for (const Pass &pass : passes) {
        const qsizetype columns = (width - pass.x + pass.across - 1) / pass.across;
        const qsizetype rows = (height - pass.y + pass.down - 1) / pass.down;
        size += rows * (1 + columns * bytesAPixel);
    }
    const QByteArray packed = qCompress(QByteArray(size, '\0'), 1).mid(4);
    const std::string header =
        be32(width) + be32(height) + bits + colourType + std::string(2, '\0') + char(isInterlaced ? 1 : 0);
    return "\x89PNG\r\n\x1A\n" + pngChunk("IHDR", header) + pngChunk("IDAT", packed.toStdString()) +
           pngChunk("IEND", {});
}

std::string commented(const std::string &jpeg, int comments, const std::string &before = {})
{
    const std::string comment = withSegment("\xFF\xD8", 0xFE, std::string(60'000, 'c')).substr(2);
    std::string all;
    for (int i = 0; i < comments; ++i)
        all += comment;
    constexpr std::size_t behindJfif = 20;
    return jpeg.substr(0, behindJfif) + before + all + jpeg.substr(behindJfif);
}

std::string packedTexts(const std::string &png, int texts)
{
    const QByteArray packed = qCompress(QByteArray(7'000'000, 'x'), 9).mid(4);
    const std::string chunk = pngChunk("zTXt", std::string("Comment\0\0", 9) + packed.toStdString());
    std::string all;
    for (int i = 0; i < texts; ++i)
        all += chunk;
    return withChunks(png, all);
}

} // namespace

void TestHostilePictures::initTestCase()
{
    const std::string jpeg = encoded(picture(300, 400), "jpg");
    const std::string png = encoded(picture(300, 400), "png");
    write(u"grey16.png"_s, blackPng(16, 0, 2, false));
    write(u"colour16.png"_s, blackPng(16, 2, 6, false));
    write(u"grey8.png"_s, blackPng(8, 0, 1, false));
    write(u"interlaced.png"_s, blackPng(8, 2, 3, true));
    write(u"transparent.png"_s, blackPng(8, 6, 4, true));
    write(u"inks.jpg"_s, cmykJpeg(600, 612));
    write(u"inks-in-scans.jpg"_s, cmykJpeg(600, 612, true));
    write(u"comments.jpg"_s, commented(jpeg, 550));
    write(u"rubbish-comments.jpg"_s, commented(jpeg, 300, "rubbish"));
    write(u"texts.png"_s, packedTexts(png, 60));
    write(u"animated.png"_s, withChunks(png, animation()));
    write(u"animated.gif"_s, gif(3));
    write(u"short.jpg"_s, jpeg.substr(0, jpeg.size() / 2));
    write(u"huge.jpg"_s, jpeg + std::string(40'000'000, '\0'));
    std::string bomb = jpeg;
    bomb.replace(bomb.find("\xFF\xC0") + 5, 4, "\xFF\xFF\xFF\xFF");
    write(u"bomb.jpg"_s, bomb);
    std::string passes = jpeg.substr(0, jpeg.size() - 2);
    const std::string pass = passes.substr(passes.find("\xFF\xDA"));
    for (int i = 0; i < 150; ++i)
        passes += pass;
    write(u"passes.jpg"_s, passes + "\xFF\xD9");
    for (int i = 1; i <= 3; ++i) { // several that are dear at once
        write(u"again%1.png"_s.arg(i), blackPng(16, 0, 2, false));
        write(u"again%1.jpg"_s.arg(i), cmykJpeg(500, 400, true));
    }
}

void TestHostilePictures::everyFileIsToldAndTheRunStaysSmall_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("jobs");
    for (const QString &verb : {u"scan"_s, u"portrait"_s})
        for (const QString &jobs : {u"1"_s, u"8"_s})
            QTest::addRow("%s, %s jobs", qPrintable(verb), qPrintable(jobs)) << verb << jobs;
}

void TestHostilePictures::everyFileIsToldAndTheRunStaysSmall()
{
    QFETCH(QString, verb);
    QFETCH(QString, jobs);
    const Ran ran = run({verb, m_dir.path(), u"--jobs"_s, jobs});
    QCOMPARE(ran.code, 1);
    const QList<QByteArray> lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), m_files);
    for (const QByteArray &line : lines) {
        const QJsonArray findings = QJsonDocument::fromJson(line).object()[u"findings"_s].toArray();
        QVERIFY2(!findings.isEmpty(), line.constData());
        for (const auto &each : findings) {
            QVERIFY2(!each.toObject()[u"message_zh"_s].toString().isEmpty(), line.constData());
            QVERIFY2(!each.toObject()[u"message_en"_s].toString().isEmpty(), line.constData());
        }
    }
    QVERIFY2(!ran.err.contains("Corrupt JPEG"), ran.err.constData());
#ifndef ZSB_SANITIZED
    QVERIFY2(childrenMb() < 256, qPrintable(u"%1 MB"_s.arg(childrenMb())));
#endif
}

static std::set<QString> rulesOf(const QByteArray &line)
{
    std::set<QString> rules;
    for (const auto &each : QJsonDocument::fromJson(line).object()[u"findings"_s].toArray())
        rules.insert(each.toObject()[u"rule"_s].toString());
    return rules;
}

/// A2.2, A1.5.2: what cannot be judged as one picture has a finding of its own and is not passed over.
void TestHostilePictures::whatIsTooLargeIsSaidWithWhatToDo()
{
    for (const QString &verb : {u"portrait"_s, u"scan"_s}) {
        const auto rules = [&](const QString &name) { return rulesOf(run({verb, path(name)}).out.trimmed()); };
        const Ran large = run({verb, path(u"grey16.png"_s)});
        QVERIFY(rulesOf(large.out.trimmed()).contains(verb + u".decoded"_s));
        QVERIFY2(QString::fromUtf8(large.out).contains(u"4800×4900"_s), large.out.constData());
        QVERIFY(large.out.contains("4800 x 4900"));
        QVERIFY(rules(u"animated.png"_s).contains(verb + u".animated"_s));
        QVERIFY(rules(u"animated.gif"_s).contains(verb + u".animated"_s));
        QVERIFY(rules(u"inks.jpg"_s).contains(verb + u".cmyk"_s));
        const std::set<QString> texts =
            rules(u"texts.png"_s); // only its picture is looked at, and it is an ordinary one
        QVERIFY(!texts.contains(verb + u".decoded"_s) && !texts.contains(verb + u".animated"_s));
    }
}

/// A small picture may be as dear: nobody is told that it is large.
void TestHostilePictures::manyPassesAreNotCalledALargePicture()
{
    for (const QString &verb : {u"portrait"_s, u"scan"_s}) {
        const Ran ran = run({verb, path(u"passes.jpg"_s)});
        QVERIFY2(rulesOf(ran.out.trimmed()).contains(verb + u".decoded"_s), ran.out.constData());
        QVERIFY2(QString::fromUtf8(ran.out).contains(u"内存或时间"_s), ran.out.constData());
        QVERIFY2(ran.out.contains("too much memory or time") && !ran.out.contains("too large"), ran.out.constData());
    }
}

void TestHostilePictures::aPipeIsNoPictureButAPipe()
{
#ifdef Q_OS_WIN
    QSKIP("no pipes among files here");
#else
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe.jpg"_s);
    QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
    for (const QString &verb : {u"portrait"_s, u"scan"_s}) {
        const Ran ran = run({verb, pipe});
        QCOMPARE(ran.code, 3);
        QVERIFY2(QString::fromUtf8(ran.out).contains(u"管道"_s), ran.out.constData());
        QVERIFY2(ran.out.contains("a pipe"), ran.out.constData());
        QVERIFY(!ran.out.contains("no picture"));
    }
#endif
}

QTEST_GUILESS_MAIN(TestHostilePictures)
#include "tst_hostilepictures.moc"
