#pragma once

#include "core/base/calendar.h"

#include <optional>
#include <string_view>

namespace zsb {

/// A date as people and programs write it: 2023.6, 2023/6/30, 2023年6月30日, 二〇二三年六月, 20230630, 202306, 45107.
struct WrittenDate
{
    std::optional<Day> month; ///< its first day; none when the text is no date
    std::optional<Day> day;   ///< none when only a month is written
    bool isSerial = false;    ///< the number of a day, as spreadsheets count them
    bool ambiguous = false;   ///< 2023.1: January, or October with its zero lost; then nothing else is set
};

/// Years 1900 to 2099. Years of two digits, and days and months in doubtful order, are no dates.
[[nodiscard]] WrittenDate readWrittenDate(std::string_view text, bool serialsFrom1904);

} // namespace zsb
