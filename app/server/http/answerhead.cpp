#include "app/server/http/answerhead.h"

#include "core/protocol/problem.h"
#include "core/protocol/wire.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace zsb {
namespace {

struct Reason
{
    int status;
    std::string_view text;
};
constexpr std::array reasons = {
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{410, "Gone"},
    Reason{412, "Precondition Failed"},
    Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"},
    Reason{415, "Unsupported Media Type"},
    Reason{416, "Range Not Satisfiable"},
    Reason{417, "Expectation Failed"},
    Reason{422, "Unprocessable Content"},
    Reason{423, "Locked"},
    Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{503, "Service Unavailable"},
    Reason{505, "HTTP Version Not Supported"},
    Reason{507, "Insufficient Storage"},
};

std::string_view reasonOf(int status)
{
    const auto found = std::ranges::find(reasons, status, &Reason::status);
    return found == reasons.end() ? std::string_view("Unknown") : found->text;
}

std::string two(int number)
{
    std::string text = std::to_string(number);
    return text.size() < 2 ? '0' + text : text;
}

/// As RFC 9110 §5.6.7 writes it.
std::string httpDate(Instant now)
{
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
    std::string text(days[std::chrono::weekday(day).c_encoding()]);
    text.append(", ").append(two(int(unsigned(date.day())))).append(" ");
    text.append(months[unsigned(date.month()) - 1]).append(" ").append(std::to_string(int(date.year())));
    text.append(" ").append(two(int(time.hours().count()))).append(":").append(two(int(time.minutes().count())));
    return text.append(":").append(two(int(time.seconds().count()))).append(" GMT");
}

bool isOneLine(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::optional<long long> number(std::string_view digits)
{
    long long value = 0;
    const char *end = digits.data() + digits.size();
    const auto [stopped, failed] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || failed != std::errc() || stopped != end || value < 0)
        return std::nullopt;
    return value;
}

struct Part
{
    long long first;
    long long last; ///< included
};

/// One part of a file: `bytes=a-b`, `bytes=a-`, `bytes=-n`. Nothing: no such thing, or several.
std::optional<Part> readRange(std::string_view range, long long size)
{
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit))
        return std::nullopt;
    range.remove_prefix(unit.size());
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const std::string_view from = range.substr(0, dash);
    const std::string_view to = range.substr(dash + 1);
    if (from.empty()) {
        const auto last = number(to);
        return last ? std::optional(Part{std::max(0LL, size - *last), *last == 0 ? -1 : size - 1}) : std::nullopt;
    }
    const auto first = number(from);
    const auto last = to.empty() ? std::optional(size - 1) : number(to);
    if (!first || !last || (!to.empty() && *last < *first))
        return std::nullopt;
    return Part{*first, std::min(*last, size - 1)};
}

} // namespace

void applyRange(HttpResponse &response, const HttpRequest &request, long long fileSize)
{
    constexpr int ok = 200;
    const bool isBody = response.file.empty() && response.header("accept-ranges") == "bytes";
    if ((response.file.empty() && !isBody) || response.status != ok || response.offset != 0 || response.length >= 0)
        return;
    const long long size = isBody ? static_cast<long long>(response.body.size()) : fileSize;
    response.headers.try_emplace("accept-ranges", "bytes");
    const std::string condition = request.header("if-range");
    const std::string range = request.header("range");
    if (range.empty() || request.method != "GET" || (!condition.empty() && condition != response.header("etag")))
        return;
    const std::optional<Part> part = readRange(range, size);
    if (!part)
        return;
    if (part->first > part->last) {
        response = problemAnswer(416, "range");
        response.headers["content-range"] = "bytes */" + std::to_string(size);
        return;
    }
    response.status = 206;
    response.headers["content-range"] =
        "bytes " + std::to_string(part->first) + '-' + std::to_string(part->last) + '/' + std::to_string(size);
    if (isBody) {
        response.body = response.body.substr(std::size_t(part->first), std::size_t(part->last - part->first + 1));
        return;
    }
    response.offset = part->first;
    response.length = part->last - part->first + 1;
}

long long announcedLength(const HttpResponse &response, long long fileSize, bool isHead)
{
    if (isHead && response.file.empty() && response.body.empty())
        return number(response.header("content-length")).value_or(-1);
    if (response.file.empty())
        return static_cast<long long>(response.body.size());
    const long long there = std::max(0LL, fileSize - response.offset);
    return response.length < 0 ? there : std::min(response.length, there);
}

bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

std::string answerHead(const HttpResponse &response, long long length, bool keepsAlive, Instant now)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head.append(reasonOf(response.status)).append("\r\n");
    const auto line = [&head](std::string_view name, std::string_view value) {
        if (isOneLine(name) && isOneLine(value))
            head.append(name).append(": ").append(value).append("\r\n");
    };
    line("date", httpDate(now));
    for (const auto &[name, value] : response.headers) {
        if (name != "content-length" && name != "connection" && name != "transfer-encoding" && name != "date")
            line(name, value);
    }
    if (!response.headers.contains("cache-control"))
        line("cache-control", "no-store");
    if (!response.headers.contains("x-content-type-options"))
        line("x-content-type-options", "nosniff");
    if (!isBodiless(response.status) && length >= 0)
        line("content-length", std::to_string(length));
    line("connection", keepsAlive ? "keep-alive" : "close");
    return head.append("\r\n");
}

HttpResponse problemAnswer(int status, std::string_view detail)
{
    ProblemType type = ProblemType::BadRequest;
    if (status == 413)
        type = ProblemType::TooLarge;
    else if (status == 503)
        type = ProblemType::Maintenance;
    else if (status == 507)
        type = ProblemType::StorageFull;
    else if (status >= 500 && status != 501 && status != 505)
        type = ProblemType::Internal;
    Problem problem = problemOf(type, std::string(detail));
    problem.status = status; // statuses of the carrier's own go by their class
    HttpResponse response;
    response.status = status;
    response.headers["content-type"] = "application/problem+json";
    response.body = wireText(problem);
    return response;
}

} // namespace zsb
