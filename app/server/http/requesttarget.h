#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

/// The target of a request, decoded.
struct RequestTarget
{
    std::string path{};
    std::vector<std::pair<std::string, std::string>> query{};

    bool operator==(const RequestTarget &) const = default;
};

/// Takes `/path?name=value&…` apart. Strict, because whoever reads a path differently than its neighbour opens a door:
/// origin form only, no dot segments, no encoded `/`, no control characters, UTF-8. A `+` is a plus.
/// Errors: Invalid.
[[nodiscard]] Result<RequestTarget> readTarget(std::string_view target);

} // namespace zsb
