#include "core/server/accountcodes.h"

#include "core/base/text.h"
#include "core/crypto/key.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr std::chrono::hours day{24};
constexpr std::uint32_t codes = 1'000'000;

SqlValue milliseconds(Instant instant)
{
    return sqlInteger(instant.time_since_epoch().count());
}

Instant instant(std::int64_t number)
{
    return Instant(std::chrono::milliseconds(number));
}

/// Every one of a million equally often.
std::string sixDigits(const RandomSource &random)
{
    constexpr std::uint32_t fair = 0xFFFF'FFFFU / codes * codes;
    std::uint32_t number = fair;
    while (number >= fair) {
        std::array<std::uint8_t, 4> bytes{};
        random(bytes);
        number = 0;
        for (const std::uint8_t byte : bytes)
            number = number << 8U | byte;
    }
    const std::string digits = std::to_string(number % codes);
    return std::string(6 - digits.size(), '0') + digits;
}

} // namespace

std::string AccountCodes::hashOf(CodePurpose purpose, const std::string &phone, std::string_view code) const
{
    return m_codec.lookupKey("account-code", std::string(idOf(purpose)) + '/' + phone + '/' + std::string(code));
}

Result<std::chrono::seconds> AccountCodes::wait(CodePurpose purpose, const std::string &phone, Instant now) const
{
    Result<Rows> rows = m_database.run(u"SELECT created FROM account_code WHERE phone = ? AND purpose = ? AND created "
                                       "> ? ORDER BY created DESC"_s,
                                       {sqlText(phone), sqlText(idOf(purpose)), milliseconds(now - day)});
    if (!rows)
        return rows.error();
    std::vector<Instant> sent;
    while (rows->next())
        sent.push_back(instant(rows->integer(0)));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    Instant until = sent.empty() ? now : sent.front() + pause;
    if (sent.size() >= std::size_t(mostADay))
        until = std::max(until, sent[mostADay - 1] + day);
    return std::max(std::chrono::ceil<std::chrono::seconds>(until - now), std::chrono::seconds(0));
}

Result<std::string> AccountCodes::issue(CodePurpose purpose, const std::string &phone, bool isReal, Instant now,
                                        const RandomSource &random) const
{
    Done ended = m_database.execute(u"UPDATE account_code SET used = ? WHERE phone = ? AND purpose = ? AND used = 0"_s,
                                    {milliseconds(now), sqlText(phone), sqlText(idOf(purpose))});
    if (!ended)
        return ended.error();
    std::string code = sixDigits(random);
    Done kept = m_database.execute(
        u"INSERT INTO account_code (id, purpose, phone, hash, created, expires, tries, used) VALUES (?, ?, ?, ?, ?, ?, "
        "0, 0)"_s,
        {sqlText(uuid7(now, random)), sqlText(idOf(purpose)), sqlText(phone),
         sqlText(isReal ? hashOf(purpose, phone, code) : std::string()), milliseconds(now), milliseconds(now + life)});
    return kept ? Result<std::string>(std::move(code)) : kept.error();
}

Result<AccountCodes::Check> AccountCodes::use(CodePurpose purpose, const std::string &phone, std::string_view code,
                                              Instant now) const
{
    Result<Rows> rows =
        m_database.run(u"SELECT id, hash FROM account_code WHERE phone = ? AND purpose = ? AND used = "
                       "0 AND expires > ? AND tries < ? ORDER BY created DESC LIMIT 1"_s,
                       {sqlText(phone), sqlText(idOf(purpose)), milliseconds(now), sqlInteger(mostTries)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<Check>(Check::Over) : ended.error();
    }
    const std::string id = rows->text(0);
    const bool isRight = equalSecret(hashOf(purpose, phone, trimmed(code)), rows->text(1));
    Done counted = m_database.execute(u"UPDATE account_code SET tries = tries + 1, used = ? WHERE id = ?"_s,
                                      {isRight ? milliseconds(now) : sqlInteger(0), sqlText(id)});
    if (!counted)
        return counted.error();
    return isRight ? Check::Right : Check::Wrong;
}

} // namespace zsb
