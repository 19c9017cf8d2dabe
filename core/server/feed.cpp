#include "core/server/feed.h"

#include "core/server/files.h"
#include "core/storage/eventlog.h"
#include "core/workflow/workflow.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// How often as many files as the page has room for are looked at, most of which may be of others.
constexpr int looksForRow = 10;

/// What can move a file out of an area.
constexpr std::array<std::string_view, 4> movers = {FieldsSet::kind, TypeChosen::kind, Converted::kind,
                                                    ExamSiteChanged::kind};

using Touched = std::vector<std::pair<std::int64_t, ApplicationId>>;

/// The last event of each file that something happened to in between, in order.
Result<Touched> touchedBetween(const Database &database, std::int64_t since, std::int64_t head, int limit)
{
    Result<Rows> rows =
        database.run(u"SELECT e.seq, e.application FROM events e WHERE e.seq > ? AND e.seq <= ? AND NOT EXISTS (SELECT "
                     "1 FROM events l WHERE l.application = e.application AND l.sequence > e.sequence AND l.seq <= ?) "
                     "ORDER BY e.seq LIMIT ?"_s,
                     {sqlInteger(since), sqlInteger(head), sqlInteger(head), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    Touched found;
    while (rows->next())
        found.emplace_back(rows->integer(0), ApplicationId{rows->text(1)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

} // namespace

/// The end is settled first: what is committed meanwhile belongs to the next page.
Done Feed::fill(ChangesPage &page, int limit) const
{
    const Result<std::int64_t> head = m_store.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (!head)
        return head.error();
    page.next = page.since;
    page.more = true;
    for (int look = 0; look < looksForRow; ++look) {
        const Result<Touched> touched = touchedBetween(m_store.database(), page.next, *head, limit);
        if (!touched)
            return touched.error();
        for (const auto &[seq, id] : *touched) {
            Result<std::optional<ChangeRow>> row = rowOf(id, seq, page.since);
            if (!row)
                return row.error();
            page.next = seq;
            if (*row)
                page.rows.push_back(**std::move(row));
            if (int(page.rows.size()) == limit && seq < *head)
                return done();
        }
        if (int(touched->size()) < limit) {
            page.more = false;
            page.next = std::max(*head, page.since);
            return done();
        }
    }
    return done();
}

Result<std::optional<ChangeRow>> Feed::rowOf(const ApplicationId &id, std::int64_t seq, std::int64_t since) const
{
    Result<ApplicationState> state = m_store.state(id);
    if (!state)
        return state.error();
    const int version = state->revision;
    const Result<bool> readable = mayRead(*state);
    if (!readable)
        return readable.error();
    if (*readable)
        return std::optional(ChangeRow{id, version, seq, Tombstone::None, *std::move(state)});
    const Result<bool> had = mayHaveHad(id, since);
    if (!had)
        return had.error();
    return *had ? std::optional(ChangeRow{id, version, seq, Tombstone::LeftScope, {}}) : std::optional<ChangeRow>();
}

Result<bool> Feed::mayRead(const ApplicationState &state) const
{
    return mayTouch(m_store.database(), m_pack, m_caller, {}, Verb::Read, state);
}

/// Whether an earlier page may have held the file: it lay in the asker's area at `since`.
Result<bool> Feed::mayHaveHad(const ApplicationId &id, std::int64_t since) const
{
    const EventLog log(m_store.database(), m_store.codec());
    Result<std::vector<StoredEvent>> stored = log.ofApplication(id);
    if (!stored)
        return stored.error();
    const auto later = std::ranges::find_if(*stored, [since](const StoredEvent &event) { return event.seq > since; });
    const bool moved = std::any_of(later, stored->end(), [](const StoredEvent &event) {
        return std::ranges::find(movers, event.kind) != movers.end();
    });
    if (!moved || later == stored->begin())
        return false;
    stored->erase(later, stored->end());
    const Result<std::vector<Event>> events = log.decode(*stored);
    if (!events)
        return events.error();
    return mayRead(fold(*events));
}

} // namespace zsb
