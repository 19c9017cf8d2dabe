#include "core/storage/store.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/storage/datafolder.h"
#include "core/storage/eventlog.h"
#include "core/storage/schema.h"
#include "core/workflow/workflow.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

static std::string locationOf(const StoreOptions &options)
{
    return options.database.empty() ? options.folder + "/zsb.db" : options.database;
}

namespace {

/// One file that is never waited for.
Done rehearse(const Database &database)
{
    if (Done loosened = database.execute(u"PRAGMA journal_mode=MEMORY"_s); !loosened)
        return loosened;
    return database.execute(u"PRAGMA synchronous=OFF"_s);
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    if (Done made = makeDataFolder(options.folder); !made)
        return made.error();
    const std::string path = locationOf(options);
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadWrite, options.patience);
    if (!database)
        return database.error();
    if (Done migrated = migrate(**database, path); !migrated)
        return migrated.error();
    if (options.rehearsal) {
        if (Done loosened = rehearse(**database); !loosened)
            return loosened.error();
    }
    return std::unique_ptr<Store>(new Store(*std::move(database), options));
}

Result<std::unique_ptr<const Store>> Store::openReadOnly(const StoreOptions &options)
{
    Result<std::unique_ptr<Database>> database =
        Database::open(locationOf(options), Database::Access::ReadOnly, options.patience);
    if (!database)
        return database.error();
    if (Done isNewest = requireNewest(**database); !isNewest)
        return isNewest.error();
    return std::unique_ptr<const Store>(new Store(*std::move(database), options));
}

Store::Store(std::unique_ptr<Database> database, const StoreOptions &options)
    : m_folder(options.folder),
      m_path(locationOf(options)),
      m_codec(options.codec ? options.codec : std::make_shared<const PlainCodec>()),
      m_blobs(options.folder + "/blobs", m_codec),
      m_database(std::move(database))
{
}

Store::~Store() = default;

Result<Execution> Store::execute(const Command &command, const RuleBook &book, Instant now)
{
    Result<std::vector<Execution>> all = executeAll({&command, 1}, book, now);
    if (!all)
        return all.error();
    return std::move(all->front());
}

Result<std::vector<Execution>> Store::executeAll(std::span<const Command> commands, const RuleBook &book, Instant now)
{
    Result<std::unique_ptr<Batch>> batch = begin(book, now);
    if (!batch)
        return batch.error();
    std::vector<Execution> answers;
    for (const Command &command : commands) {
        Result<Execution> answer = (*batch)->execute(command);
        if (!answer)
            return answer.error();
        answers.push_back(*std::move(answer));
        if (std::holds_alternative<Refusal>(answers.back()))
            return answers;
    }
    if (Done committed = (*batch)->commit(); !committed)
        return committed.error();
    return answers;
}

Result<std::unique_ptr<Batch>> Store::begin(const RuleBook &book, Instant now)
{
    return Batch::begin(*m_database, *m_codec, book, now);
}

Result<Projected> Store::projected(const ApplicationId &id) const
{
    Result<std::optional<Projected>> loaded = loadProjected(*m_database, *m_codec, id);
    if (!loaded)
        return loaded.error();
    if (!*loaded)
        return Error{ErrorCode::NotFound, "no such application"};
    return **std::move(loaded);
}

Result<ApplicationState> Store::state(const ApplicationId &id) const
{
    Result<Projected> found = projected(id);
    if (!found)
        return found.error();
    return std::move(found->state);
}

Result<std::vector<Finding>> Store::findings(const ApplicationId &id, const RuleBook &book) const
{
    const Result<Projected> found = projected(id);
    if (!found)
        return found.error();
    return findingsOf(*m_database, *m_codec, book, *found);
}

Result<ApplicationId> Store::findId(const QString &sql, const SqlValue &value) const
{
    Result<Rows> rows = m_database->run(sql, {value});
    if (!rows)
        return rows.error();
    if (rows->next())
        return ApplicationId{rows->text(0)};
    return rows->ended() ? Result<ApplicationId>(ApplicationId{}) : Result<ApplicationId>(rows->ended().error());
}

Result<ApplicationId> Store::findByNumber(std::string_view applicationNo) const
{
    const std::string key = codeKey(applicationNo);
    if (key.empty())
        return ApplicationId{};
    return findId(u"SELECT id FROM application WHERE no_key = ? ORDER BY id LIMIT 1"_s, sqlText(key));
}

Result<ApplicationId> Store::findByDocument(std::string_view type, std::string_view number, const Pack &pack) const
{
    const std::string key = documentIndex(type, number, pack, *m_codec);
    if (key.empty())
        return ApplicationId{};
    return findId(u"SELECT id FROM application WHERE document = ? ORDER BY row LIMIT 1"_s, sqlText(key));
}

Result<std::vector<HistoryEntry>> Store::inClear(std::vector<StoredEvent> events) const
{
    const EventLog log(*m_database, *m_codec);
    std::vector<HistoryEntry> entries;
    for (StoredEvent &event : events) {
        Result<std::string> body = log.bodyOf(event);
        if (!body)
            return body.error();
        entries.push_back({std::move(event), *std::move(body)});
    }
    return entries;
}

Result<std::vector<HistoryEntry>> Store::history(const ApplicationId &id) const
{
    Result<std::vector<StoredEvent>> events = EventLog(*m_database, *m_codec).ofApplication(id);
    if (!events)
        return events.error();
    return inClear(*std::move(events));
}

Result<std::vector<HistoryEntry>> Store::recentDecisions(const ActorId &actor, int limit) const
{
    Result<std::vector<StoredEvent>> events = EventLog(*m_database, *m_codec).decisionsOf(actor, limit);
    if (!events)
        return events.error();
    return inClear(*std::move(events));
}

Result<std::vector<StoredEvent>> Store::outbox(Instant now, int limit) const
{
    return EventLog(*m_database, *m_codec).waiting(now, limit);
}

Result<std::vector<std::string>> Store::orphanBlobs() const
{
    Result<Rows> rows = m_database->run(u"SELECT DISTINCT sha256 FROM item_hash"_s);
    if (!rows)
        return rows.error();
    std::set<std::string> referred;
    while (rows->next())
        referred.insert(rows->text(0));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    std::vector<std::string> orphans;
    for (std::string &sha256 : m_blobs.all()) {
        if (!referred.contains(sha256))
            orphans.push_back(std::move(sha256));
    }
    return orphans;
}

} // namespace zsb
