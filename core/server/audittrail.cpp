#include "core/server/audittrail.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

SqlPart filtered(QStringView columns, const TrailFilter &filter)
{
    SqlPart part{
        u"SELECT %1 WHERE at >= ? AND at < ?"_s.arg(columns),
        {sqlInteger(filter.since.time_since_epoch().count()), sqlInteger(filter.before.time_since_epoch().count())}};
    if (!filter.actor.value.empty()) {
        part.sql += u" AND actor = ?"_s;
        part.values.push_back(sqlText(filter.actor.value));
    }
    if (!filter.application.value.empty()) {
        part.sql += u" AND application = ?"_s;
        part.values.push_back(sqlText(filter.application.value));
    }
    part.sql += u" ORDER BY at, id"_s;
    return part;
}

Instant instantIn(const Rows &rows, int column)
{
    return Instant(std::chrono::milliseconds(rows.integer(column)));
}

} // namespace

Done eachRead(const Database &database, const TrailFilter &filter, const std::function<void(const ReadNote &)> &tell)
{
    const SqlPart part = filtered(u"at, actor, device, what, application FROM read_audit", filter);
    Result<Rows> rows = database.run(part.sql, part.values);
    if (!rows)
        return rows.error();
    while (rows->next())
        tell({instantIn(*rows, 0), {rows->text(1)}, rows->text(2), rows->text(3), {rows->text(4)}});
    return rows->ended();
}

Done eachSecurityNote(const Database &database, const TrailFilter &filter,
                      const std::function<void(const SecurityNote &)> &tell)
{
    const SqlPart part = filtered(u"at, actor, kind, address, detail FROM security_event", filter);
    Result<Rows> rows = database.run(part.sql, part.values);
    if (!rows)
        return rows.error();
    while (rows->next())
        tell({instantIn(*rows, 0), {rows->text(1)}, rows->text(2), rows->text(3), rows->text(4)});
    return rows->ended();
}

} // namespace zsb
