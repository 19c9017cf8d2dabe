#include "app/desktop/desktop.h"

#include "app/common/packsearch.h"
#include "app/desktop/diagnostics.h"
#include "app/desktop/seasongate.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/home/homecontroller.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString settingsFile(const DesktopOptions &options)
{
    if (!options.dataFolder.isEmpty())
        return options.dataFolder + u"/settings.ini"_s;
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/zsb.ini"_s;
}

} // namespace

Desktop::Desktop(QApplication &application, DesktopOptions options, Prompts &prompts, Clock clock)
    : m_application(application),
      m_options(std::move(options)),
      m_prompts(prompts),
      m_settingsStore(settingsFile(m_options)),
      m_settings(m_settingsStore.load()),
      m_clock(std::move(clock)),
      m_idle(application)
{
    if (!m_options.language.isEmpty())
        m_settings.language = m_options.language;
    if (m_options.theme)
        m_settings.theme = *m_options.theme;
    m_theme.apply(m_application, m_settings.theme);
    m_languages.install(m_settings.language);
    connect(&m_idle, &IdleWatch::idle, this, &Desktop::lock);
}

Desktop::~Desktop()
{
    if (m_journal)
        m_journal->end();
    m_gate.reset();
    m_window.reset(); // its pages look at the controllers
}

Done Desktop::start()
{
    const auto book = openRuleBook(m_options.pack.toStdString());
    if (!book)
        return book.error();
    m_book = m_ownBook = *book;
    buildDoor();
    m_locked = !m_settings.lock.secret.isEmpty() && m_options.task == DesktopOptions::Task::Work;
    build(m_settings.page);
    m_window->show();
    if (m_options.task != DesktopOptions::Task::Work)
        return done(); // a script starts at the first page
    const QString folder = folderToOpen();
    if (m_options.demo && !holdsSeason(folder))
        startDemo(folder);
    else if (holdsSeason(folder))
        openFolder(folder);
    else if (!m_options.joinFile.isEmpty())
        join(m_options.joinFile);
    return done(); // nothing yet: the first page offers what to begin with
}

/// The one that was asked for, else the one of last time. An asked for one may hold the season below itself.
QString Desktop::folderToOpen() const
{
    const bool asked = !m_options.dataFolder.isEmpty();
    if (asked && (m_options.demo || holdsSeason(m_options.dataFolder)))
        return m_options.dataFolder;
    if (!m_options.joinFile.isEmpty() && isEnrolled(standardFolder(u"service"_s)))
        return standardFolder(u"service"_s);
    return m_options.demo ? standardFolder(u"demo"_s) : m_settings.dataFolder;
}

bool Desktop::dropWindow()
{
    const bool shown = m_window->isVisible();
    m_settings.geometry = m_window->layoutState();
    m_window->hide(); // the last window destroyed while it is visible would end the program
    m_welcome = nullptr;
    m_reviewPage = nullptr;
    m_importPage = nullptr;
    m_syncPage = nullptr;
    m_window.reset();
    m_syncControl.reset();
    m_actions.reset();
    return shown;
}

void Desktop::build(const QString &page)
{
    m_actions = std::make_unique<ActionRegistry>(m_theme);
    if (const Result<KeyScheme> scheme = schemeFromJson(m_settings.keys))
        m_actions->setScheme(*scheme);
    m_window = std::make_unique<MainWindow>(m_theme, *m_actions);
    m_window->setLanguage(m_languages.current());
    m_window->setDiagnostics(
        diagnostics(m_book->pack(), m_season ? m_season->folder : QString(), m_application.devicePixelRatio()));
    connect(m_window.get(), &MainWindow::languageChosen, this, &Desktop::setLanguage, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Desktop::setTheme);
    connect(m_window.get(), &MainWindow::closing, this, [this] {
        saveSettings();
        if (m_journal)
            m_journal->end();
    });
    connect(m_window.get(), &MainWindow::leaveDemoRequested, this, [this] {
        m_window->showFrontPage();
        m_window->setDemoNotice({});
    });
    bindFileActions();
    bindLock();
    buildPalette();
    buildWelcome();
    if (m_season)
        buildSpaces();
    m_window->restoreLayout(m_settings.geometry);
    if (m_season && !page.isEmpty())
        m_window->showPage(page);
    else
        m_window->showFrontPage();
    refreshStatus();
    if (m_locked)
        coverWindow();
}

void Desktop::askForFolder()
{
    m_prompts.askForPath(m_window.get(), {tr("打开数据文件夹"), {}, m_settings.dataFolder},
                         [this](const QString &folder) { openFolder(folder); });
}

void Desktop::askForImport()
{
    if (m_season && !m_season->demo) {
        m_window->showPage(u"exchange"_s);
        m_importPage->chooseFile();
        return;
    }
    m_importNext = true;
    openFolder(standardFolder(u"season"_s));
}

void Desktop::startAgain(const DesktopOptions &options)
{
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    if (!options.language.isEmpty())
        setLanguage(options.language);
    if (options.theme)
        setTheme(*options.theme);
    const QString demo = standardFolder(u"demo"_s);
    if (!options.demo || (m_season && m_season->demo))
        return;
    if (holdsSeason(demo))
        openFolder(demo);
    else
        startDemo(demo);
}

void Desktop::refreshStatus()
{
    const Pack &pack = m_book->pack();
    m_window->setStatus(StatusField::Pack, tr("规则包 %1").arg(qtext(pack.version)),
                        qtext(pack.name.in(m_languages.ofPack())) + u'\n' + qtext(pack.hash));
    if (!m_season)
        return;
    m_window->setStatus(StatusField::Queue, m_review->positionWords());
    m_window->setStatus(StatusField::Pace, m_review->paceWords());
    if (!m_sync)
        m_window->setStatus(StatusField::Connection, m_season->writer ? tr("本机 · 离线可用") : tr("只读"),
                            QDir::toNativeSeparators(m_season->folder));
    m_window->setStatus(StatusField::User, m_review->reviewerWords());
}

QString Desktop::standardFolder(const QString &name) const
{
    const QString base = m_options.dataFolder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                             : m_options.dataFolder;
    return base + u'/' + name;
}

} // namespace zsb
