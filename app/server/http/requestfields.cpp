#include "app/server/http/requestfields.h"

#include "app/server/http/requesttarget.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace zsb {
namespace {

constexpr std::array<std::string_view, 7> methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
/// Those of which a list may come in several fields; of anything else a second one is an attempt at something.
constexpr std::array<std::string_view, 8> lists = {
    "accept", "accept-encoding", "accept-language", "cache-control", "connection", "if-none-match", "te", "via"};

std::string lower(std::string_view text)
{
    std::string folded(text);
    for (char &c : folded) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return folded;
}

bool hasControls(std::string_view value)
{
    return std::ranges::any_of(value,
                               [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

std::optional<std::uint64_t> plainLength(std::string_view value)
{
    constexpr std::size_t mostDigits = 18;
    std::uint64_t length = 0;
    const bool digits = !value.empty() && value.size() <= mostDigits &&
                        std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::from_chars(value.data(), value.data() + value.size(), length).ec != std::errc())
        return std::nullopt;
    return length;
}

/// A host name or address with or without a port; who it names is not judged here.
bool isHost(std::string_view value)
{
    return !value.empty() && std::ranges::all_of(value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(".-_:[]%").find(c) != std::string_view::npos;
    });
}

} // namespace

HttpFault RequestFields::line(std::string_view method, std::string_view target, int version)
{
    if (std::ranges::find(methods, method) == methods.end())
        return {501, "method"};
    if (target.size() > m_limits.targetBytes)
        return {414, "target"};
    Result<RequestTarget> read = readTarget(target);
    if (!read)
        return {400, read.error().detail};
    m_version = version;
    m_request.method = method;
    m_request.path = std::move(read->path);
    m_request.query = std::move(read->query);
    return {};
}

HttpFault RequestFields::field(std::string_view name, std::string_view value)
{
    if (++m_count > m_limits.fields)
        return {431, "fields"};
    if (hasControls(value))
        return {400, "control character in a field"};
    std::string key = lower(name);
    if (key == "content-length") {
        m_length = plainLength(value);
        if (!m_length)
            return {400, "content-length"};
    }
    if (key == "transfer-encoding" && lower(value) != "chunked")
        return {501, "transfer-encoding"};
    const bool isList = std::ranges::find(lists, key) != lists.end();
    const auto [place, fresh] = m_request.headers.try_emplace(std::move(key), value);
    if (fresh)
        return {};
    if (!isList && place->first != "cookie")
        return {400, "repeated field"};
    place->second.append(isList ? ", " : "; ").append(value);
    return {};
}

HttpFault RequestFields::end()
{
    constexpr int http11 = 11;
    const bool coded = m_request.headers.contains("transfer-encoding");
    const auto host = m_request.headers.find("host");
    if (host == m_request.headers.end() ? m_version == http11 : !isHost(host->second))
        return {400, "host"};
    if (coded && (m_version != http11 || m_length))
        return {400, "transfer-encoding"};
    const auto expect = m_request.headers.find("expect");
    if (expect != m_request.headers.end() && lower(expect->second) != "100-continue")
        return {417, "expect"};
    return {};
}

bool RequestFields::expectsContinue() const
{
    constexpr int http11 = 11;
    return m_version == http11 && m_request.headers.contains("expect");
}

} // namespace zsb
