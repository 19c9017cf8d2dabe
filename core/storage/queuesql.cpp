#include "core/storage/queuesql.h"

#include "core/storage/search.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// A column of an order, and whether it holds a number.
struct OrderColumn
{
    const char16_t *name = u"";
    bool isNumber = false;
};
constexpr std::array urgencyColumns = {OrderColumn{u"due", true}, OrderColumn{u"priority", true}, OrderColumn{u"no"},
                                       OrderColumn{u"id"}};
constexpr std::array numberColumns = {OrderColumn{u"no_key"}, OrderColumn{u"id"}};
constexpr std::array nameColumns = {OrderColumn{u"py"}, OrderColumn{u"no"}, OrderColumn{u"id"}};

std::span<const OrderColumn> columnsOf(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Urgency:
        return urgencyColumns;
    case QueueOrder::Number:
        return numberColumns;
    case QueueOrder::Name:
        return nameColumns;
    }
    return {};
}

class Condition
{
public:
    void add(const QString &sql, const std::vector<SqlValue> &values)
    {
        m_part.sql += (m_part.sql.isEmpty() ? u"("_s : u" AND ("_s) + sql + u')';
        m_part.values.insert(m_part.values.end(), values.begin(), values.end());
    }

    void addFacet(const QString &column, const std::vector<std::string> &alternatives)
    {
        if (alternatives.empty())
            return;
        std::vector<SqlValue> values;
        QStringList marks;
        for (const std::string &alternative : alternatives) {
            values.push_back(sqlText(alternative));
            marks.append(u"?"_s);
        }
        add(column + u" IN ("_s + marks.join(u',') + u')', values);
    }

    void addClaim(ClaimFilter claim, const ActorId &actor, Instant now)
    {
        const SqlValue moment = sqlInteger(now.time_since_epoch().count());
        switch (claim) {
        case ClaimFilter::Any:
            return;
        case ClaimFilter::Mine:
            add(u"claimed_by = ? AND claimed_until > ?"_s, {sqlText(actor.value), moment});
            return;
        case ClaimFilter::Free:
            add(u"claimed_by = '' OR claimed_until <= ?"_s, {moment});
            return;
        case ClaimFilter::Others:
            add(u"claimed_by <> '' AND claimed_by <> ? AND claimed_until > ?"_s, {sqlText(actor.value), moment});
            return;
        }
    }

    /// Looked up by the tags' own index: whoever asks for tags asks for few files.
    void addTags(Tags tags, const ActorId &actor)
    {
        if (tags == 0)
            return;
        std::vector<SqlValue> values{sqlText(actor.value)};
        QStringList marks;
        for (int tag = 1; tag <= tagCount; ++tag) {
            if ((tags & tagBit(tag)) == 0)
                continue;
            values.emplace_back(tag);
            marks.append(u"?"_s);
        }
        add(u"row IN (SELECT tagged.row FROM desk_tag JOIN application AS tagged ON tagged.id = desk_tag.application "
            "WHERE desk_tag.actor = ? AND desk_tag.tag IN ("_s +
                marks.join(u',') + u"))"_s,
            values);
    }

    void add(const SqlPart &part) { add(part.sql, part.values); }

    [[nodiscard]] SqlPart take()
    {
        if (m_part.sql.isEmpty())
            m_part.sql = u"TRUE"_s;
        return std::move(m_part);
    }

private:
    SqlPart m_part;
};

} // namespace

/// The files some ways find, looked up by their indexes.
static SqlPart lookedUp(const std::vector<SearchWay> &ways)
{
    QStringList parts;
    SqlPart all;
    for (const SearchWay &way : ways) {
        parts.append(way.rows.sql);
        all.values.insert(all.values.end(), way.rows.values.begin(), way.rows.values.end());
    }
    all.sql = u"row IN ("_s + parts.join(u" UNION "_s) + u')';
    return all;
}

