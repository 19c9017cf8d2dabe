#include "core/storage/projectioncheck.h"

#include "core/storage/eventlog.h"
#include "core/storage/nameindex.h"
#include "core/storage/pinyin.h"
#include "core/storage/projectedrows.h"
#include "core/storage/projection.h"
#include "core/storage/schema.h"
#include "core/workflow/workflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

using Fault = ProjectionVerdict::Fault;
constexpr std::size_t pageOfIds = 1000;

/// How many rows of each table follow from the events.
struct Expected
{
    std::int64_t hashes = 0;
    std::int64_t readings = 0;
    std::int64_t tokens = 0;
};

std::int64_t distinctTokens(const std::string &tokens)
{
    const QStringList all = QString::fromStdString(tokens).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(all.begin(), all.end()).size();
}

class Check
{
public:
    Check(const Database &database, const RuleBook &book, const FieldCodec &codec)
        : m_database(database), m_book(book), m_codec(codec), m_log(database, codec)
    {
    }

    [[nodiscard]] Result<ProjectionVerdict> run();

private:
    [[nodiscard]] Done checkFile();
    [[nodiscard]] Result<std::vector<ApplicationId>> nextIds(std::int64_t &after) const;
    [[nodiscard]] Done compare(const ApplicationId &id);
    [[nodiscard]] Done compareRow(const std::vector<ProjectedColumn> &columns);
    [[nodiscard]] Done compareFindings(const std::vector<ProjectedColumn> &columns);
    [[nodiscard]] Result<bool> isSame(const ProjectedColumn &column, const QByteArray &stored) const;
    [[nodiscard]] Done compareHashes();
    [[nodiscard]] Done compareReadings(std::span<const Reading> readings);
    [[nodiscard]] Done compareTokens();
    [[nodiscard]] Done findExtra(const QString &table, const Result<std::int64_t> &stored, std::int64_t expected,
                                 const QString &example);
    [[nodiscard]] Done findExtras();
    void blame(Fault fault, std::string table, std::string column = {});

    const Database &m_database;
    const RuleBook &m_book;
    const FieldCodec &m_codec;
    EventLog m_log;
    PinyinReader m_pinyin;
    Projected m_projected; ///< what the events of the application looked at say
    Expected m_expected;
    ProjectionVerdict m_verdict;
    std::optional<ProjectionVerdict> m_suspect; ///< the first whose findings alone differ
};

void Check::blame(Fault fault, std::string table, std::string column)
{
    m_verdict.fault = fault;
    m_verdict.table = std::move(table);
    m_verdict.column = std::move(column);
    m_verdict.application = m_projected.state.id;
    m_verdict.applicationNo = m_projected.state.applicationNo;
}

Result<ProjectionVerdict> Check::run()
{
    const Result<bool> stale = Projection::isStale(m_database, m_book);
    if (!stale)
        return stale.error();
    if (*stale) {
        m_verdict.fault = Fault::Stale;
        return m_verdict;
    }
    std::int64_t last = 0;
    for (std::size_t found = pageOfIds; found == pageOfIds;) {
        const Result<std::vector<ApplicationId>> ids = nextIds(last);
        if (!ids)
            return ids.error();
        found = ids->size();
        for (const ApplicationId &id : *ids) {
            if (Done compared = compare(id); !compared)
                return compared.error();
            if (!m_verdict.isGood())
                return m_verdict;
            ++m_verdict.applications;
        }
    }
    Done looked = findExtras();
    if (looked && m_verdict.isGood() && m_suspect)
        m_verdict = *m_suspect;
    if (looked && m_verdict.isGood())
        looked = checkFile();
    if (!looked)
        return looked.error();
    return m_verdict;
}

/// SQLite takes an indexed column from the index: that the table says otherwise is only seen by comparing both.
Done Check::checkFile()
{
    if (m_database.sql() != Sql::Sqlite)
        return done();
    Result<Rows> rows = m_database.run(u"PRAGMA integrity_check(1)"_s);
    if (!rows)
        return rows.error();
    if (rows->next() && rows->text(0) != "ok") {
        m_projected = {};
        blame(Fault::Damaged, rows->text(0));
    }
    return rows->ended();
}

