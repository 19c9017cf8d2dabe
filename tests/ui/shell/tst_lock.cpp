#include "core/base/secret.h"
#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "ui/shell/lock.h"
#include "ui/shell/lockdialog.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsstore.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/shortclipboard.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

Instant at(int second)
{
    return Instant(std::chrono::seconds(1'700'000'000 + second));
}

LockSettings withPin(const char *pin)
{
    LockSettings settings;
    settings.secret = QByteArray::fromStdString(*hashSecret(pin, secureRandom()));
    return settings;
}

/// What a screen reader comes to, walking from `object` through what is not hidden.
QStringList readable(QAccessibleInterface *object)
{
    if (!object || object->state().invisible)
        return {};
    QStringList texts{object->text(QAccessible::Name), object->text(QAccessible::Value)};
    for (int i = 0; i < object->childCount(); ++i)
        texts += readable(object->child(i));
    return texts;
}

} // namespace

/// The lock of the screen: its PIN, its back-off, what it covers.
class TestLock : public QObject
{
    Q_OBJECT

private slots:
    void aSecretIsSaltedAndFound();
    void wrongPinsMakeOneWait();
    void aClockSetBackMakesNobodyWaitLonger();
    void settingsKeepTheHashAndTheFailures();
    void nobodyTouchingAnythingIsIdle_data();
    void nobodyTouchingAnythingIsIdle();
    void theCoverLeavesNothingToSeeOrDo();
    void whatComesUpMeanwhileWaitsForTheUnlocking();
    void withoutAPinItSaysItIsACurtain();
    void theScreenCountsDown();
    void theScreenHoldsItsGates_data();
    void theScreenHoldsItsGates();
    void thePinIsSetChangedAndTakenAway();
    void theDialogHoldsItsGates_data();
    void theDialogHoldsItsGates();
    void aCopiedNumberIsForgotten();
};

void TestLock::aSecretIsSaltedAndFound()
{
    const std::string one = *hashSecret("2468", secureRandom());
    const std::string two = *hashSecret("2468", secureRandom());
    QVERIFY(one != two);
    QVERIFY(one.find("2468") == std::string::npos);
    QVERIFY(isSecret("2468", one) && isSecret("2468", two));
    for (const char *wrong : {"", "2469", "24680", "246"})
        QVERIFY(!isSecret(wrong, one));
    for (const char *hash : {"", "2468", "scrypt-16384-8-1$$", "scrypt-1-8-1$AAAA$AAAA"})
        QVERIFY(!isSecret("2468", hash));
}

void TestLock::wrongPinsMakeOneWait()
{
    LockSettings settings = withPin("2468");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(lockWait(settings, at(i)).count(), 0);
        QCOMPARE(tryUnlock(settings, u"0000"_s, at(i)), Unlock::Wrong);
    }
    QCOMPARE(lockWait(settings, at(2)).count(), 10);
    QCOMPARE(tryUnlock(settings, u"2468"_s, at(11)), Unlock::Wait); // not even looked at
    QCOMPARE(settings.failures, 3);
    QCOMPARE(tryUnlock(settings, u"0000"_s, at(12)), Unlock::Wrong);
    QCOMPARE(lockWait(settings, at(12)).count(), 20);
    settings.failures = 1000;
    QCOMPARE(lockWait(settings, at(12)).count(), 300);
    QCOMPARE(tryUnlock(settings, u"2468"_s, at(12 + 300)), Unlock::Opened);
    QCOMPARE(settings.failures, 0);
    LockSettings curtain;
    QCOMPARE(tryUnlock(curtain, {}, at(0)), Unlock::Opened);
}

void TestLock::aClockSetBackMakesNobodyWaitLonger()
{
    LockSettings settings = withPin("2468");
    settings.failures = 3;
    settings.failedAt = at(100'000).time_since_epoch().count();
    QCOMPARE(lockWait(settings, at(0)).count(), 10);
}

void TestLock::settingsKeepTheHashAndTheFailures()
{
    const QTemporaryDir folder;
    const SettingsStore store(folder.filePath(u"settings.ini"_s));
    ShellSettings settings;
    QCOMPARE(store.load().lock, LockSettings()); // five minutes, no PIN
    const std::pair<const char *, int> written[] = {{"often", 5}, {"-3", 0}, {"99999999", 120}, {"7", 7}};
    for (const auto &[text, minutes] : written) {
        QSettings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
            .setValue(u"lock/idleMinutes"_s, QString::fromLatin1(text));
        QCOMPARE(store.load().lock.idleMinutes, minutes);
    }
    settings.lock = withPin("2468");
    settings.lock.idleMinutes = 0;
    QCOMPARE(tryUnlock(settings.lock, u"1"_s, at(0)), Unlock::Wrong);
    QVERIFY(store.save(settings));
    QCOMPARE(store.load().lock, settings.lock);
    QFile file(folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("2468"));
}

void TestLock::nobodyTouchingAnythingIsIdle_data()
{
    QTest::addColumn<QEvent::Type>("touch");
    QTest::newRow("a key") << QEvent::KeyPress;
    QTest::newRow("a shortcut, which never becomes a key press") << QEvent::ShortcutOverride;
}

/// Only whether the limit runs anew is looked at, however slow the machine: it never comes early.
void TestLock::nobodyTouchingAnythingIsIdle()
{
    QFETCH(const QEvent::Type, touch);
    constexpr std::chrono::milliseconds limit(300);
    IdleWatch watch(*qApp);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    QWidget somewhere;
    watch.setLimit(std::chrono::milliseconds(0));
    QTest::qWait(60);
    QCOMPARE(idle.size(), 0); // off
    watch.setLimit(limit);
    QTest::qWait(int(limit.count() / 2));
    QKeyEvent key(touch, Qt::Key_F8, Qt::NoModifier);
    QCoreApplication::sendEvent(&somewhere, &key);
    QElapsedTimer untouched;
    untouched.start();
    idle.clear();
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, testPatience);
    QVERIFY(untouched.elapsed() > limit.count() * 9 / 10); // timers of Qt may be 5 % early
    QCoreApplication::sendEvent(&somewhere, &key);
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 2, testPatience); // again, after somebody came back
}

