#include "app/desktop/desktop.h"
#include "app/desktop/homesource.h"
#include "app/desktop/serviceseason.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/home/homecontroller.h"
#include "ui/home/homepage.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace zsb {

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
    m_reviewPage->setSealed(m_season->store->codec().conceals());
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

} // namespace zsb
