#include "ui/sync/plaintable.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QIcon>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// The tables of the sync centre are read for hours: an empty one says why, what belongs together stands together.
class TestPlainTable : public QObject
{
    Q_OBJECT

private slots:
    void itIsAModel();
    void anEmptyOneSaysSo();
    void rowsWithoutASignKeepItsPlace();
    void columnsStandApart();
};

void TestPlainTable::itIsAModel()
{
    const Theme theme;
    PlainTable table(theme, {u"a"_s, u"b"_s});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.show({{{u"1"_s, u"2"_s}, Tone::Ok, u"x"_s}});
    table.show({{{u"1"_s, u"3"_s}, Tone::Ok, u"x"_s}, {{u"4"_s, u"5"_s}, Tone::Neutral, u"y"_s}});
    table.show({});
}

void TestPlainTable::anEmptyOneSaysSo()
{
    const Theme theme;
    PlainTable table(theme, {u"a"_s, u"b"_s});
    table.setEmptyWords(u"nothing waits"_s);
    const std::unique_ptr<QTableView> view(makePlainView(table, "view", u"spoken"_s, 1, nullptr));
    view->resize(400, 200);
    view->show();
    QCOMPARE(view->accessibleDescription(), u"nothing waits"_s);
    const QImage empty = view->viewport()->grab().toImage();
    table.setEmptyWords({});
    QVERIFY(view->viewport()->grab().toImage() != empty); // it was painted
    table.setEmptyWords(u"nothing waits"_s);
    table.show({{{u"1"_s, u"2"_s}, Tone::Neutral, u"x"_s}});
    QCOMPARE(view->accessibleDescription(), QString());
    table.show({});
    QCOMPARE(view->accessibleDescription(), u"nothing waits"_s);
}

void TestPlainTable::rowsWithoutASignKeepItsPlace()
{
    const Theme theme;
    PlainTable table(theme, {u"a"_s});
    const auto sign = [&table](int row) { return table.index(row, 0).data(Qt::DecorationRole); };
    table.show({{{u"1"_s}, Tone::Neutral, u"x"_s}});
    QVERIFY(sign(0).isNull()); // nothing to line up with
    table.show({{{u"1"_s}, Tone::Neutral, u"x"_s}, {{u"2"_s}, Tone::Error, u"y"_s}});
    QVERIFY(!sign(0).value<QIcon>().isNull() && !sign(1).value<QIcon>().isNull());
}

void TestPlainTable::columnsStandApart()
{
    const Theme theme;
    PlainTable table(theme, {u"a"_s, u"b"_s});
    const std::unique_ptr<QTableView> view(makePlainView(table, "view", u"spoken"_s, 1, nullptr));
    const QString words = u"16 Feb 09:00:00, and some more"_s;
    table.show({{{words, u"2"_s}, Tone::Neutral, u"x"_s}});
    view->resize(600, 200);
    view->show();
    QTRY_VERIFY(view->columnWidth(0) >= view->fontMetrics().horizontalAdvance(words) + 16);
}

} // namespace zsb

QTEST_MAIN(zsb::TestPlainTable)
#include "tst_plaintable.moc"
