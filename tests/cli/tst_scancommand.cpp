#include "tests/support/testpack.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

/// `zsb-check scan` as a script sees it: one line a file, whatever the file is.
class TestScanCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileHasALine();
    void whatIsNoPictureHasAFinding();
    void aMaterialOfNoKnownKindIsCalledThat();
    void oneCauseIsOneError();
    void anyNumberOfJobsWritesTheSameBytes();
    void aTableAndAPageAreWritten();
    void overlaysShowThePictureAsStored();
    void theSlotSaysWhatIsExpected();
    void whatIsNotJudgedWithoutASlotIsSaid();
    void onlyErrorsEndWithOne();
    void wrongWordsEndWithTwo();
    void whatIsNotComparedIsSaid();

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
        process.start(QStringLiteral(ZSB_CHECK), QStringList{u"scan"_s} + words);
        process.waitForFinished(60'000);
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), out, process.readAllStandardError()};
    }
    static QList<QJsonObject> linesOf(const QByteArray &out)
    {
        QList<QJsonObject> lines;
        for (const QByteArray &line : out.trimmed().split('\n'))
            lines.append(QJsonDocument::fromJson(line).object());
        return lines;
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

void TestScanCommand::initTestCase()
{
    QImage page(840, 1188, QImage::Format_RGB32);
    page.fill(QColor(250, 250, 246));
    for (int row = 0; row < 20; ++row) { // strokes like characters
        for (int column = 0; column < 30; ++column) {
            for (int i = 0; i < 12; ++i) {
                page.setPixel(100 + column * 20, 200 + row * 30 + i, qRgb(20, 20, 30));
                page.setPixel(101 + column * 20, 200 + row * 30 + i, qRgb(20, 20, 30));
                page.setPixel(95 + column * 20 + i, 206 + row * 30, qRgb(20, 20, 30));
            }
        }
    }
    QVERIFY(page.save(path(u"page.jpg"_s)));
    QVERIFY(page.save(path(u"page.png"_s)));
    write(u"empty.jpg"_s, {});
    write(u"text.jpg"_s, "no picture");
    QFile whole(path(u"page.jpg"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    write(u"short.jpg"_s, bytes.chopped(bytes.size() / 2));
    QByteArray bomb = bytes;
    const qsizetype frame = bomb.indexOf("\xFF\xC0");
    QVERIFY(frame > 0);
    bomb.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    write(u"bomb.jpg"_s, bomb);
#ifndef Q_OS_WIN
    QCOMPARE(mkfifo(qPrintable(path(u"pipe.jpg"_s)), 0600), 0);
#endif
}

void TestScanCommand::everyFileHasALine()
{
    const Ran ran = run({m_dir.path(), path(u"missing.jpg"_s)});
    QCOMPARE(ran.code, 1);
    const QList<QJsonObject> lines = linesOf(ran.out);
    QCOMPARE(lines.size(), qsizetype(QDir(m_dir.path()).entryList(QDir::Files | QDir::System).size() + 1));
    for (const QJsonObject &json : lines) {
        for (const auto &name : {u"file"_s, u"sha256"_s, u"format"_s, u"bytes"_s, u"width"_s, u"height"_s,
                                 u"measures"_s, u"findings"_s, u"private_tags"_s, u"seals"_s, u"ms"_s})
            QVERIFY2(json.contains(name), qPrintable(name));
        for (const auto &each : json[u"findings"_s].toArray()) {
            for (const auto &name : {u"rule"_s, u"clause"_s, u"severity"_s, u"outcome"_s, u"evidence"_s,
                                     u"message_zh"_s, u"message_en"_s, u"advice_zh"_s, u"advice_en"_s})
                QVERIFY2(each.toObject().contains(name), qPrintable(name));
        }
    }
}

void TestScanCommand::whatIsNoPictureHasAFinding()
{
    for (const QString &name : {u"empty.jpg"_s, u"text.jpg"_s, u"short.jpg"_s, u"bomb.jpg"_s, u"pipe.jpg"_s,
                                u"page.png"_s, u"missing.jpg"_s}) {
        const Ran ran = run({path(name)});
        const bool isRead = name != u"pipe.jpg"_s && name != u"missing.jpg"_s;
        QVERIFY2(ran.code == (isRead ? 1 : 3), qPrintable(name));
        QVERIFY2(!linesOf(ran.out).first()[u"findings"_s].toArray().isEmpty(), qPrintable(name));
    }
    QTemporaryDir empty;
    const Ran nothing = run({empty.path()});
    QCOMPARE(nothing.code, 3);
    QVERIFY(nothing.err.contains("no picture is in this folder") && nothing.err.contains("no picture to judge"));
}

/// Without --slot nobody knows which material it is.
void TestScanCommand::aMaterialOfNoKnownKindIsCalledThat()
{
    const QByteArray unnamed = run({path(u"page.png"_s)}).out;
    QVERIFY2(unnamed.contains("材料“未指明类别”") && unnamed.contains("“kind not said”"), unnamed.constData());
    const QByteArray named = run({path(u"page.png"_s), u"--slot"_s, u"diploma"_s}).out;
    QVERIFY(!named.contains("未指明类别") && !named.contains("材料“”"));
    QTemporaryDir to;
    QFile pdf(to.filePath(u"a.jpg"_s));
    QVERIFY(pdf.open(QIODevice::WriteOnly) && pdf.write("%PDF-1.4\n") > 0 && pdf.flush());
    const QByteArray other = run({pdf.fileName()}).out; // A1.5.2: said once, with what to do
    QVERIFY2(other.contains("PDF 文档") && other.contains("save it as jpg,") && !other.contains("materials.readable"),
             other.constData());
}

/// A1.5.2: what cannot be read is said once.
void TestScanCommand::oneCauseIsOneError()
{
    for (const QString &name : {u"empty.jpg"_s, u"text.jpg"_s, u"short.jpg"_s, u"pipe.jpg"_s, u"missing.jpg"_s}) {
        const QByteArray out = run({path(name)}).out;
        QVERIFY2(linesOf(out).first()[u"findings"_s].toArray().size() == 1, out.constData());
    }
}

void TestScanCommand::anyNumberOfJobsWritesTheSameBytes()
{
    const QByteArray one = run({m_dir.path(), u"--jobs"_s, u"1"_s}).out;
    QVERIFY(!one.isEmpty());
    QCOMPARE(run({m_dir.path(), u"--jobs"_s, u"4"_s}).out, one);
}

void TestScanCommand::aTableAndAPageAreWritten()
{
    for (const QString &name : {u"r.csv"_s, u"r.html"_s, u"r.jsonl"_s}) {
        QTemporaryDir to;
        QCOMPARE(run({path(u"page.png"_s), u"--report"_s, to.filePath(name)}).code, 1);
        QFile report(to.filePath(name));
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray text = report.readAll();
        QVERIFY2(text.contains("A1.5.2"), qPrintable(name));
        QVERIFY2(text.contains("text.strokes"), qPrintable(name)); // a measure
        QCOMPARE(text.contains("data:image/jpeg"), name.endsWith(u"html"_s));
    }
}

void TestScanCommand::overlaysShowThePictureAsStored()
{
    QTemporaryDir to;
    (void)run({path(u"page.jpg"_s), u"--slot"_s, u"application_form"_s, u"--overlay"_s, to.path()});
    const QImage overlay(to.filePath(u"000001-page.png"_s));
    QVERIFY(overlay.width() > 840 && overlay.height() >= 1188); // words stand beside it
    QVERIFY(overlay.copy(0, 0, 840, 1188) != QImage(path(u"page.jpg"_s)).convertToFormat(overlay.format()));
}

/// A3.2, A3.3: which seals are missed depends on slot and type.
void TestScanCommand::theSlotSaysWhatIsExpected()
{
    const QString page = path(u"page.jpg"_s);
    QVERIFY(!run({page}).out.contains("\"rule\":\"scan.seal\""));
    const QByteArray form = run({page, u"--slot"_s, u"application_form"_s, u"--type"_s, u"X2"_s}).out;
    QVERIFY(form.contains("scan.seal") && form.contains("A3.2") && !form.contains("A3.3"));
    QVERIFY(run({page, u"--slot"_s, u"application_form"_s, u"--type"_s, u"X1"_s}).out.contains("A3.3"));
}

/// A3.2, A3.3: seals nobody looked for are told once to who ran it and in every report, and so are those of a type.
void TestScanCommand::whatIsNotJudgedWithoutASlotIsSaid()
{
    const QString page = path(u"page.jpg"_s);
    const auto unjudged = [](const Ran &ran) { return linesOf(ran.out).last()[u"unjudged"_s].toArray(); };
    const Ran none = run({page, path(u"page.png"_s)});
    QCOMPARE(none.err.count("--slot did not say which material"), 1);
    QVERIFY2(none.err.contains("公章 (scan.seal)") && none.err.contains("Seal (scan.seal)"), none.err.constData());
    QVERIFY(unjudged(none).contains(u"scan.seal"_s) && unjudged(none).contains(u"scan.signature"_s));
    const QStringList form{page, u"--slot"_s, u"application_form"_s};
    const Ran nobody = run(form);
    QVERIFY2(nobody.err.contains("--type did not say") && !nobody.err.contains("--slot did not"),
             nobody.err.constData());
    QVERIFY(unjudged(nobody).contains(u"scan.seal"_s));
    const Ran whole = run(form + QStringList{u"--type"_s, u"X2"_s});
    QVERIFY(!whole.err.contains("did not say") && !whole.out.contains("unjudged"));
    QVERIFY(!run({page, u"--slot"_s, u"diploma"_s}).out.contains("unjudged")); // bears no marks
    QTemporaryDir to;
    (void)run({page, u"--report"_s, to.filePath(u"r.html"_s)});
    QFile report(to.filePath(u"r.html"_s));
    QVERIFY(report.open(QIODevice::ReadOnly) && report.readAll().contains("公章 (scan.seal)"));
}

/// README: 1 only for errors, as of `check`; a seal that was not found asks a person to look.
void TestScanCommand::onlyErrorsEndWithOne()
{
    const Ran looked = run({path(u"page.jpg"_s), u"--slot"_s, u"application_form"_s, u"--type"_s, u"X2"_s});
    QVERIFY2(looked.out.contains("scan.seal") && !looked.out.contains("\"error\""), looked.out.constData());
    QCOMPARE(looked.code, 0);
    QCOMPARE(run({path(u"page.jpg"_s), path(u"text.jpg"_s)}).code, 1);
}

void TestScanCommand::wrongWordsEndWithTwo()
{
    const QString page = path(u"page.jpg"_s);
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({page, u"--jobs"_s, u"0"_s}).code, 2);
    const Ran slot = run({page, u"--slot"_s, u"nowhere"_s});
    QVERIFY2(slot.code == 2 && slot.err.contains("there is no such --slot: nowhere\n"), slot.err.constData());
    const Ran type = run({page, u"--type"_s, u"nobody"_s});
    QVERIFY2(type.code == 2 && type.err.contains("there is no such --type: nobody\n"), type.err.constData());
    for (const zsb::MaterialSlot &each : zsb::nm2023().materialSlots)
        QVERIFY2(slot.err.contains("\n  " + QByteArray::fromStdString(each.id)), slot.err.constData());
    for (const zsb::CandidateType &each : zsb::nm2023().types)
        QVERIFY2(type.err.contains("\n  " + QByteArray::fromStdString(each.id)), type.err.constData());
    QVERIFY(run({page, u"--ocr"_s}).err.contains("--ocr and --expect go together"));
    QCOMPARE(run({page, u"--what"_s}).code, 2);
    QCOMPARE(run({page, u"--pack"_s, u"nowhere"_s}).code, 3);
}

/// Texts somebody asked to compare are never passed over in silence.
void TestScanCommand::whatIsNotComparedIsSaid()
{
    const auto table = [this](const QString &name, const QByteArray &text) {
        QFile file(path(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return isWritten ? file.fileName() : QString();
    };
    const auto compared = [this](const QString &expected, const QStringList &more) {
        return run(QStringList{path(u"page.jpg"_s), u"--ocr"_s, u"--expect"_s, expected} + more);
    };
    const QStringList form{u"--slot"_s, u"application_form"_s};
    const QString good = table(u"good.csv"_s, "file,name,docnum\nother.jpg,A,1\n,B,2\n");
    const Ran slotless = compared(good, {});
    QCOMPARE(slotless.code, 2);
    QVERIFY2(slotless.err.contains("--ocr needs --slot, one of: ") && slotless.err.contains("application_form"),
             slotless.err.constData());
    const Ran none = compared(table(u"none.csv"_s, "file,docnum\npage.jpg,1\n"), form);
    QVERIFY2(none.code == 2 && none.err.contains("no column is a field"), none.err.constData());
    const Ran partly = compared(good, form);
    for (const char *said : {"not compared: docnum", "1 row of --expect without a file", "1 picture not in --expect",
                             "1 file of --expect not among the pictures"})
        QVERIFY2(partly.err.contains(said), partly.err.constData());
}

QTEST_GUILESS_MAIN(TestScanCommand)
#include "tst_scancommand.moc"
