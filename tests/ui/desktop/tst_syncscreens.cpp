#include "app/desktop/officeseason.h"
#include "app/desktop/seasongate.h"
#include "app/desktop/syncdesk.h"
#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "tests/ui/desktop/screenlooks.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/answerdialog.h"
#include "ui/sync/capturedialog.h"
#include "ui/sync/changedialog.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/connectdialog.h"
#include "ui/sync/leasedialog.h"
#include "ui/sync/majordialog.h"
#include "ui/sync/parcelpane.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// The screens of an enrolled season under the gates of every other one (U9–U15): the wizard, the sign-in, the pill,
/// every page of the sync centre, the lease dialog, in every language and both themes at the smallest window. CTest
/// runs it once for each scale of the display.
class TestSyncScreens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyScreenHolds_data();
    void everyScreenHolds();

private:
    void look(const QString &screen, QWidget &window);
    void enter();
    void lookAtCentre();
    void lookAtParcels(SyncPage &page);
    void lookAtTasks();
    [[nodiscard]] MainWindow &window() const { return m_desktop->window(); }

    QTemporaryDir m_folder;
    NoPrompts m_prompts;
    std::unique_ptr<Desktop> m_desktop;
    QStringList m_problems;
};

void TestSyncScreens::initTestCase()
{
    forgetSettings(u"zsb-tst-syncscreens-%1"_s.arg(qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s)));
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    const Done made = makeOfficeSeason(m_folder.filePath(u"office"_s), *book, systemClock());
    QVERIFY2(made, made ? "" : made.error().detail.c_str());
}

void TestSyncScreens::look(const QString &screen, QWidget &window)
{
    const auto add = [&](const char *gate, const QStringList &problems) {
        for (const QString &problem : problems)
            m_problems.append(screen + u" · "_s + QLatin1StringView(gate) + u" · "_s + problem);
    };
    audit::activate(window);
    QCoreApplication::processEvents(); // layouts follow texts
    add("cut off", audit::truncatedTexts(window));
    add("unnamed", audit::unnamedWidgets(window));
    add("small", audit::smallTargets(window));
    add("contrast", audit::paintedContrast(window));
    add("mnemonic", audit::mnemonicClashes(window, window.findChild<QMenuBar *>()));
    add("Tab", audit::unreachableByTab(window));
    if (window.height() > 680)
        m_problems.append(screen + u" is higher than the window"_s);
}

void TestSyncScreens::everyScreenHolds_data()
{
    addScreenLooks();
}

