#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

#ifndef Q_OS_WIN
#include <csignal>
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
    void oneCauseIsOneError();
    void anotherFormatIsCalledByItsName_data();
    void anotherFormatIsCalledByItsName();
    void anyNumberOfJobsWritesTheSameBytes();
    void aTableHasEveryMeasureAndTheEvidence();
    void everyReportSaysWhatToDo();
    void aPageHoldsEveryPictureWithMeasuresAndSums();
    void aPageWithoutThumbnailsHoldsNoPicture();
    void whatWasInterruptedSaysSo_data();
    void whatWasInterruptedSaysSo();
    void overlaysAreNotPutAmongWhatIsJudged();
    void overlaysShowThePictureAsStored();
    void overlaysColourTheWallWhereItIsNotWhite();
    void anOverlayBeginsWithRedOnlyWhereSomethingIsWrong();
    void onlyErrorsEndWithOne();
    void anotherProfileHasOtherLimits();
    void copiesAreFittedAndTheirOriginIsWrittenDown();
    void aCopyHasTheEndingOfItsFormat();
    void aFolderWithFilesIsNotWrittenInto();
    void theReportTakesNoPicture();
    void wrongWordsEndWithTwo();
    void whatCannotBeDoneIsSaid();

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
        const QStringList noModel{u"--model"_s, u"none"_s}; // no face among these pictures is measured
        process.start(QStringLiteral(ZSB_CHECK),
                      QStringList{u"portrait"_s} + words + (words.contains(u"--model"_s) ? QStringList() : noModel));
        process.waitForFinished(60'000);
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), out, process.readAllStandardError()};
    }
    /// The bytes of the report of these words.
    static QByteArray report(const QStringList &words, const QString &ending)
    {
        const QTemporaryDir to;
        const QString name = to.filePath(u"r."_s + ending);
        (void)run(words + QStringList{u"--report"_s, name});
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_dir;
    QTemporaryDir m_people;
    QString m_person; ///< a drawn portrait without a defect
};

