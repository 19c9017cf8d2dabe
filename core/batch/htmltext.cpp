#include "core/batch/htmltext.h"

#include "core/base/text.h"

namespace zsb {
namespace {

bool isXml(char32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n';
    return c != 0x7F && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

} // namespace

void appendHtml(std::string &html, std::string_view text)
{
    while (!text.empty()) {
        const char32_t c = takeCodePoint(text);
        if (c == '&')
            html += "&amp;";
        else if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '"')
            html += "&quot;";
        else if (c == '\'')
            html += "&#39;";
        else if (c == '\r')
            html += ' ';
        else
            appendUtf8(html, isXml(c) ? c : U'\uFFFD');
    }
}

std::string htmlOf(std::string_view text)
{
    std::string html;
    appendHtml(html, text);
    return html;
}

std::string groupedNumber(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;)
        digits.insert(at -= 3, ",");
    return digits;
}

std::string percentage(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return {};
    const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + '%';
}

} // namespace zsb
