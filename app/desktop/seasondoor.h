#pragma once

#include "app/desktop/season.h"
#include "app/desktop/secrets.h"
#include "core/storage/folderlock.h"
#include "ui/tasks/taskrunner.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace zsb {

/// The way into a season: claims the folder for this program, asks for the keys of a sealed one, brings its database up
/// to date (or makes the demo) on a background thread, hands the open season over, and follows its log while work goes
/// on. Holds the right to write the season that was opened last. One opening at a time: a newer one waits until the
/// older has stopped. GUI thread only.
class SeasonDoor : public QObject
{
    Q_OBJECT

public:
    enum class Way
    {
        Open,
        MakeDemo
    };
    Q_ENUM(Way)
    using OnOpened = std::function<void(std::unique_ptr<Season> season, Way way)>;
    using SecretsOf = std::function<std::shared_ptr<Secrets>(const QString &folder)>;

    /// What a season is judged by; asked on a background thread, as a pack is read for it.
    using RulesOf = std::function<std::shared_ptr<const RuleBook>(const QString &folder)>;

    SeasonDoor(TaskRunner &tasks, RulesOf rules, Clock clock, SecretsOf secrets, OnOpened opened);

    /// Makes the folder when it is not there.
    void open(const QString &folder, Way way);
    /// Without the right to write, whoever else works there.
    void openForReading(const QString &folder);
    /// The season that is open, from now on without the right to write.
    void goOnReading(const SeasonPlace &place, const std::shared_ptr<const RuleBook> &book);
    /// Nobody waits any more. The folder stays claimed until the work on it has ended.
    void cancel();

signals:
    void began(zsb::SeasonDoor::Way way);
    void progressed(zsb::SeasonDoor::Way way, qint64 done, qint64 total);
    void failed(zsb::SeasonDoor::Way way, const zsb::Error &error);
    /// The season is sealed and its key is not to be had; nothing was opened, nothing was made.
    void keyless(const QString &folder, const zsb::Error &error);
    /// The log of the season that was opened has been touched by something else than this program.
    void broken(const QString &folder, qint64 firstBad);
    /// Another program works in this folder; nothing was opened.
    void occupied(const QString &folder, const zsb::FolderHolder &holder);

private:
    struct Opening
    {
        QString folder;
        Way way = Way::Open;
    };
    /// What the background thread has done.
    struct Prepared
    {
        std::shared_ptr<const RuleBook> book;
        Result<std::shared_ptr<const FieldCodec>> codec;
        Done season = done();
    };

    [[nodiscard]] bool claim(const QString &folder);
    void ended(const Opening &opening, const Prepared &prepared);
    void follow(const QString &folder);
    void fail(Way way, const Error &error);
    void adopt(const SeasonPlace &place, std::shared_ptr<const RuleBook> book, Way way);

    TaskRunner &m_tasks;
    RulesOf m_rules;
    Clock m_clock;
    SecretsOf m_secrets;
    OnOpened m_opened;
    QString m_folder;                    ///< the one m_lock is of
    std::unique_ptr<FolderLock> m_lock;  ///< of the open season; null while it is only read
    std::unique_ptr<FolderLock> m_claim; ///< of the folder that is being opened
    LatestTask m_task;
    LatestTask m_reading; ///< asks for the keys of what is only read
    LatestTask m_follow;
    bool m_busy = false;           ///< with m_task; also while it is only stopping
    bool m_cancelled = false;      ///< nobody waits for what m_task does
    std::optional<Opening> m_next; ///< asked for meanwhile
};

} // namespace zsb
