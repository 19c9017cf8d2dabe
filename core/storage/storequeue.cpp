#include "core/storage/queuesql.h"
#include "core/storage/store.h"

#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr int entryColumns = 14;

QString entrySelect(QueueOrder order)
{
    return u"SELECT id, no, name, type, phase, stage, payment, college, errors, warnings, due, claimed_by, "
           "claimed_until, updated, revision, "_s +
           orderColumns(order) + u" FROM application WHERE "_s;
}

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
    entry.revision = int(rows.integer(entryColumns));
    entry.cursor = cursorOf(order, rows, entryColumns + 1);
    return entry;
}

void append(SqlPart &part, const QString &before, const SqlPart &more)
{
    part.sql += before + more.sql;
    part.values.insert(part.values.end(), more.values.begin(), more.values.end());
}

} // namespace

Result<QueuePage> Store::queue(const QueueQuery &query, const std::string &after, int limit) const
{
    SqlPart select{entrySelect(query.order), {}};
    append(select, {}, queueCondition(query, *m_codec));
    if (!after.empty()) {
        const Result<SqlPart> rest = afterCursor(query.order, after);
        if (!rest)
            return rest.error();
        append(select, u" AND "_s, *rest);
    }
    append(select, {}, {u" ORDER BY %1 LIMIT ?"_s.arg(orderColumns(query.order)), {limit + 1}});
    Result<Rows> rows = m_database->run(select.sql, select.values);
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
    const SqlPart condition = queueCondition(query, *m_codec);
    return m_database->number(u"SELECT count(*) FROM application WHERE "_s + condition.sql, condition.values);
}

static Result<std::map<std::string, std::int64_t>> countBy(const Database &database, const FieldCodec &codec,
                                                           const QueueQuery &query, Facet facet)
{
    const SqlPart condition = queueCondition(query, codec, facet);
    Result<Rows> rows = database.run(
        u"SELECT %1, count(*) FROM application WHERE %2 GROUP BY %1"_s.arg(facetColumn(facet), condition.sql),
        condition.values);
    if (!rows)
        return rows.error();
    std::map<std::string, std::int64_t> counts;
    while (rows->next())
        counts.emplace(rows->text(0), rows->integer(1));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return counts;
}

Result<QueueFacets> Store::facets(const QueueQuery &query) const
{
    QueueFacets facets;
    const std::array<std::pair<Facet, std::map<std::string, std::int64_t> *>, 5> wanted = {{
        {Facet::Phase, &facets.phases},
        {Facet::Stage, &facets.stages},
        {Facet::Type, &facets.types},
        {Facet::College, &facets.colleges},
        {Facet::Severity, &facets.severities},
    }};
    for (const auto &[facet, into] : wanted) {
        Result<std::map<std::string, std::int64_t>> counts = countBy(*m_database, *m_codec, query, facet);
        if (!counts)
            return counts.error();
        *into = *std::move(counts);
    }
    return facets;
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
    SqlPart before = queueCondition(query, *m_codec);
    append(before, u" AND id <> ? AND NOT "_s, {behind->sql, {}});
    before.values.push_back(sqlText(id.value));
    before.values.insert(before.values.end(), behind->values.begin(), behind->values.end());
    return m_database->number(u"SELECT count(*) FROM application WHERE "_s + before.sql, before.values);
}

Result<std::vector<SearchHit>> Store::search(std::string_view text, int limit) const
{
    std::vector<SearchHit> hits;
    std::set<std::string> known;
    for (const SearchWay &way : searchWays(text, *m_codec)) {
        std::vector<SqlValue> values = way.rows.values;
        values.emplace_back(limit);
        Result<Rows> rows = m_database->run(
            u"SELECT id, no, name, type, phase FROM application WHERE row IN (%1 LIMIT ?)"_s.arg(way.rows.sql), values);
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
