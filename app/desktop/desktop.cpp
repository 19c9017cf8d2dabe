#include "app/desktop/desktop.h"

#include "app/common/packsearch.h"
#include "app/desktop/homesource.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/exchange/storeimport.h"
#include "ui/home/homecontroller.h"
#include "ui/home/homepage.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>

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
      m_me{"local"}
{
    if (!m_options.language.isEmpty())
        m_settings.language = m_options.language;
    if (m_options.theme)
        m_settings.theme = *m_options.theme;
    m_theme.apply(m_application, m_settings.theme);
    m_languages.install(m_settings.language);
}

Desktop::~Desktop()
{
    m_window.reset(); // its pages look at the controllers
}

Done Desktop::start()
{
    const auto book = openRuleBook(m_options.pack.toStdString());
    if (!book)
        return book.error();
    m_book = *book;
    build(m_settings.page);
    m_window->show();
    if (m_options.task != DesktopOptions::Task::Work)
        return done(); // a script starts at the first page
    const QString remembered = m_options.demo ? standardFolder(u"demo"_s) : m_settings.dataFolder;
    const QString folder = m_options.dataFolder.isEmpty() ? remembered : m_options.dataFolder;
    if (m_options.demo && !holdsSeason(folder))
        startDemo(folder);
    else if (!m_options.dataFolder.isEmpty() || holdsSeason(folder))
        openFolder(folder);
    return done();
}

bool Desktop::dropWindow()
{
    const bool shown = m_window->isVisible();
    m_settings.geometry = m_window->layoutState();
    m_window->hide(); // the last window destroyed while it is visible would end the program
    m_welcome = nullptr;
    m_reviewPage = nullptr;
    m_importPage = nullptr;
    m_window.reset();
    m_actions.reset();
    return shown;
}

