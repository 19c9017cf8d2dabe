#include "core/server/ratelimits.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::size_t mostBuckets = 20'000;
constexpr std::chrono::minutes longAgo{10}; ///< by then every bucket is full again

} // namespace

bool RateLimits::take(const std::string &who, const Limit &limit, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() > mostBuckets)
        forget(now);
    const auto [found, isNew] = m_buckets.try_emplace(who, Bucket{limit.burst, now});
    Bucket &bucket = found->second;
    const double seconds = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
    bucket.left = std::min(limit.burst, bucket.left + seconds * limit.perSecond);
    bucket.at = std::max(bucket.at, now);
    if (bucket.left < 1)
        return false;
    bucket.left -= 1;
    return true;
}

void RateLimits::forget(Instant now)
{
    std::erase_if(m_buckets, [now](const auto &one) { return one.second.at + longAgo < now; });
}

} // namespace zsb
