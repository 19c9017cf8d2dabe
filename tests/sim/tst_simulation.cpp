#include "tests/sim/simulation.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::sim;

namespace {

constexpr int threads = 2;
#ifdef ZSB_SANITIZED
constexpr std::uint64_t usualSeeds = 100; // memory goes wrong on a path, not on a schedule
#else
constexpr std::uint64_t usualSeeds = 2'000; // SYNC.md D5: for every commit
#endif

struct Totals
{
    std::mutex mutex;
    std::vector<SimResult> broken;
    std::int64_t ops = 0;
    std::int64_t requests = 0;
    std::int64_t crashes = 0;
    std::int64_t restores = 0;
    std::int64_t contested = 0;

    void add(const SimResult &result)
    {
        const std::scoped_lock lock(mutex);
        ops += result.ops;
        requests += result.requests;
        crashes += result.crashes;
        restores += result.restores;
        contested += result.contested;
        if (!result.isGood())
            broken.push_back(result);
    }
};

void runSeeds(std::uint64_t first, std::uint64_t count, Totals &totals)
{
    std::atomic<std::uint64_t> next{0};
    const auto work = [&] {
        const SimWorld world;
        Simulation simulation(world);
        for (std::uint64_t at = next++; at < count; at = next++)
            totals.add(simulation.run(first + at));
    };
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back(work);
    for (std::thread &one : all)
        one.join();
}

std::uint64_t numberFrom(const char *variable, std::uint64_t otherwise)
{
    bool ok = false;
    const qulonglong number = qEnvironmentVariable(variable).toULongLong(&ok);
    return ok ? number : otherwise;
}

} // namespace

/// SYNC.md D5: the real engine, the real stores and the real server; only clock, line and disk are made up.
/// ZSB_SIM_SEEDS=n runs so many schedules, ZSB_SIM_FIRST=s begins with that seed.
class TestSimulation : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedIsTheSameSchedule();
    void everyScheduleKeepsEveryPromise();
};

void TestSimulation::theSameSeedIsTheSameSchedule()
{
    const SimWorld world;
    Simulation one(world);
    const SimResult first = one.run(7);
    static_cast<void>(one.run(8));
    const SimResult again = one.run(7);
    QCOMPARE(again.requests, first.requests);
    QCOMPARE(again.ops, first.ops);
    QCOMPARE(again.contested, first.contested);
}

void TestSimulation::everyScheduleKeepsEveryPromise()
{
    const std::uint64_t count = numberFrom("ZSB_SIM_SEEDS", usualSeeds);
    const std::uint64_t first = numberFrom("ZSB_SIM_FIRST", 1);
    Totals totals;
    QElapsedTimer timer;
    timer.start();
    runSeeds(first, count, totals);
    std::printf("%llu schedules from seed %llu: %lld ops, %lld requests, %lld crashes, %lld restores, %lld contested, "
                "%.1f s\n",
                static_cast<unsigned long long>(count), static_cast<unsigned long long>(first),
                static_cast<long long>(totals.ops), static_cast<long long>(totals.requests),
                static_cast<long long>(totals.crashes), static_cast<long long>(totals.restores),
                static_cast<long long>(totals.contested), double(timer.elapsed()) / 1000);
    for (const SimResult &result : totals.broken)
        std::printf("seed %llu: %s (%s)\n", static_cast<unsigned long long>(result.seed), result.broken.c_str(),
                    result.where.c_str());
    QVERIFY2(totals.broken.empty(), "seeds above");
    QVERIFY(totals.contested > 0);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
