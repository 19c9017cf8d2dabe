#pragma once

#include "core/batch/filefacts.h"
#include "core/exchange/tablereader.h"
#include "core/image/picturefacts.h"
#include "core/storage/seasonimport.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string>

namespace zsb {

/// What somebody importing wants to know of one row.
using RowReport = std::function<void(std::int64_t row, const ImportedRow &imported)>;

/// What is wrong with how a cell of a row is written; persons are masked, see PersonalMask.
using CellReport = std::function<void(std::int64_t row, const Finding &finding)>;

/// A picture that a row names and that is not there: its name without folders, persons in it masked.
using MissingFileReport = std::function<void(std::int64_t row, const std::string &name)>;

/// Counts in = counts out: each row up to the last one with text is a candidate's or is left out for a reason, under
/// the names of BatchTotals.
struct TableRows
{
    std::int64_t rows = 0; ///< number of the last one
    std::int64_t candidates = 0;
    std::map<std::string, std::int64_t> skipped;

    [[nodiscard]] bool addsUp() const;
};

/// Told once, before the season is finished.
using RowsReport = std::function<void(const TableRows &rows)>;

struct TableImport
{
    std::string input;
    ReadOptions reading;
    std::string filesFolder;       ///< what file names are relative to
    ImageInspector inspector;      ///< absent: files are not looked at, and none is attached
    ImageInspector portraits;      ///< absent: portraits are looked at as any file
    bool showsPersonal = false;    ///< whether what is told of cells says what stands in them
    int jobs = 1;                  ///< how many pictures are looked at at once
    RowReport report;              ///< may be empty
    CellReport cellReport;         ///< may be empty
    MissingFileReport missingFile; ///< may be empty
    RowsReport rowsReport;         ///< may be empty
};

/// Has pictures looked at and measured. `pictures` must outlive the import.
void lookWith(PictureFacts &pictures, TableImport &table);

/// Reads a table into a season: every row of it, in one transaction, or nothing. Files are looked at and copied in a
/// pass of its own before, so that nobody waits for that. Blocking.
/// Errors: those of findTableLayout() and SeasonImport, Cancelled (stopped before the end; nothing happened), Internal
/// (rows were lost on the way; nothing happened).
[[nodiscard]] Result<ImportCounts> importTable(SeasonImport &season, const RuleBook &book, const TableImport &table,
                                               const std::stop_token &stop = {});

} // namespace zsb
