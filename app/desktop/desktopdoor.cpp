#include "app/desktop/desktop.h"
#include "app/desktop/season.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace zsb {

void Desktop::buildDoor()
{
    m_door = std::make_unique<SeasonDoor>(m_tasks, m_book, m_clock,
                                          [this](std::unique_ptr<Season> season, SeasonDoor::Way way) {
                                              m_coached = way == SeasonDoor::Way::MakeDemo;
                                              arrive(std::move(season));
                                          });
    const auto doing = [](SeasonDoor::Way way) {
        return way == SeasonDoor::Way::Open ? tr("正在打开数据…") : tr("正在生成演示数据");
    };
    connect(m_door.get(), &SeasonDoor::began, this, [this, doing](SeasonDoor::Way way) {
        m_window->showFrontPage();
        m_welcome->showProgress(doing(way), 0, 0);
    });
    connect(m_door.get(), &SeasonDoor::progressed, this, [this, doing](SeasonDoor::Way way, qint64 made, qint64 total) {
        m_welcome->showProgress(doing(way), made, total);
    });
    connect(m_door.get(), &SeasonDoor::failed, this, [this](SeasonDoor::Way way, const Error &error) {
        m_importNext = false;
        m_window->showFrontPage();
        m_welcome->showError(way == SeasonDoor::Way::Open ? tr("打不开这个文件夹") : tr("演示数据没有生成"), error);
        emit failed(error);
    });
    connect(m_door.get(), &SeasonDoor::occupied, this, &Desktop::offerReading);
    connect(m_door.get(), &SeasonDoor::broken, this, &Desktop::stopWriting);
}

void Desktop::offerReading(const QString &folder, const FolderHolder &holder)
{
    m_importNext = false;
    if (!m_season)
        m_window->showFrontPage();
    const QString who = holder.user.empty() && holder.host.empty()
                            ? tr("这个文件夹不能写入。")
                            : tr("%1 正在电脑 %2 上使用这个文件夹。").arg(qtext(holder.user), qtext(holder.host));
    const QString why = tr("为了不丢失任何人的决定，同一文件夹同时只能由一个程序写入。可以只读打开来查看，或取消。");
    const bool elsewhere = !holder.host.empty() && holder.host != QSysInfo::machineHostName().toStdString();
    const QString lock =
        elsewhere
            ? u"\n\n"_s + tr("如果那台电脑上的程序是异常退出的（断电、崩溃），锁会留下来：确认那边没有人在用以后，"
                             "手工删除这个文件夹里的 %1，再打开一次。")
                              .arg(u"zsb.lock"_s)
            : QString();
    m_prompts.confirm(m_window.get(), tr("文件夹正在使用"),
                      who + u"\n\n"_s + QDir::toNativeSeparators(folder) + u"\n\n"_s + why + lock, tr("只读打开(&R)"),
                      [this, folder] { // later: another season is another window, and this one is still answering
                          QMetaObject::invokeMethod(
                              this, [this, folder] { m_door->openForReading(folder); }, Qt::QueuedConnection);
                      });
}

} // namespace zsb
