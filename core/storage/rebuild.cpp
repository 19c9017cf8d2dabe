#include "core/storage/eventlog.h"
#include "core/storage/store.h"
#include "core/workflow/workflow.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

Result<std::vector<ApplicationId>> allApplications(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT application FROM events WHERE sequence = 1 ORDER BY seq"_s);
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> ids;
    while (rows->next())
        ids.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return ids;
}

Done projectAgain(const ApplicationId &id, const EventLog &log, Projection &projection)
{
    const Result<std::vector<StoredEvent>> stored = log.ofApplication(id);
    if (!stored)
        return stored.error();
    const Result<std::vector<Event>> events = log.decode(*stored);
    if (!events)
        return events.error();
    return projection.write(fold(*events), events->back().at);
}

Done digestTable(const Database &database, const QString &select, QCryptographicHash &hash)
{
    Result<Rows> rows = database.stream(u"SELECT * FROM "_s + select);
    if (!rows)
        return rows.error();
    const int columns = rows->columns();
    while (rows->next()) {
        for (int column = 0; column < columns; ++column) {
            const QByteArray bytes = rows->bytes(column);
            hash.addData(QByteArray::number(bytes.size()) + ':');
            hash.addData(bytes);
        }
    }
    return rows->ended();
}

} // namespace

Result<bool> Store::isStale(const RuleBook &book) const
{
    return Projection::isStale(*m_database, book);
}

Done Store::rebuild(const RuleBook &book, const std::stop_token &stop)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const EventLog log(*m_database, *m_codec);
    Projection projection(*m_database, *m_codec, book);
    const Result<std::vector<ApplicationId>> ids = allApplications(*m_database);
    if (!ids)
        return ids.error();
    if (Done cleared = projection.clear(); !cleared)
        return cleared;
    for (const ApplicationId &id : *ids) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "projections: stopped"};
        if (Done projected = projectAgain(id, log, projection); !projected)
            return projected;
    }
    if (Done refreshed = projection.refreshFindings(); !refreshed)
        return refreshed;
    if (Done noted = projection.noteOrigin(); !noted)
        return noted;
    return transaction->commit();
}

Result<std::string> Store::projectionDigest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    static constexpr std::array tables = {u"application ORDER BY row",
                                          u"item_hash ORDER BY sha256, application, kind, slot",
                                          u"reading ORDER BY application, py"};
    for (const auto *table : tables) {
        if (Done added = digestTable(*m_database, QString::fromUtf16(table), hash); !added)
            return added.error();
    }
    return hash.result().toHex().toStdString();
}

} // namespace zsb
