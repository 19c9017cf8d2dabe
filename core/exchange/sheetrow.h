#pragma once

#include "core/exchange/tablereader.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

/// Gathers the cells of one sheet row in any order of columns and hands them out as a Row.
///
/// Trailing empty cells mean nothing in a workbook: the header is as wide as its last filled cell, shorter rows are
/// filled up in silence, and only filled cells beyond the header are reported. Of two cells at one place the later one
/// counts, and it is told. The texts of a row are 4 MB at most; beyond, cells are cut and told. Columns are 0-based
/// here.
class SheetRow
{
public:
    void begin(std::int64_t number);
    /// A text that outlives the row.
    void setShared(std::size_t column, std::string_view text, CellKind kind);
    /// A text that is copied. Broken UTF-8 is repaired and reported; beyond `maxBytes` it is cut and reported.
    void setCopy(std::size_t column, std::string_view text, CellKind kind, std::size_t maxBytes);
    /// Told once of each cell, whatever it is written like.
    void addProblem(std::size_t column, ProblemCode code, std::string evidence = {});
    void addRowProblem(ProblemCode code, std::string evidence = {});

    [[nodiscard]] bool isBlank() const { return m_cells.empty() && m_problems.empty(); }
    static constexpr std::size_t notYet = std::size_t(-1);
    /// Ends the row; `columns` is the width of the header (0: not read yet). It is set from the header's row on, to
    /// `headerColumns` at least; before it those are `notYet`.
    [[nodiscard]] Row finish(std::size_t headerColumns, std::size_t &columns);

private:
    struct Copied
    {
        std::size_t column;
        std::size_t offset;
        std::size_t size;
    };

    void place(std::size_t column, CellKind kind);
    void forget(std::size_t column);
    [[nodiscard]] std::size_t take(std::size_t column, std::size_t size, std::size_t maxBytes);
    void doubt(std::size_t column, std::string_view text);

    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_taken; ///< of m_bytes, by column
    std::vector<Copied> m_copied;
    std::string m_text;
    std::set<std::pair<std::size_t, ProblemCode>> m_told; ///< once of each cell
    std::size_t m_bytes = 0;                              ///< of the texts so far
    std::vector<RowProblem> m_problems;
    std::int64_t m_number = 0;
};

} // namespace zsb
