#include "ui/home/homecontroller.h"

namespace zsb {

HomeController::HomeController(TaskRunner &tasks, HomeSource source, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_source(std::move(source))
{
}

void HomeController::refresh()
{
    m_task = m_tasks.run(
        this, [source = m_source](const TaskContext &context) { return source(context.stop); },
        [this](const Result<HomeSummary> &answer) {
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            m_summary = *answer;
            emit ready();
        });
    emit busy();
}

} // namespace zsb
