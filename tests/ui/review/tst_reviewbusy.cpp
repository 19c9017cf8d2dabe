#include "core/storage/database.h"
#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"

using namespace Qt::StringLiterals;

namespace zsb {

/// What is on its way to the log when something is in the way: nothing a person did is lost by it.
class TestReviewBusy : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeWrittenStaysFilledIn_data();
    void whatCannotBeWrittenStaysFilledIn();
    void aClaimOfManySaysWhyItEnded();
    void whatIsNotOnTheScreenIsNotLookedAt();
};

void TestReviewBusy::whatCannotBeWrittenStaysFilledIn_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("answer");
    QTest::addColumn<Phase>("phase");
    QTest::newRow("return") << int(Qt::Key_F9) << int(Qt::Key_1) << Phase::Returned;
    QTest::newRow("doubt") << int(Qt::Key_F12) << int(Qt::Key_1) << Phase::Doubtful;
}

/// While a table is taken in nobody else can write: the window does not wait for that, and no answer is lost by it.
void TestReviewBusy::whatCannotBeWrittenStaysFilledIn()
{
    QFETCH(const int, key);
    QFETCH(const int, answer);
    QFETCH(const Phase, phase);
    Workplace desk(1, {}, std::chrono::milliseconds(1));
    const ApplicationId id = desk.controller.file().state.id;
    const auto other = Database::open(desk.season.store->databasePath(), Database::Access::ReadWrite);
    QVERIFY(other);
    {
        const Result<Transaction> importing = Transaction::begin(**other);
        QVERIFY(importing);
        desk.press(Qt::Key(key));
        desk.press(Qt::Key(answer));
        if (phase == Phase::Returned) // a digit chooses a reason, and sends a text
            desk.press(Qt::Key_Return);
        QVERIFY(desk.page->isAnswering());
        QVERIFY(desk.state(id).decisions.empty());
    }
    desk.press(Qt::Key_Return);
    QVERIFY(!desk.page->isAnswering());
    QCOMPARE(desk.state(id).review.phase, phase);
}

void TestReviewBusy::aClaimOfManySaysWhyItEnded()
{
    Workplace desk(2, {}, std::chrono::milliseconds(1));
    QStringList told;
    QObject::connect(&desk.controller, &ReviewController::said, &desk.controller,
                     [&told](const QString &text, Tone) { told.append(text); });
    const auto other = Database::open(desk.season.store->databasePath(), Database::Access::ReadWrite);
    QVERIFY(other);
    const Result<Transaction> importing = Transaction::begin(**other);
    QVERIFY(importing);
    desk.controller.claimBatch();
    QVERIFY(!told.isEmpty());
    QVERIFY(told.last().contains(u"正在写入别的数据"_s));
}

/// U28: a page that was never shown, as behind a lock at the start, has shown nobody anything.
void TestReviewBusy::whatIsNotOnTheScreenIsNotLookedAt()
{
    ReviewSeason season(1);
    TaskRunner tasks;
    Theme theme;
    theme.apply(*qApp, ThemeChoice::Light);
    ActionRegistry actions{theme};
    ReviewController controller(season.tools(), ReviewSeason::reviewer(), tasks);
    ReviewPage page(controller, actions, theme);
    controller.setDwell(std::chrono::milliseconds(0));
    controller.openQueue();
    QTRY_VERIFY_WITH_TIMEOUT(controller.picture() >= 0, testPatience);
    QTest::qWait(100); // a picture that counted would have counted by now
    for (int row = 0; row < controller.materials().count(); ++row)
        QVERIFY(!controller.materials().at(row).seen);
    page.resize(1280, 720);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(controller.materials().at(controller.picture()).seen, testPatience);
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewBusy)
#include "tst_reviewbusy.moc"
