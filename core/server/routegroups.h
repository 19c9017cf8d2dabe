#pragma once

#include "core/server/routes.h"

#include <span>

namespace zsb {

// One function a group; routes.cpp strings them together.
[[nodiscard]] std::span<const Route> healthRoutes(); ///< /v1/health, /v1/time
[[nodiscard]] std::span<const Route> opRoutes();     ///< /v1/ops:batch
[[nodiscard]] std::span<const Route> changeRoutes(); ///< /v1/changes

} // namespace zsb
