#include "tests/image/drawnscans.h"
#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"
#include "ui/review/imageviewer.h"
#include "ui/review/reviewrows.h"
#include "ui/review/scanstudy.h"

#include <QHelpEvent>
#include <QListView>
#include <QSignalSpy>
#include <QToolTip>

#include <atomic>

using namespace Qt::StringLiterals;

namespace zsb {

/// UX 6.4: materials are measured and read beside the window, once for each content; F7 shows what was found over the
/// picture, and a finding leads to its place.
class TestScanStudy : public QObject
{
    Q_OBJECT

private slots:
    void aMaterialIsMeasuredOnceAndKept();
    void textsAreReadOnlyWhenAskedForAndComparedWithTheForm();
    void aPictureThatIsGoneIsNoStudyAndNoHarm();
    void whatIsOnTheScreenIsStudiedBeforeWhatMayComeNext();
    void nobodyWaitsForWhatWasCrowdedOut();
    void f7DrawsPageSealsAndTextsOverThePicture();
    void aTextThatDiffersIsAHintThatLeadsToItsPlace();
    void whatIsAFindingIsNoHintToo();
};

namespace {

ScanPicture formPicture(const std::string &sha256, const PaperFacts &facts)
{
    return {.sha256 = sha256,
            .slot = "application_form",
            .type = "X1",
            .expected = {{Field::DocumentNumber, facts.idNumber}, {Field::College, facts.college}}};
}

std::string form()
{
    DrawDesk desk;
    FormStyle style;
    style.widthPx = 1400;
    return drawn::jpeg(drawForm(desk, drawn::somebody(3), {}, style));
}

/// Forms of other people: the paper says another ID number than the form that was filled in.
void anotherNumber(PaperFacts &facts)
{
    facts.idNumber = "440524188001010014"; // a specimen of GB 11643
}

/// A workplace with measuring, at a file's application form.
struct ScanPlace : Workplace
{
    explicit ScanPlace(const std::function<void(PaperFacts &)> &misprint = {})
        : Workplace(0, {}, std::chrono::seconds(10), ReviewSeason::Pictures::Drawn, misprint)
    {
        controller.measureScans();
        for (int i = 1; i <= int(nm2023().types.size()); ++i) {
            const ApplicationId id = season.add(i);
            if (season.store->state(id)->materials.contains("application_form")) {
                controller.openQueue();
                controller.openFile(id);
                break;
            }
        }
        form = controller.materials().rowOfSlot(u"application_form"_s);
        controller.showPicture(form);
        picture().setFocus();
    }

    [[nodiscard]] ImageViewer &picture() { return *page->findChild<ImageViewer *>(); }
    [[nodiscard]] int marksOf(Tone tone)
    {
        return int(std::ranges::count(picture().evidence(), tone, &EvidenceMark::tone));
    }
    [[nodiscard]] const EvidenceMark *markNamed(const QString &name)
    {
        for (const EvidenceMark &mark : picture().evidence()) {
            if (mark.label.contains(name))
                return &mark;
        }
        return nullptr;
    }
    [[nodiscard]] static QString nameOf(Field field) { return qtext(nm2023().field(field).label.zh); }

    int form = -1;
};

} // namespace

void TestScanStudy::aMaterialIsMeasuredOnceAndKept()
{
    std::atomic<int> reads = 0;
    const std::string bytes = form();
    ScanStudies studies(
        [&](const std::string &) -> Result<std::string> {
            ++reads;
            return bytes;
        },
        sharedNm2023());
    QSignalSpy ready(&studies, &ScanStudies::ready);
    const ScanPicture picture = formPicture("a", drawn::somebody(3));
    QVERIFY(!studies.want(picture, ScanStudies::Turn::Later));
    QVERIFY(!studies.want(picture, ScanStudies::Turn::Now)); // is on its way
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, testPatience);
    ScanPicture otherForm = picture;
    otherForm.expected.clear();
    const ScanStudy *study = studies.want(otherForm, ScanStudies::Turn::Now);
    QVERIFY(study); // what the form says changes nothing about the paper
    QVERIFY(study->reading.hasPixels);
    QCOMPARE(study->reading.seals.size(), std::size_t(2));
    QCOMPARE(reads.load(), 1);
    ScanPicture otherSlot = picture;
    otherSlot.slot = "id_card";
    QVERIFY(!studies.peek(otherSlot)); // handed in as something else it is judged anew
}

