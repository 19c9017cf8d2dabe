#pragma once

#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/policy/pack.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// The synonyms under which a pack's fields may head a column: ids, labels in both languages and the pack's own.
[[nodiscard]] std::vector<HeaderSynonym> headerSynonyms(const Pack &pack);

/// Header row and columns of a table.
struct TableLayout
{
    std::int64_t headerRow = 1;
    std::vector<std::string> header; ///< texts of the header row, by column
    ColumnMap columns;
    std::string sheet;                     ///< the sheet the header was found in; empty for text tables
    std::size_t place = 0;                 ///< of that sheet in the workbook: two sheets may have one name
    std::string encoding;                  ///< how a text table is read, found out or asked for; else empty
    std::vector<std::string> otherSheets;  ///< those that are not read
    std::vector<std::string> sameSheets;   ///< nor these: same header and rows below it, and no sheet was asked for
    std::vector<std::string> unseenSheets; ///< nor these: so many sheets are there that their header was not looked for
    std::vector<std::size_t> unnamed;      ///< columns with content, but no word above it, in the first rows
    std::vector<std::size_t> marked;       ///< the columns with marks of a table of ours, see rowmarks.h
    std::string ignoredSheet;              ///< that was asked for of a table without sheets
};

/// The row among the first twenty that names the most fields; titles may stand above it, and a header of two rows —
/// 联系方式 above 手机号 and 邮政编码 — counts as one, the lower words first. Without a sheet asked for, the first
/// sheet that has a header. Errors: those of openTable(), NoHeader (no row names a known column), HeaderUnseen (nor one
/// in the first hundred sheets).
[[nodiscard]] Result<TableLayout> findTableLayout(const std::string &input, const ReadOptions &reading,
                                                  const Pack &pack);

/// How the table of that layout, which was found with `reading`, is opened again.
[[nodiscard]] ReadOptions readingAgain(const TableLayout &layout, const ReadOptions &reading);

/// A table that is open, and its layout.
struct LaidOutTable
{
    TableLayout layout;
    std::unique_ptr<TableReader> reader; ///< of the sheet the header is in; knows the header from the next rewind() on
};

/// The same, keeping the table open.
[[nodiscard]] Result<LaidOutTable> openLaidOut(const std::string &input, const ReadOptions &reading, const Pack &pack);

/// Whether a row below the header says what the header says, as on each page of a print. `cellAt(column)` is its cell.
template<typename CellAt>
[[nodiscard]] bool repeatsHeader(const TableLayout &layout, CellAt cellAt)
{
    bool repeats = false;
    for (std::size_t column = 0; column < layout.columns.fields.size(); ++column) {
        if (!layout.columns.fields[column])
            continue;
        if (std::string_view(cellAt(column)) != layout.header[column])
            return false;
        repeats = true;
    }
    return repeats;
}

/// What a person should know of the table before its rows: columns that are not checked, sheets that are not read. At
/// the header row.
[[nodiscard]] std::vector<RowProblem> layoutProblems(const TableLayout &layout);

} // namespace zsb
