#include "core/storage/picturelooks.h"

#include "core/storage/database.h"

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::array statements = {
    // What each file looks like, to find one picture under two names. Bound to the bytes, not to who handed them in.
    uR"(CREATE TABLE picture_look (
        n {integer} PRIMARY KEY,
        sha256 {text} NOT NULL UNIQUE,
        look {text} NOT NULL) {strict})",
};

} // namespace

std::span<const char16_t *const> pictureLookTables()
{
    return statements;
}

Done PictureLooks::keep(std::span<const PictureLook> looks) const
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const PictureLook &look : looks) {
        const Done kept = m_database.execute(u"INSERT INTO picture_look (n, sha256, look) "
                                             "SELECT coalesce(max(n), 0) + 1, ?, ? FROM picture_look WHERE true "
                                             "ON CONFLICT (sha256) DO NOTHING"_s,
                                             {sqlText(look.sha256), sqlText(look.look)});
        if (!kept)
            return kept;
    }
    return transaction->commit();
}

Result<std::optional<std::string>> PictureLooks::find(std::string_view sha256) const
{
    Result<Rows> rows = m_database.run(u"SELECT look FROM picture_look WHERE sha256 = ?"_s, {sqlText(sha256)});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(rows->text(0));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return std::optional<std::string>();
}

Result<std::vector<PictureLooks::Stored>> PictureLooks::after(std::int64_t n, int limit) const
{
    Result<Rows> rows = m_database.run(u"SELECT n, sha256, look FROM picture_look WHERE n > ? ORDER BY n LIMIT ?"_s,
                                       {sqlInteger(n), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    std::vector<Stored> found;
    while (rows->next())
        found.push_back({rows->integer(0), {rows->text(1), rows->text(2)}});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::vector<PictureLooks::Missing>> PictureLooks::missing(std::string_view afterSha256, int limit) const
{
    Result<Rows> rows =
        m_database.run(u"SELECT h.sha256, max(CASE WHEN h.kind = 'portrait' THEN 1 ELSE 0 END) FROM item_hash h "
                       "WHERE h.sha256 > ? AND h.kind <> 'kept' "
                       "AND NOT EXISTS (SELECT 1 FROM picture_look l WHERE l.sha256 = h.sha256) "
                       "GROUP BY h.sha256 ORDER BY h.sha256 LIMIT ?"_s,
                       {sqlText(afterSha256), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    std::vector<Missing> found;
    while (rows->next())
        found.push_back({rows->text(0), rows->integer(1) != 0});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

} // namespace zsb
