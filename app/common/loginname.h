#pragma once

#include <string>

namespace zsb {

/// The name this user is known by on this computer; empty when nothing tells it.
[[nodiscard]] std::string loginName();

} // namespace zsb
