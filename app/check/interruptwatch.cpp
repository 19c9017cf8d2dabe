#include "app/check/interruptwatch.h"

#ifndef _WIN32
#include <csignal>
#include <ctime>
#endif

namespace zsb {

#ifdef _WIN32

InterruptWatch::InterruptWatch() = default;
InterruptWatch::~InterruptWatch() = default;

#else

namespace {

sigset_t watchedSignals()
{
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGINT);
    sigaddset(&watched, SIGTERM);
    return watched;
}

constexpr int pauses = 20; ///< after the first signal: one key press may send two, to the program and to its group

/// Waits for the first signal; then stays to let the next one, a second later, do what it always did.
void watch(const std::stop_token &over, std::stop_source &stop)
{
    constexpr timespec pause{.tv_sec = 0, .tv_nsec = 50'000'000};
    const sigset_t watched = watchedSignals();
    while (!over.stop_requested() && !stop.stop_requested()) {
        if (sigtimedwait(&watched, nullptr, &pause) > 0)
            stop.request_stop();
    }
    for (int i = 0; i < pauses && !over.stop_requested(); ++i) {
        if (sigtimedwait(&watched, nullptr, &pause) > 0)
            nanosleep(&pause, nullptr);
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, nullptr);
    while (!over.stop_requested())
        nanosleep(&pause, nullptr);
}

} // namespace

InterruptWatch::InterruptWatch()
{
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
    m_thread = std::jthread([this](const std::stop_token &over) { watch(over, m_stop); });
}

InterruptWatch::~InterruptWatch()
{
    m_thread.request_stop();
    m_thread.join();
    const sigset_t watched = watchedSignals();
    constexpr timespec atOnce{};
    while (sigtimedwait(&watched, nullptr, &atOnce) > 0) {
    } // the work is done: nothing is left to be ended
    pthread_sigmask(SIG_UNBLOCK, &watched, nullptr);
}

#endif

} // namespace zsb
