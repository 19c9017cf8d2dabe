#pragma once

#include <string_view>

namespace zsb {

/// resources/capture/capture.html, put into the program when it is built.
[[nodiscard]] std::string_view captureText();

} // namespace zsb
