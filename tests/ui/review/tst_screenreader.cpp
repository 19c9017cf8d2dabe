#include "tests/support/patience.h"
#include "tests/support/screenreader.h"
#include "tests/ui/review/reviewbench.h"

#include "ui/review/queuepane.h"
#include "ui/review/reviewpage.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// The review page over a few files, with a screen reader listening.
struct Workplace
{
    explicit Workplace(int people) : bench(people)
    {
        bench.controller.setDwell(std::chrono::hours(1)); // what is seen meanwhile is said by itself
        theme.apply(*qApp, ThemeChoice::Light);
        actions.setPage("review");
        page.resize(1280, 680);
        page.show();
        QApplication::setActiveWindow(&page);
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("no window");
        settle();
    }

    /// Everything that is said a moment later is said.
    void settle()
    {
        if (!QTest::qWaitFor([this] { return bench.tasks.running() == 0; }, testPatience))
            qFatal("tasks do not end");
        QTest::qWait(20);
    }
    [[nodiscard]] QListView &list(const QString &name) { return *page.findChild<QListView *>(name); }

    Bench bench;
    Theme theme;
    ActionRegistry actions{theme};
    ReviewPage page{bench.controller, actions, theme};
    ScreenReader reader;
};

QString wordsOf(const std::vector<Told> &told)
{
    QStringList words{QString::number(told.size())};
    for (const Told &one : told)
        words.append(u"%1 %2 %3"_s.arg(QString::number(int(one.event), 16),
                                       one.object ? QString::fromLatin1(one.object->metaObject()->className()) : u"-"_s,
                                       one.object ? one.object->objectName() : QString()));
    return words.join(u" · "_s);
}

QueueRow somebody(std::int64_t key)
{
    QueueRow row;
    row.key = key;
    row.id.value = std::to_string(key);
    row.name = u"某人"_s;
    return row;
}

} // namespace

/// What a screen reader is told: little, once, and the right row (U16, U17).
class TestScreenReader : public QObject
{
    Q_OBJECT

private slots:
    void aFileSwitchIsSaidInFewEvents();
    void anArrowKeyInTheQueueSaysTheFileItGoesTo();
    void anArrowKeyInAListIsSaidOnce_data();
    void anArrowKeyInAListIsSaidOnce();
    void aChangingQueueIsWalkedWithoutErrors();
    void aPageWhereFilesAreDecidedIsWalkedWithoutErrors();
};

/// U16: a screen reader hears of another file in at most fifteen events.
void TestScreenReader::aFileSwitchIsSaidInFewEvents()
{
    Workplace desk(6);
    static_cast<void>(desk.reader.take());
    for (int row = 1; row < 6; ++row) {
        desk.bench.controller.nextFile();
        desk.settle();
        QCOMPARE(desk.bench.controller.row(), row);
        const std::vector<Told> told = desk.reader.take();
        QVERIFY(!told.empty());
        QVERIFY2(told.size() <= 15, qPrintable(wordsOf(told)));
    }
}

/// U16: one event of the list, and it names the file; what else is said is the file switch.
void TestScreenReader::anArrowKeyInTheQueueSaysTheFileItGoesTo()
{
    Workplace desk(6);
    QListView &queue = desk.list(u"queue"_s);
    queue.setFocus();
    desk.settle();
    static_cast<void>(desk.reader.take());
    for (int row = 1; row < 6; ++row) {
        QTest::keyClick(&queue, Qt::Key_Down);
        desk.settle();
        QCOMPARE(desk.bench.controller.row(), row);
        const std::vector<Told> told = desk.reader.take();
        std::vector<Told> ofList;
        std::ranges::copy_if(told, std::back_inserter(ofList), [&](const Told &one) { return one.object == &queue; });
        QVERIFY2(ofList.size() == 1, qPrintable(wordsOf(told)));
        QCOMPARE(ofList.front().event, QAccessible::Focus);
        QVERIFY2(ofList.front().name.contains(desk.bench.controller.queue().at(row).applicationNo),
                 qPrintable(ofList.front().name));
        QVERIFY2(told.size() <= 15, qPrintable(wordsOf(told)));
    }
}

void TestScreenReader::anArrowKeyInAListIsSaidOnce_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("list");
    QTest::newRow("reasons") << u"review.return"_s << u"reasons"_s;
    QTest::newRow("history") << u"review.history"_s << u"history"_s;
}

void TestScreenReader::anArrowKeyInAListIsSaidOnce()
{
    QFETCH(const QString, action);
    QFETCH(const QString, list);
    Workplace desk(2);
    desk.actions.action(action.toStdString())->trigger();
    QListView &view = desk.list(list);
    view.setFocus();
    desk.settle();
    const int rows = view.model()->rowCount();
    QVERIFY(rows > 2);
    view.setCurrentIndex(view.model()->index(0, 0));
    desk.settle();
    static_cast<void>(desk.reader.take());
    for (int row = 1; row < std::min(rows, 6); ++row) {
        QTest::keyClick(&view, Qt::Key_Down);
        desk.settle();
        QCOMPARE(view.currentIndex().row(), row);
        std::vector<Told> told = desk.reader.take();
        std::erase_if(told, [&](const Told &one) { return one.object != &view; }); // its scroll bar may move along
        QVERIFY2(told.size() == 1, qPrintable(wordsOf(told)));
        QCOMPARE(told.front().name, view.currentIndex().data(Qt::AccessibleTextRole).toString());
    }
}

/// U17: whoever reads the screen while the queue is reset, grows and shrinks gets answers and no dead ends.
void TestScreenReader::aChangingQueueIsWalkedWithoutErrors()
{
    Theme theme;
    QueueModel model;
    QueuePane pane(model, theme);
    pane.resize(240, 600);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    ScreenReader reader;
    ScreenReader::Walk all;
    const auto walk = [&] {
        const ScreenReader::Walk one = ScreenReader::walk(pane);
        all.seen += one.seen;
        all.errors += one.errors;
    };
    for (int round = 0; round < 200; ++round) {
        QList<QueueRow> rows;
        for (int key = 1; key <= 20 + round % 7; ++key)
            rows.append(somebody(key + round));
        model.show(rows, false);
        walk();
        std::vector<std::int64_t> keys;
        for (int key = round % 3; key < 200 + 10 * round; ++key)
            keys.push_back(key + round);
        model.setList(keys);
        walk();
        model.remove(keys.at(std::size_t(round)));
        pane.setCurrent(round % model.count());
        walk();
        model.show({}, true);
        walk();
        QCoreApplication::processEvents();
    }
    QCOMPARE(all.errors, 0);
    QVERIFY2(all.seen > 20'000, qPrintable(QString::number(all.seen)));
}

void TestScreenReader::aPageWhereFilesAreDecidedIsWalkedWithoutErrors()
{
    Workplace desk(8);
    ScreenReader::Walk all;
    for (int i = 0; i < 6; ++i) {
        desk.bench.controller.doubt(u"请督导看一下"_s);
        const ScreenReader::Walk one = ScreenReader::walk(desk.page);
        all.seen += one.seen;
        all.errors += one.errors;
        desk.settle();
    }
    QCOMPARE(desk.bench.controller.decided(), 6);
    QCOMPARE(all.errors, 0);
    QVERIFY(all.seen > 300);
}

} // namespace zsb

QTEST_MAIN(zsb::TestScreenReader)
#include "tst_screenreader.moc"
