#pragma once

#include "core/batch/report.h"

#include <QTextStream>

namespace zsb {

/// Which rows were left out and why, a line for each reason, in both languages.
void printSkipped(QTextStream &out, const std::map<std::string, std::int64_t> &skipped);

/// What became of the rows of a check, in both languages: rows by what was found, rows left out by reason, findings by
/// rule, and whether it came to its end.
void printTotals(QTextStream &out, const BatchTotals &totals);

} // namespace zsb
