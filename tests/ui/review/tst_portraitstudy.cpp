#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/policy/portraitjudge.h"
#include "tests/support/testpack.h"
#include "ui/review/comparewindow.h"
#include "ui/review/portraitpane.h"
#include "ui/review/portraitstudy.h"
#include "ui/review/reviewrows.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace zsb {

/// UX 6.5: portraits are measured beside the window, once for each content, and a copy leaves the original alone.
class TestPortraitStudy : public QObject
{
    Q_OBJECT

private slots:
    void aPortraitIsMeasuredOnceAndKept();
    void aPictureThatIsGoneIsNoStudyAndNoHarm();
    void aCopyIsWrittenWithItsProvenanceAndTheOriginalStays();
    void aPortraitThatCannotBeFittedIsToldAndNothingIsWritten();
    void aPngThatMayStayIsCalledOne();
    void whatIsAFindingIsNoHintToo();
    void comparingBeginsWithThePictureAFindingNames();
    void eachReadingIsRoundedAndShowsItsLimit();
    void aReadingShowsTheLimitAndTheMeasureThatTheFindingNames();
    void aReadingIsNeverRoundedToTheOtherSideOfItsLimit();
    void theValueOfALongReadingIsPainted_data();
    void theValueOfALongReadingIsPainted();
    void allReadingsAreShownAndTheMapIsExplained();
};

