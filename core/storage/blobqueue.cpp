#include "core/storage/blobqueue.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Of an op that waits.
constexpr auto waiting = u"b.arrived = 0 AND EXISTS (SELECT 1 FROM sync_op_blob w JOIN sync_op o ON o.id = w.op "
                         "WHERE w.sha256 = b.sha256 AND o.state IN ('pending', 'sending'))";

SqlValue sqlInstant(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

} // namespace

Result<std::vector<QueuedBlob>> BlobQueue::ready(Instant now, int limit) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT b.sha256, b.bytes, b.upload, b.uploaded, b.attempts, b.next_try, b.trouble, "
        "EXISTS (SELECT 1 FROM sync_op_blob w JOIN sync_op o ON o.id = w.op WHERE w.sha256 = b.sha256 AND "
        "o.kind = 'attach-portrait') FROM sync_blob b WHERE "_s +
            QString::fromUtf16(waiting) +
            u" AND b.next_try <= ? ORDER BY (SELECT min(o.n) FROM sync_op_blob w JOIN sync_op o ON o.id = w.op "
            "WHERE w.sha256 = b.sha256 AND o.state IN ('pending', 'sending')) LIMIT ?"_s,
        {sqlInstant(now), limit});
    if (!rows)
        return rows.error();
    std::vector<QueuedBlob> blobs;
    while (rows->next()) {
        blobs.push_back({.sha256 = rows->text(0),
                         .bytes = rows->integer(1),
                         .purpose = rows->integer(7) != 0 ? "portrait" : "material",
                         .arrived = false,
                         .upload = rows->text(2),
                         .uploaded = rows->integer(3),
                         .attempts = int(rows->integer(4)),
                         .nextTry = Instant(std::chrono::milliseconds(rows->integer(5))),
                         .trouble = rows->text(6)});
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return blobs;
}

Result<std::optional<Instant>> BlobQueue::nextDue(Instant now) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT min(next_try), count(*) FROM sync_blob WHERE arrived = 0 AND next_try > ?"_s, {sqlInstant(now)});
    if (!rows)
        return rows.error();
    if (rows->next() && rows->integer(1) > 0)
        return std::optional<Instant>(Instant(std::chrono::milliseconds(rows->integer(0))));
    return rows->ended() ? Result<std::optional<Instant>>(std::optional<Instant>()) : rows->ended().error();
}

Result<BlobsLeft> BlobQueue::left() const
{
    Result<Rows> rows = m_database.run(
        u"SELECT count(*), coalesce(sum(CASE WHEN b.bytes > b.uploaded THEN b.bytes - b.uploaded ELSE 0 END), 0) "
        "FROM sync_blob b WHERE "_s +
        QString::fromUtf16(waiting));
    if (!rows)
        return rows.error();
    if (rows->next())
        return BlobsLeft{rows->integer(0), rows->integer(1)};
    return rows->ended() ? Result<BlobsLeft>(BlobsLeft{}) : Result<BlobsLeft>(rows->ended().error());
}

Done BlobQueue::markArrived(const std::string &sha256) const
{
    return m_database.execute(
        u"UPDATE sync_blob SET arrived = 1, upload = '', attempts = 0, trouble = '' WHERE sha256 = ?"_s,
        {sqlText(sha256)});
}

Done BlobQueue::markUploaded(const std::string &sha256, const std::string &upload, std::int64_t bytes) const
{
    return m_database.execute(
        u"UPDATE sync_blob SET upload = ?, uploaded = ?, attempts = 0, trouble = '' WHERE sha256 = ?"_s,
        {sqlText(upload), sqlInteger(bytes), sqlText(sha256)});
}

Done BlobQueue::postpone(const std::string &sha256, int attempts, Instant nextTry, std::string_view trouble) const
{
    return m_database.execute(u"UPDATE sync_blob SET attempts = ?, next_try = ?, trouble = ? WHERE sha256 = ?"_s,
                              {attempts, sqlInstant(nextTry), sqlText(trouble), sqlText(sha256)});
}

Done BlobQueue::forgetArrivals() const
{
    return m_database.execute(
        u"UPDATE sync_blob SET arrived = 0, upload = '', uploaded = 0, attempts = 0, next_try = 0"_s);
}

} // namespace zsb
