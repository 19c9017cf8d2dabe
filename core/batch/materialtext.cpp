#include "core/batch/materialtext.h"

#include "core/base/text.h"

namespace zsb {
namespace {

struct Cut
{
    std::size_t at = std::string_view::npos;
    std::size_t length = 0;
};

/// The first of two spellings of a separator.
Cut findEither(std::string_view text, std::string_view narrow, std::string_view wide)
{
    const std::size_t n = text.find(narrow);
    const std::size_t w = text.substr(0, n).find(wide);
    return n <= w ? Cut{n, narrow.size()} : Cut{w, wide.size()};
}

} // namespace

std::vector<MaterialEntry> parseMaterials(std::string_view text)
{
    std::vector<MaterialEntry> entries;
    parseMaterials(text, entries);
    return entries;
}

void parseMaterials(std::string_view text, std::vector<MaterialEntry> &entries)
{
    entries.clear();
    while (!text.empty()) {
        const Cut end = findEither(text, ";", "；");
        const std::string_view entry = trimmed(text.substr(0, end.at));
        text = end.at == std::string_view::npos ? std::string_view() : text.substr(end.at + end.length);
        if (entry.empty())
            continue;
        const Cut equals = findEither(entry, "=", "＝");
        if (equals.at == std::string_view::npos)
            entries.push_back({.slot = {}, .file = entry});
        else
            entries.push_back({.slot = trimmed(entry.substr(0, equals.at)),
                               .file = trimmed(entry.substr(equals.at + equals.length))});
    }
}

} // namespace zsb
