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

QTEST_MAIN(TestFindingsPane)
#include "tst_findingspane.moc"
