#pragma once

#include <string_view>

namespace zsb {

/// resources/pay/pay.html, put into the program when it is built.
[[nodiscard]] std::string_view payText();

} // namespace zsb
