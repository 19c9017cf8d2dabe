#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// Appends text that is well-formed as HTML and as XML, in content and in quoted attributes: marks are escaped, what
/// XML cannot hold becomes U+FFFD.
void appendHtml(std::string &html, std::string_view text);
[[nodiscard]] std::string htmlOf(std::string_view text);

/// 1234567 as people read it: 1,234,567.
[[nodiscard]] std::string groupedNumber(std::int64_t number);
/// A share of a whole with one digit behind the point, or nothing of nothing: 12.5%.
[[nodiscard]] std::string percentage(std::int64_t part, std::int64_t whole);

} // namespace zsb
