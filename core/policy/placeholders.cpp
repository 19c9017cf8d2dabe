#include "core/policy/placeholders.h"

#include <algorithm>
#include <string>

namespace zsb {

std::vector<Text> wrongPlaceholders(std::string_view text, Placeholders known)
{
    Text all{known.empty() ? "此处不填任何内容" : "可用：", known.empty() ? "nothing is filled in here" : "known: "};
    for (const std::string_view name : known) {
        const std::string written = (name == known.front() ? "{" : ", {") + std::string(name) + '}';
        all.zh += written;
        all.en += written;
    }
    std::vector<Text> problems;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) {
            problems.push_back({"“{”没有对应的“}”", "a \"{\" is not closed"});
            break;
        }
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (std::ranges::find(known, name) != known.end())
            continue;
        const std::string written(text.substr(open, close - open + 1));
        problems.push_back({"“" + written + "”无人填写；" + all.zh, "nobody fills in \"" + written + "\"; " + all.en});
    }
    return problems;
}

} // namespace zsb
