#include "tests/support/patience.h"
#include "ui/widgets/longlist.h"

#include <QAbstractTableModel>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Many rows, and a count of what of them was asked for.
class ManyRows : public QAbstractTableModel
{
public:
    explicit ManyRows(int rows) : m_rows(rows) {}

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 5; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return role == Qt::DisplayRole ? QVariant(QString::number(index.row())) : QVariant();
    }
    void insert(int first, int count)
    {
        beginInsertRows({}, first, first + count - 1);
        m_rows += count;
        endInsertRows();
    }
    void remove(int first, int count)
    {
        beginRemoveRows({}, first, first + count - 1);
        m_rows -= count;
        endRemoveRows();
    }
    void change(int first, int last) { emit dataChanged(index(first, 0), index(last, 4)); }
    void reset(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    mutable int asked = 0;

private:
    int m_rows;
};

class CountingDelegate : public QStyledItemDelegate
{
public:
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        painted.append(index.row());
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        ++measured;
        return {100, 40};
    }

    mutable QList<int> painted;
    mutable int measured = 0;
};

struct Shown
{
    explicit Shown(int rows) : model(rows)
    {
        list.setItemDelegate(&delegate);
        list.setModel(&model);
        list.setFrameShape(QFrame::NoFrame);
        list.resize(200, 400); // ten rows
        list.show();
    }

    CountingDelegate delegate;
    ManyRows model;
    LongList list;
};

constexpr int million = 1'000'000;

} // namespace

class TestLongList : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatIsOnScreenIsTouched();
    void everyRowCanBeScrolledTo();
    void aPointIsOfTheRowPaintedThere();
    void keysMoveAsInAnyList();
    void theCurrentRowStaysCurrentWhenOthersComeAndGo();
    void aResetListIsShown();
    void typingDoesNotSearch();
};

