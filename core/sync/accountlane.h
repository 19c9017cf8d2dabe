#pragma once

#include "core/protocol/account.h"
#include "core/sync/lane.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zsb {

enum class AccountWish : std::uint8_t
{
    Find,
    Assist,  ///< register for somebody who stands here
    Reset,   ///< a new password, and phone
    Reclaim, ///< the number goes to whoever shows the document
};
constexpr auto enumIds(AccountWish)
{
    return EnumIds<AccountWish, 4>{{{AccountWish::Find, "find"},
                                    {AccountWish::Assist, "assist"},
                                    {AccountWish::Reset, "reset"},
                                    {AccountWish::Reclaim, "reclaim"}}};
}

/// What somebody at a desk wants of a candidate's account (A1.1.5).
struct AccountAsk
{
    AccountWish wish = AccountWish::Find;
    FindAccount find{};
    std::string account{};  ///< of Reset and Reclaim
    AssistAccount person{}; ///< of everything but Find
    std::string evidence{}; ///< bytes of a file that is sent first; its hash is put in by the lane
};

/// What came of it.
struct AccountReport
{
    AccountWish wish = AccountWish::Find;
    AccountList found{};
    std::string account{};                        ///< made, reset or reclaimed
    std::string problem{};                        ///< id of a ProblemType or of a SyncTrouble; empty: done
    std::map<std::string, std::string> details{}; ///< of the problem: member of the form → what is wrong with it
    bool inDoubt = false;                         ///< the answer got lost: it may have been done there
};

/// Questions about candidates' accounts, one after the other. Each is asked once and lives in memory only, for there
/// are numbers and passwords in it. None waits for a line that is down or for somebody to sign in: it fails, with a
/// report that says so.
class AccountLane final : public Lane
{
public:
    using Lane::Lane;

    void ask(AccountAsk ask) { m_wanted.push_back(std::move(ask)); }
    /// Nobody is signed in any more: nothing is sent or told of what they asked.
    void forget();
    [[nodiscard]] std::vector<AccountReport> takeReports() { return std::exchange(m_reports, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    [[nodiscard]] HttpRequest evidenceRequest();
    void take(const Reply &reply, const ReplyVerdict &verdict);
    void end(AccountReport report);

    std::deque<AccountAsk> m_wanted; ///< the first one is under way when m_isAsked
    bool m_isAsked = false;
    bool m_isEvidence = false; ///< what is under way is the file of the first one
    std::vector<AccountReport> m_reports;
};

} // namespace zsb
