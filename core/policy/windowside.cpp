#include "core/policy/windowside.h"

namespace zsb {

WindowSide sideOf(const Window &window, Instant instant, std::chrono::minutes offset)
{
    const Instant second = std::chrono::floor<std::chrono::seconds>(instant);
    if (second < window.from)
        return WindowSide::Before;
    if (second > window.to)
        return WindowSide::After;
    const Instant local = second + offset;
    const auto ofDay = local - std::chrono::floor<std::chrono::days>(local);
    const bool isOpen =
        ofDay >= std::chrono::minutes(window.dailyFrom) && ofDay <= std::chrono::minutes(window.dailyTo);
    return isOpen ? WindowSide::Inside : WindowSide::Hours;
}

} // namespace zsb
