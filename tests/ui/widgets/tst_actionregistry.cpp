#include "ui/widgets/actionregistry.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

/// One list of actions feeds menus, help and tests; no key is taken twice (U10).
class TestActionRegistry : public QObject
{
    Q_OBJECT

private slots:
    void everyIdStandsOnceAndEveryKeyParses();
    void whatNobodyBoundIsNeitherShownNorUsable();
    void anActionOfAPageWorksOnlyThere();
    void whyItIsOffIsTold();
    void paneKeysTellMainKeysFromTheKeypad();
    void aBindingEndsWithItsOwner();
    void aPaneRefusesInputMethods();
    void noPaneKeyIsPunctuation();
    void keysAreWrittenAsTheyArePrinted();
};

void TestActionRegistry::everyIdStandsOnceAndEveryKeyParses()
{
    std::set<std::string_view> ids;
    for (const ActionSpec &spec : actionTable()) {
        QVERIFY2(ids.insert(spec.id).second, spec.id.data());
        for (const PaneKey &key : ActionRegistry::paneKeys(spec))
            QVERIFY2(key.key != Qt::Key_unknown && key.key != 0, spec.id.data());
    }
    const Theme theme;
    const ActionRegistry registry(theme);
    for (const QAction *action : registry.actions()) {
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(!key.toString().isEmpty(), qPrintable(action->objectName()));
    }
}

void TestActionRegistry::whatNobodyBoundIsNeitherShownNorUsable()
{
    const Theme theme;
    ActionRegistry registry(theme);
    QVERIFY(!registry.action("help.keys")->isVisible());
    QVERIFY(!registry.action("help.keys")->isEnabled());
    int called = 0;
    registry.bind("help.keys", this, [&called] { ++called; });
    QVERIFY(registry.action("help.keys")->isVisible());
    registry.action("help.keys")->trigger();
    QCOMPARE(called, 1);
}

void TestActionRegistry::anActionOfAPageWorksOnlyThere()
{
    const Theme theme;
    ActionRegistry registry(theme);
    registry.bind("review.approve", this, [] {});
    registry.setPage("home");
    QVERIFY(!registry.action("review.approve")->isEnabled());
    registry.setPage("review");
    QVERIFY(registry.action("review.approve")->isEnabled());
    registry.setEnabled("review.approve", false);
    registry.setPage("home");
    registry.setPage("review");
    QVERIFY(!registry.action("review.approve")->isEnabled());
}

void TestActionRegistry::whyItIsOffIsTold()
{
    const Theme theme;
    ActionRegistry registry(theme);
    registry.bind("review.approve", this, [] {});
    registry.setEnabled("review.approve", false, u"未看: 申请表"_s);
    QVERIFY(registry.action("review.approve")->toolTip().contains(u"未看: 申请表"_s));
    QCOMPARE(registry.keyHint("review.approve"), u"F8"_s);
    QCOMPARE(registry.keyHint("review.nextCheck"), u"Space"_s);
}

void TestActionRegistry::paneKeysTellMainKeysFromTheKeypad()
{
    const Theme theme;
    ActionRegistry registry(theme);
    registry.setPage("review");
    QStringList called;
    registry.bind("review.approve", this, [&called] { called.append(u"approve"_s); });
    registry.bind("review.nextFile", this, [&called] { called.append(u"next"_s); });
    registry.bindNumbered("review.material", this,
                          [&called](int which) { called.append(u"material %1"_s.arg(which)); });
    QWidget pane;
    registry.addPane(&pane);
    QTest::keyClick(&pane, Qt::Key_A);
    QTest::keyClick(&pane, Qt::Key_Plus, Qt::KeypadModifier);
    QTest::keyClick(&pane, Qt::Key_Plus);
    QTest::keyClick(&pane, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&pane, Qt::Key_9, Qt::KeypadModifier);
    QTest::keyClick(&pane, Qt::Key_3);
    QCOMPARE(called, (QStringList{u"approve"_s, u"approve"_s, u"next"_s, u"material 2"_s}));
}

void TestActionRegistry::aBindingEndsWithItsOwner()
{
    const Theme theme;
    ActionRegistry registry(theme);
    auto owner = std::make_unique<QObject>();
    registry.bind("help.keys", owner.get(), [] {});
    QSignalSpy changed(&registry, &ActionRegistry::changed);
    owner.reset();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!registry.isBound("help.keys"));
    QVERIFY(!registry.action("help.keys")->isVisible());
}

void TestActionRegistry::aPaneRefusesInputMethods()
{
    // U11: otherwise a Chinese input method eats the letters.
    const Theme theme;
    ActionRegistry registry(theme);
    QStandardItemModel model(2, 1);
    for (int row = 0; row < 2; ++row) {
        model.setItem(row, 0, new QStandardItem(u"x"_s));
        model.item(row, 0)->setEditable(false);
    }
    QTableView view;
    view.setModel(&model);
    registry.addPane(&view);
    QVERIFY(!view.testAttribute(Qt::WA_InputMethodEnabled));
    view.setCurrentIndex(model.index(1, 0));
    QVERIFY(!view.testAttribute(Qt::WA_InputMethodEnabled));
}

void TestActionRegistry::noPaneKeyIsPunctuation()
{
    // Input methods make punctuation full-width.
    for (const ActionSpec &spec : actionTable()) {
        for (const PaneKey &key : ActionRegistry::paneKeys(spec)) {
            const bool punctuation = !key.keypad && key.key > Qt::Key_Space && key.key < Qt::Key_0;
            QVERIFY2(!punctuation, spec.id.data());
        }
    }
}

void TestActionRegistry::keysAreWrittenAsTheyArePrinted()
{
    const auto text = [](const char *key) {
        return ActionRegistry::keyText(QKeySequence(QString::fromLatin1(key), QKeySequence::PortableText));
    };
    QCOMPARE(text("Ctrl+Return"), u"Ctrl+Enter"_s);
    QCOMPARE(text("Ctrl+Left"), u"Ctrl+←"_s);
    QCOMPARE(text("Shift+Down"), u"Shift+↓"_s);
    QCOMPARE(text("Ctrl+PgDown"), u"Ctrl+PgDn"_s);
    QCOMPARE(text("Ctrl+PgUp"), u"Ctrl+PgUp"_s);
    QCOMPARE(text("Space"), u"Space"_s);
    for (const ActionSpec &spec : actionTable())
        QVERIFY2(!ActionRegistry::paneKeyText(spec).contains(u"Return"_s), spec.id.data());
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
