#include "app/desktop/seasondoor.h"

#include "app/common/loginname.h"
#include "core/storage/chain.h"
#include "core/storage/datafolder.h"

#include <QFileInfo>

namespace zsb {

SeasonDoor::SeasonDoor(TaskRunner &tasks, std::shared_ptr<const RuleBook> book, Clock clock, OnOpened opened)
    : m_tasks(tasks), m_book(std::move(book)), m_clock(std::move(clock)), m_opened(std::move(opened))
{
}

void SeasonDoor::open(const QString &folder, Way way)
{
    if (m_busy) {
        m_next = Opening{folder, way};
        m_task.stop();
        return;
    }
    if (Done made = makeDataFolder(folder.toStdString()); !made) {
        fail(way, made.error());
        return;
    }
    if (!claim(folder))
        return;
    m_busy = true;
    m_cancelled = false;
    emit began(way);
    m_task = m_tasks.run(
        this,
        [folder, way, book = m_book, clock = m_clock](const TaskContext &context) {
            return way == Way::MakeDemo ? makeDemoSeason(folder, book, clock, context)
                                        : prepareSeason(folder, *book, context.stop);
        },
        [this, folder, way](const Done &prepared) {
            ended({folder, way}, prepared);
        },
        [this, way](qint64 made, qint64 total) {
            if (!m_cancelled)
                emit progressed(way, made, total);
        });
}

void SeasonDoor::ended(const Opening &opening, const Done &prepared)
{
    m_busy = false;
    if (const std::optional<Opening> next = std::exchange(m_next, {})) {
        m_claim.reset();
        open(next->folder, next->way);
    } else if (m_cancelled) {
        m_claim.reset();
    } else if (prepared) {
        adopt(opening.folder, opening.way);
    } else {
        fail(opening.way, prepared.error());
    }
}

/// Reading the whole log takes a while in a big season; nobody waits for it.
void SeasonDoor::follow(const QString &folder)
{
    m_follow = m_tasks.run(
        this, [path = folder.toStdString() + "/zsb.db"](const TaskContext &) { return verifyLog(path); },
        [this, folder](const Result<LogVerdict> &verdict) {
            if (!verdict || !verdict->isGood())
                emit broken(folder, verdict ? verdict->firstBad : 0);
        });
}

void SeasonDoor::openForReading(const QString &folder)
{
    auto season = readSeason(folder, m_book, m_clock);
    if (!season) {
        fail(Way::Open, season.error());
        return;
    }
    m_lock.reset();
    m_folder.clear();
    m_opened(std::move(*season), Way::Open);
}

void SeasonDoor::cancel()
{
    m_cancelled = true;
    m_next.reset();
    m_task.stop();
}

bool SeasonDoor::claim(const QString &folder)
{
    m_claim.reset();
    if (m_lock && QFileInfo(m_folder) == QFileInfo(folder))
        return true;
    auto lock = std::make_unique<FolderLock>(folder.toStdString(), loginName());
    if (!lock->take()) {
        emit occupied(folder, lock->holder());
        return false;
    }
    m_claim = std::move(lock);
    return true;
}

void SeasonDoor::fail(Way way, const Error &error)
{
    m_claim.reset();
    emit failed(way, error);
}

void SeasonDoor::adopt(const QString &folder, Way way)
{
    auto season = openSeason(folder, m_book, m_clock);
    if (!season) {
        fail(way, season.error());
        return;
    }
    if (m_claim)
        m_lock = std::move(m_claim);
    m_folder = folder;
    m_opened(std::move(*season), way);
    follow(folder);
}

} // namespace zsb
