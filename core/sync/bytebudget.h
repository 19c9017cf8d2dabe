#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>

namespace zsb {

/// So many bytes a second may go one way. How large something is shows when it is here, so it is never cut short: the
/// next is let through when what came is paid for. While there is a limit, one is under way at a time.
class ByteBudget
{
public:
    /// 0: no limit. A new rate owes nothing for what was before.
    void setRate(std::int64_t bytesPerSecond);
    /// May one go out?
    [[nodiscard]] bool isOpen(Instant now) const;
    /// When one may; nothing: not before end().
    [[nodiscard]] std::optional<Instant> opensAt() const;
    void begin();
    /// The one that began at `began` is over. What the line took for it is not waited for again.
    void end(std::int64_t bytes, Instant began);

private:
    std::int64_t m_rate = 0;
    Instant m_paidAt{}; ///< everything let through is paid for then
    int m_underWay = 0;
};

} // namespace zsb
