#include "core/server/routes.h"

#include "core/server/routegroups.h"

namespace zsb {
namespace {

/// Takes the next piece between slashes.
std::string_view takePiece(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view piece = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return piece;
}

bool matches(std::string_view pattern, std::string_view path, std::map<std::string, std::string, std::less<>> &found)
{
    found.clear();
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = takePiece(pattern);
        const std::string_view given = takePiece(path);
        if (wanted.starts_with('{') && !given.empty())
            found.emplace(wanted.substr(1, wanted.size() - 2), given);
        else if (wanted != given)
            return false;
    }
    return pattern.empty() && path.empty();
}

} // namespace

std::vector<Route> allRoutes()
{
    std::vector<Route> all;
    for (const std::span<const Route> group :
         {healthRoutes(), opRoutes(), changeRoutes(), applicationRoutes(), leaseRoutes(), blobRoutes(), uploadRoutes(),
          sessionRoutes(), auditRoutes(), captureRoutes(), accountRoutes(), accountStaffRoutes(), paymentRoutes(),
          taskRoutes(), ruleRoutes()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

RouteMatch matchRoute(std::span<const Route> routes, std::string_view method, std::string_view path)
{
    RouteMatch match;
    if (path.size() > 1 && path.ends_with('/'))
        return match;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const Route &route : routes) {
        if (!matches(route.pattern, path, match.path))
            continue;
        if (route.method == method || route.method == wanted) {
            match.route = &route;
            return match;
        }
        match.allowed += match.allowed.empty() ? "" : ", ";
        match.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    match.path.clear();
    return match;
}

} // namespace zsb
