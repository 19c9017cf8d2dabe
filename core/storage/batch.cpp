#include "core/storage/batch.h"

#include "core/base/hash.h"
#include "core/workflow/workflow.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Only these look at what others share: everything else is spared the look-up.
bool looksAtOthers(const CommandBody &body)
{
    return std::holds_alternative<Approve>(body) || std::holds_alternative<Settle>(body) ||
           std::holds_alternative<ReturnFile>(body) || std::holds_alternative<Refuse>(body) ||
           std::holds_alternative<Doubt>(body) || std::holds_alternative<ResolveFinding>(body);
}

} // namespace

std::string fingerprint(const Command &command)
{
    return sha256Hex(QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact).toStdString());
}

Result<std::unique_ptr<Batch>> Batch::begin(const Database &database, const FieldCodec &codec, const RuleBook &book,
                                            Instant now)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Result<OpJournal> journal = OpJournal::open(database, codec);
    if (!journal)
        return journal.error();
    return std::unique_ptr<Batch>(new Batch(*std::move(transaction), database, codec, book, *std::move(journal), now));
}

Batch::Batch(Transaction transaction, const Database &database, const FieldCodec &codec, const RuleBook &book,
             OpJournal journal, Instant now)
    : m_transaction(std::move(transaction)),
      m_database(database),
      m_codec(codec),
      m_log(database, codec),
      m_projection(database, codec, book),
      m_journal(std::move(journal)),
      m_book(book),
      m_now(now)
{
}

Result<Execution> Batch::execute(const Command &command)
{
    const std::string hash = fingerprint(command);
    Result<std::optional<Execution>> before = repeated(command, hash);
    if (!before)
        return before.error();
    if (*before)
        return **std::move(before);
    if (Done entered = enter(command.application); !entered)
        return entered.error();
    return decideAndAppend(command, hash);
}

Result<std::optional<Execution>> Batch::repeated(const Command &command, const std::string &hash) const
{
    const Result<std::vector<StoredEvent>> stored = m_log.ofCommand(command.id);
    if (!stored)
        return stored.error();
    if (stored->empty())
        return std::optional<Execution>();
    if (stored->front().commandHash != m_log.keptHash(hash))
        return Error{ErrorCode::Invalid, "the id of this command was used for another one"};
    Result<std::vector<StoredEvent>> all = m_log.ofApplication(command.application);
    if (!all)
        return all.error();
    all->resize(std::size_t(stored->back().sequence)); // as it was right after the command
    const Result<std::vector<Event>> events = m_log.decode(*all);
    if (!events)
        return events.error();
    const auto first = events->end() - std::ptrdiff_t(stored->size());
    return std::optional<Execution>(
        Executed{.state = fold(*events), .events = {first, events->end()}, .repeated = true});
}

Result<Execution> Batch::decideAndAppend(const Command &command, const std::string &hash)
{
    SharedFacts shared;
    if (looksAtOthers(command.body)) {
        Result<SharedFacts> found = m_projection.sharedWith(m_current->state);
        if (!found)
            return found.error();
        shared = *std::move(found);
    }
    const Result<bool> isLate = m_journal.comesTooLate(command);
    if (!isLate)
        return isLate.error();
    if (*isLate)
        return Execution(Refusal{RefusalCode::HoldOver, {}});
    const Ruling ruling = decide(m_current->state, command, {.book = m_book, .now = m_now, .shared = shared.facts});
    if (!ruling.isAccepted())
        return Execution(ruling.refusal());
    if (Done appended = append(ruling.events(), hash); !appended)
        return appended.error();
    if (Done noted = m_journal.note(command, ruling.events(), m_current->state); !noted)
        return noted.error();
    return Execution(Executed{.state = m_current->state, .events = ruling.events()});
}

Done Batch::append(std::span<const Event> events, const std::string &commandHash)
{
    if (events.empty())
        return done();
    if (Done entered = enter(events.front().application); !entered)
        return entered;
    if (Done appended = m_log.append(events, commandHash); !appended)
        return appended;
    for (const Event &event : events) {
        m_current->state = apply(std::move(m_current->state), event);
        m_current->updated = event.at;
    }
    m_changed = true;
    return done();
}

Result<std::vector<Event>> Batch::events(const ApplicationId &id) const
{
    const Result<std::vector<StoredEvent>> stored = m_log.ofApplication(id);
    return stored ? m_log.decode(*stored) : Result<std::vector<Event>>(stored.error());
}

Result<SharedFacts> Batch::shared(const ApplicationState &state) const
{
    return m_projection.sharedWith(state);
}

Done Batch::enter(const ApplicationId &id)
{
    if (m_current && m_current->state.id == id)
        return done();
    if (Done left = leave(); !left)
        return left;
    Result<std::optional<Projected>> loaded = loadProjected(m_database, m_codec, id);
    if (!loaded)
        return loaded.error();
    m_current = *loaded ? **std::move(loaded) : Projected{};
    return done();
}

Done Batch::leave()
{
    Done written = m_changed ? m_projection.write(m_current->state, m_current->updated) : done();
    m_current.reset();
    m_changed = false;
    return written;
}

Result<ApplicationState> Batch::state(const ApplicationId &id)
{
    if (Done entered = enter(id); !entered)
        return entered.error();
    return m_current->state;
}

Done Batch::savepoint()
{
    if (Done left = leave(); !left)
        return left;
    if (m_hasSavepoint) {
        if (Done released = m_database.execute(u"RELEASE step"_s); !released)
            return released;
    }
    m_hasSavepoint = true;
    return m_database.execute(u"SAVEPOINT step"_s);
}

Done Batch::undo()
{
    m_current.reset();
    m_changed = false;
    return m_database.execute(u"ROLLBACK TO step"_s);
}

Done Batch::commit()
{
    if (Done left = leave(); !left)
        return left;
    if (Done refreshed = m_projection.refreshFindings(); !refreshed)
        return refreshed;
    if (Done noted = m_projection.noteOrigin(); !noted)
        return noted;
    return m_transaction.commit();
}

} // namespace zsb