static Condition unsearched(const QueueQuery &query)
{
    Condition condition;
    condition.addFacet(u"phase"_s, query.phases);
    condition.addFacet(u"stage"_s, query.stages);
    condition.addFacet(u"type"_s, query.types);
    condition.addFacet(u"college"_s, query.colleges);
    condition.addFacet(u"severity"_s, query.severities);
    condition.addClaim(query.claim, query.actor, query.now);
    condition.addTags(query.tags, query.actor);
    return condition;
}

SqlPart queueCondition(const QueueQuery &query, const FieldCodec &codec, Sql sql)
{
    Condition condition = unsearched(query);
    if (const std::vector<SearchWay> ways = searchWays(query.text, codec, sql); !ways.empty())
        condition.add(lookedUp(ways));
    return condition.take();
}

/// Tagged files are few: they are looked up one by one, not looked for along an index.
QString queueTable(const QueueQuery &query, Sql sql)
{
    return query.tags == 0 || sql == Sql::Postgres ? u"application"_s : u"application NOT INDEXED"_s;
}

/// The columns of an order under names of their own: `k0`, `k1`, …
static QString keyColumns(QueueOrder order)
{
    QStringList names;
    for (const OrderColumn &column : columnsOf(order))
        names.append(QString::fromUtf16(column.name) + u" AS k%1"_s.arg(names.size()));
    return names.join(u", "_s);
}

static QString keyNames(QueueOrder order)
{
    QStringList names;
    for ([[maybe_unused]] const OrderColumn &column : columnsOf(order))
        names.append(u"k%1"_s.arg(names.size()));
    return names.join(u", "_s);
}

/// SQLite knows -1 as no limit, PostgreSQL does not.
static SqlValue limitOf(int limit)
{
    return sqlInteger(limit < 0 ? std::numeric_limits<std::int64_t>::max() : limit);
}

static QString entryColumnsOf(QueueOrder order)
{
    return u"SELECT id, no, name, type, phase, stage, payment, college, errors, warnings, due, claimed_by, "
           "claimed_until, updated, revision, row, "_s +
           keyColumns(order);
}

QString entrySelect(QueueOrder order)
{
    return entryColumnsOf(order) + u" FROM application WHERE "_s;
}

/// One condition for all ways that are looked up, and one for each that hits too many for that; `TRUE` without a text.
static std::vector<SqlPart> textConditions(const QueueQuery &query, const FieldCodec &codec, Sql sql,
                                           const ManyHits &many)
{
    std::vector<SearchWay> few;
    std::vector<SqlPart> conditions;
    for (SearchWay &way : searchWays(query.text, codec, sql)) {
        if (!many.contains(way.kind))
            few.push_back(std::move(way));
        else if (way.kind == SearchKind::Number && query.order == QueueOrder::Number)
            conditions.push_back({u"no_key >= ? AND no_key < ?"_s, way.test.values}); // a stretch of the order itself
        else
            conditions.push_back(std::move(way.test));
    }
    if (!few.empty())
        conditions.push_back(lookedUp(few));
    if (conditions.empty())
        conditions.push_back({u"TRUE"_s, {}});
    return conditions;
}

/// The conditions of a query, each of which one stretch of one index answers in its order.
static std::vector<SqlPart> stretches(const QueueQuery &query, const FieldCodec &codec, Sql sql, const ManyHits &many)
{
    std::set<std::string> phases(query.phases.begin(), query.phases.end());
    if (phases.empty())
        phases.insert(std::string());
    std::vector<SqlPart> all;
    for (const std::string &phase : phases) {
        QueueQuery one = query;
        one.phases = phase.empty() ? std::vector<std::string>() : std::vector{phase};
        for (const SqlPart &text : textConditions(query, codec, sql, many)) {
            Condition condition = unsearched(one);
            if (text.sql != u"TRUE")
                condition.add(text);
            all.push_back(condition.take());
        }
    }
    return all;
}

