#include "core/policy/jsontree.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

constexpr int deepest = 64;

/// Recursive descent over the text; stops at the first error.
class JsonReader
{
public:
    explicit JsonReader(std::string_view text) : m_rest(text) {}

    JsonReading read()
    {
        JsonReading reading;
        skipBlanks();
        reading.ok = value(reading.root, 0);
        if (reading.ok) {
            skipBlanks();
            reading.ok =
                m_rest.empty() || fail({"JSON 之后还有多余内容", "there is more after the end of the JSON value"});
        }
        reading.line = m_line;
        reading.problem = m_problem;
        return reading;
    }

private:
    bool fail(Text problem)
    {
        m_problem = std::move(problem);
        return false;
    }

    void skipBlanks()
    {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
                return;
            m_line += c == '\n' ? 1 : 0;
            m_rest.remove_prefix(1);
        }
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool word(std::string_view expected)
    {
        if (!m_rest.starts_with(expected))
            return false;
        m_rest.remove_prefix(expected.size());
        return true;
    }

    bool value(JsonNode &node, int depth)
    {
        skipBlanks();
        node.line = m_line;
        if (depth > deepest)
            return fail({"嵌套过深", "nested too deeply"});
        if (m_rest.empty())
            return fail({"文件提前结束", "the file ends early"});
        switch (m_rest.front()) {
        case '{':
            return object(node, depth);
        case '[':
            return array(node, depth);
        case '"':
            node.kind = JsonNode::Kind::String;
            return string(node.string);
        case 't':
        case 'f':
        case 'n':
            return literal(node);
        }
        return number(node);
    }

    bool literal(JsonNode &node)
    {
        if (word("null"))
            return true;
        node.kind = JsonNode::Kind::Boolean;
        node.boolean = m_rest.front() == 't';
        return word("true") || word("false") || fail({"不认识的词", "unknown word"});
    }

    bool object(JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::Object;
        m_rest.remove_prefix(1);
        if (take('}'))
            return true;
        do {
            skipBlanks();
            JsonNode member;
            if (m_rest.empty() || m_rest.front() != '"' || !string(member.key))
                return fail({"此处应为带引号的键", "a quoted key is expected here"});
            if (node.member(member.key))
                return fail({"键“" + member.key + "”重复", "the key \"" + member.key + "\" occurs twice"});
            if (!take(':'))
                return fail({"此处应为冒号", "a colon is expected here"});
            if (!value(member, depth + 1))
                return false;
            node.items.push_back(std::move(member));
        } while (take(','));
        return take('}') || fail({"此处应为逗号或 }", "a comma or } is expected here"});
    }

    bool array(JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::Array;
        m_rest.remove_prefix(1);
        if (take(']'))
            return true;
        do {
            if (!value(node.items.emplace_back(), depth + 1))
                return false;
        } while (take(','));
        return take(']') || fail({"此处应为逗号或 ]", "a comma or ] is expected here"});
    }

    bool string(std::string &text)
    {
        m_rest.remove_prefix(1);
        while (!m_rest.empty() && m_rest.front() != '"') {
            const char c = m_rest.front();
            if (static_cast<unsigned char>(c) < 0x20)
                return fail({"文本中有换行或控制字符", "a line break or control character inside a text"});
            m_rest.remove_prefix(1);
            if (c != '\\')
                text += c;
            else if (!escape(text))
                return fail({"错误的转义", "a broken escape"});
        }
        if (m_rest.empty())
            return fail({"文本缺少结束引号", "a text lacks its closing quote"});
        m_rest.remove_prefix(1);
        return true;
    }

    bool escape(std::string &text)
    {
        static constexpr std::string_view names = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (m_rest.empty())
            return false;
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (const auto at = names.find(c); at != std::string_view::npos) {
            text += meanings[at];
            return true;
        }
        char32_t unit = 0;
        if (c != 'u' || !hex(unit))
            return false;
        if (unit >= 0xD800 && unit < 0xDC00) {
            char32_t low = 0;
            if (!word("\\u") || !hex(low) || low < 0xDC00 || low > 0xDFFF)
                return false;
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
        appendUtf8(text, unit);
        return true;
    }

    bool hex(char32_t &unit)
    {
        std::uint32_t value = 0;
        if (m_rest.size() < 4)
            return false;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + 4, value, 16);
        if (error != std::errc{} || end != m_rest.data() + 4)
            return false;
        unit = value;
        m_rest.remove_prefix(4);
        return true;
    }

    bool number(JsonNode &node)
    {
        const auto length = std::min(m_rest.find_first_not_of("+-0123456789.eE"), m_rest.size());
        const std::string_view digits = m_rest.substr(0, length);
        const char *const last = digits.data() + digits.size();
        const auto [end, error] = std::from_chars(digits.data(), last, node.number);
        if (digits.empty() || error != std::errc{} || end != last)
            return fail({"此处应为一个值", "a value is expected here"});
        const auto whole = std::from_chars(digits.data(), last, node.integer);
        const bool isInteger = whole.ec == std::errc{} && whole.ptr == last;
        node.kind = isInteger ? JsonNode::Kind::Integer : JsonNode::Kind::Number;
        m_rest.remove_prefix(length);
        return true;
    }

    std::string_view m_rest;
    int m_line = 1;
    Text m_problem;
};

} // namespace

const JsonNode *JsonNode::member(std::string_view name) const
{
    const auto at = std::ranges::find(items, name, &JsonNode::key);
    return kind == Kind::Object && at != items.end() ? &*at : nullptr;
}

std::string elementName(const JsonNode &element, std::size_t number)
{
    for (const std::string_view key : {"id", "code", "field", "rule"}) {
        const JsonNode *member = element.member(key);
        if (member && member->kind == JsonNode::Kind::String && !member->string.empty())
            return member->string;
    }
    return std::to_string(number);
}

int lineOf(const JsonNode &node, std::string_view key)
{
    const JsonNode *next = nullptr;
    std::size_t taken = 0; // of the key; ids hold dots, so the longest name that fits is meant
    for (std::size_t number = 1; const JsonNode &item : node.items) {
        const std::string name = node.kind == JsonNode::Kind::Array ? elementName(item, number++) : item.key;
        const bool fits = key.starts_with(name) && (key.size() == name.size() || key[name.size()] == '.');
        if (fits && name.size() > taken) {
            next = &item;
            taken = name.size();
        }
    }
    return next ? lineOf(*next, key.substr(std::min(taken + 1, key.size()))) : node.line;
}

JsonReading readJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!isValidUtf8(text))
        return {.root = {}, .ok = false, .line = 0, .problem = {"不是 UTF-8 编码", "not UTF-8"}};
    return JsonReader(text).read();
}

} // namespace zsb
