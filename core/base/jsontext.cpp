#include "core/base/jsontext.h"

#include "core/base/text.h"

#include <charconv>
#include <cmath>

namespace zsb {
namespace {

bool isPlain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

void appendEscaped(std::string &json, char32_t c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    case 0x2028: // lawful in JSON, but ends a line for some readers of line-by-line files
    case 0x2029:
        json += c == 0x2028 ? "\\u2028" : "\\u2029";
        return;
    }
    if (c < 0x20) {
        json += "\\u00";
        json += digits[c >> 4];
        json += digits[c & 15];
        return;
    }
    appendUtf8(json, c);
}

} // namespace

void appendJsonString(std::string &json, std::string_view text)
{
    json += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && isPlain(static_cast<unsigned char>(text[plain])))
            ++plain;
        json.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (!text.empty())
            appendEscaped(json, takeCodePoint(text));
    }
    json += '"';
}

void appendJsonNumber(std::string &json, std::int64_t value)
{
    char text[24];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    json.append(text, end);
}

void appendJsonNumber(std::string &json, double value)
{
    if (!std::isfinite(value)) {
        json += "null";
        return;
    }
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    json.append(text, end);
}

void appendJsonMember(std::string &json, std::string_view name, std::string_view text)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonString(json, text);
}

void appendJsonMember(std::string &json, std::string_view name, std::int64_t number)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonNumber(json, number);
}

} // namespace zsb
