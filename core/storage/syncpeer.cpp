#include "core/storage/syncpeer.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace zsb {

Result<std::optional<SyncPeer>> readPeer(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT server, epoch, cursor, scope, witness_size, witness_root, clock_offset, "
                                     "clock_within, clock_at FROM sync_peer WHERE id = 1"_s);
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (Done ended = rows->ended(); !ended)
            return ended.error();
        return std::optional<SyncPeer>();
    }
    using std::chrono::milliseconds;
    return std::optional<SyncPeer>(SyncPeer{.server = rows->text(0),
                                            .epoch = rows->text(1),
                                            .cursor = rows->integer(2),
                                            .scope = rows->text(3),
                                            .witnessSize = rows->integer(4),
                                            .witnessRoot = rows->text(5),
                                            .clock = {milliseconds(rows->integer(6)), milliseconds(rows->integer(7)),
                                                      Instant(milliseconds(rows->integer(8)))}});
}

Done writePeer(const Database &database, const SyncPeer &peer)
{
    return database.execute(
        u"INSERT INTO sync_peer (id, server, epoch, cursor, scope, witness_size, witness_root, clock_offset, "
        "clock_within, clock_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "server = excluded.server, epoch = excluded.epoch, cursor = excluded.cursor, scope = excluded.scope, "
        "witness_size = excluded.witness_size, witness_root = excluded.witness_root, "
        "clock_offset = excluded.clock_offset, clock_within = excluded.clock_within, "
        "clock_at = excluded.clock_at"_s,
        {sqlText(peer.server), sqlText(peer.epoch), sqlInteger(peer.cursor), sqlText(peer.scope),
         sqlInteger(peer.witnessSize), sqlText(peer.witnessRoot), sqlInteger(peer.clock.offset.count()),
         sqlInteger(peer.clock.within.count()), sqlInteger(peer.clock.at.time_since_epoch().count())});
}

Result<bool> hasPeer(const Database &database)
{
    const Result<std::int64_t> count = database.number(u"SELECT count(*) FROM sync_peer"_s);
    return count ? Result<bool>(*count > 0) : Result<bool>(count.error());
}

} // namespace zsb
