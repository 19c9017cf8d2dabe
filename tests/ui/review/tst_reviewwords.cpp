#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"
#include "ui/models/phasetone.h"
#include "ui/review/coach.h"
#include "ui/review/findingspane.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace zsb {

/// What the review page says is true of the file on the screen, and only as long as it is.
class TestReviewWords : public QObject
{
    Q_OBJECT

private slots:
    void aWarningGoesWithWhatItWasAbout();
    void nothingIsSaidOfNoFile();
    void aWrongStateIsNamed();
    void theHistoryNamesWhatItIsAbout();
    void theDeadlineIsInItsDay();
    void aReturnAndADoubtLookDifferent();
    void aSearchIsNotAnEmptyQueue();
    void escapeInTheListEndsTheSearch();
    void aNumberIsJumpedTo();
    void theKeyCardIsUnderF1();
    void aConfirmedErrorIsCoachedAsAReturn();
    void clausesAreCalledAsThePackSays();
};

static void breakNumber(DemoPerson &person, int)
{
    char &last = person[Field::DocumentNumber].back();
    last = last == '1' ? '2' : '1';
}

void TestReviewWords::clausesAreCalledAsThePackSays()
{
    QCOMPARE(ReviewWords(nm2023(), Language::Chinese).clause("A2.1"), u"附件2·1"_s);
    QCOMPARE(ReviewWords(nm2023(), Language::English).clause("A1.4.1.3"), u"Annex 1·4.1.3"_s);
    QCOMPARE(ReviewWords(nm2023(), Language::Chinese).clause("A9.1"), u"A9.1"_s); // a document the pack has no name for
    QCOMPARE(ReviewWords(hbDemo(), Language::Chinese).clause("H1"), u"H1"_s);
}

void TestReviewWords::aWarningGoesWithWhatItWasAbout()
{
    Workplace desk(2);
    desk.controller.setDwell(std::chrono::hours(1));
    desk.controller.openRow(1);
    desk.controller.openRow(0);
    desk.viewer().setFocus();
    QString said;
    connect(desk.page, &ReviewPage::said, desk.page, [&said](const QString &text) { said = text; });
    desk.press(Qt::Key_F8);
    QVERIFY(said.contains(u"不能通过"_s));
    desk.controller.openRow(1);
    QCOMPARE(said, QString());
    desk.press(Qt::Key_F8);
    QVERIFY(said.contains(u"不能通过"_s));
    const int row = desk.controller.picture();
    desk.controller.setDwell(std::chrono::milliseconds(0));
    desk.controller.showPicture(row);
    QTRY_VERIFY_WITH_TIMEOUT(desk.controller.materials().at(row).seen, testPatience);
    QCOMPARE(said, QString()); // it is seen now
}

void TestReviewWords::nothingIsSaidOfNoFile()
{
    Workplace desk(1);
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = desk.page->findChild<FindingsPane *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
    };
    QVERIFY(desk.controller.findings().count() == 0 && says(u"机检没有发现问题"_s));
    desk.controller.setView(u"approved"_s);
    QVERIFY(desk.controller.file().isEmpty());
    QVERIFY(!says(u"机检没有发现问题"_s));
}

void TestReviewWords::aWrongStateIsNamed()
{
    Workplace desk(2);
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.state(id).review.phase, Phase::Returned);
    desk.controller.openFile(id);
    for (const Deed deed : {Deed::Approve, Deed::Return, Deed::Refuse, Deed::Doubt})
        QVERIFY2(desk.controller.whyNot(deed).contains(u"退回补正"_s), qPrintable(desk.controller.whyNot(deed)));
}

void TestReviewWords::theHistoryNamesWhatItIsAbout()
{
    Workplace desk(1, [](DemoPerson &person, int) { person[Field::PostalCode] = "01000"; });
    const ApplicationId id = desk.controller.file().state.id;
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    desk.controller.openFile(id);
    desk.controller.readHistory();
    QStringList whats;
    for (int row = 0; row < desk.controller.history().rowCount(); ++row)
        whats.append(desk.controller.history().at(row).what);
    const ReviewWords words(nm2023(), Language::Chinese);
    for (const auto &[slot, files] : desk.state(id).materials)
        QVERIFY2(whats.contains(u"上传材料："_s + words.slot(slot)), qPrintable(whats.join(u'\n')));
    const auto filled =
        std::ranges::find_if(whats, [](const QString &what) { return what.startsWith(u"填报信息："_s); });
    QVERIFY(filled != whats.end());
    const QString returned = desk.controller.history().at(0).detail;
    QVERIFY2(returned.contains(u"305"_s) && returned.contains(u"邮政编码"_s) && returned.contains(u"（"_s),
             qPrintable(returned));
}

