#include "core/server/devices.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

/// Signs that nobody takes for another.
constexpr std::string_view codeSigns = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(codeSigns.size() == 32);

std::string codeHash(std::string_view code)
{
    return sha256Hex("zsb-enrol-1 " + codeKey(code));
}

} // namespace

Result<bool> Devices::isEnrolled(std::string_view thumbprint) const
{
    const Result<std::int64_t> found =
        m_database.number(u"SELECT count(*) FROM device WHERE thumbprint = ? AND revoked = 0"_s, {sqlText(thumbprint)});
    return found ? Result<bool>(*found > 0) : Result<bool>(found.error());
}

Result<bool> Devices::isRevoked(std::string_view thumbprint) const
{
    const Result<std::int64_t> found =
        m_database.number(u"SELECT count(*) FROM device WHERE thumbprint = ? AND revoked = 1"_s, {sqlText(thumbprint)});
    return found ? Result<bool>(*found > 0) : Result<bool>(found.error());
}

Done Devices::enrol(std::string_view thumbprint, std::string_view name, const ActorId &by, Instant now) const
{
    return m_database.execute(
        u"INSERT INTO device (thumbprint, name, enrolled_by, at, revoked) VALUES (?, ?, ?, ?, 0)"_s,
        {sqlText(thumbprint), sqlText(name), sqlText(by.value), milliseconds(now)});
}

Done Devices::revoke(std::string_view thumbprint) const
{
    const Result<std::int64_t> known =
        m_database.number(u"SELECT count(*) FROM device WHERE thumbprint = ?"_s, {sqlText(thumbprint)});
    if (!known || *known == 0)
        return known ? Done(Error{ErrorCode::NotFound, "no such device"}) : Done(known.error());
    if (Done ended =
            m_database.execute(u"UPDATE refresh_token SET revoked = 1 WHERE device = ?"_s, {sqlText(thumbprint)});
        !ended)
        return ended;
    return m_database.execute(u"UPDATE device SET revoked = 1 WHERE thumbprint = ?"_s, {sqlText(thumbprint)});
}

Result<std::vector<EnrolledDevice>> Devices::all() const
{
    Result<Rows> rows = m_database.run(u"SELECT thumbprint, name, at, revoked FROM device ORDER BY at, thumbprint"_s);
    if (!rows)
        return rows.error();
    std::vector<EnrolledDevice> found;
    while (rows->next())
        found.push_back({rows->text(0), rows->text(1), instant(rows->integer(2)), rows->integer(3) != 0});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::vector<DeviceUse>> Devices::uses() const
{
    // a family begins with a sign-in and ends so long after it
    const SqlValue life = sqlInteger(std::chrono::milliseconds(refreshTokenLife).count());
    Result<Rows> rows = m_database.run(u"SELECT device, subject, max(used), max(family_expires) - ? FROM refresh_token "
                                       "GROUP BY device, subject ORDER BY device, subject"_s,
                                       {life});
    if (!rows)
        return rows.error();
    std::vector<DeviceUse> found;
    while (rows->next())
        found.push_back({rows->text(0), {rows->text(1)}, instant(std::max(rows->integer(2), rows->integer(3)))});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::string> Devices::newCode(const ActorId &by, Instant until, const RandomSource &random) const
{
    std::array<std::uint8_t, 12> bytes{};
    random(bytes);
    std::string code;
    for (const std::uint8_t byte : bytes) {
        if (code.size() == 4 || code.size() == 9)
            code += '-';
        code += codeSigns[byte % codeSigns.size()];
    }
    Done kept = m_database.execute(u"INSERT INTO enrol_code (hash, issued_by, expires, used) VALUES (?, ?, ?, 0)"_s,
                                   {sqlText(codeHash(code)), sqlText(by.value), milliseconds(until)});
    return kept ? Result<std::string>(code) : Result<std::string>(kept.error());
}

Result<std::optional<ActorId>> Devices::useCode(std::string_view code, Instant now) const
{
    const std::string hash = codeHash(code);
    std::optional<ActorId> issuer;
    {
        Result<Rows> rows =
            m_database.run(u"SELECT issued_by FROM enrol_code WHERE hash = ? AND used = 0 AND expires > ?"_s,
                           {sqlText(hash), milliseconds(now)});
        if (!rows)
            return rows.error();
        if (rows->next())
            issuer = ActorId{rows->text(0)};
        else if (Done ended = rows->ended(); !ended)
            return ended.error();
    }
    if (issuer) {
        if (Done used = m_database.execute(u"UPDATE enrol_code SET used = ? WHERE hash = ?"_s,
                                           {milliseconds(now), sqlText(hash)});
            !used)
            return used.error();
    }
    return issuer;
}

Result<std::optional<RefreshRecord>> Devices::refresh(const std::string &hash) const
{
    Result<Rows> rows = m_database.run(u"SELECT hash, family, subject, device, family_expires, used, successor_used, "
                                       "revoked FROM refresh_token WHERE hash = ?"_s,
                                       {sqlText(hash)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<std::optional<RefreshRecord>>(std::nullopt) : ended.error();
    }
    RefreshRecord record;
    record.hash = rows->text(0);
    record.family = rows->text(1);
    record.subject = rows->text(2);
    record.device = rows->text(3);
    record.familyExpires = Instant(std::chrono::milliseconds(rows->integer(4)));
    if (rows->integer(5) != 0)
        record.used = Instant(std::chrono::milliseconds(rows->integer(5)));
    record.successorUsed = rows->integer(6) != 0;
    record.revoked = rows->integer(7) != 0;
    return std::optional(std::move(record));
}

Done Devices::keep(const RefreshRecord &record, const std::string &predecessor) const
{
    return m_database.execute(u"INSERT INTO refresh_token (hash, family, subject, device, family_expires, used, "
                              "predecessor, successor_used, revoked) VALUES (?, ?, ?, ?, ?, 0, ?, 0, 0)"_s,
                              {sqlText(record.hash), sqlText(record.family), sqlText(record.subject),
                               sqlText(record.device), milliseconds(record.familyExpires), sqlText(predecessor)});
}

Done Devices::use(const RefreshRecord &record, Instant now) const
{
    if (Done used = m_database.execute(u"UPDATE refresh_token SET used = ? WHERE hash = ? AND used = 0"_s,
                                       {milliseconds(now), sqlText(record.hash)});
        !used)
        return used;
    return m_database.execute(u"UPDATE refresh_token SET successor_used = 1 WHERE hash = (SELECT predecessor FROM "
                              "refresh_token WHERE hash = ?)"_s,
                              {sqlText(record.hash)});
}

Done Devices::revokeSuccessors(const std::string &hash) const
{
    return m_database.execute(u"UPDATE refresh_token SET revoked = 1 WHERE predecessor = ?"_s, {sqlText(hash)});
}

Done Devices::revokeFamily(const std::string &family) const
{
    return m_database.execute(u"UPDATE refresh_token SET revoked = 1 WHERE family = ?"_s, {sqlText(family)});
}

Done Devices::revokeAllOf(const ActorId &subject) const
{
    return m_database.execute(u"UPDATE refresh_token SET revoked = 1 WHERE subject = ?"_s, {sqlText(subject.value)});
}

} // namespace zsb
