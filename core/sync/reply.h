#pragma once

#include "core/protocol/http.h"
#include "core/sync/synctrouble.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace zsb {

/// No answer, or none that was whole: nobody knows whether the request arrived.
struct TransportFailure
{
    SyncTrouble trouble = SyncTrouble::Tcp;
    std::string detail{}; ///< for logs: no addresses, nothing personal

    bool operator==(const TransportFailure &) const = default;
};

/// What comes of a request. A response is whole: a driver never hands on a truncated body.
using Reply = std::variant<HttpResponse, TransportFailure>;

/// What a reply means before anybody looks into its body.
struct ReplyVerdict
{
    SyncTrouble trouble = SyncTrouble::None;
    int status = 0;        ///< 0: there was no answer
    std::string problem{}; ///< id of a ProblemType, or what the server called it; empty: it was none of our server's
    std::map<std::string, std::string> details{};
    std::optional<std::chrono::milliseconds> retryAfter{};

    [[nodiscard]] bool isGood() const { return trouble == SyncTrouble::None; }
    /// The server is well and wants to be asked more slowly.
    [[nodiscard]] bool isPacing() const;
    /// Whether the line or the server as a whole is to blame, not what was sent.
    [[nodiscard]] bool isGeneral() const;
};

/// `json`: a good answer has a body of ours, so that a page of somebody else is told apart though it says 200. Problem
/// types nobody knows yet go by the class of their status (SYNC.md D3).
[[nodiscard]] ReplyVerdict judge(const Reply &reply, bool json = true);

} // namespace zsb
