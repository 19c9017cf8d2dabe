#pragma once

#include "core/domain/application.h"

#include <string>
#include <vector>

namespace zsb {

/// `POST /v1/leases`: 领取 the next `count` free files of a scope, or these; again to extend; `release` hands back. A
/// lease is advice that keeps people off each other's files; versions are the guard (SYNC.md P.5).
struct LeaseRequest
{
    int count = 0;                      ///< next free ones
    std::vector<ApplicationId> files{}; ///< or these, to take or extend
    std::vector<ApplicationId> release{};
    int minutes = 30;
    std::string role{};               ///< as which the asker will review
    std::vector<std::string> types{}; ///< candidate types to take from; empty: any
    bool operator==(const LeaseRequest &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("count", &LeaseRequest::count), member("files", &LeaseRequest::files),
                          member("release", &LeaseRequest::release), member("minutes", &LeaseRequest::minutes),
                          member("role", &LeaseRequest::role), member("types", &LeaseRequest::types));
    }
};

struct Lease
{
    ApplicationId application{};
    Instant until{};
    bool operator==(const Lease &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("application", &Lease::application), required("until", &Lease::until));
    }
};

struct LeaseAnswer
{
    std::vector<Lease> leases{};        ///< held now by the asker, of those asked for
    std::vector<ApplicationId> taken{}; ///< asked for, and held by somebody else
    bool operator==(const LeaseAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("leases", &LeaseAnswer::leases), member("taken", &LeaseAnswer::taken));
    }
};

} // namespace zsb
