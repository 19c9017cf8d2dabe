#pragma once

#include "app/server/metrics.h"
#include "core/protocol/http.h"
#include "core/server/serving.h"

namespace zsb {

[[nodiscard]] bool isMetricsRequest(const HttpRequest &request);

/// GET /metrics, for programs on this computer alone: behind a proxy the proxy's clients are who asks.
[[nodiscard]] HttpResponse metricsPage(const HttpRequest &request, const Metrics &metrics, const Reader &reader);

} // namespace zsb
