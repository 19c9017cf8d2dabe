#pragma once

#include "tests/server/twoareas.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Whose a route's answers are.
enum class Reach
{
    Anyone,   ///< no token is asked for; what is behind a link or a password needs the link or the password
    Person,   ///< of whoever asks, or of nobody
    Owner,    ///< of whoever began it, whatever their role
    File,     ///< of one file
    Ops,      ///< of one file each, with an answer each
    Area,     ///< of all files of an area
    Province, ///< of all files there are
    Office,   ///< of a role, in every area: accounts are of people, not of files
};

/// A route, and what is asked there about a side by somebody with a role.
struct RouteRow
{
    std::string_view method;
    std::string_view pattern;
    Reach reach;
    std::string (*body)(const Side &side, const std::string &role, const std::string &epoch) = nullptr;

    /// The pattern with what the side has in it.
    [[nodiscard]] std::string path(const Side &side) const;
};

/// One row for every route of the service.
[[nodiscard]] const std::vector<RouteRow> &scopeTable();

} // namespace zsb