/// Several stretches: the first few of each, sorted together, each file once.
Result<SqlPart> pageSelect(const QueueQuery &query, const std::string &after, int limit, const FieldCodec &codec,
                           Sql sql, const ManyHits &many, Select what)
{
    const QString columns = orderColumns(query.order);
    const std::vector<SqlPart> parts = stretches(query, codec, sql, many);
    const QString key =
        parts.size() == 1 ? u"row"_s : u"row, "_s + keyColumns(query.order); // several are sorted together
    const QString select = (what == Select::Entries ? entryColumnsOf(query.order) : u"SELECT "_s + key) +
                           u" FROM %1 WHERE "_s.arg(queueTable(query, sql));
    SqlPart rest;
    if (!after.empty()) {
        Result<SqlPart> behind = afterCursor(query.order, after);
        if (!behind)
            return behind.error();
        rest = {u" AND "_s + behind->sql, behind->values};
    }
    SqlPart all;
    QStringList pages;
    for (const SqlPart &stretch : parts) {
        pages.append(select + stretch.sql + rest.sql + u" ORDER BY %1 LIMIT ?"_s.arg(columns));
        all.values.insert(all.values.end(), stretch.values.begin(), stretch.values.end());
        all.values.insert(all.values.end(), rest.values.begin(), rest.values.end());
        all.values.push_back(limitOf(limit));
    }
    all.sql = pages.first();
    if (pages.size() > 1) {
        for (int i = 0; i < pages.size(); ++i)
            pages[i] = u"SELECT * FROM (%1) AS page%2"_s.arg(pages[i]).arg(i);
        all.sql = u"SELECT %1 FROM (%2) AS pages ORDER BY %3 LIMIT ?"_s.arg(
            what == Select::Entries ? u"*"_s : u"row"_s, pages.join(u" UNION "_s), keyNames(query.order));
        all.values.push_back(limitOf(limit));
    }
    return all;
}

SqlPart facetsSelect(const QueueQuery &query, const FieldCodec &codec, Sql sql)
{
    const QueueQuery unfaceted{
        .tags = query.tags, .claim = query.claim, .actor = query.actor, .now = query.now, .text = query.text};
    SqlPart select = queueCondition(unfaceted, codec, sql);
    select.sql =
        u"SELECT phase, stage, type, college, severity, count(*) FROM %1 WHERE "_s.arg(queueTable(query, sql)) +
        select.sql + u" GROUP BY phase, stage, type, college, severity"_s;
    return select;
}

SqlPart tagCountsSelect(const QueueQuery &query, const FieldCodec &codec, Sql sql)
{
    QueueQuery untagged = query;
    untagged.tags = 0;
    SqlPart select = queueCondition(untagged, codec, sql);
    select.sql = u"SELECT tag, count(*) FROM desk_tag JOIN application ON application.id = desk_tag.application "
                 "WHERE actor = ? AND "_s +
                 select.sql + u" GROUP BY tag"_s;
    select.values.insert(select.values.begin(), sqlText(query.actor.value));
    return select;
}

QString orderColumns(QueueOrder order)
{
    QStringList names;
    for (const OrderColumn &column : columnsOf(order))
        names.append(QString::fromUtf16(column.name));
    return names.join(u", ");
}

std::string cursorOf(QueueOrder order, const Rows &rows, int firstColumn)
{
    QJsonArray values;
    int at = firstColumn;
    for ([[maybe_unused]] const OrderColumn &column : columnsOf(order))
        values.append(QString::fromStdString(rows.text(at++)));
    return QJsonDocument(values).toJson(QJsonDocument::Compact).toStdString();
}

Result<SqlPart> afterCursor(QueueOrder order, const std::string &cursor)
{
    const QJsonArray values = QJsonDocument::fromJson(QByteArray::fromStdString(cursor)).array();
    const std::span<const OrderColumn> columns = columnsOf(order);
    if (values.size() != qsizetype(columns.size()))
        return Error{ErrorCode::Invalid, "not a cursor of this order"};
    SqlPart part;
    QStringList marks;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString text = values.at(i).toString();
        part.values.push_back(columns[std::size_t(i)].isNumber ? SqlValue(text.toLongLong()) : SqlValue(text));
        marks.append(u"?"_s);
    }
    part.sql = u"(%1) > (%2)"_s.arg(orderColumns(order), marks.join(u','));
    return part;
}

} // namespace zsb
