#pragma once

#include "core/domain/jsonmembers.h"

#include <compare>
#include <string>
#include <tuple>

namespace zsb {

/// A file somebody wants to look at.
struct Fetch
{
    std::string sha256{};
    bool preview = false; ///< small enough for a list; kept nowhere

    auto operator<=>(const Fetch &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("sha256", &Fetch::sha256), member("preview", &Fetch::preview));
    }
};

} // namespace zsb
