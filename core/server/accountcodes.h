#pragma once

#include "core/base/id.h"
#include "core/protocol/account.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <chrono>
#include <string>
#include <string_view>

namespace zsb {

/// Codes that go to phones (A1.1.3). Kept by a keyed hash. Inside the transaction of the caller.
class AccountCodes
{
public:
    static constexpr std::chrono::seconds pause{60};
    static constexpr std::chrono::minutes life{10};
    static constexpr int mostTries = 5;
    static constexpr int mostADay = 10; ///< of one phone

    AccountCodes(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// How long this phone waits before it is sent another one; 0: it may be now. `phone` is a blind index.
    [[nodiscard]] Result<std::chrono::seconds> wait(CodePurpose purpose, const std::string &phone, Instant now) const;
    /// A new one of six digits; older ones of that purpose are over. `isReal` false: nothing that is typed will match
    /// it, but it counts like any other.
    [[nodiscard]] Result<std::string> issue(CodePurpose purpose, const std::string &phone, bool isReal, Instant now,
                                            const RandomSource &random) const;

    enum class Check
    {
        Right, ///< and used up
        Wrong,
        Over, ///< too old, tried too often, used, or never sent
    };
    [[nodiscard]] Result<Check> use(CodePurpose purpose, const std::string &phone, std::string_view code,
                                    Instant now) const;

private:
    [[nodiscard]] std::string hashOf(CodePurpose purpose, const std::string &phone, std::string_view code) const;

    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
