#include "core/rules/evidence.h"

#include "core/base/text.h"

#include <cstdio>

namespace zsb {

std::string shown(std::string_view text)
{
    constexpr int limit = 40;
    std::string result;
    text = trimmed(text);
    for (int count = 0; !text.empty(); ++count) {
        if (count == limit)
            return result + "…";
        appendUtf8(result, takeCodePoint(text));
    }
    return result;
}

std::string shownFile(std::string_view path)
{
    return shown(path.substr(path.find_last_of("/\\") + 1));
}

bool isBlank(std::string_view text)
{
    if (text.empty())
        return true;
    // What can be trimmed away begins with one of these bytes; most texts begin with none of them.
    constexpr std::string_view leads = " \t\n\r\xC2\xE2\xE3\xEF";
    return leads.find(text.front()) != std::string_view::npos && trimmed(text).empty();
}

void addText(std::vector<Evidence> &evidence, std::string_view zhKey, std::string_view enKey, const Text &text)
{
    evidence.push_back({zhKey, text.zh});
    evidence.push_back({enKey, text.en});
}

Text joined(const std::vector<Text> &texts)
{
    Text all;
    for (const Text &text : texts) {
        all.zh += (all.zh.empty() ? "" : "、") + text.zh;
        all.en += (all.en.empty() ? "" : ", ") + text.en;
    }
    return all;
}

std::string joinedIds(const std::vector<std::string> &ids)
{
    std::string all;
    for (const std::string &id : ids) {
        if (!all.empty())
            all += ' ';
        all += id;
    }
    return all;
}

std::string codePointName(char32_t c)
{
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", unsigned(c));
    return name;
}

std::string_view codeOf(const Pack &pack, Field field, std::string_view given)
{
    const FieldInfo &info = pack.field(field);
    const CodeTable *table = info.table.empty() ? nullptr : pack.table(info.table);
    const Code *code = table ? table->find(given) : nullptr;
    return code ? std::string_view(code->code) : given;
}

} // namespace zsb
