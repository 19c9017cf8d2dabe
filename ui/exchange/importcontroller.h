#pragma once

#include "ui/exchange/importservice.h"

#include <QObject>

#include <memory>
#include <optional>

namespace zsb {

/// The steps of an import: choose a file, see how its columns are understood, try it out, commit it. Choosing another
/// file starts over; nothing is committed that was not tried out as it is.
class ImportController : public QObject
{
    Q_OBJECT

public:
    enum class Step
    {
        Choosing,
        Reading, ///< the table is being looked at
        Mapped,  ///< how its columns are understood is known
        Trying,  ///< dry run
        Tried,
        Committing,
        Committed,
    };

    ImportController(TaskRunner &tasks, std::shared_ptr<ImportService> service, QObject *parent = nullptr);

    /// Of the texts in answers to come.
    void setLanguage(Language language) { m_language = language; }
    void choose(const ImportRequest &request);
    void tryOut();
    void commit();
    void cancel();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool canCommit() const;
    [[nodiscard]] bool keeps() const { return m_service->keeps(); } ///< false: tables can only be tried out
    [[nodiscard]] const ImportRequest &request() const { return m_request; }
    [[nodiscard]] const std::optional<ImportPreview> &preview() const { return m_preview; }
    [[nodiscard]] const std::optional<ImportOutcome> &outcome() const { return m_outcome; }

signals:
    void changed();
    void progress(qint64 done, qint64 total);
    void failed(const zsb::Error &error);
    void committed(qint64 fresh, qint64 changedRows);

private:
    using Call = Result<ImportOutcome> (ImportService::*)(const ImportRequest &, const TaskContext &);
    void setStep(Step step);
    void run(Call call, Step during, Step after, Step onError);

    TaskRunner &m_tasks;
    std::shared_ptr<ImportService> m_service; ///< shared with the running task
    Language m_language = Language::Chinese;
    ImportRequest m_request;
    std::optional<ImportPreview> m_preview;
    std::optional<ImportOutcome> m_outcome;
    Step m_step = Step::Choosing;
    LatestTask m_task;
};

} // namespace zsb
