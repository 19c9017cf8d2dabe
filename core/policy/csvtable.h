#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A CSV file of a pack: RFC 4180 with UTF-8, lines that begin with `#` are comments, the first other line names the
/// columns. Small files only; roster files go through core/exchange.
struct CsvTable
{
    struct Row
    {
        int line = 0;
        std::vector<std::string> cells;
    };

    int headerLine = 0; ///< 0: the file has no header
    std::vector<std::string> header;
    std::vector<Row> rows; ///< rows may be shorter or longer than the header: the reader of the table decides

    /// Index of a column; -1 when there is none.
    [[nodiscard]] int column(std::string_view name) const;
};

[[nodiscard]] CsvTable readCsvTable(std::string_view text);

/// `a|b|c` as a list, blanks trimmed, empty parts dropped.
[[nodiscard]] std::vector<std::string> splitList(std::string_view cell);

} // namespace zsb
