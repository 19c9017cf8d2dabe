#include "app/desktop/desktop.h"

#include "app/common/packsearch.h"
#include "app/desktop/diagnostics.h"
#include "app/desktop/homesource.h"
#include "app/desktop/reviewers.h"
#include "app/desktop/seasongate.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/home/homecontroller.h"
#include "ui/home/homepage.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/keyeditor.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QClipboard>
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
    m_book = *book;
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

void Desktop::buildWelcome()
{
    m_welcome = new WelcomePage(m_theme, m_window.get());
    m_welcome->setLanguage(m_languages.current());
    m_window->setFrontPage(m_welcome);
    connect(m_welcome, &WelcomePage::demoRequested, this, [this] {
        const QString folder = standardFolder(u"demo"_s);
        if (holdsSeason(folder))
            openFolder(folder);
        else
            startDemo(folder);
    });
    connect(m_welcome, &WelcomePage::openRequested, this, &Desktop::askForFolder);
    connect(m_welcome, &WelcomePage::importRequested, this, &Desktop::askForImport);
    connect(m_welcome, &WelcomePage::connectRequested, this, [this] { connectService(); });
    connect(m_welcome, &WelcomePage::cancelRequested, this, [this] {
        m_door->cancel();
        m_importNext = false;
        m_welcome->showChoices();
    });
    connect(m_welcome, &WelcomePage::languageChosen, this, &Desktop::setLanguage, Qt::QueuedConnection);
    connect(m_welcome, &WelcomePage::themeChosen, this, &Desktop::setTheme);
}

void Desktop::buildSpaces()
{
    buildHome();
    buildReview();
    buildImport();
    if (m_sync)
        buildSync();
    m_actions->bind("view.refresh", m_window.get(), [this] {
        m_home->refresh();
        m_review->refresh();
    });
    m_actions->bind("edit.find", m_window.get(), [this] {
        m_window->showPage(u"review"_s);
        m_reviewPage->focusSearch();
    });
    const bool isTrial = m_sync && trialPerson(m_season->folder);
    m_window->setDemoNotice(m_season->demo ? tr("演示数据：全是虚构的人，可以随便试，永远不会与真实数据混在一起")
                            : isTrial ? tr("试用服务：本机上的服务，全是虚构的人，与演示数据和真实数据都不相干")
                                      : QString());
}

