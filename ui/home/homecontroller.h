#pragma once

#include "ui/home/homesummary.h"
#include "ui/tasks/taskrunner.h"

#include <QObject>

#include <optional>

namespace zsb {

/// Fetches the home page's numbers in the background; the newest question wins.
class HomeController : public QObject
{
    Q_OBJECT

public:
    HomeController(TaskRunner &tasks, HomeSource source, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }
    [[nodiscard]] const std::optional<HomeSummary> &summary() const { return m_summary; }

signals:
    void busy();
    void ready();
    void failed(const zsb::Error &error);

private:
    TaskRunner &m_tasks;
    HomeSource m_source;
    LatestTask m_task;
    std::optional<HomeSummary> m_summary;
};

} // namespace zsb