static std::string portrait(const QSize &size = {358, 441})
{
    return encodeJpeg(drawPortrait(faceOf(5, FaceSex::Female), {.size = size}), 200'000, 95).value();
}

void TestPortraitStudy::aPortraitIsMeasuredOnceAndKept()
{
    TaskRunner tasks;
    std::atomic<int> reads = 0;
    const auto read = [&reads](const std::string &) -> Result<std::string> {
        ++reads;
        return portrait();
    };
    PortraitStudies studies(tasks, read, sharedNm2023());
    QSignalSpy ready(&studies, &PortraitStudies::ready);
    QVERIFY(!studies.want("a"));
    QVERIFY(!studies.want("a")); // is on its way
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
    const PortraitStudy *study = studies.want("a");
    QVERIFY(study);
    QVERIFY(study->reading.hasPixels);
    QVERIFY(study->overlay.columns > 0);
    QCOMPARE(reads.load(), 1);
    QVERIFY(!studies.peek("b"));
}

void TestPortraitStudy::aPictureThatIsGoneIsNoStudyAndNoHarm()
{
    TaskRunner tasks;
    const auto read = [](const std::string &) -> Result<std::string> { return Error{ErrorCode::NotFound, "gone"}; };
    PortraitStudies studies(tasks, read, sharedNm2023());
    QSignalSpy ready(&studies, &PortraitStudies::ready);
    QVERIFY(!studies.want("a"));
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
    QVERIFY(!studies.peek("a")->reading.hasPixels);
    QVERIFY(studies.peek("a")->findings.empty());
    QVERIFY(!studies.want({}));
}

void TestPortraitStudy::aCopyIsWrittenWithItsProvenanceAndTheOriginalStays()
{
    TaskRunner tasks;
    const QTemporaryDir folder;
    const std::string original = portrait({716, 882}); // wider than the pack allows
    PortraitStudies studies(
        tasks, [&original](const std::string &) -> Result<std::string> { return original; }, sharedNm2023());
    QSignalSpy fitted(&studies, &PortraitStudies::fitted);
    const std::string name(64, 'a');
    studies.fit(name, folder.filePath(u"fitted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fitted.size(), 1, 60'000);
    const QString path = fitted.front().front().toString();
    QVERIFY2(!path.isEmpty(), qPrintable(fitted.front().back().toString()));
    const PortraitProfile *profile = nm2023().profile(nm2023().portraitProfile);
    const QImage copy(path);
    QVERIFY(copy.width() <= profile->maxWidthPx && copy.height() <= profile->maxHeightPx);
    QVERIFY(QFileInfo(path).size() <= profile->maxBytes);
    QFile provenance(folder.filePath(u"fitted/aaaaaaaaaaaaaaaa.json"_s));
    QVERIFY(provenance.open(QIODevice::ReadOnly));
    const QJsonObject line = QJsonDocument::fromJson(provenance.readAll()).object();
    QCOMPARE(line[u"source_sha256"_s].toString().toStdString(), name);
    QCOMPARE(line[u"width"_s].toInt(), copy.width());
}

void TestPortraitStudy::aPortraitThatCannotBeFittedIsToldAndNothingIsWritten()
{
    TaskRunner tasks;
    const QTemporaryDir folder;
    PortraitStudies studies(
        tasks, [](const std::string &) -> Result<std::string> { return std::string("no picture"); }, sharedNm2023());
    QSignalSpy fitted(&studies, &PortraitStudies::fitted);
    studies.fit(std::string(64, 'a'), folder.filePath(u"fitted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fitted.size(), 1, 60'000);
    QVERIFY(fitted.front().front().toString().isEmpty());
    QVERIFY(!fitted.front().back().toString().isEmpty());
    QVERIFY(!QDir(folder.filePath(u"fitted"_s)).exists());
}

void TestPortraitStudy::aPngThatMayStayIsCalledOne()
{
    TaskRunner tasks;
    const QTemporaryDir folder;
    const std::string original = *encodePng(drawPortrait(faceOf(5, FaceSex::Female), {.size = {120, 148}}));
    PortraitStudies studies(
        tasks, [&original](const std::string &) -> Result<std::string> { return original; }, sharedNm2023());
    QSignalSpy fitted(&studies, &PortraitStudies::fitted);
    studies.fit(std::string(64, 'a'), folder.filePath(u"fitted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fitted.size(), 1, 60'000);
    QCOMPARE(fitted.front().front().toString(), folder.filePath(u"fitted/aaaaaaaaaaaaaaaa.png"_s));
    QFile copy(fitted.front().front().toString());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().toStdString() == original);
}

/// What the file's findings say was measured is not said again as a hint beside them.
void TestPortraitStudy::whatIsAFindingIsNoHintToo()
{
    Finding stored;
    stored.rule = "portrait.sharp";
    stored.fields = {Field::Portrait};
    Finding other = stored;
    other.rule = "portrait.hair";
    PortraitStudy study;
    study.findings = {stored, other};
    FileView file;
    const ReviewWords words(nm2023(), Language::Chinese);
    const ReviewRows rows(nm2023(), words);
    QCOMPARE(rows.measured(file, study, 0).size(), 2);
    file.findings = {stored};
    const QList<FindingRow> hints = rows.measured(file, study, 0);
    QCOMPARE(hints.size(), 1);
    QCOMPARE(hints.front().rule, u"portrait.hair"_s);
    QVERIFY(hints.front().isHint);
    const QList<FindingRow> findings = rows.findings(file, {});
    QCOMPARE(findings.size(), 1);
    QVERIFY(!findings.front().quote.isEmpty()); // of the limit
}

void TestPortraitStudy::comparingBeginsWithThePictureAFindingNames()
{
    const QList<ComparePicture> pictures{{u"card"_s, u"id_card"_s, "1", true},
                                         {u"portrait"_s, {}, "2", true},
                                         {u"portrait of another"_s, {}, "3", true, "2"},
                                         {u"card before"_s, u"id_card"_s, "4", false}};
    QCOMPARE(firstPair(pictures, "2"), std::pair(1, 2));
    QCOMPARE(firstPair(pictures, "1"), std::pair(0, 3)); // nobody says that of the card
}

static PortraitStudy studyOf(double ratio, double roll, double glasses)
{
    PortraitStudy study;
    study.reading.hasPixels = true;
    study.reading.landmarks = LandmarkState::Found;
    study.reading.set(PortraitMeasure::HeadRatio, ratio);
    study.reading.set(PortraitMeasure::SubjectArea, 0.4932);
    study.reading.set(PortraitMeasure::HeadRoll, roll);
    study.reading.set(PortraitMeasure::BackgroundLevel, 249.6);
    study.reading.set(PortraitMeasure::GlassesScore, glasses);
    study.findings = judgePortrait(study.reading, nm2023(), nm2023().portraitProfile);
    return study;
}

static QList<PortraitLine> linesOf(const PortraitStudy &study)
{
    ApplicationState state;
    state.portrait.emplace();
    ImageFacts &facts = state.portrait->facts;
    facts.format = ImageFormat::Jpeg;
    facts.bytes = 22'000;
    facts.widthPx = 358;
    facts.heightPx = 441;
    const ReviewWords words(nm2023(), Language::Chinese);
    return ReviewRows(nm2023(), words).portrait(state, &study);
}

void TestPortraitStudy::eachReadingIsRoundedAndShowsItsLimit() // UX 6.5
{
    const QList<PortraitLine> lines = linesOf(studyOf(0.6589, 1.23, 0.12));
    for (const PortraitLine &line :
         {PortraitLine{u"jpg (jpg, png)"_s, Tone::Ok}, PortraitLine{u"头高占比 0.66 (0.52–0.74)"_s, Tone::Ok},
          PortraitLine{u"头肩占比 0.49（约 0.67）"_s, Tone::Neutral},
          PortraitLine{u"两眼倾斜 1.2° (±4.5°)"_s, Tone::Ok}, PortraitLine{u"背景亮度 250/255 (≥ 234)"_s, Tone::Ok},
          PortraitLine{u"眼镜边缘合计 0.12 (≤ 0.43)"_s, Tone::Ok}})
        QVERIFY2(lines.contains(line), qPrintable(line.text));
    const QList<PortraitLine> wrong = linesOf(studyOf(0.6589, -7.26, 0.51));
    QVERIFY(wrong.contains(PortraitLine{u"两眼倾斜 -7.3° (±4.5°)"_s, Tone::Warning}));
    QVERIFY(wrong.contains(PortraitLine{u"眼镜边缘合计 0.51 (≤ 0.43)"_s, Tone::Warning}));
}

/// UX 6.5: pane, report and finding speak of one limit, the hard one where that is crossed (A2.3, A2.4).
void TestPortraitStudy::aReadingShowsTheLimitAndTheMeasureThatTheFindingNames()
{
    QVERIFY(linesOf(studyOf(0.6589, -9.26, 0)).contains(PortraitLine{u"两眼倾斜 -9.3° (±8°)"_s, Tone::Error}));
    QVERIFY(linesOf(studyOf(0.8, 0, 0)).contains(PortraitLine{u"头高占比 0.80 (≤ 0.78)"_s, Tone::Error}));
    PortraitStudy glasses = studyOf(0.6589, 0, 0.51);
    glasses.reading.set(PortraitMeasure::GlassesPattern, 0.25);
    glasses.findings = judgePortrait(glasses.reading, nm2023(), nm2023().portraitProfile);
    const auto found = std::ranges::find(glasses.findings, "portrait.glasses", &Finding::rule);
    QVERIFY(found != glasses.findings.end());
    QCOMPARE(std::get<std::string>(found->evidence.front().value), std::string("glasses.pattern"));
    QVERIFY(linesOf(glasses).contains(PortraitLine{u"眼镜评分 0.25 (≤ -0.1)"_s, Tone::Warning}));
}

void TestPortraitStudy::theValueOfALongReadingIsPainted_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("150 %") << 1.5;
}

/// The English words are longer than the pane is wide; what differs at their end is seen all the same.
void TestPortraitStudy::theValueOfALongReadingIsPainted()
{
    QFETCH(double, scale);
    Theme theme;
    const auto painted = [&](const QString &value) {
        PortraitPane pane(theme);
        QFont font = pane.font();
        font.setPointSizeF(font.pointSizeF() * scale);
        pane.setFont(font);
        pane.resize(260, 100);
        pane.setReadings({{u"Brightness of the background behind the head "_s + value, Tone::Warning},
                          {u"Head height 0.66 (0.52–0.74)"_s, Tone::Ok}});
        pane.resize(260, pane.height());
        return std::pair(pane.grab().toImage(), pane.isWholeShown());
    };
    const auto [one, isOneWhole] = painted(u"203/255 (≥ 212)"_s);
    const auto [other, isOtherWhole] = painted(u"208/255 (≥ 212)"_s);
    QVERIFY(isOneWhole && isOtherWhole);
    QVERIFY(one == painted(u"203/255 (≥ 212)"_s).first);
    QVERIFY(one != other);
}

void TestPortraitStudy::aReadingIsNeverRoundedToTheOtherSideOfItsLimit()
{
    QVERIFY(linesOf(studyOf(0.7404, 0, 0)).contains(PortraitLine{u"头高占比 0.7404 (≤ 0.74)"_s, Tone::Warning}));
    QVERIFY(linesOf(studyOf(0.74, 0, 0)).contains(PortraitLine{u"头高占比 0.74 (0.52–0.74)"_s, Tone::Ok}));
}

/// None is left out for want of room, and no ring or colour is drawn that nobody explains.
void TestPortraitStudy::allReadingsAreShownAndTheMapIsExplained()
{
    Theme theme;
    PortraitPane pane(theme);
    pane.resize(360, 100);
    PortraitStudy study = studyOf(0.6589, 1.23, 0.12);
    pane.setReadings(linesOf(study));
    const int plain = pane.height();
    QVERIFY(pane.isWholeShown());
    study.overlay.columns = study.overlay.rows = 1;
    study.overlay.wall = {30};
    study.overlay.spots = {{0.4, 0.3, 0.1, 0.1}, {0.6, 0.3, 0.1, 0.1}};
    pane.setMeasured(study.reading, study.overlay);
    QVERIFY(!pane.accessibleDescription().contains(u"脸上偏亮"_s));
    pane.setMapShown(true);
    QVERIFY(pane.accessibleDescription().contains(u"脸上偏亮"_s));
    QVERIFY(pane.accessibleDescription().contains(u"背景离白色"_s));
    QVERIFY(pane.isWholeShown());
    QVERIFY(pane.height() >= plain);
    for (const PortraitLine &line : linesOf(study))
        QVERIFY2(pane.toolTip().contains(line.text), qPrintable(line.text));
}

} // namespace zsb

QTEST_MAIN(zsb::TestPortraitStudy)
#include "tst_portraitstudy.moc"
