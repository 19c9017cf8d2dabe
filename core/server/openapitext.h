#pragma once

#include <string_view>

namespace zsb {

/// docs/api/openapi.json, put into the program when it is built.
[[nodiscard]] std::string_view openApiText();

} // namespace zsb
