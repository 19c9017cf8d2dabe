#pragma once

#include "core/base/lender.h"
#include "core/batch/rowrecord.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/tablereader.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// A stretch of a table for one thread to go through: rows that were copied out of the reader, or a span of the file.
struct TablePiece
{
    std::size_t index = 0;
    RowChunk rows;
    TablePlace from;
    std::int64_t to = 0;        ///< the byte before which its last row begins; 0: `rows` holds it
    std::int64_t blankRows = 0; ///< with `rows`: the blank ones the reader met before each of them
};

/// How far reading a piece came, counted from the beginning of the piece.
struct PieceEnd
{
    TablePlace place;
    std::int64_t lastRow = 0;         ///< number of the last row that was not blank; 0 when there was none
    std::int64_t blankRows = 0;       ///< the reader met before that row
    std::int64_t blankRowsBehind = 0; ///< and behind it, where they count when another row follows
    std::optional<Error> error;
};

/// The rows of a table below its header, cut into pieces that several threads read at once.
///
/// A text table is cut where rows probably begin. Whether they do shows when the piece before is read to its end: that
/// is where the next one begins. So the first pass has to settle() each piece in order; from then on every piece knows
/// its rows. Tables that cannot be read from the middle come as copied rows, from one thread, in each pass.
class TablePieces
{
public:
    TablePieces(std::unique_ptr<TableReader> reader, const TableLayout &layout);

    /// Before each pass. Errors: those of the reader.
    [[nodiscard]] Done rewind();
    /// The next piece, on one thread; nothing after the last one or once reading failed, see error().
    [[nodiscard]] std::optional<TablePiece> next();
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const TableInfo &info() const { return m_reader->info(); }

    /// Shows every row of a piece. Any thread. Before the piece is settled the rows are numbered from its beginning.
    [[nodiscard]] PieceEnd read(const TablePiece &piece, const std::function<void(const Row &)> &visit);

    /// Whether a piece of the first pass began where the one before it ended. If not, it is put right and has to be
    /// read again.
    [[nodiscard]] bool begins(TablePiece &piece) const;
    /// Takes down where a piece of the first pass ended; pieces in order. Gives the number its rows count from.
    std::int64_t settle(const TablePiece &piece, const PieceEnd &end);

    /// Compares what a later pass read of a piece with what the first one settled; a table that was cut, changed or
    /// taken away meanwhile counts as broken off, see error(). False then. One thread.
    bool confirm(const TablePiece &piece, const PieceEnd &end);

    /// Rows of the sheet up to and with the last one that is not blank; complete after the first pass.
    [[nodiscard]] std::int64_t lastRow() const { return m_lastRow; }
    /// What lastRow() was when a pass over the whole table ended; 0 until one did.
    [[nodiscard]] std::int64_t wholeTable() const { return m_wholeTable; }
    [[nodiscard]] std::int64_t rowsAboveHeader() const { return m_aboveHeader; }
    [[nodiscard]] std::int64_t blankRowsAboveHeader() const { return m_blankAboveHeader; }
    /// Numbers of the rows a settled piece holds: (first, last].
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> rowsOf(const TablePiece &piece) const;

private:
    [[nodiscard]] Done skipHeader();
    [[nodiscard]] Done cut();
    [[nodiscard]] std::optional<TablePiece> copyRows();

    std::unique_ptr<TableReader> m_reader;
    SeekableReader *m_seekable; ///< the same, when the table can be cut
    std::int64_t m_headerRow;
    std::size_t m_columns = 0; ///< of the header row
    Lender<SeekableReader> m_forks;
    std::vector<std::int64_t> m_guesses; ///< bytes where pieces may begin
    std::vector<TablePlace> m_places;    ///< where settled ones do
    TablePlace m_arrived;                ///< where the last settled one ended
    bool m_settled = false;              ///< the first pass is over
    std::size_t m_next = 0;
    std::int64_t m_aboveHeader = 0;
    std::int64_t m_blankAboveHeader = 0;
    std::int64_t m_lastRow = 0;
    std::int64_t m_wholeTable = 0;
    std::optional<Error> m_error;
};

} // namespace zsb
