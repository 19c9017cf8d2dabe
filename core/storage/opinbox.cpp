#include "core/storage/opinbox.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace zsb {

Done OpInbox::add(const InboxEntry &entry) const
{
    return m_database.execute(u"INSERT INTO sync_inbox (n, op, application, actor, outcome, at) "
                              "VALUES ((SELECT coalesce(max(n), 0) + 1 FROM sync_inbox), ?, ?, ?, ?, ?)"_s,
                              {sqlText(entry.op.value), sqlText(entry.application.value), sqlText(entry.actor.value),
                               sqlText(entry.outcome), sqlInteger(entry.at.time_since_epoch().count())});
}

Result<std::vector<InboxEntry>> OpInbox::latest(const ActorId &actor, int limit) const
{
    Result<Rows> rows = m_database.run(u"SELECT n, op, application, outcome, at, seen FROM sync_inbox "
                                       "WHERE actor = ? ORDER BY n DESC LIMIT ?"_s,
                                       {sqlText(actor.value), limit});
    if (!rows)
        return rows.error();
    std::vector<InboxEntry> entries;
    while (rows->next()) {
        entries.push_back({.n = rows->integer(0),
                           .op = {rows->text(1)},
                           .application = {rows->text(2)},
                           .actor = actor,
                           .outcome = rows->text(3),
                           .at = Instant(std::chrono::milliseconds(rows->integer(4))),
                           .seen = rows->integer(5) != 0});
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return entries;
}

Result<std::int64_t> OpInbox::unseen(const ActorId &actor) const
{
    return m_database.number(u"SELECT count(*) FROM sync_inbox WHERE seen = 0 AND actor = ?"_s, {sqlText(actor.value)});
}

Done OpInbox::markSeen(std::int64_t n) const
{
    return m_database.execute(u"UPDATE sync_inbox SET seen = 1 WHERE n = ?"_s, {sqlInteger(n)});
}

} // namespace zsb
