#include "app/desktop/seasondoor.h"

#include "app/common/loginname.h"
#include "app/desktop/sealedseason.h"
#include "app/desktop/secretsholder.h"
#include "core/storage/chain.h"
#include "core/storage/datafolder.h"

#include <QFileInfo>

namespace zsb {

SeasonDoor::SeasonDoor(TaskRunner &tasks, RulesOf rules, Clock clock, SecretsOf secrets, OnOpened opened)
    : m_tasks(tasks),
      m_rules(std::move(rules)),
      m_clock(std::move(clock)),
      m_secrets(std::move(secrets)),
      m_opened(std::move(opened))
{
}

void SeasonDoor::open(const QString &folder, Way way)
{
    m_reading.forget();
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
        [folder, way, rules = m_rules, clock = m_clock, secrets = m_secrets(folder),
         &tasks = m_tasks](const TaskContext &context) {
            const std::shared_ptr<const RuleBook> book = rules(folder);
            if (way == Way::MakeDemo)
                return Prepared{book, std::shared_ptr<const FieldCodec>(),
                                makeDemoSeason(folder, book, clock, context)};
            Prepared prepared{book, seasonCodec(folder, SecretsHolder(secrets, tasks, context.stop))};
            if (prepared.codec)
                prepared.season = prepareSeason({folder, *prepared.codec}, *book, context.stop);
            return prepared;
        },
        [this, folder, way](const Prepared &prepared) {
            ended({folder, way}, prepared);
        },
        [this, way](qint64 made, qint64 total) {
            if (!m_cancelled)
                emit progressed(way, made, total);
        });
}

void SeasonDoor::ended(const Opening &opening, const Prepared &prepared)
{
    m_busy = false;
    if (const std::optional<Opening> next = std::exchange(m_next, {})) {
        m_claim.reset();
        open(next->folder, next->way);
    } else if (m_cancelled) {
        m_claim.reset();
    } else if (!prepared.codec) {
        m_claim.reset();
        emit keyless(opening.folder, prepared.codec.error());
    } else if (prepared.season) {
        adopt({opening.folder, *prepared.codec}, prepared.book, opening.way);
    } else {
        fail(opening.way, prepared.season.error());
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
    m_reading = m_tasks.run(
        this,
        [folder, rules = m_rules, secrets = m_secrets(folder), &tasks = m_tasks](const TaskContext &context) {
            return Prepared{rules(folder), seasonCodec(folder, SecretsHolder(secrets, tasks, context.stop))};
        },
        [this, folder](const Prepared &prepared) {
            if (prepared.codec)
                goOnReading({folder, *prepared.codec}, prepared.book);
            else
                emit keyless(folder, prepared.codec.error());
        });
}

void SeasonDoor::goOnReading(const SeasonPlace &place, const std::shared_ptr<const RuleBook> &book)
{
    auto season = readSeason(place, book, m_clock);
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
    m_reading.forget();
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

void SeasonDoor::adopt(const SeasonPlace &place, std::shared_ptr<const RuleBook> book, Way way)
{
    auto season = openSeason(place, std::move(book), m_clock);
    if (!season) {
        fail(way, season.error());
        return;
    }
    if (m_claim)
        m_lock = std::move(m_claim);
    m_folder = place.folder;
    m_opened(std::move(*season), way);
    follow(place.folder);
}

} // namespace zsb
