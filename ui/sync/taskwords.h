#pragma once

#include "core/workflow/refusal.h"
#include "ui/sync/syncrows.h"
#include "ui/sync/tasklook.h"

#include <QCoreApplication>
#include <QString>

#include <functional>

namespace zsb {

/// Why a command is not carried out, in words.
using RefusalWords = std::function<QString(const Refusal &)>;

/// 考生待办 in words: whose, what, until when, and how far the command is that was given for it.
class TaskWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::TaskWords)

public:
    /// Id: that of the application.
    [[nodiscard]] static QList<PlainRow> rows(const TaskLook &look, const SyncRows &rows, const RefusalWords &refusal);
    [[nodiscard]] static QString summary(const TaskLook &look);
    [[nodiscard]] static QString whose(const ApplicationState &state, const SyncRows &rows);
    /// What is asked for, by whom, when and why.
    [[nodiscard]] static QString request(const ApplicationState &state, const ConversionRequest &request,
                                         const SyncRows &rows);
    /// What a change of type makes the candidate show again.
    [[nodiscard]] static QString shownAnew(const ApplicationState &state, const Conversion &conversion,
                                           const SyncRows &rows);
    [[nodiscard]] static QString field(const ApplicationState &state, Field field);

private:
    [[nodiscard]] static PlainRow major(const TaskFile &file, const SyncRows &rows);
    [[nodiscard]] static PlainRow change(const TaskFile &file, const SyncRows &rows);
    [[nodiscard]] static QString conversionName(const std::string &id, const SyncRows &rows);
    [[nodiscard]] static QString until(const Window *window, const SyncRows &rows);
    [[nodiscard]] static QString progress(const TaskFile &file, const SyncRows &rows, const RefusalWords &refusal);
};

} // namespace zsb
