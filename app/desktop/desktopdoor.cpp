#include "app/desktop/desktop.h"
#include "app/desktop/season.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/statewidget.h"

#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace zsb {

void Desktop::buildDoor()
{
    m_door = std::make_unique<SeasonDoor>(
        m_tasks, [this](const QString &folder) { return rulesOf(folder); }, m_clock,
        [this](const QString &folder) { return secretsOf(folder); },
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
    connect(m_door.get(), &SeasonDoor::keyless, this, &Desktop::explainKey);
    connect(m_door.get(), &SeasonDoor::occupied, this, &Desktop::offerReading);
    connect(m_door.get(), &SeasonDoor::broken, this, &Desktop::stopWriting);
}

std::shared_ptr<Secrets> Desktop::secretsOf(const QString &folder) const
{
    return std::make_shared<ChosenSecrets>(folder, secureRandom(), m_options.keychain);
}

/// Why a sealed season stays shut, and what opens it. Nothing is made in its place.
void Desktop::explainKey(const QString &folder, const Error &error)
{
    m_importNext = false;
    m_window->showFrontPage();
    ErrorWords words = errorWords(error);
    const QString keys = QDir::toNativeSeparators(QDir::cleanPath(folder) + u".keys"_s);
    words.sentence = tr("这份数据是加密存放的，打开它的密钥现在取不到。");
    switch (error.code) {
    case ErrorCode::Cancelled:
        words.sentence = tr("已取消。");
        words.nextStep.clear();
        break;
    case ErrorCode::Unreachable:
        words.nextStep = tr("系统的密钥环锁着或没有应答：请解锁密钥环，再打开一次。");
        break;
    case ErrorCode::Refused:
        words.nextStep =
            tr("%1 里的密钥文件别人也能读，所以没有用它：请改成只有本人可读（0400），再打开一次。").arg(keys);
        break;
    case ErrorCode::NotFound:
        words.nextStep = tr("请用登记时的系统账户打开；密钥在系统的密钥环里或在 %1 里，season.keys 在数据文件夹里，"
                            "移动或恢复备份时要一起放好。密钥丢了就打不开，服务器上的不受影响：请重新连接服务器。")
                             .arg(keys);
        break;
    default:
        words.nextStep = tr("密钥或 season.keys 已损坏：请从备份恢复，或重新连接服务器。");
        break;
    }
    m_welcome->showError(tr("打不开这个文件夹"), words);
    emit failed(error);
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