/// W4: neither eye, key, screen reader nor task switcher finds anything.
void TestLock::theCoverLeavesNothingToSeeOrDo()
{
    Theme theme;
    theme.apply(*qApp, ThemeChoice::Light);
    ActionRegistry actions(theme);
    MainWindow window(theme, actions);
    auto *page = new QWidget;
    auto *person = new QLineEdit(u"王五"_s, page);
    window.addPage(u"home"_s, u"工作台"_s, u"home"_s, page);
    window.showPage(u"home"_s);
    int approved = 0;
    actions.bind("review.approve", &window, [&] { ++approved; });
    actions.setPage("review");
    audit::activate(window);
    person->setFocus();
    auto *dialog = new QDialog(&window);
    dialog->open();
    QVERIFY(dialog->isVisible());
    const QString title = window.windowTitle();
    QVERIFY(readable(QAccessible::queryAccessibleInterface(&window)).contains(u"王五"_s));

    window.cover().start(true, {});
    QVERIFY(window.isCovered());
    QVERIFY(!dialog->isVisible());
    QVERIFY(!person->isVisible());
    QVERIFY(!window.menuBar()->isVisible());
    QVERIFY(window.windowTitle() != title);
    const QStringList read = readable(QAccessible::queryAccessibleInterface(&window));
    QVERIFY(read.contains(u"已锁定"_s) && !read.contains(u"王五"_s));
    for (const QAction *action : actions.actions())
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    audit::activate(window);
    QTest::keyClick(&window, Qt::Key_F8);
    QTest::keyClick(&window, Qt::Key_Escape);
    QCOMPARE(approved, 0);
    const QList<QWidget *> reached = audit::focusableWidgets(window);
    for (const QWidget *widget : reached)
        QVERIFY(window.findChild<LockScreen *>()->isAncestorOf(widget));
    window.resize(1400, 800);
    QCoreApplication::processEvents();
    QCOMPARE(window.findChild<LockScreen *>()->size(), window.size());

    window.uncover();
    QCOMPARE(window.windowTitle(), title);
    QVERIFY(person->isVisible());
    QVERIFY(dialog->isVisible() && dialog->isModal());
    QVERIFY(actions.action("review.approve")->isEnabled());
    delete dialog;
}

/// A question that a task asks while nobody is there is neither shown over the lock nor lost.
void TestLock::whatComesUpMeanwhileWaitsForTheUnlocking()
{
    Theme theme;
    ActionRegistry actions(theme);
    MainWindow window(theme, actions);
    audit::activate(window);
    window.cover().start(true, {});
    QDialog dialog(&window);
    dialog.open();
    QCoreApplication::processEvents();
    QVERIFY(!dialog.isVisible());
    window.uncover();
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.result(), 0);
    QDialog later(&window);
    later.open();
    QCoreApplication::processEvents();
    QVERIFY(later.isVisible());
}

void TestLock::withoutAPinItSaysItIsACurtain()
{
    QWidget window;
    window.resize(1280, 680);
    LockScreen screen(&window);
    const QSignalSpy wanted(&screen, &LockScreen::unlockWanted);
    audit::activate(window);
    screen.start(false, {});
    QVERIFY(screen.findChild<QLabel *>(u"lockAbout"_s)->text().contains(u"没有设置口令"_s));
    QVERIFY(!screen.findChild<QLineEdit *>()->isVisible());
    int asked = 0;
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(wanted.size(), ++asked);
    }
}

