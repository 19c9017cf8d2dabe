#include "app/desktop/desktop.h"

#include "app/desktop/syncdesk.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/linepane.h"
#include "ui/sync/linewatch.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"

// How pictures of an enrolled season come: what the line is spared, and asking for one.
namespace zsb {

LinePlan Desktop::linePlan()
{
    if (!m_line) {
        m_line = std::make_unique<LineWatch>();
        connect(m_line.get(), &LineWatch::changed, this, &Desktop::heedLine);
    }
    return planOf(m_settings.line, m_line->isMetered());
}

void Desktop::heedLine()
{
    const LinePlan plan = linePlan();
    if (m_sync)
        m_sync->session().setLine(plan);
    if (m_syncPage)
        m_syncPage->line().showLine(m_settings.line, m_line->isMetered());
}

void Desktop::setLine(const LineSettings &settings)
{
    m_settings.line = settings;
    saveSettings();
    heedLine();
}

void Desktop::bindPictures()
{
    heedLine();
    connect(&m_syncPage->line(), &LinePane::chosen, this, &Desktop::setLine);
    m_actions->bind("viewer.original", m_syncPage, [this] {
        m_sync->askForOriginal();
        if (!m_sync->isOnline())
            m_window->say(tr("连上服务器后取。"));
    });
    const auto check = [this] {
        m_actions->setEnabled("viewer.original", m_sync && m_sync->isOriginalAway(), tr("这张图片的原图在本机。"));
    };
    connect(m_review.get(), &ReviewController::pictureChanged, m_syncPage, check);
    connect(&m_sync->session(), &SyncSession::fetched, m_syncPage, check);
    check();
}

} // namespace zsb
