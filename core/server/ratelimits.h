#pragma once

#include "core/base/clock.h"

#include <map>
#include <mutex>
#include <string>

namespace zsb {

/// How fast one person or address may ask: so many at once, then so many a second. In memory, of this process. Any
/// thread.
class RateLimits
{
public:
    struct Limit
    {
        double perSecond = 20;
        double burst = 100;
    };

    /// Whether one more is allowed.
    [[nodiscard]] bool take(const std::string &who, const Limit &limit, Instant now);

private:
    struct Bucket
    {
        double left = 0;
        Instant at{};
    };
    void forget(Instant now);

    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace zsb
