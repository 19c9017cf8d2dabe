#include "app/server/http/requesttarget.h"

#include "core/base/text.h"

#include <algorithm>
#include <optional>

namespace zsb {
namespace {

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return std::nullopt;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Nothing for a broken escape, one of `forbidden`, a control character or what is no UTF-8.
std::optional<std::string> decoded(std::string_view text, std::string_view forbidden)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const auto high = hexDigit(text[i + 1]);
            const auto low = hexDigit(text[i + 2]);
            if (!high || !low)
                return std::nullopt;
            c = char(*high * 16 + *low);
            if (forbidden.find(c) != std::string_view::npos)
                return std::nullopt;
            i += 2;
        }
        if (isControl(c))
            return std::nullopt;
        plain += c;
    }
    return isValidUtf8(plain) ? std::optional(std::move(plain)) : std::nullopt;
}

bool hasDotSegment(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::string_view segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..")
            return true;
        path.remove_prefix(segment.size());
    }
    return false;
}

std::optional<std::pair<std::string, std::string>> readPair(std::string_view text)
{
    const std::size_t equals = text.find('=');
    auto name = decoded(text.substr(0, equals), {});
    auto value = decoded(equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1), {});
    if (!name || !value)
        return std::nullopt;
    return std::pair(std::move(*name), std::move(*value));
}

} // namespace

Result<RequestTarget> readTarget(std::string_view target)
{
    if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos ||
        target.find('\\') != std::string_view::npos)
        return Error{ErrorCode::Invalid, "the target is no path"};
    const std::size_t mark = target.find('?');
    auto path = decoded(target.substr(0, mark), "/\\");
    if (!path || hasDotSegment(*path))
        return Error{ErrorCode::Invalid, "the path is not plain"};
    RequestTarget read{.path = std::move(*path), .query = {}};
    std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        if (one.empty())
            continue;
        auto pair = readPair(one);
        if (!pair)
            return Error{ErrorCode::Invalid, "the query is not plain"};
        read.query.push_back(std::move(*pair));
    }
    return read;
}

} // namespace zsb
