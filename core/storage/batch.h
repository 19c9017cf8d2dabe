#pragma once

#include "core/domain/command.h"
#include "core/storage/database.h"
#include "core/storage/eventlog.h"
#include "core/storage/execution.h"
#include "core/storage/opjournal.h"
#include "core/storage/projection.h"

#include <optional>
#include <span>
#include <vector>

namespace zsb {

/// SHA-256 over the whole command: the same id with another fingerprint is another command.
[[nodiscard]] std::string fingerprint(const Command &command);

/// Commands carried out one after the other in one transaction. Nothing of it happened unless commit() succeeded.
/// Made by Store::begin(); the store must outlive it, and nothing else may write through that store meanwhile.
class Batch
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Batch>> begin(const Database &database, const FieldCodec &codec,
                                                              const RuleBook &book, Instant now);

    /// The same command again (same id) gets the same answer and changes nothing. A refusal leaves the batch as it was.
    /// Errors: Invalid (the id was used for another command), those of Store. After an error only rolling back is left.
    [[nodiscard]] Result<Execution> execute(const Command &command);
    /// The application as the batch has it; revision 0 when there is none.
    [[nodiscard]] Result<ApplicationState> state(const ApplicationId &id);
    /// For an authority that rules by itself: what the ruling needs, and what came of it. The events follow on the
    /// state as the batch has it. `commandHash` is fingerprint() of the command that led to them.
    [[nodiscard]] Result<std::vector<Event>> events(const ApplicationId &id) const;
    [[nodiscard]] Result<SharedFacts> shared(const ApplicationState &state) const;
    [[nodiscard]] Done append(std::span<const Event> events, const std::string &commandHash);
    /// For tables beside the log, in the same transaction.
    [[nodiscard]] const Database &database() const { return m_database; }
    /// Everything after this can be taken back by undo() until the next savepoint().
    [[nodiscard]] Done savepoint();
    [[nodiscard]] Done undo();
    [[nodiscard]] Done commit();

private:
    Batch(Transaction transaction, const Database &database, const FieldCodec &codec, const RuleBook &book,
          OpJournal journal, Instant now);
    [[nodiscard]] Result<std::optional<Execution>> repeated(const Command &command, const std::string &hash) const;
    [[nodiscard]] Result<Execution> decideAndAppend(const Command &command, const std::string &hash);
    [[nodiscard]] Done enter(const ApplicationId &id);
    [[nodiscard]] Done leave();

    Transaction m_transaction;
    const Database &m_database;
    const FieldCodec &m_codec;
    EventLog m_log;
    Projection m_projection;
    OpJournal m_journal;
    const RuleBook &m_book;
    Instant m_now;
    /// The application of the last command, projected when another one follows or the batch ends.
    std::optional<Projected> m_current;
    bool m_changed = false;
    bool m_hasSavepoint = false;
};

} // namespace zsb
