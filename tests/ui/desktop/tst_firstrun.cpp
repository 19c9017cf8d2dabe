#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/coach.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// A newcomer's first minute: nothing there, one key, and the main job with its coach marks.
class TestFirstRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { forgetSettings(u"zsb-tst-firstrun"_s); }
    void anEmptyFolderOffersTheDemoFirst();
    void theFirstDecisionTakesEightKeys();
    void whatWasMadeBelowTheFolderOpensNextTime();

private:
    [[nodiscard]] DesktopOptions here() const
    {
        DesktopOptions options = chineseDesktop();
        options.dataFolder = m_folder.path();
        return options;
    }
    QTemporaryDir m_folder;
    NoPrompts m_prompts;
};

void TestFirstRun::anEmptyFolderOffersTheDemoFirst() // W1
{
    Desktop desktop(*qApp, here(), m_prompts, systemClock());
    QVERIFY(desktop.start());
    audit::activate(desktop.window());
    QVERIFY(!desktop.season());
    QVERIFY(desktop.window().currentPage().isEmpty());
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"welcomeDemo"_s);
    QVERIFY(!holdsSeason(m_folder.path())); // nothing is made before somebody chooses
}

/// U7, with the time a picture must be looked at as it is.
void TestFirstRun::theFirstDecisionTakesEightKeys()
{
    Desktop desktop(*qApp, here(), m_prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    int keys = 0;
    const auto press = [&keys](Qt::Key key) {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), key);
    };
    QElapsedTimer time;
    time.start();
    QVERIFY(desktop.start());
    audit::activate(desktop.window());
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 100'000);
    audit::activate(desktop.window());
    QCOMPARE(desktop.window().currentPage(), u"review"_s);
    ReviewController &review = *desktop.review();
    QTRY_VERIFY_WITH_TIMEOUT(!review.file().isEmpty(), testPatience);
    auto *coach = desktop.window().findChild<Coach *>();
    QCOMPARE(coach->mark(), Coach::Mark::Look);
    QVERIFY(coach->isVisible());
    const auto isLooked = [&review] { return review.materials().at(review.picture()).seen; };
    QTRY_VERIFY_WITH_TIMEOUT(isLooked(), testPatience);
    while (!review.whyNot(Deed::Approve).isEmpty() && keys < 8) {
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(isLooked(), testPatience);
    }
    QCOMPARE(coach->mark(), Coach::Mark::Approve);
    press(Qt::Key_F8);
    QCOMPARE(review.decided(), 1);
    qInfo("first run to first decision: %d keys, %lld ms", keys, static_cast<long long>(time.elapsed()));
    QVERIFY2(keys <= 8, qPrintable(QString::number(keys)));

    // The others: ① and ② until one has a problem, ③ until it is given back, then the closing line.
    review.setDwell(std::chrono::milliseconds(0));
    bool returned = false;
    while (review.decided() < 3) {
        QTRY_VERIFY_WITH_TIMEOUT(isLooked(), testPatience);
        if (coach->mark() == Coach::Mark::Return) {
            returned = true;
            press(Qt::Key_F9);
            QVERIFY(coach->isVisible());
            press(Qt::Key_1);
            press(Qt::Key_Return);
            continue;
        }
        QVERIFY(keys < 40);
        press(coach->mark() == Coach::Mark::Approve ? Qt::Key_F8 : Qt::Key_Space);
    }
    QVERIFY(returned); // the third file of the demo has a flaw
    QCOMPARE(coach->mark(), Coach::Mark::Closing);
    QVERIFY(coach->findChild<QLabel *>(u"coachWords"_s)->text().contains(u"3 份"_s));
    ZSB_VERIFY_NONE(audit::unnamedWidgets(desktop.window()));
    ZSB_VERIFY_NONE(audit::mnemonicClashes(desktop.window(), nullptr));
    QTest::mouseClick(coach->findChild<QPushButton *>(u"coachGoOn"_s), Qt::LeftButton);
    QVERIFY(!coach->isVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"viewer"_s);
}

void TestFirstRun::whatWasMadeBelowTheFolderOpensNextTime()
{
    Desktop desktop(*qApp, here(), m_prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    QVERIFY(desktop.start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    QVERIFY(desktop.season()->demo);
    QVERIFY(!desktop.window().findChild<Coach *>()->isVisible()); // shown once
    QCOMPARE(desktop.review()->decided(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.review()->reviewerWords().contains(u"演示审核员 · "_s), testPatience);
}

} // namespace zsb

QTEST_MAIN(zsb::TestFirstRun)
#include "tst_firstrun.moc"
