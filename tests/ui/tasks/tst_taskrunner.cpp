#include "tests/support/patience.h"
#include "ui/tasks/taskrunner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <latch>

using namespace zsb;

/// Long work leaves the window free, tells how far it is and can be stopped.
class TestTaskRunner : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerArrivesOnTheThreadThatAsked();
    void anAnswerNobodyWaitsForIsThrownAway();
    void aNewerQuestionForgetsTheOlderAnswer();
    void stopLetsTheWorkEndAndStillAnswers();
    void progressIsThrottledAndItsLastStepArrives();
    void theEndOfTheRunnerStopsWhatRuns();
};

void TestTaskRunner::theAnswerArrivesOnTheThreadThatAsked()
{
    TaskRunner runner;
    QThread *const here = QThread::currentThread();
    QThread *worked = nullptr;
    QThread *answered = nullptr;
    runner.run(
        this, [](const TaskContext &) { return QThread::currentThread(); },
        [&](QThread *where) {
            worked = where;
            answered = QThread::currentThread();
        });
    QCOMPARE(runner.running(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(answered, here, testPatience);
    QVERIFY(worked != here);
    QCOMPARE(runner.running(), 0);
}

void TestTaskRunner::anAnswerNobodyWaitsForIsThrownAway()
{
    TaskRunner runner;
    auto asker = std::make_unique<QObject>();
    bool called = false;
    std::latch gone(1);
    runner.run(
        asker.get(),
        [&gone](const TaskContext &context) {
            gone.wait();
            return context.stop.stop_requested();
        },
        [&called](bool) { called = true; });
    asker.reset();
    gone.count_down();
    QTRY_COMPARE_WITH_TIMEOUT(runner.running(), 0, testPatience);
    QVERIFY(!called);
}

void TestTaskRunner::aNewerQuestionForgetsTheOlderAnswer()
{
    TaskRunner runner;
    LatestTask latest;
    QList<int> answers;
    std::latch first(1);
    latest = runner.run(
        this,
        [&first](const TaskContext &) {
            first.wait();
            return 1;
        },
        [&answers](int value) { answers.append(value); });
    latest = runner.run(
        this, [](const TaskContext &) { return 2; }, [&answers](int value) { answers.append(value); });
    QTRY_COMPARE_WITH_TIMEOUT(answers, QList<int>{2}, testPatience);
    first.count_down();
    QTRY_COMPARE_WITH_TIMEOUT(runner.running(), 0, testPatience);
    QCOMPARE(answers, QList<int>{2});
}

void TestTaskRunner::stopLetsTheWorkEndAndStillAnswers()
{
    TaskRunner runner;
    int done = -1;
    Task task = runner.run(
        this,
        [](const TaskContext &context) {
            int rounds = 0;
            while (!context.stop.stop_requested())
                ++rounds;
            return rounds;
        },
        [&done](int rounds) { done = rounds; });
    QVERIFY(task.isRunning());
    task.stop();
    QTRY_VERIFY_WITH_TIMEOUT(done >= 0, testPatience);
    QVERIFY(!task.isRunning());
}

void TestTaskRunner::progressIsThrottledAndItsLastStepArrives()
{
    TaskRunner runner;
    QList<std::int64_t> seen;
    bool finished = false;
    runner.run(
        this,
        [](const TaskContext &context) {
            for (int i = 1; i <= 10'000; ++i)
                context.progress(i, 10'000);
            return true;
        },
        [&finished](bool) { finished = true; }, [&seen](std::int64_t done, std::int64_t) { seen.append(done); });
    QTRY_VERIFY_WITH_TIMEOUT(finished, testPatience);
    QVERIFY(seen.size() < 100);
    QCOMPARE(seen.last(), 10'000);
}

void TestTaskRunner::theEndOfTheRunnerStopsWhatRuns()
{
    bool called = false;
    {
        TaskRunner runner;
        runner.run(
            this,
            [](const TaskContext &context) {
                while (!context.stop.stop_requested())
                    QThread::yieldCurrentThread();
                return true;
            },
            [&called](bool) { called = true; });
    }
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestTaskRunner)
#include "tst_taskrunner.moc"
