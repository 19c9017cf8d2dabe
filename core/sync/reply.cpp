#include "core/sync/reply.h"

#include "core/protocol/problem.h"
#include "core/protocol/wire.h"

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

constexpr std::string_view problemPrefix = "urn:zsb:problem:";

bool isJson(const HttpResponse &response)
{
    const std::string type = response.header("content-type");
    return type.starts_with("application/json") || type.starts_with("application/problem+json");
}

bool isPage(const HttpResponse &response)
{
    return response.header("content-type").starts_with("text/html");
}

/// Only seconds: nobody sends dates to programs.
std::optional<std::chrono::milliseconds> waitOf(const HttpResponse &response)
{
    const std::string text = response.header("retry-after");
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min(seconds, 24 * 60 * 60));
}

/// What a status means when the problem says no more.
SyncTrouble troubleOf(int status)
{
    switch (status) {
    case 401:
    case 423:
        return SyncTrouble::Auth;
    case 407:
        return SyncTrouble::Proxy;
    case 408:
    case 429:
        return SyncTrouble::Server;
    case 507:
        return SyncTrouble::Quota;
    case 511:
        return SyncTrouble::Captive;
    default:
        return status >= 500 ? SyncTrouble::Server : SyncTrouble::Policy;
    }
}

SyncTrouble troubleOf(int status, std::string_view problem)
{
    if (problem == idOf(ProblemType::DeviceUnknown))
        return SyncTrouble::Key;
    if (problem == idOf(ProblemType::StorageFull))
        return SyncTrouble::Quota;
    return troubleOf(status);
}

/// Not from our server: a proxy, a filter, a sign-in page.
SyncTrouble troubleOfStranger(const HttpResponse &response)
{
    if (response.status < 400)
        return SyncTrouble::Captive;
    if (response.status == 403 && isPage(response))
        return SyncTrouble::Proxy;
    return isPage(response) && response.status < 500 && response.status != 407 ? SyncTrouble::Captive
                                                                               : troubleOf(response.status);
}

ReplyVerdict judgeProblem(const HttpResponse &response)
{
    ReplyVerdict verdict;
    verdict.status = response.status;
    verdict.retryAfter = waitOf(response);
    const Result<Problem> problem = readWire<Problem>(response.body);
    if (!isJson(response) || !problem) {
        verdict.trouble = troubleOfStranger(response);
        return verdict;
    }
    verdict.problem =
        problem->type.starts_with(problemPrefix) ? problem->type.substr(problemPrefix.size()) : problem->type;
    verdict.details = problem->details;
    verdict.trouble = troubleOf(response.status, verdict.problem);
    return verdict;
}

} // namespace

bool ReplyVerdict::isPacing() const
{
    return problem == idOf(ProblemType::RateLimited);
}

bool ReplyVerdict::isGeneral() const
{
    switch (trouble) {
    case SyncTrouble::None:
    case SyncTrouble::Policy:
        return false;
    case SyncTrouble::Key:
        return status == 403;
    default:
        return true;
    }
}

ReplyVerdict judge(const Reply &reply, bool json)
{
    if (const auto *failure = std::get_if<TransportFailure>(&reply)) {
        ReplyVerdict verdict;
        verdict.trouble = failure->trouble;
        return verdict;
    }
    const auto &response = std::get<HttpResponse>(reply);
    const bool isGood = response.status >= 200 && response.status < 300;
    if (!isGood)
        return judgeProblem(response);
    ReplyVerdict verdict;
    verdict.status = response.status;
    if (json ? !isJson(response) : isPage(response))
        verdict.trouble = SyncTrouble::Captive;
    return verdict;
}

} // namespace zsb