void TestScanStudy::textsAreReadOnlyWhenAskedForAndComparedWithTheForm()
{
    if (!TextReader::open())
        QSKIP("no text reader or no Chinese language data here");
    const std::string bytes = form();
    ScanStudies studies([&](const std::string &) -> Result<std::string> { return bytes; }, sharedNm2023());
    const ScanPicture picture = formPicture("a", drawn::somebody(3));
    QSignalSpy ready(&studies, &ScanStudies::ready);
    static_cast<void>(studies.want(picture, ScanStudies::Turn::Now));
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, testPatience);
    QVERIFY(!studies.peekTexts(picture));
    QVERIFY(!studies.wantTexts(picture, ScanStudies::Turn::Now));
    QTRY_VERIFY_WITH_TIMEOUT(studies.peekTexts(picture), testPatience);
    const ScanTexts &texts = *studies.peekTexts(picture);
    QVERIFY(texts.isAvailable);
    const auto number = std::ranges::find(texts.texts, Field::DocumentNumber, &ReadText::field);
    QVERIFY(number != texts.texts.end());
    QVERIFY(number->state == ReadText::State::Right);
    ScanPicture other = picture;
    other.expected[Field::DocumentNumber] = "150102199001011239";
    QVERIFY(!studies.peekTexts(other)); // another form is another comparison
}

void TestScanStudy::aPictureThatIsGoneIsNoStudyAndNoHarm()
{
    ScanStudies studies(
        [](const std::string &) -> Result<std::string> {
            return Error{ErrorCode::NotFound, "gone"};
        },
        sharedNm2023());
    QSignalSpy ready(&studies, &ScanStudies::ready);
    const ScanPicture picture = formPicture("a", drawn::somebody(3));
    static_cast<void>(studies.wantTexts(picture, ScanStudies::Turn::Now));
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, testPatience);
    QVERIFY(!studies.peek(picture)->reading.hasPixels);
    QVERIFY(studies.peek(picture)->findings.empty());
    QVERIFY(studies.peekTexts(picture)->texts.empty());
    QVERIFY(!studies.want({}, ScanStudies::Turn::Now));
    QVERIFY(!studies.isBusy()); // there is nothing without bytes
}

void TestScanStudy::whatIsOnTheScreenIsStudiedBeforeWhatMayComeNext()
{
    ScanStudies studies([](const std::string &) -> Result<std::string> { return std::string("no picture"); },
                        sharedNm2023());
    std::vector<std::string> order;
    connect(&studies, &ScanStudies::ready, this, [&order](const std::string &sha256) { order.push_back(sha256); });
    for (const char *later : {"1", "2", "3"})
        static_cast<void>(studies.want(formPicture(later, {}), ScanStudies::Turn::Later));
    static_cast<void>(studies.want(formPicture("3", {}), ScanStudies::Turn::Now));
    static_cast<void>(studies.want(formPicture("4", {}), ScanStudies::Turn::Now));
    QTRY_COMPARE_WITH_TIMEOUT(order.size(), std::size_t(4), testPatience);
    const std::vector<std::string> wanted{"1", "4", "3", "2"}; // the first had begun
    QCOMPARE(order, wanted);
}

void TestScanStudy::nobodyWaitsForWhatWasCrowdedOut()
{
    ScanStudies studies([](const std::string &) -> Result<std::string> { return std::string("no picture"); },
                        sharedNm2023());
    QSignalSpy ready(&studies, &ScanStudies::ready);
    const int asked = int(ScanStudies::mostWaiting) + 10;
    for (int i = 0; i < asked; ++i)
        static_cast<void>(studies.want(formPicture(std::to_string(i), {}), ScanStudies::Turn::Now));
    QTRY_VERIFY_WITH_TIMEOUT(!studies.isBusy(), testPatience);
    QCOMPARE(ready.size(), qsizetype(ScanStudies::mostWaiting) + 1); // the one that had begun
    QVERIFY(studies.peek(formPicture(std::to_string(asked - 1), {})));
    QVERIFY(!studies.peek(formPicture("1", {})));
}

