#pragma once

#include <stop_token>
#include <thread>

namespace zsb {

/// Turns an interrupt from the keyboard (SIGINT) or a request to end (SIGTERM) into a stop that the work under way sees
/// between two pieces, so that it can finish what it writes. A second one ends the program at once, unless it comes
/// within a second: one key press may send two. Make it before other threads are started: they inherit that these
/// signals are not theirs. On Windows it watches nothing.
class InterruptWatch
{
public:
    InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;
    ~InterruptWatch();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_thread;
};

} // namespace zsb
