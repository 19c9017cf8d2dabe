#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <type_traits>
#include <vector>

namespace zsb {

/// What a piece of work is told and may tell: handed to it on its own thread.
struct TaskContext
{
    std::stop_token stop;                                                ///< asked often, obeyed soon
    std::function<void(std::int64_t done, std::int64_t total)> progress; ///< call as often as you like
};

/// A running piece of work as its owner sees it. Copies mean the same work. GUI thread only.
class Task
{
public:
    Task() = default;

    [[nodiscard]] bool isRunning() const;
    /// Asks the work to stop; its answer still arrives (usually ErrorCode::Cancelled or what was done so far).
    void stop();
    /// Asks the work to stop and throws its answer and its progress away.
    void forget();

private:
    friend class TaskRunner;
    struct State
    {
        std::stop_source stop;
        std::atomic<bool> wanted{true};
        std::atomic<bool> running{true};
        QMetaObject::Connection contextGone;
    };
    std::shared_ptr<State> m_state;
};

/// Holds the newest of a series of questions (search as you type, the next file): asking again forgets the older
/// answer, so that a stale one can never overwrite a newer one. Forgets on destruction.
class LatestTask
{
public:
    LatestTask() = default;
    LatestTask(const LatestTask &) = delete;
    LatestTask &operator=(const LatestTask &) = delete;
    ~LatestTask() { m_task.forget(); }

    LatestTask &operator=(Task task);
    void forget() { m_task.forget(); }
    void stop() { m_task.stop(); }
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

private:
    Task m_task;
};

/// The only place with threads. Runs plain blocking functions on a pool and brings their answers back to the GUI
/// thread, if whoever asked still lives. Lives on the GUI thread; its destructor stops everything and waits.
class TaskRunner : public QObject
{
    Q_OBJECT

public:
    using OnProgress = std::function<void(std::int64_t done, std::int64_t total)>;
    /// Progress reaches the GUI at most twenty times a second.
    static constexpr std::chrono::milliseconds progressInterval{50};

    explicit TaskRunner(QObject *parent = nullptr, int threads = 2);
    ~TaskRunner() override;

    [[nodiscard]] int running() const { return m_running; }

    /// `work(const TaskContext &) -> T` runs on a pool thread; `then(T)` and `onProgress` on the GUI thread, never
    /// after `context` is gone, never after forget(). When `context` goes, the work is asked to stop.
    template<typename Work, typename Then>
    Task run(QObject *context, Work work, Then then, OnProgress onProgress = {})
    {
        using Value = std::invoke_result_t<Work &, const TaskContext &>;
        static_assert(!std::is_void_v<Value>, "return Done or a value: an answer is how the caller knows it ended");
        Task task = begin(context);
        auto *watcher = new QFutureWatcher<Value>(this);
        const QPointer<QObject> asker(context);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, task, asker, then = std::move(then)] {
            const bool wanted = task.m_state->wanted && asker;
            end(task);
            watcher->deleteLater();
            if (wanted)
                then(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(
            &m_pool, [work = std::move(work), call = contextFor(task, asker, std::move(onProgress))]() mutable {
                return work(call);
            }));
        return task;
    }

signals:
    void runningChanged(int count);

private:
    [[nodiscard]] Task begin(QObject *context);
    void end(const Task &task);
    [[nodiscard]] TaskContext contextFor(const Task &task, const QPointer<QObject> &asker, OnProgress onProgress);

    QThreadPool m_pool;
    std::vector<Task> m_tasks;
    int m_running = 0;
};

} // namespace zsb
