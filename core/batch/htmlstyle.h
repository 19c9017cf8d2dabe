#pragma once

#include <string_view>

namespace zsb {

/// The style sheet of the HTML reports, of tables as of pictures: for a light or dark screen, and for A4.
[[nodiscard]] std::string_view htmlStyle();

} // namespace zsb
