#pragma once

#include "core/batch/filefacts.h"
#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/storage/seasonimport.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace zsb {

/// A table as it is understood before anything is done with it.
struct TableLayout
{
    std::int64_t headerRow = 1;
    std::vector<std::string> header;
    ColumnMap columns;
};

/// The row among the first twenty that names the most fields; titles may stand above it.
/// Errors: those of openTable(), Invalid (no row names a known column).
[[nodiscard]] Result<TableLayout> findLayout(const std::string &input, ReadOptions reading, const Pack &pack);

/// What somebody importing wants to know of one row.
using RowReport = std::function<void(std::int64_t row, const ImportedRow &imported)>;

struct TableImport
{
    std::string input;
    ReadOptions reading;
    ImageInspector inspector; ///< absent: files are not looked at, and none is attached
    RowReport report;         ///< may be empty
};

/// Reads a table into a store: every row of it, in one transaction, or nothing. Blocking.
/// Errors: those of findLayout() and SeasonImport, Cancelled (stopped before the end; nothing happened).
[[nodiscard]] Result<ImportCounts> importTable(Store &store, const RuleBook &book, const TableImport &table,
                                               const SeasonImportOptions &options, const std::stop_token &stop = {});

} // namespace zsb