/// Applications in the order they came in. Page by page: while many rows are read, nothing else could be asked.
Result<std::vector<ApplicationId>> Check::nextIds(std::int64_t &after) const
{
    Result<Rows> rows =
        m_database.run(u"SELECT application, seq FROM events WHERE sequence = 1 AND seq > ? ORDER BY seq LIMIT ?"_s,
                       {sqlInteger(after), sqlInteger(pageOfIds)});
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> ids;
    while (rows->next()) {
        ids.push_back({rows->text(0)});
        after = rows->integer(1);
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return ids;
}

Done Check::compare(const ApplicationId &id)
{
    const Result<std::vector<StoredEvent>> stored = m_log.ofApplication(id);
    if (!stored)
        return stored.error();
    const Result<std::vector<Event>> events = m_log.decode(*stored);
    if (!events)
        return within("application " + id.value, events.error());
    if (events->empty()) { // the table names an application that its index does not know
        m_projected = {};
        m_projected.state.id = id;
        blame(Fault::Damaged, "events");
        return done();
    }
    m_projected = {m_verdict.applications + 1, fold(*events), events->back().at};
    const ApplicationState &state = m_projected.state;
    const Result<std::vector<Finding>> findings = findingsOf(m_database, m_codec, m_book, m_projected);
    if (!findings)
        return findings.error();
    const std::vector<Reading> readings = m_pinyin.read(textOf(state, Field::Name));
    std::vector<ProjectedColumn> columns =
        projectedColumns(state, sharedKeysOf(state, m_book.pack(), m_codec), m_projected.updated, m_codec, readings);
    columns.push_back({u"row", sqlInteger(m_projected.row)});
    Done compared = compareRow(columns);
    if (compared && m_verdict.isGood())
        compared = compareFindings(projectedFindings(state, *findings, m_codec));
    if (compared && m_verdict.isGood())
        compared = compareHashes();
    if (compared && m_verdict.isGood())
        compared = compareReadings(readings);
    if (compared && m_verdict.isGood())
        compared = compareTokens();
    return compared;
}

Done Check::compareRow(const std::vector<ProjectedColumn> &columns)
{
    QStringList names;
    for (const ProjectedColumn &column : columns)
        names.append(QString::fromUtf16(column.name));
    Result<Rows> rows = m_database.run(u"SELECT %1 FROM application WHERE id = ?"_s.arg(names.join(u", "_s)),
                                       {sqlText(m_projected.state.id.value)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        blame(Fault::Missing, "application");
        return rows->ended();
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Result<bool> same = isSame(columns[i], rows->bytes(int(i)));
        if (!same)
            return same.error();
        if (!*same) {
            blame(Fault::Differs, "application", names[qsizetype(i)].toStdString());
            return done();
        }
    }
    return done();
}

/// Findings also differ when a row of somebody who shares something was touched: that row is named, when there is one.
Done Check::compareFindings(const std::vector<ProjectedColumn> &columns)
{
    Done compared = compareRow(columns);
    if (!m_suspect && !m_verdict.isGood())
        m_suspect = m_verdict;
    m_verdict = {.applications = m_verdict.applications};
    return compared;
}

/// What a codec wrote is compared in clear: one that seals may never write the same bytes twice.
Result<bool> Check::isSame(const ProjectedColumn &column, const QByteArray &stored) const
{
    const QByteArray expected = column.value.toByteArray();
    if (!column.sealed || stored == expected)
        return stored == expected;
    const std::string name = QString::fromUtf16(column.name).toStdString();
    const FieldPlace place = projectedPlace(m_projected.state.id, name);
    const Result<std::string> is = m_codec.decode(place, stored);
    const Result<std::string> shouldBe = m_codec.decode(place, expected);
    if (!shouldBe)
        return shouldBe.error();
    return is && *is == *shouldBe;
}

Done Check::compareHashes()
{
    Result<Rows> rows = m_database.run(u"SELECT sha256, kind, slot FROM item_hash WHERE application = ?"_s,
                                       {sqlInteger(m_projected.row)});
    if (!rows)
        return rows.error();
    std::vector<ProjectedHash> stored;
    while (rows->next())
        stored.push_back({rows->text(0), rows->text(1), rows->text(2)});
    std::ranges::sort(stored);
    const std::vector<ProjectedHash> expected = projectedHashes(m_projected.state);
    if (stored != expected)
        blame(stored.size() > expected.size() ? Fault::Extra : Fault::Missing, "item_hash");
    m_expected.hashes += std::int64_t(expected.size());
    return rows->ended();
}

Done Check::compareReadings(std::span<const Reading> readings)
{
    Result<Rows> rows = m_database.run(u"SELECT py, pyi FROM reading WHERE application = ? ORDER BY py"_s,
                                       {sqlInteger(m_projected.row)});
    if (!rows)
        return rows.error();
    std::vector<Reading> stored;
    while (rows->next())
        stored.push_back({.py = rows->text(0), .pyi = rows->text(1)});
    const std::vector<Reading> expected = projectedReadings(readings, m_codec);
    if (stored != expected)
        blame(stored.size() > expected.size() ? Fault::Extra : Fault::Missing, "reading");
    m_expected.readings += std::int64_t(expected.size());
    return rows->ended();
}

Done Check::compareTokens()
{
    const std::string tokens = projectedTokens(m_projected.state, m_codec);
    if (tokens.empty())
        return done();
    const Result<bool> found = NameIndex(m_database).holds(m_projected.row, tokens);
    if (!found)
        return found.error();
    if (!*found)
        blame(Fault::Missing, NameIndex::table(m_database.sql()).toStdString());
    m_expected.tokens += distinctTokens(tokens);
    return done();
}

/// Everything expected was found, so a higher count means rows that belong to nothing. `example` gives id and number of
/// one of them, when it can be told.
Done Check::findExtra(const QString &table, const Result<std::int64_t> &stored, std::int64_t expected,
                      const QString &example)
{
    if (!stored)
        return stored.error();
    if (*stored <= expected || !m_verdict.isGood())
        return done();
    m_projected = {};
    blame(Fault::Extra, table.toStdString());
    if (example.isEmpty())
        return done();
    Result<Rows> rows = m_database.run(example);
    if (!rows)
        return rows.error();
    if (rows->next()) {
        m_verdict.application.value = rows->text(0);
        m_verdict.applicationNo = rows->text(1);
    }
    return rows->ended();
}

Done Check::findExtras()
{
    const auto rowsOf = [this](const char16_t *table) {
        return m_database.number(u"SELECT count(*) FROM "_s + QString::fromUtf16(table));
    };
    Done looked = findExtra(u"application"_s, rowsOf(u"application"), m_verdict.applications,
                            u"SELECT id, no FROM application a WHERE NOT EXISTS (SELECT 1 FROM events e WHERE "
                            "e.application = a.id) ORDER BY row LIMIT 1"_s);
    if (looked)
        looked = findExtra(u"item_hash"_s, rowsOf(u"item_hash"), m_expected.hashes, {});
    if (looked)
        looked = findExtra(u"reading"_s, rowsOf(u"reading"), m_expected.readings, {});
    if (!looked || !m_verdict.isGood())
        return looked;
    return findExtra(NameIndex::table(m_database.sql()), NameIndex(m_database).words(), m_expected.tokens, {});
}

} // namespace

std::string_view faultId(ProjectionVerdict::Fault fault)
{
    switch (fault) {
    case Fault::None:
        return "none";
    case Fault::Stale:
        return "stale";
    case Fault::Differs:
        return "differs";
    case Fault::Missing:
        return "missing";
    case Fault::Extra:
        return "extra";
    case Fault::Damaged:
        return "damaged";
    }
    return {};
}

Result<ProjectionVerdict> verifyProjections(const std::string &location, const RuleBook &book, const FieldCodec &codec)
{
    const Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadOnly);
    if (!database)
        return within("projections", database.error());
    if (Done isNewest = requireNewest(**database); !isNewest)
        return isNewest.error();
    if (Done begun = (*database)->beginReading(); !begun)
        return begun.error();
    return Check(**database, book, codec).run();
}

} // namespace zsb
