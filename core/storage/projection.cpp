#include "core/storage/projection.h"

#include "core/storage/nameindex.h"
#include "core/storage/projectedrows.h"
#include "core/workflow/workflow.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Raised whenever what is projected from the same events changes.
constexpr std::string_view projectionVersion = "2";

/// `a = ?, b = ?, …`
QString assignments(const std::vector<ProjectedColumn> &columns)
{
    QStringList parts;
    for (const ProjectedColumn &column : columns)
        parts.append(QString::fromUtf16(column.name) + u" = ?"_s);
    return parts.join(u", "_s);
}

QString insertion(const std::vector<ProjectedColumn> &columns)
{
    QStringList names;
    for (const ProjectedColumn &column : columns)
        names.append(QString::fromUtf16(column.name));
    return u"INSERT INTO application (%1, row) VALUES (%2?)"_s.arg(names.join(u", "_s),
                                                                   u"?, "_s.repeated(names.size()));
}

std::vector<SqlValue> valuesOf(std::vector<ProjectedColumn> columns, std::int64_t row)
{
    std::vector<SqlValue> values;
    for (ProjectedColumn &column : columns)
        values.push_back(std::move(column.value));
    values.push_back(sqlInteger(row));
    return values;
}

Result<std::optional<Projected>> loadWhere(const Database &database, const FieldCodec &codec, const QString &condition,
                                           const SqlValue &value)
{
    Result<Rows> rows = database.run(u"SELECT row, id, updated, state FROM application WHERE "_s + condition, {value});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (Done ended = rows->ended(); !ended)
            return ended.error();
        return std::optional<Projected>();
    }
    const ApplicationId id{rows->text(1)};
    const Result<std::string> text = codec.decode(projectedPlace(id, "state"), rows->bytes(3));
    if (!text)
        return text.error();
    Result<ApplicationState> state =
        applicationFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object());
    if (!state)
        return within("projection", state.error());
    return std::optional<Projected>(
        Projected{rows->integer(0), *std::move(state), Instant(std::chrono::milliseconds(rows->integer(2)))});
}

} // namespace

Result<std::optional<Projected>> loadProjected(const Database &database, const FieldCodec &codec,
                                               const ApplicationId &id)
{
    return loadWhere(database, codec, u"id = ?"_s, sqlText(id.value));
}

Result<std::vector<Finding>> findingsOf(const Database &database, const FieldCodec &codec, const RuleBook &book,
                                        const Projected &projected)
{
    const Result<SharedFacts> shared =
        sharedFacts(database, projected.state, sharedKeysOf(projected.state, book.pack(), codec), projected.row);
    if (!shared)
        return shared.error();
    return findingsOf(projected.state, {.book = book, .now = projected.updated, .shared = shared->facts});
}

Result<std::int64_t> Projection::rowOf(const ApplicationId &id) const
{
    return m_database.number(u"SELECT row FROM application WHERE id = ?"_s, {sqlText(id.value)});
}

Done Projection::write(const ApplicationState &state, Instant updated)
{
    const Result<std::optional<Projected>> before = loadProjected(m_database, m_codec, state.id);
    if (!before)
        return before.error();
    const Result<std::int64_t> next = m_database.number(u"SELECT coalesce(max(row), 0) + 1 FROM application"_s);
    if (!next)
        return next.error();
    const std::int64_t row = *before ? (*before)->row : *next;
    const SharedKeys keys = sharedKeysOf(state, m_book.pack(), m_codec);
    Done written = done();
    if (*before) {
        const SharedKeys old = sharedKeysOf((*before)->state, m_book.pack(), m_codec);
        if (!(old == keys))
            written = addSharers(m_database, old, m_dirty);
        if (written && textOf((*before)->state, Field::Name) != textOf(state, Field::Name))
            written = dropNames(row, (*before)->state);
        if (written)
            written = m_database.execute(u"DELETE FROM item_hash WHERE application = ?"_s, {sqlInteger(row)});
    }
    const std::vector<Reading> readings = m_pinyin.read(textOf(state, Field::Name));
    const bool newName = !*before || textOf((*before)->state, Field::Name) != textOf(state, Field::Name);
    if (written)
        written = writeRow(!*before, row, state, keys, readings, updated);
    if (written && newName)
        written = writeNames(row, state, readings);
    if (written)
        written = writeHashes(row, state);
    if (written)
        written = addSharers(m_database, keys, m_dirty);
    m_dirty.insert(row);
    return written;
}

