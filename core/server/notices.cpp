#include "core/server/notices.h"

#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

Done Notices::keep(const StaffNotice &notice) const
{
    return m_database.execute(u"INSERT INTO notice (seq, recipient, kind, application, at) VALUES (?, ?, ?, ?, ?) ON "
                              "CONFLICT (recipient, seq, kind) DO NOTHING"_s,
                              {sqlInteger(notice.seq), sqlText(notice.recipient.value), sqlText(notice.kind),
                               sqlText(notice.application.value), sqlInteger(notice.at.time_since_epoch().count())});
}

Done Notices::settled(const ApplicationState &before, std::int64_t seq, Instant at) const
{
    std::set<ActorId> sides;
    for (const Contest *contest : openContests(before)) {
        sides.insert(contest->actor);
        for (const Decision &decision : before.decisions) {
            if (decision.id == contest->against)
                sides.insert(decision.actor);
        }
    }
    if (const Decision *last = lastDecision(before); last != nullptr && sides.empty())
        sides.insert(last->actor);
    for (const ActorId &side : sides) {
        if (Done kept = keep(StaffNotice{seq, side, std::string(noticeSettled), before.id, at}); !kept)
            return kept;
    }
    return done();
}

Result<std::vector<StaffNotice>> Notices::after(const ActorId &recipient, std::int64_t since, int limit) const
{
    Result<Rows> rows = m_database.run(u"SELECT seq, kind, application, at, read_at FROM notice WHERE recipient = ? "
                                       "AND seq > ? ORDER BY seq, kind LIMIT ?"_s,
                                       {sqlText(recipient.value), sqlInteger(since), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    std::vector<StaffNotice> found;
    while (rows->next())
        found.push_back({rows->integer(0), recipient, rows->text(1), ApplicationId{rows->text(2)},
                         Instant(std::chrono::milliseconds(rows->integer(3))), rows->integer(4) != 0});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Done Notices::markRead(const ActorId &recipient, const std::vector<std::int64_t> &seqs, Instant now) const
{
    for (const std::int64_t seq : seqs) {
        if (Done marked = m_database.execute(
                u"UPDATE notice SET read_at = ? WHERE recipient = ? AND seq = ? AND read_at = 0"_s,
                {sqlInteger(now.time_since_epoch().count()), sqlText(recipient.value), sqlInteger(seq)});
            !marked)
            return marked;
    }
    return done();
}

} // namespace zsb
