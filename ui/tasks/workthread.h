#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace zsb {

/// A thread of its own with an event loop, for work that goes on by itself (the sync). What is posted runs there, one
/// after the other; its destructor lets what was posted run to its end and waits. Answers go back by signals or by
/// posting to an object of the other thread.
class WorkThread
{
public:
    explicit WorkThread(const QString &name);
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;
    ~WorkThread();

    void post(std::function<void()> work);

private:
    QThread m_thread;
    QObject *m_home; ///< lives on the thread and dies with it
};

} // namespace zsb
