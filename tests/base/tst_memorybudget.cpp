#include "core/base/memorybudget.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace zsb;

/// Issue 4: a run with many jobs shares one budget of memory, and nobody waits for ever.
class TestMemoryBudget : public QObject
{
    Q_OBJECT

private slots:
    void whatIsGivenBackIsTakenAgain();
    void whoeverNeedsMoreThanThereIsGetsItAllAlone();
    void aShareIsGivenBackOnce();
    void manyThreadsNeverHoldMoreThanThereIs();
};

void TestMemoryBudget::whatIsGivenBackIsTakenAgain()
{
    MemoryBudget budget(100);
    {
        const MemoryBudget::Share one = budget.take(60);
        const MemoryBudget::Share other = budget.take(40);
        QCOMPARE(one.bytes() + other.bytes(), 100);
    }
    QCOMPARE(budget.take(100).bytes(), 100); // would wait for ever if one was lost
    QCOMPARE(budget.take(0).bytes(), 0);
}

void TestMemoryBudget::whoeverNeedsMoreThanThereIsGetsItAllAlone()
{
    MemoryBudget budget(100);
    QCOMPARE(budget.take(101).bytes(), 100);
    QCOMPARE(budget.take(100).bytes(), 100);
    QCOMPARE(budget.take(-5).bytes(), 0);
}

void TestMemoryBudget::aShareIsGivenBackOnce()
{
    MemoryBudget budget(100);
    MemoryBudget::Share one = budget.take(100);
    MemoryBudget::Share moved = std::move(one);
    moved.giveBack();
    moved.giveBack();
    one = budget.take(70);
    moved = std::move(one);
    moved = budget.take(30); // gives 70 back
    QCOMPARE(budget.take(70).bytes(), 70);
}

void TestMemoryBudget::manyThreadsNeverHoldMoreThanThereIs()
{
    MemoryBudget budget(100);
    std::atomic<std::int64_t> held = 0;
    std::atomic<std::int64_t> most = 0;
    const auto work = [&](int seed) {
        for (int i = 0; i < 500; ++i) {
            const MemoryBudget::Share share = budget.take(1 + (seed * 31 + i * 17) % 130);
            const std::int64_t now = held += share.bytes();
            std::int64_t known = most;
            while (now > known && !most.compare_exchange_weak(known, now)) {
            }
            held -= share.bytes();
        }
    };
    std::vector<std::jthread> threads;
    for (int seed = 0; seed < 6; ++seed)
        threads.emplace_back(work, seed);
    threads.clear();
    QVERIFY(most <= 100);
    QVERIFY(most > 0);
    QCOMPARE(held, 0);
}

QTEST_GUILESS_MAIN(TestMemoryBudget)
#include "tst_memorybudget.moc"
