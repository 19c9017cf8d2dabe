#pragma once

#include "core/base/result.h"
#include "core/policy/text.h"
#include "ui/models/tone.h"
#include "ui/tasks/taskrunner.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace zsb {

/// What is to be imported: a CSV, XLSX or XLS file and, if any, the folder its file names are relative to.
struct ImportRequest
{
    QString file;
    QString filesFolder;
    Language language = Language::Chinese; ///< of the answer's texts

    bool operator==(const ImportRequest &) const = default;
};

/// How the table was understood, before anything is done with it.
struct ImportPreview
{
    struct Column
    {
        QString header;
        QString field;  ///< label of the field it means; empty: not imported
        QString sample; ///< of the first row
    };
    std::vector<Column> columns;
    QStringList missing; ///< labels of the fields no column gives
};

/// What a dry run or an import found: every row of the table is in exactly one of the four counts.
struct ImportOutcome
{
    struct Problem
    {
        qint64 row = 0; ///< the header counts as 1
        QString field;
        QString text;
        Tone tone = Tone::Error;
    };
    qint64 fresh = 0;
    qint64 changed = 0;
    qint64 same = 0;
    qint64 wrong = 0;
    std::vector<Problem> problems; ///< the first of them
    qint64 problemCount = 0;       ///< of all

    [[nodiscard]] qint64 rows() const { return fresh + changed + same + wrong; }
};

/// Reads tables into the local database. Whoever runs a task on it shares it with the task. preview(), dryRun() and
/// import() block and are called on a background thread.
class ImportService
{
public:
    ImportService() = default;
    ImportService(const ImportService &) = delete;
    ImportService &operator=(const ImportService &) = delete;
    virtual ~ImportService() = default;

    /// False: tables can only be tried out here, import() answers Refused.
    [[nodiscard]] virtual bool keeps() const { return true; }
    [[nodiscard]] virtual Result<ImportPreview> preview(const ImportRequest &request) = 0;
    /// Everything import() does, but nothing is kept.
    [[nodiscard]] virtual Result<ImportOutcome> dryRun(const ImportRequest &request, const TaskContext &context) = 0;
    /// In one transaction: all good rows or nothing. Errors: Cancelled when stopped before the transaction's end.
    [[nodiscard]] virtual Result<ImportOutcome> import(const ImportRequest &request, const TaskContext &context) = 0;
};

} // namespace zsb