/// U2, U4: whatever happens to a million rows, those on screen are all that is measured, asked for and painted.
void TestLongList::onlyWhatIsOnScreenIsTouched()
{
    Shown shown(200);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    shown.model.insert(200, million - 200);
    shown.list.scrollToBottom();
    shown.list.repaint();
    QCoreApplication::processEvents();
    shown.delegate.painted.clear();
    shown.delegate.measured = 0;
    shown.model.asked = 0;
    for (int i = 0; i < 10; ++i) {
        shown.list.scrollTo(shown.model.index(i * 99'999, 0), QAbstractItemView::PositionAtTop);
        shown.model.change(i * 99'999, i * 99'999 + 50);
        shown.model.remove(0, 1);
        shown.model.insert(0, 1);
        shown.list.repaint();
        QCoreApplication::processEvents();
    }
    QVERIFY2(shown.delegate.painted.size() <= 10 * 4 * 11, qPrintable(QString::number(shown.delegate.painted.size())));
    QVERIFY2(shown.delegate.measured <= 20, qPrintable(QString::number(shown.delegate.measured)));
    QVERIFY2(shown.model.asked <= 200, qPrintable(QString::number(shown.model.asked)));
}

void TestLongList::everyRowCanBeScrolledTo()
{
    Shown shown(million);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    const auto top = [&](int row) { return shown.list.visualRect(shown.model.index(row, 0)).top(); };
    shown.list.scrollTo(shown.model.index(500'000, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(top(500'000), 0);
    shown.list.scrollTo(shown.model.index(500'009, 0)); // is the last one on screen
    QCOMPARE(top(500'000), 0);
    shown.list.scrollTo(shown.model.index(500'010, 0)); // is the first one below
    QCOMPARE(top(500'010), 360);
    shown.list.scrollTo(shown.model.index(500'000, 0)); // is the last one above
    QCOMPARE(top(500'000), 0);
    shown.list.scrollTo(shown.model.index(400'000, 0), QAbstractItemView::PositionAtBottom);
    QCOMPARE(top(400'000), 360);
    shown.list.scrollTo(shown.model.index(300'000, 0), QAbstractItemView::PositionAtCenter);
    QCOMPARE(top(300'000), 180);
    shown.list.scrollToBottom();
    QCOMPARE(top(million - 1), 360);
    QCOMPARE(shown.list.verticalScrollBar()->value(), shown.list.verticalScrollBar()->maximum());
    shown.list.resize(200, 20); // lower than a row
    QCoreApplication::processEvents();
    shown.list.scrollTo(shown.model.index(7, 0));
    QCOMPARE(top(7), 0);
}

void TestLongList::aPointIsOfTheRowPaintedThere()
{
    Shown shown(5);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    for (int row = 0; row < 5; ++row) {
        const QRect rect = shown.list.visualRect(shown.model.index(row, 0));
        QCOMPARE(shown.list.indexAt(rect.topLeft()).row(), row);
        QCOMPARE(shown.list.indexAt(rect.bottomLeft()).row(), row);
    }
    QVERIFY(!shown.list.indexAt({5, 201}).isValid()); // below the last
    QVERIFY(!shown.list.indexAt({5, -1}).isValid());
    QVERIFY(shown.list.visualRect(shown.model.index(0, 3)).isNull()); // not the column that is shown
    QTest::mouseClick(shown.list.viewport(), Qt::LeftButton, {}, {50, 95});
    QCOMPARE(shown.list.currentIndex().row(), 2);
    QVERIFY(shown.list.selectionModel()->isSelected(shown.model.index(2, 0)));
}

void TestLongList::keysMoveAsInAnyList()
{
    Shown shown(100);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    shown.list.setCurrentIndex(shown.model.index(3, 0));
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(&shown.list, key);
        return shown.list.currentIndex().row();
    };
    QCOMPARE(press(Qt::Key_Down), 4);
    QCOMPARE(press(Qt::Key_Up), 3);
    QCOMPARE(press(Qt::Key_PageDown), 12);
    QCOMPARE(press(Qt::Key_PageUp), 3);
    QCOMPARE(press(Qt::Key_PageUp), 0);
    QCOMPARE(press(Qt::Key_Up), 0);
    QCOMPARE(press(Qt::Key_End), 99);
    QCOMPARE(press(Qt::Key_Down), 99);
    QCOMPARE(press(Qt::Key_Home), 0);
    QCOMPARE(shown.list.selectionModel()->selectedIndexes().size(), 1);
}

void TestLongList::theCurrentRowStaysCurrentWhenOthersComeAndGo()
{
    Shown shown(100);
    shown.list.setCurrentIndex(shown.model.index(50, 0));
    shown.model.insert(0, 1000);
    QCOMPARE(shown.list.currentIndex().row(), 1050);
    shown.model.remove(0, 1040);
    QCOMPARE(shown.list.currentIndex().row(), 10);
    QVERIFY(shown.list.selectionModel()->isSelected(shown.list.currentIndex()));
}

void TestLongList::aResetListIsShown()
{
    Shown shown(million);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    shown.list.scrollToBottom();
    shown.model.reset(3);
    shown.delegate.painted.clear();
    shown.list.repaint();
    QTRY_VERIFY_WITH_TIMEOUT(shown.delegate.painted.contains(2), testPatience);
    QCOMPARE(shown.list.verticalScrollBar()->maximum(), 0);
    shown.model.reset(0);
    shown.list.repaint();
    QVERIFY(!shown.list.indexAt({5, 5}).isValid());
}

void TestLongList::typingDoesNotSearch()
{
    Shown shown(million);
    QVERIFY(QTest::qWaitForWindowExposed(&shown.list));
    QCoreApplication::processEvents();
    shown.model.asked = 0;
    shown.list.keyboardSearch(u"x"_s);
    QCOMPARE(shown.model.asked, 0);
}

} // namespace zsb

QTEST_MAIN(zsb::TestLongList)
#include "tst_longlist.moc"