void TestScanStudy::f7DrawsPageSealsAndTextsOverThePicture()
{
    ScanPlace desk;
    QVERIFY(desk.form >= 0);
    QTRY_VERIFY_WITH_TIMEOUT(desk.picture().hasImage(), testPatience);
    QVERIFY(!desk.markNamed(u"公章"_s));
    desk.press(Qt::Key_F7);
    QVERIFY(desk.actions.action("viewer.texts")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(desk.markNamed(u"公章"_s), testPatience);
    const EvidenceMark seal = *desk.markNamed(u"公章"_s);
    QVERIFY(seal.share.center().y() > 0.5); // both offices stamp the lower half
    const QImage with = desk.picture().grab().toImage();
    if (TextReader::open()) {
        const QString number = ScanPlace::nameOf(Field::DocumentNumber);
        QTRY_VERIFY_WITH_TIMEOUT(desk.markNamed(number), testPatience);
        const EvidenceMark mark = *desk.markNamed(number);
        QVERIFY2(mark.tone == Tone::Ok, qPrintable(mark.tip));
        QVERIFY(desk.picture().accessibleDescription().contains(mark.tip));
    }
    desk.press(Qt::Key_F7);
    QVERIFY(!desk.markNamed(u"公章"_s));
    QVERIFY(desk.picture().grab().toImage() != with);
}

void TestScanStudy::aTextThatDiffersIsAHintThatLeadsToItsPlace()
{
    if (!TextReader::open())
        QSKIP("no text reader or no Chinese language data here");
    ScanPlace desk(&anotherNumber);
    QTRY_VERIFY_WITH_TIMEOUT(desk.picture().hasImage(), testPatience);
    desk.press(Qt::Key_F7);
    const QString name = ScanPlace::nameOf(Field::DocumentNumber);
    QTRY_VERIFY_WITH_TIMEOUT(desk.markNamed(name), testPatience);
    const EvidenceMark mark = *desk.markNamed(name);
    QVERIFY2(mark.tone == Tone::Warning, qPrintable(mark.tip));
    QVERIFY(mark.tip.contains(u"440524188001010014"_s)); // over the mark, and nowhere else
    FindingsModel &findings = desk.controller.findings();
    int row = -1;
    for (int i = 0; i < findings.count(); ++i)
        row = findings.at(i).rule == "scan.text"_L1 ? i : row;
    QVERIFY(row >= 0);
    QVERIFY(findings.at(row).isHint);
    QVERIFY(!findings.at(row).message.contains(u"4405"_s));

    // the text is shown while the pointer is over its box
    QHelpEvent beside(QEvent::ToolTip, {}, desk.picture().mapToGlobal(QPoint()));
    QApplication::sendEvent(&desk.picture(), &beside);
    QVERIFY(!QToolTip::text().contains(u"4405"_s));
    desk.controller.showPortrait(); // from elsewhere too
    auto *list = desk.page->findChild<QListView *>(u"findings"_s);
    QVERIFY(list);
    list->setCurrentIndex(findings.index(row));
    list->setFocus();
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.controller.picture(), desk.form);
    QCOMPARE(desk.controller.finding(), row);
    QTRY_VERIFY_WITH_TIMEOUT(desk.picture().view().zoom > 1.2, testPatience);
    const QPointF middle = desk.picture().view().middle;
    QVERIFY(mark.share.adjusted(-0.05, -0.05, 0.05, 0.05).contains(middle));
    const Picture &shown = *desk.controller.pictures().peek(desk.controller.materials().at(desk.form).sha256);
    const QPointF off = mark.share.center() - middle;
    const QPointF on =
        QRectF(desk.picture().rect()).center() +
        QPointF(off.x() * shown.fullSize.width(), off.y() * shown.fullSize.height()) * desk.picture().scale();
    const QPoint over = on.toPoint();
    QHelpEvent help(QEvent::ToolTip, over, desk.picture().mapToGlobal(over));
    QApplication::sendEvent(&desk.picture(), &help);
    QVERIFY2(QToolTip::text().contains(u"440524188001010014"_s), qPrintable(QToolTip::text()));
}

/// What the file's findings say of a page is not said again as a hint; of another page it is.
void TestScanStudy::whatIsAFindingIsNoHintToo()
{
    const auto darkPage = [](const char *slot) {
        Finding finding;
        finding.rule = "scan.dark";
        finding.fields = {Field::Materials};
        finding.evidence = {{"slot", std::string(slot)}};
        return finding;
    };
    ScanStudy study;
    study.findings = {darkPage("student_card")};
    MaterialRow material;
    material.slot = u"student_card"_s;
    FileView file;
    const ReviewWords words(nm2023(), Language::Chinese);
    const ReviewRows rows(nm2023(), words);
    QCOMPARE(rows.scanned(file, study, nullptr, material, 0).size(), 1);
    file.findings = {darkPage("id_card")};
    QCOMPARE(rows.scanned(file, study, nullptr, material, 0).size(), 1);
    file.findings = {darkPage("student_card")};
    QVERIFY(rows.scanned(file, study, nullptr, material, 0).isEmpty());
}

} // namespace zsb

QTEST_MAIN(zsb::TestScanStudy)
#include "tst_scanstudy.moc"