void TestReviewWords::theDeadlineIsInItsDay()
{
    Workplace desk(1);
    const QString notice = desk.controller.notice(Judgement::Return, QDate(2023, 2, 19));
    QVERIFY2(notice.contains(u"2023年2月19日（含当日）"_s), qPrintable(notice));
}

void TestReviewWords::aReturnAndADoubtLookDifferent()
{
    QVERIFY(toneOf(Judgement::Return) != toneOf(Judgement::Doubt));
    QVERIFY(toneOf(Phase::Returned) != toneOf(Phase::Doubtful));
    QVERIFY(Theme::glyph(toneOf(Phase::Returned)) != Theme::glyph(toneOf(Phase::Doubtful)));
    const Theme theme;
    const auto image = [&theme](Tone tone) { return theme.toneIcon(tone).pixmap(32, 32).toImage(); };
    QVERIFY(image(Tone::Warning) != image(Tone::Doubt));
}

void TestReviewWords::aSearchIsNotAnEmptyQueue()
{
    Workplace desk(3);
    auto &views = *desk.page->findChild<QComboBox *>(u"queueView"_s);
    const ApplicationId id = desk.controller.file().state.id;
    const QString number = qtext(desk.controller.file().state.applicationNo);
    desk.press(Qt::Key_F9);
    desk.press(Qt::Key_1);
    desk.press(Qt::Key_Return);
    QVERIFY(views.currentText().startsWith(u"待初审"_s));
    desk.controller.setSearch(number); // it is returned: not among those to review
    QCOMPARE(desk.controller.queue().count(), 1);
    QVERIFY2(views.currentText().startsWith(u"查找结果"_s) && views.currentText().endsWith(u'1'),
             qPrintable(views.currentText()));
    desk.controller.setSearch({});
    QVERIFY(views.currentText().startsWith(u"待初审"_s));
    QCOMPARE(views.findText(u"查找结果"_s, Qt::MatchStartsWith), -1);
    QVERIFY(!id.isEmpty());
}

void TestReviewWords::escapeInTheListEndsTheSearch()
{
    Workplace desk(3);
    desk.page->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), qtext(desk.controller.file().state.applicationNo));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.controller.queue().count(), 1);
    auto &list = *desk.page->findChild<QListView *>(u"queue"_s);
    QCOMPARE(QApplication::focusWidget(), &list);
    desk.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller.queue().count(), 3, testPatience);
    QCOMPARE(QApplication::focusWidget(), &list);
}

void TestReviewWords::aNumberIsJumpedTo()
{
    Workplace desk(3);
    desk.controller.openRow(2);
    const ApplicationId wanted = desk.controller.file().state.id;
    const QString number = qtext(desk.controller.file().state.applicationNo);
    desk.controller.openRow(0);
    desk.viewer().setFocus();
    auto &line = *desk.page->findChild<QLineEdit *>(u"queueNumber"_s);
    QVERIFY(!line.isVisible());
    desk.press(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &line);
    QTest::keyClicks(&line, u"123"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(line.isVisible()); // no such number: one more try
    line.setText(number);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.controller.file().state.id, wanted);
    QCOMPARE(desk.controller.queue().count(), 3); // the queue stays
    QVERIFY(!line.isVisible());
    QCOMPARE(QApplication::focusWidget(), &desk.viewer());
    desk.press(Qt::Key_J, Qt::ControlModifier);
    desk.press(Qt::Key_Escape);
    QVERIFY(!line.isVisible());
}

void TestReviewWords::theKeyCardIsUnderF1()
{
    Workplace desk(1);
    const QSignalSpy shown(desk.actions.action("help.keys"), &QAction::triggered);
    desk.press(Qt::Key_F1);
    QCOMPARE(shown.size(), 1);
    auto *card = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    QVERIFY(card);
    QVERIFY(audit::escapeCloses(*card));
    audit::activate(desk.window);
    desk.viewer().setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Question); // Shift is in the sign
    QCOMPARE(shown.size(), 2);
}

void TestReviewWords::aConfirmedErrorIsCoachedAsAReturn()
{
    Workplace desk(2, breakNumber);
    desk.page->coach();
    auto &words = *desk.page->findChild<QLabel *>(u"coachWords"_s);
    QVERIFY(words.text().contains(u"退回补正"_s));
    for (int row = 0; row < desk.controller.findings().count(); ++row)
        desk.controller.confirmFinding(0, {});
    QVERIFY2(words.text().contains(u"退回补正"_s), qPrintable(words.text()));
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewWords)
#include "tst_reviewwords.moc"
