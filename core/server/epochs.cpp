#include "core/server/epochs.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

Result<std::optional<Epoch>> first(const Database &database, const QString &where, const std::vector<SqlValue> &values)
{
    Result<Rows> rows = database.run(u"SELECT number, id, seq, at FROM epoch "_s + where, values);
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(Epoch{rows->integer(0), rows->text(1), rows->integer(2),
                                   Instant(std::chrono::milliseconds(rows->integer(3)))});
    Done ended = rows->ended();
    return ended ? Result<std::optional<Epoch>>(std::nullopt) : ended.error();
}

} // namespace

Result<std::optional<Epoch>> currentEpoch(const Database &database)
{
    return first(database, u"ORDER BY number DESC LIMIT 1"_s, {});
}

Result<std::optional<Epoch>> epochAfter(const Database &database, std::string_view id)
{
    return first(database, u"WHERE number > (SELECT number FROM epoch WHERE id = ?) ORDER BY number LIMIT 1"_s,
                 {sqlText(id)});
}

Result<bool> isEpoch(const Database &database, std::string_view id)
{
    const Result<std::optional<Epoch>> found = first(database, u"WHERE id = ?"_s, {sqlText(id)});
    return found ? Result<bool>(found->has_value()) : Result<bool>(found.error());
}

Result<Epoch> beginEpoch(const Database &database, Instant now, const RandomSource &random)
{
    const Result<std::optional<Epoch>> last = currentEpoch(database);
    const Result<std::int64_t> events = database.number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (!last || !events)
        return last ? events.error() : last.error();
    const Epoch epoch{*last ? (*last)->number + 1 : 1, uuid7(now, random), *events, now};
    Done kept = database.execute(u"INSERT INTO epoch (number, id, seq, at) VALUES (?, ?, ?, ?)"_s,
                                 {sqlInteger(epoch.number), sqlText(epoch.id), sqlInteger(epoch.seq),
                                  sqlInteger(now.time_since_epoch().count())});
    return kept ? Result<Epoch>(epoch) : Result<Epoch>(kept.error());
}

} // namespace zsb
