#include "core/storage/queuesql.h"
#include "core/storage/search.h"
#include "core/storage/store.h"

#include <charconv>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
std::optional<Instant> instantBut(std::int64_t milliseconds, std::int64_t none)
{
    if (milliseconds == none)
        return std::nullopt;
    return Instant(std::chrono::milliseconds(milliseconds));
}

Result<QueueEntry> readEntry(const Rows &rows, QueueOrder order, const FieldCodec &codec)
{
    QueueEntry entry;
    entry.id.value = rows.text(0);
    entry.applicationNo = rows.text(1);
    Result<std::string> name = codec.decode({"application", entry.id.value, "name"}, rows.bytes(2));
    if (!name)
        return name.error();
    entry.name = *std::move(name);
    entry.typeId = rows.text(3);
    entry.phase = rows.text(4);
    entry.stage = rows.text(5);
    entry.payment = rows.text(6);
    entry.college = rows.text(7);
    entry.errors = int(rows.integer(8));
    entry.warnings = int(rows.integer(9));
    entry.deadline = instantBut(rows.integer(10), never);
    entry.claimedBy.value = rows.text(11);
    entry.claimedUntil = instantBut(rows.integer(12), 0);
    entry.updated = Instant(std::chrono::milliseconds(rows.integer(13)));
    entry.revision = int(rows.integer(14));
    entry.row = rows.integer(entryColumns - 1);
    entry.cursor = cursorOf(order, rows, entryColumns);
    return entry;
}

} // namespace

/// `12,7,30`
static QueueSnapshot numbersOf(const QByteArray &text)
{
    QueueSnapshot numbers;
    numbers.reserve(text.isEmpty() ? 0 : std::size_t(text.count(',')) + 1);
    for (const char *at = text.begin(); at < text.end(); ++at) { // over the comma
        std::int64_t number = 0;
        at = std::from_chars(at, text.end(), number).ptr;
        numbers.push_back(number);
    }
    return numbers;
}

/// Looks at no more hits than it takes to know.
static Result<ManyHits> manyHits(const std::string &text, const Database &database, const FieldCodec &codec)
{
    constexpr std::int64_t many = 10'000;
    ManyHits found;
    for (const SearchWay &way : searchWays(text, codec, database.sql())) {
        std::vector<SqlValue> values = way.rows.values;
        values.push_back(sqlInteger(many));
        const Result<std::int64_t> hits =
            database.number(u"SELECT count(*) FROM (%1 LIMIT ?) AS hits"_s.arg(way.rows.sql), values);
        if (!hits)
            return hits.error();
        if (*hits == many)
            found.insert(way.kind);
    }
    return found;
}

Result<QueuePage> Store::queue(const QueueQuery &query, const std::string &after, int limit) const
{
    const Result<ManyHits> many = manyHits(query.text, *m_database, *m_codec);
    if (!many)
        return many.error();
    const Result<SqlPart> select = pageSelect(query, after, limit + 1, *m_codec, m_database->sql(), *many);
    if (!select)
        return select.error();
    Result<Rows> rows = m_database->run(select->sql, select->values);
    if (!rows)
        return rows.error();
    QueuePage page;
    while (rows->next()) {
        if (int(page.entries.size()) == limit) { // one more than asked for: there is another page
            page.next = page.entries.empty() ? after : page.entries.back().cursor;
            return page;
        }
        Result<QueueEntry> entry = readEntry(*rows, query.order, *m_codec);
        if (!entry)
            return entry.error();
        page.entries.push_back(*std::move(entry));
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return page;
}

Result<std::int64_t> Store::count(const QueueQuery &query) const
{
    const SqlPart condition = queueCondition(query, *m_codec, m_database->sql());
    return m_database->number(u"SELECT count(*) FROM %1 WHERE "_s.arg(queueTable(query, m_database->sql())) +
                                  condition.sql,
                              condition.values);
}

Result<QueueSnapshot> Store::snapshot(const QueueQuery &query, int limit, const std::stop_token &stop) const
{
    const Result<ManyHits> many = manyHits(query.text, *m_database, *m_codec);
    if (!many)
        return many.error();
    const Result<SqlPart> select = pageSelect(query, {}, limit, *m_codec, m_database->sql(), *many, Select::Rows);
    if (!select)
        return select.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "snapshot"};
    // One text instead of a million records: twice as fast. It is put together in the order of the rows.
    const QString all = m_database->sql() == Sql::Sqlite
                            ? u"SELECT CAST(group_concat(row) AS BLOB) FROM (%1) AS list"_s
                            : u"SELECT string_agg(CAST(row AS TEXT), ',') FROM (%1) AS list"_s;
    Result<Rows> rows = m_database->run(all.arg(select->sql), select->values);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->ended() ? Result<QueueSnapshot>(QueueSnapshot()) : rows->ended().error();
    return numbersOf(rows->bytes(0));
}

