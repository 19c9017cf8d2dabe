#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/command.h"
#include "core/domain/finding.h"
#include "core/rules/rulebook.h"
#include "core/storage/batch.h"
#include "core/storage/blobstore.h"
#include "core/storage/codec.h"
#include "core/storage/desk.h"
#include "core/storage/execution.h"
#include "core/storage/queue.h"
#include "core/storage/search.h"
#include "core/storage/storedevent.h"

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

struct StoreOptions
{
    std::string folder{};                       ///< holds blobs/ and zsb.db; made when it is not there
    std::shared_ptr<const FieldCodec> codec{};  ///< null: PlainCodec
    std::chrono::milliseconds patience{10'000}; ///< while another one writes; a thread with a window has little
    std::string database{};                     ///< empty: zsb.db in the folder; or `postgres://…`, see Database
    bool rehearsal{false};                      ///< for tests of thousands of databases: nothing is durable
};

/// One event of the audit view: what lies in the log, and its body in clear (JSON).
struct HistoryEntry
{
    StoredEvent stored{};
    std::string body{};
};

/// The database of one season, in SQLite or PostgreSQL: the event log, what is projected from it, and the files.
///
/// One connection; to be used in the thread that opened it. Open another Store with the same options() for another
/// thread or process: readers never wait, writers wait for each other, one transaction at a time, so that `seq` counts
/// up in the order of commits and changes() never passes anything over. Whatever execute() answered is on the disk.
/// Every call may fail with Conflict (another writer held the lock for longer than our patience: nothing was written,
/// try again), Unreadable (the file is damaged; the server is gone: nothing is known of the last commit, repeat it with
/// the same command id in a store opened anew), Invalid (a text PostgreSQL cannot hold) or Internal.
class Store
{
public:
    /// Makes or migrates the database. Errors: Invalid (of a newer program, not a location), Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options);
    /// Reads only, and makes nothing. Errors: NotFound (no database), Invalid (of another version of the program),
    /// Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<const Store>> openReadOnly(const StoreOptions &options);
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    ~Store();

    /// Decides, appends, projects and queues for sending, in one transaction. The same command again (same id) gets
    /// the same answer and changes nothing. Errors: Invalid (the id was used for another command).
    [[nodiscard]] Result<Execution> execute(const Command &command, const RuleBook &book, Instant now);
    /// All of them in one transaction, answers in their order; when one is refused nothing happened, and the answers
    /// end with the refusal.
    [[nodiscard]] Result<std::vector<Execution>> executeAll(std::span<const Command> commands, const RuleBook &book,
                                                            Instant now);

    /// Many commands in one transaction, each seeing what the one before did. Errors: Conflict.
    [[nodiscard]] Result<std::unique_ptr<Batch>> begin(const RuleBook &book, Instant now);

    /// Errors: NotFound.
    [[nodiscard]] Result<ApplicationState> state(const ApplicationId &id) const;
    /// Every finding on the file as it is and as others share with it, as of its last event; resolved ones too.
    /// Errors: NotFound.
    [[nodiscard]] Result<std::vector<Finding>> findings(const ApplicationId &id, const RuleBook &book) const;
    /// The application of that number, however it is typed (see codeKey()); an empty id when there is none.
    [[nodiscard]] Result<ApplicationId> findByNumber(std::string_view applicationNo) const;
    /// The first application of a person; an empty id when there is none. An empty type is the pack's default.
    [[nodiscard]] Result<ApplicationId> findByDocument(std::string_view type, std::string_view number,
                                                       const Pack &pack) const;