void TestPortraitCommand::initTestCase()
{
    QImage wall(240, 320, QImage::Format_RGB32);
    wall.fill(QColor(90, 140, 200));
    QVERIFY(wall.save(path(u"blue.png"_s)));
    QVERIFY(wall.save(path(u"blue.jpg"_s)));
    QVERIFY(wall.scaled(1200, 1600).save(path(u"large.jpg"_s)));
    const std::string person = zsb::encodeJpeg(zsb::drawPortrait(zsb::faceOf(3, zsb::FaceSex::Male)), 50'000).value();
    m_person = m_people.filePath(u"person.jpg"_s);
    QFile file(m_person);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(person.data(), qint64(person.size()));
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

/// A2.2: what cannot be read is said once; what follows from that is no further error.
void TestPortraitCommand::oneCauseIsOneError()
{
    for (const QString &name : {u"empty.jpg"_s, u"text.jpg"_s, u"pipe.jpg"_s, u"missing.jpg"_s}) {
        const Ran ran = run({path(name)});
        const bool isRead = name == u"empty.jpg"_s || name == u"text.jpg"_s;
        QCOMPARE(ran.code, isRead ? 1 : 3);
        const QJsonArray findings = QJsonDocument::fromJson(ran.out).object()[u"findings"_s].toArray();
        QVERIFY2(findings.size() == 1, ran.out.constData());
    }
    const Ran cut = run({path(u"short.jpg"_s)});
    QVERIFY(cut.out.contains("portrait.readable") && !cut.out.contains("portrait.background"));
    QVERIFY(run({path(u"blue.jpg"_s)}).out.contains("portrait.background"));
}

void TestPortraitCommand::anotherFormatIsCalledByItsName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    const auto brand = [](const QByteArray &id) {
        return QByteArray("\0\0\0\x18", 4) + "ftyp" + id + QByteArray(8, '\0');
    };
    QTest::newRow("heic") << brand("heic") << QByteArray("HEIC");
    QTest::newRow("avif") << brand("avif") << QByteArray("AVIF");
    QTest::newRow("pdf") << QByteArray("%PDF-1.4\n") << QByteArray("PDF");
    QTest::newRow("webp") << QByteArray("RIFF\x1A\0\0\0WEBPVP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\x65\x01\xB8\x01", 30)
                          << QByteArray("WebP");
    QTest::newRow("gif") << QByteArray("GIF89a\x66\x01\xB9\x01\0\0\0;", 14) << QByteArray("GIF");
    QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0\0\0", 10) << QByteArray("TIFF");
}

/// A2.2: what it is and what to save it as, in both languages, and of what is no picture here not that it is broken.
void TestPortraitCommand::anotherFormatIsCalledByItsName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QTemporaryDir to;
    QFile file(to.filePath(u"named.jpg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush());
    const QByteArray out = run({file.fileName()}).out;
    QVERIFY2(out.contains("portrait.format") && out.contains(name), out.constData());
    QVERIFY2(out.contains("请另存为 jpg 或 png") && out.contains("save it as jpg or png"), out.constData());
    QVERIFY2(!out.contains("no picture") && !out.contains("内容不是图片"), out.constData());
    const QByteArray other = run({file.fileName(), u"--profile"_s, u"chsi"_s}).out; // takes jpg alone
    QVERIFY2(other.contains("not jpg; save it as jpg,"), other.constData());
}

void TestPortraitCommand::anyNumberOfJobsWritesTheSameBytes()
{
    const QByteArray one = run({m_dir.path(), u"--jobs"_s, u"1"_s}).out;
    QVERIFY(!one.isEmpty());
    QCOMPARE(run({m_dir.path(), u"--jobs"_s, u"4"_s}).out, one);
}

void TestPortraitCommand::aTableHasEveryMeasureAndTheEvidence()
{
    const QByteArray text = report({path(u"blue.png"_s), path(u"text.jpg"_s), m_person}, u"csv"_s);
    QVERIFY(text.startsWith(
        "\xEF\xBB\xBF"
        "file,sha256,rule,clause,severity,outcome,message_zh,message_en,advice_zh,advice_en,evidence,"));
    QList<QByteArray> lines = text.trimmed().split('\n');
    const QList<QByteArray> head = lines.takeFirst().split(',');
    const qsizetype fromEnd = head.size() - head.indexOf("background.level"); // no number is quoted
    QVERIFY(head.contains("background.level") && head.contains("head.ratio"));
    int blue = 0;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> cells = line.split(',');
        QVERIFY2(cells.size() >= head.size(), line.constData());
        const QByteArray level = cells[cells.size() - fromEnd];
        if (!cells[0].contains("blue"))
            continue;
        ++blue;
        QCOMPARE(level, QByteArray("90")); // the least channel of the wall
        QVERIFY(!line.contains("portrait.background-white") ||
                line.contains("measure=background.level; value=90; limit=212"));
    }
    QVERIFY(blue > 1); // a line a finding
    QVERIFY(
        std::ranges::any_of(lines, [](const QByteArray &line) { return line.contains("background.level; value"); }));
    const auto isNoPicture = [](const QByteArray &line) { return line.contains("text.jpg"); };
    const auto none = std::ranges::find_if(lines, isNoPicture);
    QVERIFY(none != lines.end() && none->split(',')[none->split(',').size() - fromEnd].isEmpty()); // not taken
}

/// What to do stands in every report, in the words a table's workbook has.
void TestPortraitCommand::everyReportSaysWhatToDo()
{
    const QStringList files = {path(u"blue.png"_s), path(u"text.jpg"_s)};
    const QByteArray csv = report(files, u"csv"_s);
    const QByteArray page = report(files, u"html"_s);
    QStringList advised;
    for (const QByteArray &line : run(files).out.trimmed().split('\n')) {
        for (const auto &each : QJsonDocument::fromJson(line).object()[u"findings"_s].toArray()) {
            const QJsonObject finding = each.toObject();
            const QString zh = finding[u"advice_zh"_s].toString();
            const bool isSaid = zh.isEmpty() ? finding[u"message_zh"_s].toString().contains(u"请"_s)
                                             : csv.contains(zh.toUtf8()) && page.contains(zh.toUtf8());
            QVERIFY2(isSaid, line.constData());
            QVERIFY(csv.contains(finding[u"advice_en"_s].toString().toUtf8()));
            if (!zh.isEmpty())
                advised.append(zh);
        }
    }
    QVERIFY2(advised.join(u' ').contains(u"请重新提交：个人免冠照片"_s), qPrintable(advised.join(u' ')));
}

/// Counts in = counts out, and the page is well-formed.
void TestPortraitCommand::aPageHoldsEveryPictureWithMeasuresAndSums()
{
    const QStringList files = {path(u"blue.png"_s), path(u"text.jpg"_s), m_person};
    const QByteArray page = report(files, u"html"_s);
    QXmlStreamReader xml(page);
    QMap<QString, int> counts;
    int pictures = 0;
    int thumbnails = 0;
    int findings = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        pictures += attributes.value(u"class"_s) == u"picture"_s;
        findings += attributes.value(u"class"_s) == u"finding"_s;
        if (attributes.hasAttribute(u"data-count"_s))
            counts[attributes.value(u"data-count"_s).toString()] = attributes.value(u"data-value"_s).toInt();
        if (xml.name() != u"img"_s)
            continue;
        ++thumbnails;
        const QByteArray source = attributes.value(u"src"_s).toLatin1();
        QVERIFY(source.startsWith("data:image/jpeg;base64,"));
        const QImage image = QImage::fromData(QByteArray::fromBase64(source.mid(source.indexOf(',') + 1)));
        QCOMPARE(std::max(image.width(), image.height()), 160);
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(pictures, 3);
    QCOMPARE(thumbnails, 2); // text.jpg is no picture
    QCOMPARE(counts[u"clean"_s] + counts[u"looked"_s] + counts[u"failed"_s], 3);
    QCOMPARE(counts[u"failed"_s], 2);
    QCOMPARE(counts[u"findings"_s], findings);
    QVERIFY(counts[u"rule:portrait.background-white"_s] == 1);
    QVERIFY(page.contains("白色背景") && page.contains("A2.1")); // quote and clause
    QVERIFY(page.contains("✖ &lt; 212; ▲ &lt; 234"));            // the pack's limits
    QVERIFY(page.contains("file.decoded</span></td><td class=\"n\">是</td>") &&
            page.contains("✖ 否")); // a flag in words
    QVERIFY(report(files + QStringList{u"--lang"_s, u"en"_s}, u"html"_s).contains("to be looked at"));
}

/// Pictures hold faces: whoever passes a report on may leave them out.
void TestPortraitCommand::aPageWithoutThumbnailsHoldsNoPicture()
{
    const QByteArray page = report({m_person, u"--no-thumbnails"_s}, u"html"_s);
    QVERIFY(page.contains("person.jpg"));
    QVERIFY(!page.contains("<img") && !page.contains("base64"));
    QVERIFY(report({m_person}, u"html"_s).contains("base64"));
}

/// A report is whole or marked: it is there only at the end, with the files that were checked until then.
void TestPortraitCommand::whatWasInterruptedSaysSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("page") << u"r.html"_s << QByteArray("id=\"incomplete\"") << QByteArray("<section class=\"picture\"");
    QTest::newRow("table") << u"r.csv"_s << QByteArray(",input.incomplete,,error,needs-review,")
                           << QByteArray("person.jpg,");
}

