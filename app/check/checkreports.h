#pragma once

#include "app/check/commandline.h"
#include "core/batch/batch.h"

#include <memory>
#include <optional>
#include <vector>

namespace zsb {

/// Opens what `--report`, `--resume` and `--lang` ask for, and looks at where `--repaired` would be written. Gives an
/// exit code when that cannot be done, which has been said then.
[[nodiscard]] std::optional<int> openReports(const CommandLine &line, const BatchOptions &options,
                                             std::vector<std::unique_ptr<Report>> &reports, QTextStream &err);

/// Why a report could not be written.
void explainReport(QTextStream &err, const Error &error, const QString &path);
/// Why a report cannot be gone on with.
void explainBroken(QTextStream &err, const Error &error, const QString &path);
/// Why there are no totals, by whose fault it is: the input's or that of one of the reports.
void explainFailure(QTextStream &err, const Error &error, const BatchOptions &options,
                    const std::vector<std::unique_ptr<Report>> &reports);

} // namespace zsb
