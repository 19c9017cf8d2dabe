#include "core/server/captures.h"

#include "core/base/hash.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

SqlValue milliseconds(const std::optional<Instant> &instant)
{
    return milliseconds(instant.value_or(Instant{}));
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

std::optional<Instant> instantUnlessZero(std::int64_t number)
{
    return number == 0 ? std::nullopt : std::optional(instant(number));
}

} // namespace

std::string Captures::hashOf(std::string_view token)
{
    return sha256Hex("zsb-capture-1 " + std::string(token));
}

Done Captures::issue(const CaptureLink &link) const
{
    Done ended = m_database.execute(u"UPDATE capture_link SET expires = ? WHERE application = ? AND expires > ?"_s,
                                    {milliseconds(link.at), sqlText(link.application.value), milliseconds(link.at)});
    if (!ended)
        return ended;
    return m_database.execute(
        u"INSERT INTO capture_link (hash, application, issued_by, issued_role, at, expires, most_tries, tries, opened, "
        "collected) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)"_s,
        {sqlText(link.hash), sqlText(link.application.value), sqlText(link.issuedBy.value), sqlText(link.issuedRole),
         milliseconds(link.at), milliseconds(link.expires), sqlInteger(link.mostTries)});
}

Result<std::optional<CaptureLink>> Captures::one(const QString &where, const SqlValue &value) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT hash, application, issued_by, issued_role, at, expires, most_tries, tries, opened, collected FROM "
        "capture_link WHERE "_s +
            where,
        {value});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<std::optional<CaptureLink>>(std::optional<CaptureLink>()) : ended.error();
    }
    CaptureLink link;
    link.hash = rows->text(0);
    link.application = {rows->text(1)};
    link.issuedBy = {rows->text(2)};
    link.issuedRole = rows->text(3);
    link.at = instant(rows->integer(4));
    link.expires = instant(rows->integer(5));
    link.mostTries = int(rows->integer(6));
    link.tries = int(rows->integer(7));
    link.opened = instantUnlessZero(rows->integer(8));
    link.collected = instantUnlessZero(rows->integer(9));
    return std::optional(std::move(link));
}

Result<std::optional<CaptureLink>> Captures::byToken(std::string_view token) const
{
    return byHash(hashOf(token));
}

Result<std::optional<CaptureLink>> Captures::byHash(const std::string &hash) const
{
    return one(u"hash = ?"_s, sqlText(hash));
}

Result<std::optional<CaptureLink>> Captures::ofApplication(const ApplicationId &id) const
{
    return one(u"application = ? ORDER BY at DESC LIMIT 1"_s, sqlText(id.value));
}

Done Captures::update(const CaptureLink &link) const
{
    return m_database.execute(
        u"UPDATE capture_link SET tries = ?, opened = ?, collected = ? WHERE hash = ?"_s,
        {sqlInteger(link.tries), milliseconds(link.opened), milliseconds(link.collected), sqlText(link.hash)});
}

} // namespace zsb