void TestPortraitCommand::whatWasInterruptedSaysSo()
{
#ifdef Q_OS_WIN
    QSKIP("no signals");
#else
    const QTemporaryDir to;
    const QTemporaryDir overlays;
    QFETCH(const QString, name);
    QFETCH(const QByteArray, mark);
    QFETCH(const QByteArray, unit);
    constexpr int pictures = 2000; // more than are looked at before the signal comes
    const QString page = to.filePath(name);
    QStringList words = {u"portrait"_s, u"--model"_s, u"none"_s, u"--report"_s, page, u"--overlay"_s, overlays.path()};
    for (int i = 0; i < pictures; ++i)
        words.append(m_person);
    QProcess process;
    process.start(QStringLiteral(ZSB_CHECK), words);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(overlays.path()).isEmpty(), 60'000); // it is at the pictures
    QCOMPARE(kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 130);
    const QString told = QString::fromUtf8(process.readAllStandardError());
    const QRegularExpression counts(u"interrupted: (\\d+) of 2000 files looked at"_s);
    const auto match = counts.match(told);
    QVERIFY2(match.hasMatch() && told.contains(u"已中断：共 2000 个文件，检查了 %1 个"_s.arg(match.captured(1))),
             qPrintable(told));
    QFile file(page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains(mark) && text.endsWith(name.endsWith("html"_L1) ? "</html>\n" : ",\n"));
    QVERIFY(text.count(unit) > 0 && text.count(unit) < pictures);
    if (name.endsWith("html"_L1))
        QCOMPARE(text.count(unit), match.captured(1).toInt());
    QCOMPARE(QDir(to.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    QVERIFY(!report({m_person}, QFileInfo(name).suffix()).contains(mark));
#endif
}

void TestPortraitCommand::overlaysAreNotPutAmongWhatIsJudged()
{
    const QTemporaryDir judged;
    QVERIFY(QFile::copy(path(u"blue.png"_s), judged.filePath(u"blue.png"_s)));
    for (const QString &place : {judged.path(), judged.filePath(u"drawn"_s)}) {
        const Ran ran = run({judged.path(), u"--overlay"_s, place});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("--overlay"), ran.err.constData());
    }
    QCOMPARE(QDir(judged.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    const QTemporaryDir beside;
    QCOMPARE(run({judged.path(), u"--overlay"_s, beside.path()}).code, 1);
}

void TestPortraitCommand::overlaysShowThePictureAsStored()
{
    QTemporaryDir to;
    QCOMPARE(run({path(u"blue.png"_s), u"--overlay"_s, to.path()}).code, 1);
    const QImage overlay(to.filePath(u"000001-blue.png"_s));
    QVERIFY(overlay.width() > 240 && overlay.height() >= 320); // words stand beside it
    const QImage picture = QImage(path(u"blue.png"_s)).convertToFormat(overlay.format());
    QVERIFY(overlay.copy(0, 0, 240, 320) != picture);
}

/// A2.1: the wash lies on the blue wall, and not on a white one.
void TestPortraitCommand::overlaysColourTheWallWhereItIsNotWhite()
{
    QTemporaryDir to;
    (void)run({path(u"blue.png"_s), m_person, u"--overlay"_s, to.path()});
    const auto cornerOf = [&](const QString &name) { return QImage(to.filePath(name)).pixelColor(30, 40); };
    const QColor blue = cornerOf(u"000001-blue.png"_s);
    QVERIFY(blue.red() > blue.blue());
    const QColor white = cornerOf(u"000002-person.png"_s);
    QVERIFY(white.red() > 240 && white.blue() > 240);
}

/// Colours follow the standing: the first line beside a wall that is white enough is not red, beside a blue one it is.
void TestPortraitCommand::anOverlayBeginsWithRedOnlyWhereSomethingIsWrong()
{
    QTemporaryDir to;
    (void)run({path(u"blue.png"_s), m_person, u"--overlay"_s, to.path()});
    const auto isRed = [&](const QString &name, int from) {
        const QImage overlay(to.filePath(name));
        for (int y = 0; y < 60; ++y) {
            for (int x = from; x < overlay.width(); ++x) {
                const QColor at = overlay.pixelColor(x, y);
                if (at.red() > at.green() + 100)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(isRed(u"000001-blue.png"_s, 242));
    QVERIFY(!isRed(u"000002-person.png"_s, QImage(m_person).width() + 2));
}

/// README: 1 only for errors, as of `check`; what a person should look at is none.
void TestPortraitCommand::onlyErrorsEndWithOne()
{
    const Ran looked = run({m_person});
    QVERIFY2(looked.out.contains("needs-review") && !looked.out.contains("\"error\""), looked.out.constData());
    QCOMPARE(looked.code, 0);
    QVERIFY(looked.err.contains("1 to be looked at"));
    QCOMPARE(run({m_person, path(u"blue.png"_s)}).code, 1);
    QVERIFY(run({u"--help"_s}).out.contains("to be looked at counts as none"));
}

void TestPortraitCommand::anotherProfileHasOtherLimits()
{
    QVERIFY(run({path(u"blue.png"_s)}).out.contains("portrait.background-white"));
    const QByteArray other = run({path(u"blue.png"_s), u"--profile"_s, u"chsi"_s}).out;
    QVERIFY(!other.contains("portrait.background-white"));
    QVERIFY(other.contains("portrait.format"));
    QCOMPARE(run({path(u"blue.png"_s), u"--profile"_s, u"nowhere"_s}).code, 2);
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
    QVERIFY2(ran.err.contains("改好 1 张，像素不变 2 张，未能处理 3 张"), ran.err.constData());
    QVERIFY2(ran.err.contains("--fit: 1 changed, 2 kept their pixels, 3 refused; of the copies 3 still have findings"),
             ran.err.constData());
    const Ran inside = run({QFileInfo(folder).path(), u"--fit"_s, folder + u"/again"_s});
    QCOMPARE(inside.code, 2);
    QVERIFY2(inside.err.contains("the folder of --fit lies in one that is checked"), inside.err.constData());
    QVERIFY(!run({path(u"blue.jpg"_s)}).err.contains("--fit"));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
    QVERIFY(!run({folder}).out.contains("provenance"));
}

void TestPortraitCommand::aCopyHasTheEndingOfItsFormat()
{
    QTemporaryDir from;
    QTemporaryDir to;
    const QString unnamed = from.filePath(u"notype"_s);
    const QString wrong = from.filePath(u"wrong.jpg"_s);
    QVERIFY(QFile::copy(path(u"blue.jpg"_s), unnamed) && QFile::copy(path(u"blue.png"_s), wrong));
    (void)run({unnamed, wrong, u"--fit"_s, to.path()});
    QCOMPARE(QDir(to.path()).entryList({u"notype*"_s, u"wrong*"_s}, QDir::Files, QDir::Name),
             QStringList({u"notype.jpg"_s, u"wrong.png"_s}));
    QFile provenance(QDir(to.path()).filePath(u"provenance.jsonl"_s)); // and is judged by it
    QVERIFY(provenance.open(QIODevice::ReadOnly));
    QVERIFY(run({wrong}).out.contains("portrait.ending") && !provenance.readAll().contains("portrait.ending"));
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

void TestPortraitCommand::whatCannotBeDoneIsSaid()
{
    const QString blue = path(u"blue.png"_s);
    QVERIFY(run({blue, u"--jobs"_s, u"0"_s}).err.contains("--jobs is a whole number from 1: 0"));
    QVERIFY(run({blue, u"--lang"_s, u"fr"_s}).err.contains("--lang is zh or en"));
    const Ran profile = run({blue, u"--profile"_s, u"nowhere"_s});
    QVERIFY(profile.err.contains("nowhere") && profile.err.contains("annex2") && profile.err.contains("chsi"));
    const Ran model = run({blue, u"--model"_s, m_dir.filePath(u"no.dat"_s)});
    QCOMPARE(model.code, 3);
    QVERIFY(model.err.contains("no.dat") && model.out.isEmpty());
    QCOMPARE(run({blue, u"--model"_s, path(u"text.jpg"_s)}).code, 3);
    const QTemporaryDir empty;
    QVERIFY(QDir(empty.path()).mkdir(u"below"_s));
    const Ran nothing = run({empty.path()});
    QVERIFY(nothing.err.contains("no picture is in this folder") && nothing.err.contains(empty.path().toUtf8()));
    QCOMPARE(nothing.code, 3);
    QVERIFY(run({u"--help"_s}).out.contains("no picture to judge"));
    const Ran both = run({empty.path(), blue});
    QVERIFY(both.code == 1 && both.err.contains("no picture is in this folder") && both.out.count('\n') == 1);
    QVERIFY(!run({m_people.path()}).err.contains("no picture is in this folder"));
}

QTEST_GUILESS_MAIN(TestPortraitCommand)
#include "tst_portraitcommand.moc"
