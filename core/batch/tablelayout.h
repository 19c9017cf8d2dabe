#pragma once

#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/policy/pack.h"

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
};

/// The row among the first twenty that names the most fields; titles may stand above it.
/// Errors: those of openTable(), Invalid (no row names a known column).
[[nodiscard]] Result<TableLayout> findTableLayout(const std::string &input, ReadOptions reading, const Pack &pack);

} // namespace zsb
