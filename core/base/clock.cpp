#include "core/base/clock.h"

namespace zsb {

Clock systemClock()
{
    return [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
}

} // namespace zsb
