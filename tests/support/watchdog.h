#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <pthread.h>
#include <thread>

namespace zsb {

/// What of a time another program on the machine took away shows by the CPU time of the thread beside it.
[[nodiscard]] inline double cpuMs(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Knocks on the event loop of the thread it is made on every few milliseconds and keeps the longest time nobody
/// opened.
class Watchdog
{
public:
    /// In ms.
    struct Block
    {
        double wall = 0;
        double cpu = 0; ///< of the thread
    };

    Watchdog()
    {
        pthread_getcpuclockid(pthread_self(), &m_clock);
        m_thread = std::jthread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                knock();
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        });
    }

    /// The longest since the last time it was asked.
    [[nodiscard]] Block longest() { return {m_wall.exchange(0), m_cpu.exchange(0)}; }

private:
    void knock()
    {
        QElapsedTimer wall;
        wall.start();
        const auto opened = [this, wall, cpu = cpuMs(m_clock)] {
            m_wall = std::max<double>(m_wall, double(wall.nsecsElapsed()) / 1e6);
            m_cpu = std::max<double>(m_cpu, cpuMs(m_clock) - cpu);
        };
        QMetaObject::invokeMethod(&m_ear, opened, Qt::QueuedConnection);
    }

    QObject m_ear;
    clockid_t m_clock{};
    std::atomic<double> m_wall{0};
    std::atomic<double> m_cpu{0};
    std::jthread m_thread;
};

} // namespace zsb
