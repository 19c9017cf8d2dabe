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
#include "core/storage/execution.h"
#include "core/storage/queue.h"
#include "core/storage/search.h"
#include "core/storage/storedevent.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

struct StoreOptions
{
    std::string folder{};                      ///< holds zsb.db and blobs/; made when it is not there
    std::shared_ptr<const FieldCodec> codec{}; ///< null: PlainCodec
};

/// One event of the audit view: what lies in the log, and its body in clear (JSON).
struct HistoryEntry
{
    StoredEvent stored{};
    std::string body{};
};

/// The local database of one season: the event log, what is projected from it, and the files.
///
/// One SQLite connection; to be used in the thread that opened it. Open another Store on the same folder for another
/// thread: readers never wait, writers wait for each other. Whatever execute() answered is on the disk (WAL,
/// synchronous=FULL). Every call may fail with Conflict (another writer held the lock for 10 s: try again), Unreadable
/// (the file is damaged) or Internal.
class Store
{
public:
    /// What executeAll() does with the rest when a command is refused.
    enum class OnRefusal
    {
        Undo, ///< nothing of the batch happened
        Skip, ///< the others count
    };

    /// Makes or migrates the database. Errors: Invalid (of a newer program), Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options);
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    ~Store();

    /// Decides, appends, projects and queues for sending, in one transaction. The same command again (same id) gets
    /// the same answer and changes nothing. Errors: Invalid (the id was used for another command).
    [[nodiscard]] Result<Execution> execute(const Command &command, const RuleBook &book, Instant now);
    /// All of them in one transaction, answers in their order; with Undo the answers end with the refusal.
    [[nodiscard]] Result<std::vector<Execution>> executeAll(std::span<const Command> commands, const RuleBook &book,
                                                            Instant now, OnRefusal onRefusal = OnRefusal::Undo);

    /// Many commands in one transaction, each seeing what the one before did. Errors: Conflict.
    [[nodiscard]] Result<std::unique_ptr<Batch>> begin(const RuleBook &book, Instant now);

    /// Errors: NotFound.
    [[nodiscard]] Result<ApplicationState> state(const ApplicationId &id) const;
    /// Every finding on the file as it is and as others share with it, as of its last event; resolved ones too.
    /// Errors: NotFound.
    [[nodiscard]] Result<std::vector<Finding>> findings(const ApplicationId &id, const RuleBook &book) const;
    /// The application of that number; an empty id when there is none.
    [[nodiscard]] Result<ApplicationId> findByNumber(std::string_view applicationNo) const;
    /// The first application of a person; an empty id when there is none. An empty type is the pack's default.
    [[nodiscard]] Result<ApplicationId> findByDocument(std::string_view type, std::string_view number,
                                                       const Pack &pack) const;

    /// At most `limit` files after a cursor; an empty cursor asks for the beginning. Errors: Invalid (no such cursor).
    [[nodiscard]] Result<QueuePage> queue(const QueueQuery &query, const std::string &after, int limit) const;
    [[nodiscard]] Result<std::int64_t> count(const QueueQuery &query) const;
    [[nodiscard]] Result<QueueFacets> facets(const QueueQuery &query) const;
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

    [[nodiscard]] const BlobStore &blobs() const { return m_blobs; }
    /// Files in the blob folder no application refers to.
    [[nodiscard]] Result<std::vector<std::string>> orphanBlobs() const;

    /// Whether the projections were made by another version of this program or under another pack: rebuild() then.
    [[nodiscard]] Result<bool> isStale(const RuleBook &book) const;
    /// Makes every projection again from the events, in one transaction. The same bytes as before, see digest.
    [[nodiscard]] Done rebuild(const RuleBook &book);
    /// SHA-256 over every row of every projection.
    [[nodiscard]] Result<std::string> projectionDigest() const;
    /// Where the database is, for verifyLog().
    [[nodiscard]] const std::string &databasePath() const { return m_path; }

private:
    Store(std::unique_ptr<Database> database, const StoreOptions &options);
    [[nodiscard]] Result<std::vector<HistoryEntry>> inClear(std::vector<StoredEvent> events) const;
    [[nodiscard]] Result<ApplicationId> findId(const QString &sql, const SqlValue &value) const;
    [[nodiscard]] Result<Projected> projected(const ApplicationId &id) const;

    std::string m_path;
    std::shared_ptr<const FieldCodec> m_codec;
    BlobStore m_blobs;
    std::unique_ptr<Database> m_database;
};

} // namespace zsb
