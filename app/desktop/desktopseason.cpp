#include "app/desktop/desktop.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/exchange/storeimport.h"
#include "ui/home/homecontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace zsb {

/// What somebody changed beside the program can no longer prove anything: nothing is decided on top of it.
void Desktop::stopWriting(const QString &folder, qint64 firstBad)
{
    if (!m_season || m_season->folder != folder)
        return;
    m_door->goOnReading({folder, m_season->store->options().codec}, m_season->book);
    const QString where = firstBad > 0 ? tr("日志第 %1 条被改动过。").arg(firstBad) : tr("日志读不出来。");
    m_window->showNotice(where + tr("这份数据现在只能看，不能再作决定。请用 zsb-check verify-log 查明，从备份恢复。"));
}

void Desktop::openFolder(const QString &folder)
{
    m_door->open(folder, SeasonDoor::Way::Open);
}

void Desktop::readFolder(const QString &folder)
{
    m_door->openForReading(folder);
}

void Desktop::startDemo(const QString &folder)
{
    m_door->open(folder, SeasonDoor::Way::MakeDemo);
}

void Desktop::take(std::unique_ptr<Season> season)
{
    if (m_journal)
        m_journal->end();
    m_journal.reset();
    const bool shown = dropWindow(); // its pages look at the controllers
    m_home.reset();
    m_import.reset();
    m_review.reset();
    m_season = std::move(season);
    m_book = m_season->book;
    m_settings.dataFolder = m_season->folder;
    const LastPlace session =
        m_season->writer ? SessionJournal::read(m_season->folder, m_season->store->codec()) : LastPlace();
    m_settings.page = m_season->demo ? u"review"_s : u"home"_s; // the demo opens on the main job
    if (!session.page.isEmpty())
        m_settings.page = session.page;
    m_review = std::make_unique<ReviewController>(
        ReviewTools{*m_season->store, m_season->writer, m_book, m_season->clock, secureRandom()}, reviewerHere(),
        m_tasks);
    m_review->measurePortraits(m_tasks);
    m_review->measureScans();
    m_review->compareSeason();
    const bool keeps = !m_season->demo && m_season->writer;
    const auto keep = keeps ? StoreImport::Keep::Yes : StoreImport::Keep::No;
    m_import = std::make_unique<ImportController>(
        m_tasks,
        std::make_shared<StoreImport>(m_season->store->options(), m_book, m_season->clock, keep, m_review->model()));
    connect(m_import.get(), &ImportController::committed, m_review.get(), &ReviewController::openQueue);
    connect(m_import.get(), &ImportController::committed, m_review.get(), &ReviewController::takeLooks);
    build(m_importNext ? u"exchange"_s : m_settings.page);
    m_window->setVisible(shown);
    resume(session);
    keepSession();
    if (std::exchange(m_importNext, false))
        m_importPage->chooseFile();
    saveSettings();
    if (keeps && !m_sync && session.ended && m_settings.reviewers.isEmpty())
        m_window->showNotice(tr("还没有登记审核人：决定会记在“本机审核员”名下。请在 文件 → 审核人 里写上姓名。"));
    watchIdle();
    emit seasonOpened();
}

void Desktop::resume(const LastPlace &session)
{
    if (!session.ended) {
        m_window->showNotice(tr("上次没有正常退出。决定都已保存；已回到当时的位置。"));
        connect(m_reviewPage, &ReviewPage::draftRestored, m_window.get(), [window = m_window.get()] {
            window->showNotice(tr("上次没有正常退出。决定都已保存；已回到当时的位置，没写完的内容也找回来了。"));
        });
    }
    if (session.review.filter.view.isEmpty())
        m_review->openQueue();
    else
        m_reviewPage->restore(session.review);
}

/// From now on, in the season's folder.
void Desktop::keepSession()
{
    if (!m_season->writer)
        return;
    m_journal = std::make_unique<SessionJournal>(m_season->folder, m_season->store->options().codec, [this] {
        return LastPlace{m_window->currentPage(), m_reviewPage->placeWithoutNames(), false};
    });
    watchSession();
    m_journal->touch();
}

void Desktop::watchSession()
{
    if (!m_journal)
        return;
    connect(m_reviewPage, &ReviewPage::placeChanged, m_journal.get(), &SessionJournal::touch);
    connect(m_window.get(), &MainWindow::pageShown, m_journal.get(), &SessionJournal::touch);
}

} // namespace zsb
