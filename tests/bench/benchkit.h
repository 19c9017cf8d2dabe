#pragma once

#include "tests/support/watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

namespace zsb {

inline double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

inline void say(const QString &name, double value)
{
    QTextStream(stdout) << name << u' ' << QString::number(value, 'f', 2) << u'\n';
}

/// Time by the clock and of this thread's CPU since it was made, in ms.
class Stopwatch
{
public:
    Stopwatch() { m_wall.start(); }
    [[nodiscard]] double wall() const { return double(m_wall.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double cpu() const { return cpuMs(CLOCK_THREAD_CPUTIME_ID) - m_cpu; }

private:
    QElapsedTimer m_wall;
    double m_cpu = cpuMs(CLOCK_THREAD_CPUTIME_ID);
};

/// Many times of the same thing.
class Times
{
public:
    void add(const Stopwatch &watch)
    {
        m_wall.push_back(watch.wall());
        m_cpu.push_back(watch.cpu());
    }
    /// `name-p50`, `-p95`, `-max` by the clock, `-cpu` the 95th percentile of the window's thread alone.
    void say(const QString &name)
    {
        zsb::say(name + QStringLiteral("-p50"), at(m_wall, 0.5));
        zsb::say(name + QStringLiteral("-p95"), at(m_wall, 0.95));
        zsb::say(name + QStringLiteral("-max"), at(m_wall, 1));
        zsb::say(name + QStringLiteral("-cpu"), at(m_cpu, 0.95));
    }

private:
    static double at(std::vector<double> &taken, double share)
    {
        std::ranges::sort(taken);
        return taken.at(std::size_t(share * double(taken.size() - 1)));
    }

    std::vector<double> m_wall;
    std::vector<double> m_cpu;
};

/// Runs the event loop until something is so. Sleeps in between: the watchdog wakes it.
template<typename Condition>
bool until(Condition condition)
{
    QElapsedTimer patience;
    patience.start();
    while (!condition() && patience.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    return condition();
}

/// `block-NAME` and `block-NAME-cpu`: the longest block of the window since the last time, in ms.
inline void sayBlock(Watchdog &watchdog, const QString &name)
{
    const Watchdog::Block block = watchdog.longest();
    say(QStringLiteral("block-") + name, block.wall);
    say(QStringLiteral("block-%1-cpu").arg(name), block.cpu);
}

} // namespace zsb