Done Projection::writeRow(bool isNew, std::int64_t row, const ApplicationState &state, const SharedKeys &keys,
                          std::span<const Reading> readings, Instant updated)
{
    std::vector<ProjectedColumn> columns = projectedColumns(state, keys, updated, m_codec, readings);
    if (isNew) {
        std::vector<ProjectedColumn> findings = projectedFindings(state, {}, m_codec); // looked at before the end
        std::ranges::move(findings, std::back_inserter(columns));
    }
    QString &sql = isNew ? m_insertSql : m_updateSql;
    if (sql.isEmpty())
        sql = isNew ? insertion(columns) : u"UPDATE application SET %1 WHERE row = ?"_s.arg(assignments(columns));
    return m_database.execute(sql, valuesOf(std::move(columns), row));
}

Done Projection::writeNames(std::int64_t row, const ApplicationState &state, std::span<const Reading> readings) const
{
    if (const std::string tokens = projectedTokens(state, m_codec); !tokens.empty()) {
        if (Done added = NameIndex(m_database).add(row, tokens); !added)
            return added;
    }
    for (const Reading &reading : projectedReadings(readings, m_codec)) {
        if (Done added = m_database.execute(u"INSERT INTO reading (application, py, pyi) VALUES (?, ?, ?)"_s,
                                            {sqlInteger(row), sqlText(reading.py), sqlText(reading.pyi)});
            !added)
            return added;
    }
    return done();
}

Done Projection::dropNames(std::int64_t row, const ApplicationState &state) const
{
    if (const std::string tokens = projectedTokens(state, m_codec); !tokens.empty()) {
        if (Done dropped = NameIndex(m_database).drop(row, tokens); !dropped)
            return dropped;
    }
    return m_database.execute(u"DELETE FROM reading WHERE application = ?"_s, {sqlInteger(row)});
}

Done Projection::writeHashes(std::int64_t row, const ApplicationState &state) const
{
    for (const ProjectedHash &hash : projectedHashes(state)) {
        if (Done added =
                m_database.execute(u"INSERT INTO item_hash (sha256, application, kind, slot) VALUES (?, ?, ?, ?)"_s,
                                   {sqlText(hash.sha256), sqlInteger(row), sqlText(hash.kind), sqlText(hash.slot)});
            !added)
            return added;
    }
    return done();
}

Result<SharedFacts> Projection::sharedWith(const ApplicationState &state) const
{
    const Result<std::int64_t> row = rowOf(state.id);
    if (!row)
        return row.error();
    return sharedFacts(m_database, state, sharedKeysOf(state, m_book.pack(), m_codec), *row);
}

Done Projection::refresh(std::int64_t row) const
{
    const Result<std::optional<Projected>> projected = loadWhere(m_database, m_codec, u"row = ?"_s, sqlInteger(row));
    if (!projected || !*projected)
        return projected ? done() : Done(projected.error());
    const Result<std::vector<Finding>> found = findingsOf(m_database, m_codec, m_book, **projected);
    if (!found)
        return found.error();
    std::vector<ProjectedColumn> columns = projectedFindings((*projected)->state, *found, m_codec);
    const QString sql = u"UPDATE application SET %1 WHERE row = ?"_s.arg(assignments(columns));
    return m_database.execute(sql, valuesOf(std::move(columns), row));
}

Done Projection::refreshFindings()
{
    for (const std::int64_t row : m_dirty) {
        if (Done refreshed = refresh(row); !refreshed)
            return refreshed;
    }
    m_dirty.clear();
    return done();
}

std::string Projection::originUnder(const RuleBook &book)
{
    return std::string(projectionVersion) + ' ' + book.pack().hash;
}

Result<bool> Projection::isStale(const Database &database, const RuleBook &book)
{
    Result<Rows> rows = database.run(u"SELECT value FROM meta WHERE key = 'projected_under'"_s);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->text(0) != originUnder(book);
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    const Result<std::int64_t> events = database.number(u"SELECT EXISTS (SELECT 1 FROM events)"_s);
    return events ? Result<bool>(*events > 0) : Result<bool>(events.error());
}

Done Projection::noteOrigin() const
{
    if (Done noted = m_database.execute(u"INSERT INTO meta (key, value) VALUES ('projected_under', ?) "
                                        "ON CONFLICT DO NOTHING"_s,
                                        {sqlText(originUnder(m_book))});
        !noted)
        return noted;
    const Result<bool> stale = isStale(m_database, m_book);
    if (!stale)
        return stale.error();
    return *stale ? Done(Error{ErrorCode::Conflict, "projected under other rules; the season has to be opened again"})
                  : done();
}

Done Projection::clear() const
{
    static constexpr std::array statements = {u"DELETE FROM reading", u"DELETE FROM item_hash",
                                              u"DELETE FROM application",
                                              u"DELETE FROM meta WHERE key = 'projected_under'"};
    if (Done cleared = NameIndex(m_database).clear(); !cleared)
        return cleared;
    for (const auto *statement : statements) {
        if (Done cleared = m_database.execute(QString::fromUtf16(statement)); !cleared)
            return cleared;
    }
    return done();
}

} // namespace zsb
