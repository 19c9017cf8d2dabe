#include "ui/models/findingsmodel.h"
#include "ui/review/findingspane.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QTest>

using namespace zsb;
using namespace Qt::StringLiterals;

/// What the title counts is what the list shows: nobody is told that nothing is open beside a mark nobody handled.
class TestFindingsPane : public QObject
{
    Q_OBJECT

private slots:
    void hintsAreCountedApart();
    void aLongFindingGoesOnBelow();

private:
    static FindingRow row(const QString &key, bool isHint, FindingRow::Verdict verdict = FindingRow::Verdict::Open)
    {
        FindingRow made;
        made.key = key;
        made.message = key;
        made.isHint = isHint;
        made.verdict = verdict;
        return made;
    }
};

void TestFindingsPane::hintsAreCountedApart()
{
    FindingsModel model;
    const Theme theme;
    const FindingsPane pane(model, theme);
    const auto title = [&pane] { return pane.findChild<QLabel *>(u"paneTitle"_s)->text(); };
    QCOMPARE(title(), u"机检问题"_s);
    model.setRows({row(u"hint"_s, true)});
    QCOMPARE(title(), u"机检提示 1 项"_s);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"不用处理"_s));
    model.setRows({row(u"hint"_s, true), row(u"open"_s, false)});
    QCOMPARE(title(), u"机检问题 1 项，未处理 1 项；提示 1 项"_s);
    model.setRows({row(u"done"_s, false, FindingRow::Verdict::Dismissed), row(u"open"_s, false)});
    QCOMPARE(title(), u"机检问题 2 项，未处理 1 项"_s);
    QCOMPARE(model.openCount() + model.hintCount(), 1);
}

/// UX 6.5: a finding that is not the current one is read to the end of its third line, the rest by its tool tip.
void TestFindingsPane::aLongFindingGoesOnBelow()
{
    FindingsModel model;
    const Theme theme;
    FindingsPane pane(model, theme);
    pane.resize(260, 600);
    pane.setFileOpen(true);
    const QString words = u"照片宽九百像素，应在最小和最大之间，请缩小后再提交一次"_s;
    model.setRows({row(u"current"_s, false), row(u"short"_s, false), row(words, false), row(words.repeated(9), false)});
    pane.show();
    pane.setCurrent(0);
    const auto height = [&](int at) { return pane.list().sizeHintForIndex(model.index(at)).height(); };
    const int line = pane.list().fontMetrics().height();
    QVERIFY2(height(2) >= height(1) + line - 2, qPrintable(QString::number(height(2))));
    QVERIFY(height(3) >= height(2) + line - 2 && height(3) < height(2) + 2 * line); // never more than three
    QVERIFY(model.index(3).data(Qt::ToolTipRole).toString().contains(words.repeated(9)));
}

QTEST_MAIN(TestFindingsPane)
#include "tst_findingspane.moc"
