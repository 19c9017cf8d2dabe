#pragma once

#include <string_view>

namespace zsb {

/// The style sheet of the HTML report, for the screen and for A4.
[[nodiscard]] std::string_view htmlStyle();

} // namespace zsb
