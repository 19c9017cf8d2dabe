#include "core/storage/queuesql.h"

#include "core/storage/search.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// A column of an order, and whether it holds a number.
struct OrderColumn
{
    const char16_t *name;
    bool isNumber = false;
};
constexpr std::array urgency = {OrderColumn{u"due", true}, OrderColumn{u"priority", true}, OrderColumn{u"no"},
                                OrderColumn{u"id"}};
constexpr std::array number = {OrderColumn{u"no"}, OrderColumn{u"id"}};
constexpr std::array name = {OrderColumn{u"py"}, OrderColumn{u"no"}, OrderColumn{u"id"}};

std::span<const OrderColumn> columnsOf(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Urgency:
        return urgency;
    case QueueOrder::Number:
        return number;
    case QueueOrder::Name:
        return name;
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

    void addFacet(Facet facet, Facet leftOut, const std::vector<std::string> &alternatives)
    {
        if (facet == leftOut || alternatives.empty())
            return;
        std::vector<SqlValue> values;
        QStringList marks;
        for (const std::string &alternative : alternatives) {
            values.push_back(sqlText(alternative));
            marks.append(u"?"_s);
        }
        add(facetColumn(facet) + u" IN ("_s + marks.join(u',') + u')', values);
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

    void addText(const std::string &text, const FieldCodec &codec)
    {
        QStringList selects;
        std::vector<SqlValue> values;
        const std::vector<SearchWay> ways = searchWays(text, codec);
        if (ways.empty())
            return;
        for (const SearchWay &way : ways) {
            selects.append(way.rows.sql);
            values.insert(values.end(), way.rows.values.begin(), way.rows.values.end());
        }
        add(u"row IN ("_s + selects.join(u" UNION "_s) + u')', values);
    }

    [[nodiscard]] SqlPart take()
    {
        if (m_part.sql.isEmpty())
            m_part.sql = u"1"_s;
        return std::move(m_part);
    }

private:
    SqlPart m_part;
};

} // namespace

QString facetColumn(Facet facet)
{
    switch (facet) {
    case Facet::None:
        return {};
    case Facet::Phase:
        return u"phase"_s;
    case Facet::Stage:
        return u"stage"_s;
    case Facet::Type:
        return u"type"_s;
    case Facet::College:
        return u"college"_s;
    case Facet::Severity:
        return u"severity"_s;
    }
    return {};
}

SqlPart queueCondition(const QueueQuery &query, const FieldCodec &codec, Facet leftOut)
{
    Condition condition;
    condition.addFacet(Facet::Phase, leftOut, query.phases);
    condition.addFacet(Facet::Stage, leftOut, query.stages);
    condition.addFacet(Facet::Type, leftOut, query.types);
    condition.addFacet(Facet::College, leftOut, query.colleges);
    condition.addFacet(Facet::Severity, leftOut, query.severities);
    condition.addClaim(query.claim, query.actor, query.now);
    condition.addText(query.text, codec);
    return condition.take();
}

QString orderColumns(QueueOrder order)
{
    QStringList names;
    for (const OrderColumn &column : columnsOf(order))
        names.append(QString::fromUtf16(column.name));
    return names.join(u", ");
}

int orderWidth(QueueOrder order)
{
    return int(columnsOf(order).size());
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
