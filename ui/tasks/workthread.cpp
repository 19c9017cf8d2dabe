#include "ui/tasks/workthread.h"

namespace zsb {

WorkThread::WorkThread(const QString &name) : m_home(new QObject)
{
    m_thread.setObjectName(name);
    m_home->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
    m_thread.start();
}

WorkThread::~WorkThread()
{
    post([this] { m_thread.quit(); }); // after everything that was posted before
    m_thread.wait();
}

void WorkThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_home, std::move(work), Qt::QueuedConnection);
}

} // namespace zsb
