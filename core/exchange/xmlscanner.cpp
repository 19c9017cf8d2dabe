#include "core/exchange/xmlscanner.h"

#include "core/base/text.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace zsb {
namespace {

constexpr std::size_t initialBytes = std::size_t(256) << 10;
constexpr std::size_t longestToken = std::size_t(16) << 20;
constexpr std::string_view blanks = " \t\r\n";

Error malformed(std::string_view what)
{
    return {ErrorCode::Invalid, "xml: " + std::string(what)};
}

std::string_view withoutPrefix(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether a key is that name, with a prefix or without.
bool isNamed(std::string_view key, std::string_view name)
{
    return key.ends_with(name) && (key.size() == name.size() || key[key.size() - name.size() - 1] == ':');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void skipBlanks(std::string_view &text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
}

/// The code point of a reference without & and ;, or 0.
char32_t referenced(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        char32_t value;
    };
    static constexpr std::array<Named, 5> names = {
        {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
    for (const Named &known : names)
        if (known.name == name)
            return known.value;
    if (!name.starts_with('#'))
        return 0;
    const bool hex = name.starts_with("#x");
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return failed != std::errc() || end != name.data() + name.size() || value > 0x10FFFF || surrogate ? 0 : value;
}

} // namespace

XmlScanner::XmlScanner(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source)), m_buffer(initialBytes), m_rest(m_buffer.data(), 0)
{
}

/// Slides what is left to the front and reads more behind it.
Done XmlScanner::fill()
{
    const std::size_t left = m_rest.size();
    if (left > longestToken)
        return Error{ErrorCode::Refused, "xml: a token is longer than the limit"};
    std::memmove(m_buffer.data(), m_rest.data(), left);
    if (left * 2 > m_buffer.size())
        m_buffer.resize(m_buffer.size() * 2);
    const auto got = m_source->read(m_buffer.data() + left, m_buffer.size() - left);
    if (!got)
        return got.error();
    m_rest = {m_buffer.data(), left + *got};
    m_atEnd = *got == 0;
    return done();
}

/// Whether that many bytes are there, reading as needed.
Result<bool> XmlScanner::need(std::size_t bytes)
{
    while (m_rest.size() < bytes && !m_atEnd)
        if (const Done filled = fill(); !filled)
            return filled.error();
    return m_rest.size() >= bytes;
}

/// Where `mark` starts; Invalid when the document ends before.
Result<std::size_t> XmlScanner::find(std::string_view mark, std::size_t from)
{
    for (;;) {
        if (const std::size_t at = m_rest.find(mark, from); at != std::string_view::npos)
            return at;
        if (m_atEnd)
            return malformed("ends inside a token");
        if (const Done filled = fill(); !filled)
            return filled.error();
    }
}

/// Where the '>' of the tag at the front is, past any '>' inside attribute values.
Result<std::size_t> XmlScanner::findTagEnd()
{
    char open = 0;
    for (std::size_t at = 1;;) {
        for (; at < m_rest.size(); ++at) {
            const char c = m_rest[at];
            if (open != 0)
                open = c == open ? char(0) : open;
            else if (c == '>')
                return at;
            else if (c == '"' || c == '\'')
                open = c;
        }
        if (m_atEnd)
            return malformed("ends inside a token");
        if (const Done filled = fill(); !filled)
            return filled.error();
    }
}

Result<XmlScanner::Token> XmlScanner::next()
{
    if (m_pendingEnd) {
        m_pendingEnd = false;
        --m_depth;
        return Token::End;
    }
    for (;;) {
        const auto more = need(1);
        if (!more)
            return more.error();
        if (!std::exchange(m_started, true) && m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
        if (m_rest.empty())
            return m_depth == 0 ? Result(Token::AtEnd) : malformed("ends inside an element");
        if (m_rest.front() != '<') {
            const std::size_t at = m_rest.find('<');
            if (at != std::string_view::npos)
                return takeText(at, true);
            if (!m_atEnd) {
                if (const Done filled = fill(); !filled)
                    return filled.error();
                continue;
            }
            return takeText(m_rest.size(), true);
        }
        const auto token = takeMarkup();
        if (!token)
            return token.error();
        if (*token)
            return **token;
    }
}

std::optional<PlainCell> XmlScanner::takePlainCell()
{
    std::optional<PlainCell> cell = m_pendingEnd ? std::nullopt : plainCellAt(m_rest);
    if (cell)
        m_rest.remove_prefix(cell->length);
    return cell;
}

Result<XmlScanner::Token> XmlScanner::takeText(std::size_t length, bool resolve)
{
    const std::string_view raw = m_rest.substr(0, length);
    if (m_depth == 0 && raw.find_first_not_of(blanks) != std::string_view::npos)
        return malformed("text outside the document");
    m_rest.remove_prefix(length);
    m_text = raw;
    if (resolve && raw.find('&') != std::string_view::npos) {
        const auto text = resolved(raw);
        if (!text)
            return text.error();
        m_text = *text;
    }
    return Token::Text;
}

/// What starts with '<' at the front; nothing for comments and instructions.
Result<std::optional<XmlScanner::Token>> XmlScanner::takeMarkup()
{
    if (const auto ready = need(9); !ready) // of the longest mark, <![CDATA[
        return ready.error();
    if (m_rest.size() > 1 && m_rest[1] != '?' && m_rest[1] != '!') {
        const auto tag = takeTag();
        return tag ? Result(std::optional(*tag)) : tag.error();
    }
    const auto skipPast = [this](std::string_view mark) -> Result<std::optional<Token>> {
        const auto end = find(mark, 2);
        if (!end)
            return end.error();
        m_rest.remove_prefix(*end + mark.size());
        return std::optional<Token>();
    };
    if (m_rest.starts_with("<?"))
        return skipPast("?>");
    if (m_rest.starts_with("<!--"))
        return skipPast("-->");
    if (m_rest.starts_with("<![CDATA[")) {
        const auto end = find("]]>", 9);
        if (!end)
            return end.error();
        m_rest.remove_prefix(9);
        const auto text = takeText(*end - 9, false);
        m_rest.remove_prefix(3);
        return text ? Result(std::optional(*text)) : text.error();
    }
    if (m_rest.starts_with("<!"))
        return tableError(TableFault::Declaration, "xml: a document type declaration");
    const auto tag = takeTag();
    return tag ? Result(std::optional(*tag)) : tag.error();
}

Result<XmlScanner::Token> XmlScanner::takeTag()
{
    const auto end = findTagEnd();
    if (!end)
        return end.error();
    std::string_view tag = m_rest.substr(1, *end - 1);
    m_rest.remove_prefix(*end + 1);
    const bool closing = tag.starts_with('/');
    if (closing)
        tag.remove_prefix(1);
    const bool empty = !closing && tag.ends_with('/');
    if (empty)
        tag.remove_suffix(1);
    const std::size_t nameEnd = std::min(tag.find_first_of(blanks), tag.size());
    m_name = withoutPrefix(tag.substr(0, nameEnd));
    m_attributes = tag.substr(nameEnd);
    if (m_name.empty() || (closing && m_depth == 0))
        return malformed("a tag out of place");
    if (closing) {
        --m_depth;
        return Token::End;
    }
    ++m_depth;
    m_pendingEnd = empty;
    return Token::Start;
}

std::optional<std::string_view> XmlScanner::attribute(std::string_view name)
{
    std::string_view rest = m_attributes;
    for (;;) {
        skipBlanks(rest);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos)
            return std::nullopt;
        std::string_view key = rest.substr(0, equals);
        while (!key.empty() && isBlank(key.back()))
            key.remove_suffix(1);
        rest.remove_prefix(equals + 1);
        skipBlanks(rest);
        const std::size_t close = rest.empty() ? std::string_view::npos : rest.find(rest.front(), 1);
        if (close == std::string_view::npos)
            return std::nullopt;
        const std::string_view raw = rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
        if (!isNamed(key, name))
            continue;
        if (raw.find('&') == std::string_view::npos)
            return raw;
        const auto value = resolved(raw);
        if (!value)
            return std::nullopt;
        m_value.assign(*value);
        return m_value;
    }
}

Result<std::string_view> XmlScanner::resolved(std::string_view raw)
{
    m_scratch.clear();
    for (std::size_t at = 0; (at = raw.find('&')) != std::string_view::npos;) {
        m_scratch.append(raw.substr(0, at));
        const std::size_t end = raw.find(';', at);
        const char32_t c = end == std::string_view::npos ? 0 : referenced(raw.substr(at + 1, end - at - 1));
        if (c == 0)
            return malformed("an unknown reference");
        appendUtf8(m_scratch, c);
        raw.remove_prefix(end + 1);
    }
    m_scratch.append(raw);
    return std::string_view(m_scratch);
}

Done XmlScanner::readText(std::string &text, std::string_view without)
{
    for (int depth = 1, omitted = 0; depth > 0;) {
        const auto token = next();
        if (!token)
            return token.error();
        switch (*token) {
        case Token::Start:
            ++depth;
            omitted += omitted > 0 || m_name == without ? 1 : 0;
            break;
        case Token::End:
            --depth;
            omitted -= omitted > 0 ? 1 : 0;
            break;
        case Token::Text:
            if (omitted == 0)
                text.append(m_text);
            break;
        case Token::AtEnd:
            return malformed("ends inside an element");
        }
    }
    return done();
}

} // namespace zsb
