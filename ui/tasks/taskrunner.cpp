#include "ui/tasks/taskrunner.h"

#include <algorithm>

namespace zsb {

namespace {

using Steady = std::chrono::steady_clock;

/// Lets one call through per interval, and the last one of a known total always.
class Throttle
{
public:
    [[nodiscard]] bool passes(std::int64_t done, std::int64_t total)
    {
        const std::scoped_lock lock(m_mutex);
        const auto now = Steady::now();
        if (now - m_last < TaskRunner::progressInterval && (total <= 0 || done < total))
            return false;
        m_last = now;
        return true;
    }

private:
    std::mutex m_mutex;
    Steady::time_point m_last{};
};

} // namespace

bool Task::isRunning() const
{
    return m_state && m_state->running;
}

void Task::stop()
{
    if (m_state)
        m_state->stop.request_stop();
}

void Task::forget()
{
    if (!m_state)
        return;
    m_state->wanted = false;
    m_state->stop.request_stop();
}

LatestTask &LatestTask::operator=(Task task)
{
    m_task.forget();
    m_task = std::move(task);
    return *this;
}

TaskRunner::TaskRunner(QObject *parent, int threads) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1); // a thread keeps its database connection
}

TaskRunner::~TaskRunner()
{
    for (Task &task : m_tasks)
        task.forget();
    m_pool.waitForDone();
}

Task TaskRunner::begin(QObject *context)
{
    Task task;
    task.m_state = std::make_shared<Task::State>();
    task.m_state->contextGone = connect(context, &QObject::destroyed, this, [weak = std::weak_ptr(task.m_state)] {
        if (const auto state = weak.lock()) {
            state->wanted = false;
            state->stop.request_stop();
        }
    });
    m_tasks.push_back(task);
    emit runningChanged(++m_running);
    return task;
}

void TaskRunner::end(const Task &task)
{
    task.m_state->running = false;
    disconnect(task.m_state->contextGone);
    std::erase_if(m_tasks, [&](const Task &other) { return other.m_state == task.m_state; });
    emit runningChanged(--m_running);
}

TaskContext TaskRunner::contextFor(const Task &task, const QPointer<QObject> &asker, OnProgress onProgress)
{
    TaskContext context{task.m_state->stop.get_token(), [](std::int64_t, std::int64_t) {}};
    if (!onProgress)
        return context;
    auto throttle = std::make_shared<Throttle>();
    auto report = std::make_shared<OnProgress>(std::move(onProgress));
    context.progress = [this, state = task.m_state, asker, throttle, report](std::int64_t done, std::int64_t total) {
        if (!throttle->passes(done, total))
            return;
        QMetaObject::invokeMethod(
            this,
            [state, asker, report, done, total] {
                if (state->wanted && state->running && asker)
                    (*report)(done, total);
            },
            Qt::QueuedConnection);
    };
    return context;
}

} // namespace zsb
