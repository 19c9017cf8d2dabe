#pragma once

#include "core/protocol/http.h"

namespace zsb {

/// A problem for a candidate who followed a link with a browser (A1.6.1, A1.7.1): the same status with a page of both
/// languages that says what is wrong and who helps. Whoever does not read pages (`Accept` names no text/html) gets the
/// problem as it is.
[[nodiscard]] HttpResponse problemFor(const HttpRequest &request, HttpResponse problem);

} // namespace zsb