void TestSyncScreens::enter()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->gate() && m_desktop->gate()->dialog(), 60'000);
    SignInDialog &dialog = *m_desktop->gate()->dialog();
    auto *offline = dialog.findChild<QPushButton *>("signInOffline"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(offline->isVisible(), 60'000);
    look(u"sign-in"_s, dialog);
    dialog.findChild<QLineEdit *>("signInPassword"_L1)->setText(QString::fromLatin1(OfficeSeason::password));
    const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
    offline->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
}

void TestSyncScreens::lookAtCentre()
{
    window().showPage(u"sync"_s);
    SyncPage &page = *m_desktop->syncPage();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->syncControl()->look().conflicts.empty(), 60'000);
    m_desktop->syncControl()->diagnose();
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->syncControl()->findings().size(), std::size_t(5), 60'000);
    page.conflicts().choose(0);
    page.parcels().findChild<QLineEdit *>("parcelPassphrase"_L1)->setText(u"a long passphrase"_s);
    lookAtParcels(page);
    for (const QString &tab : {u"outbox"_s, u"inbox"_s, u"conflicts"_s, u"reconcile"_s, u"files"_s, u"parcels"_s,
                               u"accounts"_s, u"tasks"_s, u"notices"_s, u"log"_s, u"diagnosis"_s}) {
        page.showTab(tab);
        QCOMPARE(page.tab(), tab);
        look(u"sync, "_s + tab, window());
    }
}

/// What a parcel has brought, with the longest there is to say of it.
void TestSyncScreens::lookAtParcels(SyncPage &page)
{
    SyncSession &session = m_desktop->sync()->session();
    const auto *said = page.parcels().findChild<QLabel *>("parcelSaid"_L1);
    emit session.parcelTaken(ParcelNews{.isNewer = true});
    const QString newer = said->text();
    emit session.parcelTaken(ParcelNews{});
    QVERIFY(!newer.isEmpty() && said->text() != newer);
    page.showTab(u"parcels"_s);
    emit session.parcelTaken(
        ParcelNews{.files = 2171, .previews = 1802, .refused = 27, .lacks = 71, .left = 4821, .isOtherEpoch = true});
    for (const auto count : {2171, 1802, 27, 71, 4821})
        QVERIFY(said->text().contains(QString::number(count)));
    look(u"sync, a parcel taken"_s, window());
}

/// With the longest there are: every major, a type that asks for a proof.
void TestSyncScreens::lookAtTasks()
{
    const SyncRows rows = m_desktop->syncControl()->rows();
    ApplicationState state;
    state.typeId = "N1";
    state.applicationNo = "2023150100123";
    state.fields = {{Field::Name, "测试"}, {Field::JuniorMajor, "现代农业技术"}};
    const CandidateType *type = rows.pack().type(state.typeId);
    QVERIFY(type && !type->conversions.empty());
    const Theme theme;
    MajorDialog major(state, rows, theme, &window());
    major.open();
    look(u"choose the major"_s, major);
    major.reject();
    ChangeDialog change(state, {&type->conversions.front()}, rows, &m_prompts, &window());
    change.open();
    change.refuse(u"—"_s);
    look(u"ask for a change"_s, change);
    change.reject();
    ConversionRequest request;
    request.conversionId = type->conversions.front().id;
    request.note = "—";
    AnswerDialog answer(state, request, rows, &window());
    answer.open();
    look(u"answer a request"_s, answer);
    answer.reject();
}

void TestSyncScreens::everyScreenHolds()
{
    QFETCH(const QString, language);
    QFETCH(const ThemeChoice, theme);
    m_problems.clear();
    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_folder.filePath(u"office"_s);
    options.language = language;
    options.theme = theme;
    m_desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, systemClock());
    QVERIFY(m_desktop->start());
    window().resize(1280, 680);
    enter();
    window().resize(1280, 680);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->tasks().running(), 0, 60'000);
    lookAtCentre();
    m_desktop->connectService(u"server.example"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), testPatience);
    look(u"connect"_s, *QApplication::activeModalWidget());
    static_cast<QDialog *>(QApplication::activeModalWidget())->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), testPatience);
    {
        LeaseDialog lease({{u"school"_s, u"院校审核员"_s}}, &window());
        lease.open();
        look(u"lease"_s, lease);
        lease.reject();
    }
    {
        CaptureDialog capture(
            u"https://server.example:8443"_s, {"app-1"}, [](Instant) { return u"2月16日 09:15"_s; }, &window());
        capture.open();
        capture.take({.file = {"app-1"},
                      .isLink = true,
                      .state = {.path = "/c/Yx3vQk9TzW0pLr5nUe7bAg",
                                .application = {"app-1"},
                                .expires = Instant(std::chrono::hours(1)),
                                .triesLeft = 20}});
        look(u"capture"_s, capture);
        capture.reject();
    }
    lookAtTasks();
    m_desktop->actions().action("sync.signIn")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), testPatience);
    look(u"sign in again"_s, *QApplication::activeModalWidget());
    static_cast<QDialog *>(QApplication::activeModalWidget())->reject();
    m_desktop->lock();
    look(u"lock"_s, window());
    if (window().size() != QSize(1280, 680))
        m_problems.append(u"the window grew to %1×%2"_s.arg(window().width()).arg(window().height()));
    m_desktop.reset();
    m_problems.removeDuplicates();
    for (const QString &problem : m_problems)
        qWarning("%s", qPrintable(problem)); // QVERIFY2 would cut them
    QCOMPARE(m_problems.size(), 0);
}

} // namespace zsb

QTEST_MAIN(zsb::TestSyncScreens)
#include "tst_syncscreens.moc"
