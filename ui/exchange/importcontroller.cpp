#include "ui/exchange/importcontroller.h"

namespace zsb {

ImportController::ImportController(TaskRunner &tasks, std::shared_ptr<ImportService> service, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_service(std::move(service))
{
}

bool ImportController::isBusy() const
{
    return m_step == Step::Reading || m_step == Step::Trying || m_step == Step::Committing;
}

bool ImportController::canCommit() const
{
    return keeps() && m_step == Step::Tried && m_outcome && m_outcome->fresh + m_outcome->changed > 0;
}

void ImportController::setStep(Step step)
{
    m_step = step;
    emit changed();
}

void ImportController::choose(const ImportRequest &request)
{
    if (m_step == Step::Committing)
        return;
    m_request = request;
    m_request.language = m_language;
    m_preview.reset();
    m_outcome.reset();
    if (request.file.isEmpty()) {
        m_task.forget();
        setStep(Step::Choosing);
        return;
    }
    m_task = m_tasks.run(
        this, [service = m_service, asked = m_request](const TaskContext &) { return service->preview(asked); },
        [this](const Result<ImportPreview> &answer) {
            if (!answer) {
                setStep(Step::Choosing);
                emit failed(answer.error());
                return;
            }
            m_preview = *answer;
            setStep(Step::Mapped);
        });
    setStep(Step::Reading);
}

void ImportController::tryOut()
{
    if (m_step == Step::Mapped || m_step == Step::Tried)
        run(&ImportService::dryRun, Step::Trying, Step::Tried, Step::Mapped);
}

void ImportController::commit()
{
    if (canCommit())
        run(&ImportService::import, Step::Committing, Step::Committed, Step::Tried);
}

void ImportController::run(Call call, Step during, Step after, Step onError)
{
    m_request.language = m_language;
    m_task = m_tasks.run(
        this,
        [service = m_service, call, request = m_request](const TaskContext &context) {
            return (*service.*call)(request, context);
        },
        [this, after, onError](const Result<ImportOutcome> &answer) {
            if (!answer) {
                setStep(onError);
                emit failed(answer.error());
                return;
            }
            m_outcome = *answer;
            setStep(after);
            if (after == Step::Committed)
                emit committed(m_outcome->fresh, m_outcome->changed);
        },
        [this](qint64 done, qint64 total) { emit progress(done, total); });
    setStep(during);
}

void ImportController::cancel()
{
    m_task.stop();
}

} // namespace zsb
