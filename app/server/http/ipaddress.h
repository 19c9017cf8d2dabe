#pragma once

#include <string>

namespace zsb {

/// An IP address as connections name it; empty: it is none.
[[nodiscard]] std::string ipAddressText(const std::string &text);

} // namespace zsb
