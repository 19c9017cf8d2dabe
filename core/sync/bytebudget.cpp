#include "core/sync/bytebudget.h"

#include <algorithm>

namespace zsb {

void ByteBudget::setRate(std::int64_t bytesPerSecond)
{
    const std::int64_t rate = std::max<std::int64_t>(0, bytesPerSecond);
    if (rate == m_rate)
        return;
    m_rate = rate;
    m_paidAt = {};
}

bool ByteBudget::isOpen(Instant now) const
{
    return m_rate == 0 || (m_underWay == 0 && now >= m_paidAt);
}

std::optional<Instant> ByteBudget::opensAt() const
{
    if (m_rate == 0)
        return Instant{};
    return m_underWay == 0 ? std::optional(m_paidAt) : std::nullopt;
}

void ByteBudget::begin()
{
    ++m_underWay;
}

void ByteBudget::end(std::int64_t bytes, Instant began)
{
    --m_underWay;
    if (m_rate > 0)
        m_paidAt = std::max(m_paidAt, began) + std::chrono::milliseconds(1000 * bytes / m_rate);
}

} // namespace zsb
