#include "core/storage/eventcolumns.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace zsb {

QString eventColumnsAsStored(Sql sql)
{
    if (sql == Sql::Postgres)
        return u"seq, application, sequence, command_id, command_hash, kind, at, actor, role, pack_hash, body, "
               "prev_hash, hash"_s;
    return u"seq, CAST(application AS BLOB), sequence, CAST(command_id AS BLOB), CAST(command_hash AS BLOB), "
           "CAST(kind AS BLOB), at, CAST(actor AS BLOB), CAST(role AS BLOB), CAST(pack_hash AS BLOB), body, "
           "CAST(prev_hash AS BLOB), CAST(hash AS BLOB)"_s;
}

StoredEvent readEvent(const Rows &rows)
{
    const auto text = [&rows](int column) { return rows.bytes(column).toStdString(); };
    StoredEvent event;
    event.seq = rows.integer(0);
    event.application.value = text(1);
    event.sequence = rows.integer(2);
    event.command.value = text(3);
    event.commandHash = text(4);
    event.kind = text(5);
    event.at = Instant(std::chrono::milliseconds(rows.integer(6)));
    event.actor.value = text(7);
    event.role = text(8);
    event.packHash = text(9);
    event.body = rows.bytes(10);
    event.previousHash = text(11);
    event.hash = text(12);
    return event;
}

} // namespace zsb