void TestLock::theScreenCountsDown()
{
    QWidget window;
    LockScreen screen(&window);
    const QSignalSpy wanted(&screen, &LockScreen::unlockWanted);
    audit::activate(window);
    screen.start(true, {});
    auto *pin = screen.findChild<QLineEdit *>();
    QCOMPARE(QApplication::focusWidget(), pin);
    QCOMPARE(pin->echoMode(), QLineEdit::Password);
    QTest::keyClicks(pin, u"1234"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"1234"_s);
    QVERIFY(pin->text().isEmpty());
    screen.refuse(std::chrono::seconds(2));
    QVERIFY(!pin->isEnabled());
    QTest::keyClick(&screen, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(pin->isEnabled(), testPatience);
    QCOMPARE(QApplication::focusWidget(), pin);
}

void TestLock::theScreenHoldsItsGates_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
}

void TestLock::theScreenHoldsItsGates()
{
    QFETCH(const ThemeChoice, theme);
    Theme look;
    look.apply(*qApp, theme);
    QWidget window;
    window.resize(1280, 680);
    LockScreen screen(&window);
    audit::activate(window);
    screen.start(true, {});
    screen.refuse({});
    QCoreApplication::processEvents();
    ZSB_VERIFY_NONE(audit::unnamedWidgets(window));
    ZSB_VERIFY_NONE(audit::unreachableByTab(window));
    ZSB_VERIFY_NONE(audit::truncatedTexts(window));
    ZSB_VERIFY_NONE(audit::smallTargets(window));
    ZSB_VERIFY_NONE(audit::paintedContrast(window));
}

void TestLock::thePinIsSetChangedAndTakenAway()
{
    LockSettings settings;
    const auto ask = [&](const QString &old, const QString &fresh, const QString &again, const char *button) {
        LockDialog dialog(
            settings, [] { return at(0); }, secureRandom());
        connect(&dialog, &LockDialog::chosen, &dialog, [&](const LockSettings &chosen) { settings = chosen; });
        dialog.open();
        dialog.findChild<QLineEdit *>(u"lockOld"_s)->setText(old);
        dialog.findChild<QLineEdit *>(u"lockNew"_s)->setText(fresh);
        dialog.findChild<QLineEdit *>(u"lockAgain"_s)->setText(again);
        dialog.findChild<QPushButton *>(QString::fromLatin1(button))->click();
        const bool closed = !dialog.isVisible();
        dialog.reject();
        return closed;
    };
    QVERIFY(!ask({}, u"123"_s, u"123"_s, "lockSave")); // too short
    QVERIFY(!ask({}, u"1234"_s, u"1235"_s, "lockSave"));
    QVERIFY(settings.secret.isEmpty());
    QVERIFY(ask({}, u"1234"_s, u"1234"_s, "lockSave"));
    QVERIFY(isSecret("1234", settings.secret.toStdString()));
    QVERIFY(!ask(u"9999"_s, u"5678"_s, u"5678"_s, "lockSave")); // not the old one
    QCOMPARE(settings.failures, 1);
    QVERIFY(ask(u"1234"_s, u"5678"_s, u"5678"_s, "lockSave"));
    QVERIFY(isSecret("5678", settings.secret.toStdString()));
    QVERIFY(!ask({}, {}, {}, "lockRemove"));
    QVERIFY(ask({}, {}, {}, "lockSave")); // minutes alone
    QVERIFY(!settings.secret.isEmpty());
    QVERIFY(ask(u"5678"_s, {}, {}, "lockRemove"));
    QVERIFY(settings.secret.isEmpty());
}

void TestLock::theDialogHoldsItsGates_data()
{
    theScreenHoldsItsGates_data();
}

/// With a PIN there is more to type, and the longest problem to read.
void TestLock::theDialogHoldsItsGates()
{
    QFETCH(const ThemeChoice, theme);
    Theme look;
    look.apply(*qApp, theme);
    LockSettings settings = withPin("2468");
    settings.failures = 9;
    settings.failedAt = at(0).time_since_epoch().count();
    LockDialog dialog(
        settings, [] { return at(0); }, secureRandom());
    audit::activate(dialog);
    dialog.findChild<QPushButton *>(u"lockRemove"_s)->click();
    QVERIFY(dialog.findChild<QLabel *>(u"lockDialogProblem"_s)->text().contains(u"300"_s));
    QCoreApplication::processEvents();
    ZSB_VERIFY_NONE(audit::unnamedWidgets(dialog));
    ZSB_VERIFY_NONE(audit::unreachableByTab(dialog));
    ZSB_VERIFY_NONE(audit::truncatedTexts(dialog));
    ZSB_VERIFY_NONE(audit::smallTargets(dialog));
    ZSB_VERIFY_NONE(audit::paintedContrast(dialog));
}

void TestLock::aCopiedNumberIsForgotten()
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    ShortClipboard copied;
    copied.put(u"150102199003070000"_s);
    QCOMPARE(clipboard.text(), u"150102199003070000"_s);
    copied.clear();
    QVERIFY(clipboard.text().isEmpty());
    copied.put(u"150102199003070000"_s);
    clipboard.setText(u"something of somebody else"_s);
    copied.clear();
    QCOMPARE(clipboard.text(), u"something of somebody else"_s);
}

QTEST_MAIN(TestLock)
#include "tst_lock.moc"
