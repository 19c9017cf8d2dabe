#include "core/storage/chain.h"

#include "core/storage/database.h"
#include "core/storage/eventcolumns.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

void addColumn(QCryptographicHash &hash, QByteArrayView bytes)
{
    std::array<char, 8> length{};
    auto rest = std::uint64_t(bytes.size());
    for (auto digit = length.rbegin(); digit != length.rend(); ++digit, rest >>= 8)
        *digit = char(rest & 0xff);
    hash.addData(QByteArrayView(length.data(), qsizetype(length.size())));
    hash.addData(bytes);
}

void addText(QCryptographicHash &hash, const std::string &text)
{
    addColumn(hash, QByteArrayView(text.data(), qsizetype(text.size())));
}

/// The end the log remembers of itself.
struct Head
{
    std::int64_t events = 0;
    std::string hash;
};

Result<Head> readHead(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT events, head FROM chain WHERE id = 1"_s);
    if (!rows || !rows->next())
        return Error{ErrorCode::Unreadable, "no event log"};
    return Head{rows->integer(0), rows->text(1)};
}

LogVerdict::Fault faultOf(const StoredEvent &event, const LogVerdict &soFar, const Head &head)
{
    using enum LogVerdict::Fault;
    if (event.seq != soFar.events + 1)
        return Missing;
    if (event.seq > head.events)
        return Added;
    if (event.hash != chainHash(event))
        return event.previousHash == soFar.head ? Altered : Unlinked;
    return event.previousHash == soFar.head ? None : Unlinked;
}

Result<LogVerdict> follow(const Database &database, const Head &head)
{
    Result<Rows> rows =
        database.stream(u"SELECT %1 FROM events ORDER BY seq"_s.arg(eventColumnsAsStored(database.sql())));
    if (!rows)
        return Error{ErrorCode::Unreadable, "no event log"};
    LogVerdict verdict;
    while (rows->next()) {
        const StoredEvent event = readEvent(*rows);
        verdict.fault = faultOf(event, verdict, head);
        if (!verdict.isGood()) {
            verdict.firstBad = verdict.events + 1;
            return verdict;
        }
        ++verdict.events;
        verdict.head = event.hash;
    }
    if (!rows->ended())
        verdict.fault = LogVerdict::Fault::Unreadable;
    else if (verdict.events < head.events)
        verdict.fault = LogVerdict::Fault::Missing;
    else if (verdict.head != head.hash)
        verdict.fault = LogVerdict::Fault::Altered;
    if (verdict.fault == LogVerdict::Fault::Altered && verdict.events > 0)
        --verdict.events; // the last one is not the one that was appended
    if (!verdict.isGood())
        verdict.firstBad = verdict.events + 1;
    return verdict;
}

/// A bit beside a text makes other bytes of it that read the same: SQLite writes the type of each value before it.
Done findRetyped(const Database &database, LogVerdict &verdict)
{
    if (database.sql() == Sql::Postgres)
        return done();
    const Result<std::int64_t> first = database.number(
        u"SELECT min(seq) FROM events NOT INDEXED WHERE typeof(sequence) <> 'integer' OR typeof(at) <> 'integer' "
        "OR typeof(body) <> 'blob' OR typeof(application) <> 'text' OR typeof(command_id) <> 'text' "
        "OR typeof(command_hash) <> 'text' OR typeof(kind) <> 'text' OR typeof(actor) <> 'text' "
        "OR typeof(role) <> 'text' OR typeof(pack_hash) <> 'text' OR typeof(prev_hash) <> 'text' "
        "OR typeof(hash) <> 'text'"_s);
    if (!first)
        return first.error();
    if (*first > 0) {
        verdict.fault = LogVerdict::Fault::Altered;
        verdict.firstBad = *first;
        verdict.events = *first - 1;
    }
    return done();
}

/// Whoever can make a whole chain again can also leave out an event; then its application no longer counts up.
Done findGap(const Database &database, LogVerdict &verdict)
{
    const Result<std::int64_t> first = database.number(
        u"SELECT min(seq) FROM (SELECT seq, sequence, row_number() OVER w AS n, lag(seq, 1, 0) OVER w AS before "
        "FROM events WINDOW w AS (PARTITION BY application ORDER BY sequence)) AS numbered WHERE sequence <> n OR seq < before"_s);
    if (!first)
        return first.error();
    if (*first > 0) {
        verdict.fault = LogVerdict::Fault::Gap;
        verdict.firstBad = *first;
    }
    return done();
}

} // namespace

std::string chainHash(const StoredEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addText(hash, event.previousHash);
    addText(hash, std::to_string(event.seq));
    addText(hash, event.application.value);
    addText(hash, std::to_string(event.sequence));
    addText(hash, event.command.value);
    addText(hash, event.commandHash);
    addText(hash, event.kind);
    addText(hash, std::to_string(event.at.time_since_epoch().count()));
    addText(hash, event.actor.value);
    addText(hash, event.role);
    addText(hash, event.packHash);
    addColumn(hash, event.body);
    return hash.result().toHex().toStdString();
}

std::string_view faultId(LogVerdict::Fault fault)
{
    switch (fault) {
    case LogVerdict::Fault::None:
        return "none";
    case LogVerdict::Fault::Missing:
        return "missing";
    case LogVerdict::Fault::Altered:
        return "altered";
    case LogVerdict::Fault::Unlinked:
        return "unlinked";
    case LogVerdict::Fault::Gap:
        return "gap";
    case LogVerdict::Fault::Added:
        return "added";
    case LogVerdict::Fault::Unreadable:
        return "unreadable";
    }
    return {};
}

Result<LogVerdict> verifyLog(const std::string &location)
{
    const Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadOnly);
    if (!database)
        return within("log", database.error());
    // One view of the database, so that what is appended meanwhile is not taken for an addition.
    if (Done begun = (*database)->beginReading(); !begun)
        return begun.error();
    return verifyLog(**database);
}

Result<LogVerdict> verifyLog(const Database &database)
{
    const Result<Head> head = readHead(database);
    if (!head)
        return head.error();
    const Result<LogVerdict> followed = follow(database, *head);
    if (!followed)
        return followed.error();
    LogVerdict verdict = *followed;
    if (!verdict.isGood())
        return verdict;
    if (Done looked = findRetyped(database, verdict); !looked)
        return looked.error();
    if (!verdict.isGood())
        return verdict;
    if (Done looked = findGap(database, verdict); !looked)
        return looked.error();
    return verdict;
}

Result<std::optional<std::string>> eventHash(const std::string &location, std::int64_t number)
{
    const Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    Result<Rows> rows = (*database)->run(u"SELECT hash FROM events WHERE seq = ?"_s, {sqlInteger(number)});
    if (!rows)
        return rows.error();
    std::optional<std::string> hash;
    if (rows->next())
        hash = rows->text(0);
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return hash;
}

} // namespace zsb
