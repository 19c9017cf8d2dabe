#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// `2021` of `2021-09` or `2021-09-30`; empty of anything shorter.
[[nodiscard]] inline std::string yearOf(std::string_view date)
{
    return std::string(date.size() >= 7 ? date.substr(0, 4) : std::string_view());
}

/// `9` of `2021-09`; empty of anything shorter.
[[nodiscard]] inline std::string monthOf(std::string_view date)
{
    if (date.size() < 7)
        return {};
    return std::string(date[5] == '0' ? date.substr(6, 1) : date.substr(5, 2));
}

/// `3` of `2021-09-03`; empty of anything shorter.
[[nodiscard]] inline std::string dayOf(std::string_view date)
{
    if (date.size() < 10)
        return {};
    return std::string(date[8] == '0' ? date.substr(9, 1) : date.substr(8, 2));
}

/// `2021年9月` of `2021-09`, `2021年9月30日` of `2021-09-30`; empty of anything shorter.
[[nodiscard]] inline std::string chineseDay(std::string_view date)
{
    if (date.size() < 7)
        return {};
    std::string text = yearOf(date) + "年" + monthOf(date) + "月";
    return date.size() >= 10 ? text + dayOf(date) + "日" : text;
}

} // namespace zsb