void Desktop::buildHome()
{
    m_home = std::make_unique<HomeController>(m_tasks, homeSource(*m_season, reviewer(), m_languages.ofPack()));
    auto *page = new HomePage(m_theme, *m_home);
    m_window->addPage(u"home"_s, tr("工作台"), u"home"_s, page);
    connect(page, &HomePage::continueRequested, this, [this] { m_window->showPage(u"review"_s); });
    connect(page, &HomePage::importRequested, this, [this] { m_window->showPage(u"exchange"_s); });
    connect(page, &HomePage::queueChosen, this, [this](const QString &phase) {
        m_window->showPage(u"review"_s);
        m_review->setView(phase);
    });
    connect(page, &HomePage::applicationChosen, this, [this](const QString &id) {
        m_window->showPage(u"review"_s);
        m_review->openFile(ApplicationId{id.toStdString()});
    });
    connect(page, &HomePage::copyRequested, this,
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

void Desktop::buildReview()
{
    m_review->setReviewerName(reviewerHere().name);
    m_review->setLanguage(m_languages.ofPack());
    m_reviewPage = new ReviewPage(*m_review, *m_actions, m_theme);
    m_window->addPage(u"review"_s, tr("审核"), u"review"_s, m_reviewPage);
    connect(m_reviewPage, &ReviewPage::said, m_window.get(), &MainWindow::say);
    connect(m_window.get(), &MainWindow::layoutReset, m_reviewPage, &ReviewPage::resetLayout);
    connect(m_reviewPage, &ReviewPage::statusChanged, m_window.get(),
            [window = m_window.get()](const QString &position, const QString &pace, const QString &reviewer) {
                window->setStatus(StatusField::Queue, position);
                window->setStatus(StatusField::Pace, pace);
                window->setStatus(StatusField::User, reviewer);
            });
    if (m_coached) {
        m_reviewPage->coach();
        connect(m_reviewPage, &ReviewPage::coached, this, [this] { m_coached = false; });
    }
}

void Desktop::buildImport()
{
    m_import->setLanguage(m_languages.ofPack());
    m_importPage = new ImportPage(m_theme, *m_import, m_prompts);
    m_window->addPage(u"exchange"_s, tr("导入"), u"import"_s, m_importPage);
    connect(m_importPage, &ImportPage::said, m_window.get(), &MainWindow::say);
    connect(m_importPage, &ImportPage::reviewRequested, this, [this] { m_window->showPage(u"review"_s); });
    connect(m_importPage, &ImportPage::copyRequested, this,
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

void Desktop::bindFileActions()
{
    m_actions->bind("file.open", m_window.get(), [this] { askForFolder(); });
    if (!m_sync)
        m_actions->bind("file.reviewer", m_window.get(), [this] { askForReviewer(); });
    m_actions->bind("file.connect", m_window.get(), [this] { connectService(); });
    m_actions->bind("file.import", m_window.get(), [this] { askForImport(); });
    m_actions->bind("help.editKeys", m_window.get(), [this] { editKeys(); });
}

void Desktop::editKeys()
{
    auto *editor = new KeyEditor(*m_actions, m_theme, m_prompts, m_window.get());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &KeyEditor::chosen, this, [this](const KeyScheme &scheme) {
        m_actions->setScheme(scheme);
        m_settings.keys = scheme.empty() ? QByteArray() : schemeJson(scheme);
        saveSettings();
    });
    editor->open();
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

ActorId Desktop::reviewer() const
{
    return m_sync ? m_account.id : actorOf(m_settings.reviewers);
}

Reviewer Desktop::reviewerHere() const
{
    return m_sync ? m_account : reviewerOf(m_settings.reviewers, m_book->pack(), m_season->demo);
}

void Desktop::askForReviewer()
{
    auto *dialog =
        new ReviewerDialog(m_settings.reviewers, roleChoices(m_book->pack(), m_languages.ofPack()), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewerDialog::chosen, this, &Desktop::setReviewer, Qt::QueuedConnection);
    dialog->open();
}

/// Everything that knows who sits here is built again; the place in the queue comes back with the session.
void Desktop::setReviewer(const ReviewerEntry &reviewer)
{
    m_settings.reviewers = withFirst(std::move(m_settings.reviewers), reviewer);
    saveSettings();
    if (m_season && m_season->writer)
        openFolder(m_season->folder);
}

void Desktop::setLanguage(const QString &language)
{
    if (language == m_languages.current())
        return;
    m_settings.language = language;
    m_languages.install(language);
    const QString page = m_window->currentPage();
    const ReviewPlace place = m_reviewPage ? m_reviewPage->place() : ReviewPlace();
    const bool shown = dropWindow();
    build(page);
    if (m_reviewPage) {
        m_reviewPage->restore(place);
        watchSession();
    }
    m_window->setVisible(shown);
    saveSettings();
}

void Desktop::setTheme(ThemeChoice choice)
{
    m_settings.theme = choice;
    m_theme.apply(m_application, choice);
    saveSettings();
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

void Desktop::saveSettings()
{
    m_settings.geometry = m_window->layoutState();
    if (!m_window->currentPage().isEmpty())
        m_settings.page = m_window->currentPage();
    if (const Done saved = m_settingsStore.save(m_settings); !saved)
        qWarning("settings were not saved: %s", saved.error().detail.c_str());
}

QString Desktop::standardFolder(const QString &name) const
{
    const QString base = m_options.dataFolder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                             : m_options.dataFolder;
    return base + u'/' + name;
}

} // namespace zsb
