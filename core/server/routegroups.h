#pragma once

#include "core/server/routes.h"

#include <span>

namespace zsb {

// One function a group; routes.cpp strings them together.
[[nodiscard]] std::span<const Route> healthRoutes();       ///< /v1/health, /v1/time
[[nodiscard]] std::span<const Route> opRoutes();           ///< /v1/ops:batch
[[nodiscard]] std::span<const Route> changeRoutes();       ///< /v1/changes, /v1/reconcile, /v1/notices, :read
[[nodiscard]] std::span<const Route> applicationRoutes();  ///< /v1/applications, /v1/disputes, /v1/statistics
[[nodiscard]] std::span<const Route> leaseRoutes();        ///< /v1/leases
[[nodiscard]] std::span<const Route> blobRoutes();         ///< /v1/blobs
[[nodiscard]] std::span<const Route> uploadRoutes();       ///< /v1/uploads
[[nodiscard]] std::span<const Route> sessionRoutes();      ///< /v1/session, /v1/enrol
[[nodiscard]] std::span<const Route> auditRoutes();        ///< /v1/audit
[[nodiscard]] std::span<const Route> captureRoutes();      ///< /v1/captures, /c
[[nodiscard]] std::span<const Route> accountRoutes();      ///< /v1/accounts
[[nodiscard]] std::span<const Route> accountStaffRoutes(); ///< /v1/accounts:find, :assist, reclaim, reset
[[nodiscard]] std::span<const Route> paymentRoutes();      ///< /v1/payments, /pay
[[nodiscard]] std::span<const Route> taskRoutes();         ///< /v1/tasks
[[nodiscard]] std::span<const Route> ruleRoutes();         ///< /v1/rules

} // namespace zsb
