#pragma once

#include "core/server/call.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// One endpoint. To add a group of them: a file `<subject>routes.cpp` with its handlers and its table, its line in
/// routegroups.h and routes.cpp, its paths in docs/api/openapi.yaml (a test compares the two).
struct Route
{
    std::string_view method;     ///< GET also answers HEAD, without the body
    std::string_view pattern;    ///< `/v1/blobs/{sha256}`
    std::optional<Verb> needs{}; ///< somewhere; what a single file needs is looked at by the handler
    bool anyone = false;         ///< without a token
    bool writes = false;         ///< may answer with a job: fed by the queue in front of the writer
    bool streams = false;        ///< the body comes as a file
    long long maxBody = 0;
    Answer (*handler)(const Call &, Reader &) = nullptr;
};

/// Every route there is, group after group.
[[nodiscard]] std::vector<Route> allRoutes();

/// Which route takes a request, known as soon as its head is there.
struct RouteMatch
{
    const Route *route = nullptr; ///< null: none
    std::string allowed{};        ///< the methods that path has, when it has others: `GET, HEAD, POST`
    std::map<std::string, std::string, std::less<>> path{};
};
[[nodiscard]] RouteMatch matchRoute(std::span<const Route> routes, std::string_view method, std::string_view path);

} // namespace zsb