Result<std::vector<QueueEntry>> Store::entries(std::span<const std::int64_t> rows, QueueOrder order) const
{
    QString sql = entrySelect(order) + u"row IN ("_s;
    for (const std::int64_t row : rows)
        sql += QString::number(row) + u',';
    sql.back() = rows.empty() ? u'(' : u')';
    if (rows.empty())
        return std::vector<QueueEntry>{};
    Result<Rows> found = m_database->run(sql);
    if (!found)
        return found.error();
    std::vector<QueueEntry> all;
    while (found->next()) {
        Result<QueueEntry> entry = readEntry(*found, order, *m_codec);
        if (!entry)
            return entry.error();
        all.push_back(*std::move(entry));
    }
    if (Done ended = found->ended(); !ended)
        return ended.error();
    return all;
}

/// The end is settled first: what is committed while the rows are read belongs to the next answer.
Result<QueueChanges> Store::changes(std::int64_t since, int limit) const
{
    const Result<std::int64_t> last = m_database->number(u"SELECT max(seq) FROM events"_s);
    if (!last)
        return last.error();
    Result<Rows> found = m_database->run(u"SELECT DISTINCT a.row FROM events e JOIN application a ON a.id = "
                                         "e.application WHERE e.seq > ? AND e.seq <= ? LIMIT ?"_s,
                                         {sqlInteger(since), sqlInteger(*last), SqlValue(limit + 1)});
    if (!found)
        return found.error();
    QueueChanges changes;
    changes.upTo = *last;
    while (found->next())
        changes.rows.push_back(found->integer(0));
    if (Done ended = found->ended(); !ended)
        return ended.error();
    changes.tooMany = int(changes.rows.size()) > limit;
    return changes;
}

/// Counts every combination of the facets once, over an index alone; adding them up is left to this program.
Result<std::vector<FacetCell>> Store::facetCells(const QueueQuery &query) const
{
    const SqlPart select = facetsSelect(query, *m_codec, m_database->sql());
    Result<Rows> rows = m_database->run(select.sql, select.values);
    if (!rows)
        return rows.error();
    std::vector<FacetCell> cells;
    while (rows->next())
        cells.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4), rows->integer(5)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return cells;
}

Result<TagCounts> Store::tagCounts(const QueueQuery &query) const
{
    const SqlPart select = tagCountsSelect(query, *m_codec, m_database->sql());
    Result<Rows> rows = m_database->run(select.sql, select.values);
    if (!rows)
        return rows.error();
    TagCounts counts{};
    while (rows->next())
        counts.at(std::size_t(rows->integer(0) - 1)) = rows->integer(1);
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return counts;
}

Result<QueueFacets> Store::facets(const QueueQuery &query) const
{
    const Result<std::vector<FacetCell>> cells = facetCells(query);
    if (!cells)
        return cells.error();
    return facetsOf(*cells, query);
}

Result<QueueEntry> Store::entry(const ApplicationId &id, QueueOrder order) const
{
    Result<Rows> rows = m_database->run(entrySelect(order) + u"id = ?"_s, {sqlText(id.value)});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{ErrorCode::NotFound, "no such application"};
    return readEntry(*rows, order, *m_codec);
}

Result<std::int64_t> Store::position(const QueueQuery &query, const ApplicationId &id) const
{
    const Result<QueueEntry> here = entry(id, query.order);
    if (!here)
        return here.error();
    const Result<SqlPart> behind = afterCursor(query.order, here->cursor);
    if (!behind)
        return behind.error();
    SqlPart before = queueCondition(query, *m_codec, m_database->sql());
    before.sql += u" AND id <> ? AND NOT "_s + behind->sql;
    before.values.push_back(sqlText(id.value));
    before.values.insert(before.values.end(), behind->values.begin(), behind->values.end());
    return m_database->number(u"SELECT count(*) FROM application WHERE "_s + before.sql, before.values);
}

Result<std::vector<SearchHit>> Store::search(std::string_view text, int limit) const
{
    std::vector<SearchHit> hits;
    std::set<std::string> known;
    for (const SearchWay &way : searchWays(text, *m_codec, m_database->sql())) {
        std::vector<SqlValue> values = way.rows.values;
        values.emplace_back(limit);
        Result<Rows> rows = m_database->run(
            u"SELECT id, no, name, type, phase FROM application WHERE row IN (%1 ORDER BY %2 LIMIT ?) ORDER BY row"_s
                .arg(way.rows.sql, way.order),
            values);
        if (!rows)
            return rows.error();
        while (int(hits.size()) < limit && rows->next()) {
            const ApplicationId id{rows->text(0)};
            Result<std::string> name = m_codec->decode({"application", id.value, "name"}, rows->bytes(2));
            if (!name)
                return name.error();
            if (known.insert(id.value).second)
                hits.push_back({id, way.kind, rows->text(1), *std::move(name), rows->text(3), rows->text(4)});
        }
        if (Done ended = rows->ended(); !ended)
            return ended.error();
    }
    return hits;
}

} // namespace zsb