    /// At most `limit` files after a cursor; an empty cursor asks for the beginning. Errors: Invalid (no such cursor).
    [[nodiscard]] Result<QueuePage> queue(const QueueQuery &query, const std::string &after, int limit) const;
    /// The first `limit` files of the query, all of them with -1. An index alone answers, but for a text. Errors:
    /// Cancelled.
    [[nodiscard]] Result<QueueSnapshot> snapshot(const QueueQuery &query, int limit,
                                                 const std::stop_token &stop = {}) const;
    /// The files of these rows, in any order; one that is gone is left out.
    [[nodiscard]] Result<std::vector<QueueEntry>> entries(std::span<const std::int64_t> rows, QueueOrder order) const;
    /// What happened after a place in the log, whoever did it; 0: from the beginning.
    [[nodiscard]] Result<QueueChanges> changes(std::int64_t since, int limit) const;
    [[nodiscard]] Result<std::int64_t> count(const QueueQuery &query) const;
    [[nodiscard]] Result<QueueFacets> facets(const QueueQuery &query) const;
    /// The cells facets() and count() add up, for the claim, the tags and the text of the query; its facets are left
    /// aside.
    [[nodiscard]] Result<std::vector<FacetCell>> facetCells(const QueueQuery &query) const;
    /// How many files of the query have each tag of the actor's, its own tags left aside.
    [[nodiscard]] Result<TagCounts> tagCounts(const QueueQuery &query) const;
    /// One file as the queue shows it, whether or not a query would. Errors: NotFound.
    [[nodiscard]] Result<QueueEntry> entry(const ApplicationId &id, QueueOrder order) const;
    /// How many files of the query come before this one in its order, itself in it or not. Errors: NotFound.
    [[nodiscard]] Result<std::int64_t> position(const QueueQuery &query, const ApplicationId &id) const;
    /// By name, pinyin, initials, application number or last six of the document number; the surest hits first.
    [[nodiscard]] Result<std::vector<SearchHit>> search(std::string_view text, int limit) const;

    /// Every event of an application, first to last.
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(const ApplicationId &id) const;
    /// The last decisions and undos of somebody, newest first.
    [[nodiscard]] Result<std::vector<HistoryEntry>> recentDecisions(const ActorId &actor, int limit) const;
    /// Events whose hold is over and that were not sent, oldest first.
    [[nodiscard]] Result<std::vector<StoredEvent>> outbox(Instant now, int limit) const;

    /// What a reviewer keeps for themself; of a store for reading, to be read only.
    [[nodiscard]] Desk desk(const ActorId &actor) { return {*m_database, *m_codec, actor}; }
    [[nodiscard]] const Desk desk(const ActorId &actor) const { return {*m_database, *m_codec, actor}; }

    [[nodiscard]] const BlobStore &blobs() const { return m_blobs; }
    /// For tables beside the log, which are no business of this class; to write them, inside a Batch.
    [[nodiscard]] const Database &database() const { return *m_database; }
    [[nodiscard]] const FieldCodec &codec() const { return *m_codec; }
    /// Files in the blob folder no application refers to.
    [[nodiscard]] Result<std::vector<std::string>> orphanBlobs() const;

    /// Whether the projections were made by another version of this program or under another pack: rebuild() then.
    [[nodiscard]] Result<bool> isStale(const RuleBook &book) const;
    /// Makes every projection again from the events, in one transaction. The same bytes as before, see digest.
    [[nodiscard]] Done rebuild(const RuleBook &book, const std::stop_token &stop = {});
    /// SHA-256 over every row of every projection.
    [[nodiscard]] Result<std::string> projectionDigest() const;
    /// What another connection to the same season is opened with.
    [[nodiscard]] StoreOptions options() const
    {
        return {.folder = m_folder, .codec = m_codec, .database = m_database->sql() == Sql::Sqlite ? "" : m_path};
    }
    /// Where the database is, for verifyLog(): a file or `postgres://…`.
    [[nodiscard]] const std::string &databasePath() const { return m_path; }

private:
    Store(std::unique_ptr<Database> database, const StoreOptions &options);
    [[nodiscard]] Result<std::vector<HistoryEntry>> inClear(std::vector<StoredEvent> events) const;
    [[nodiscard]] Result<ApplicationId> findId(const QString &sql, const SqlValue &value) const;
    [[nodiscard]] Result<Projected> projected(const ApplicationId &id) const;

    std::string m_folder;
    std::string m_path;
    std::shared_ptr<const FieldCodec> m_codec;
    BlobStore m_blobs;
    std::unique_ptr<Database> m_database;
};

} // namespace zsb