void Desktop::build(const QString &page)
{
    m_actions = std::make_unique<ActionRegistry>(m_theme);
    m_window = std::make_unique<MainWindow>(m_theme, *m_actions);
    m_window->setLanguage(m_languages.current());
    m_window->setDiagnostics(diagnostics());
    connect(m_window.get(), &MainWindow::languageChosen, this, &Desktop::setLanguage, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Desktop::setTheme);
    connect(m_window.get(), &MainWindow::closing, this, &Desktop::saveSettings);
    connect(m_window.get(), &MainWindow::leaveDemoRequested, this, [this] {
        m_window->showFrontPage();
        m_window->setDemoNotice({});
    });
    bindFileActions();
    buildWelcome();
    if (m_season)
        buildSpaces();
    m_window->restoreLayout(m_settings.geometry);
    if (m_season && !page.isEmpty())
        m_window->showPage(page);
    else
        m_window->showFrontPage();
    refreshStatus();
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
    connect(m_welcome, &WelcomePage::cancelRequested, this, [this] {
        m_task.forget();
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
    m_actions->bind("view.refresh", m_window.get(), [this] {
        m_home->refresh();
        m_review->refresh();
    });
    m_actions->bind("edit.find", m_window.get(), [this] {
        m_window->showPage(u"review"_s);
        m_actions->action("review.goto")->trigger();
    });
    m_window->setDemoNotice(m_season->demo ? tr("演示数据：全是虚构的人，可以随便试，永远不会与真实数据混在一起")
                                           : QString());
}

void Desktop::buildHome()
{
    m_home = std::make_unique<HomeController>(m_tasks, homeSource(*m_season, m_me, m_languages.ofPack()));
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
    m_review->setLanguage(m_languages.ofPack());
    m_reviewPage = new ReviewPage(*m_review, *m_actions, m_theme);
    m_window->addPage(u"review"_s, tr("审核"), u"review"_s, m_reviewPage);
    connect(m_reviewPage, &ReviewPage::said, m_window.get(), &MainWindow::say);
    connect(m_reviewPage, &ReviewPage::statusChanged, m_window.get(),
            [window = m_window.get()](const QString &position, const QString &pace) {
                window->setStatus(StatusField::Queue, position);
                window->setStatus(StatusField::Pace, pace);
            });
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
    m_actions->bind("file.import", m_window.get(), [this] { askForImport(); });
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

void Desktop::openFolder(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        failure(tr("打不开这个文件夹"), {ErrorCode::Unreadable, "data folder cannot be made"});
        return;
    }
    m_window->showFrontPage();
    m_welcome->showProgress(tr("正在打开数据…"), 0, 0);
    m_task = m_tasks.run(
        this, [folder, book = m_book](const TaskContext &) { return prepareSeason(folder, *book); },
        [this, folder](const Done &prepared) {
            if (prepared)
                adopt(folder);
            else
                failure(tr("打不开这个文件夹"), prepared.error());
        });
}

void Desktop::startDemo(const QString &folder)
{
    m_window->showFrontPage();
    const QString what = tr("正在生成演示数据");
    m_welcome->showProgress(what, 0, 0);
    m_task = m_tasks.run(
        this,
        [folder, book = m_book, clock = m_clock](const TaskContext &context) {
            return makeDemoSeason(folder, book, clock, context);
        },
        [this, folder](const Done &made) {
            if (made)
                adopt(folder);
            else
                failure(tr("演示数据没有生成"), made.error());
        },
        [this, what](qint64 made, qint64 total) { m_welcome->showProgress(what, made, total); });
}

void Desktop::adopt(const QString &folder)
{
    auto season = openSeason(folder, m_book, m_clock);
    if (!season) {
        failure(tr("打不开这个文件夹"), season.error());
        return;
    }
    const bool shown = dropWindow(); // its pages look at the controllers
    m_home.reset();
    m_import.reset();
    m_review.reset();
    m_season = std::move(*season);
    m_settings.dataFolder = folder;
    m_settings.page = m_season->demo ? u"review"_s : u"home"_s; // the demo opens on the main job
    m_review = std::make_unique<ReviewController>(
        ReviewTools{*m_season->store, m_book, m_season->clock, secureRandom()}, reviewerHere(), m_tasks);
    const auto keep = m_season->demo ? StoreImport::Keep::No : StoreImport::Keep::Yes;
    m_import = std::make_unique<ImportController>(m_tasks,
                                                  std::make_shared<StoreImport>(folder, m_book, m_season->clock, keep));
    connect(m_import.get(), &ImportController::committed, m_review.get(), &ReviewController::openQueue);
    build(m_importNext ? u"exchange"_s : m_settings.page);
    m_window->setVisible(shown);
    m_review->openQueue();
    if (std::exchange(m_importNext, false))
        m_importPage->chooseFile();
    saveSettings();
    emit seasonOpened();
}

void Desktop::failure(const QString &what, const Error &error)
{
    m_importNext = false;
    m_window->showFrontPage();
    m_welcome->showError(what, error);
    emit failed(error);
}

Reviewer Desktop::reviewerHere() const
{
    Reviewer reviewer{m_me, m_season->demo ? tr("演示审核员") : tr("本机审核员"), {}};
    for (const Role &role : m_book->pack().review.roles) {
        if (!role.supervises)
            reviewer.roles.push_back(role.id);
    }
    return reviewer;
}

void Desktop::setLanguage(const QString &language)
{
    if (language == m_languages.current())
        return;
    m_settings.language = language;
    m_languages.install(language);
    const QString page = m_window->currentPage();
    const bool shown = dropWindow();
    build(page);
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
    m_window->setStatus(StatusField::Connection, tr("本机 · 离线可用"), QDir::toNativeSeparators(m_season->folder));
    m_window->setStatus(StatusField::User, reviewerHere().name);
}

void Desktop::saveSettings()
{
    m_settings.geometry = m_window->layoutState();
    if (!m_window->currentPage().isEmpty())
        m_settings.page = m_window->currentPage();
    if (const Done saved = m_settingsStore.save(m_settings); !saved)
        qWarning("settings were not saved: %s", saved.error().detail.c_str());
}

std::vector<std::pair<QString, QString>> Desktop::diagnostics() const
{
    const Pack &pack = m_book->pack();
    return {{tr("版本"), QCoreApplication::applicationVersion()},
            {u"Qt"_s, QString::fromLatin1(qVersion())},
            {tr("系统"), QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture()},
            {tr("规则包"), qtext(pack.id) + u' ' + qtext(pack.version)},
            {tr("规则包指纹"), qtext(pack.hash)},
            {tr("数据文件夹"), m_season ? QDir::toNativeSeparators(m_season->folder) : tr("未打开")},
            {tr("显示"), u"%1, %2 ×"_s.arg(QGuiApplication::platformName()).arg(m_application.devicePixelRatio())}};
}

QString Desktop::standardFolder(const QString &name) const
{
    const QString base = m_options.dataFolder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                             : m_options.dataFolder;
    return base + u'/' + name;
}

} // namespace zsb
