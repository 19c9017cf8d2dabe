#include "core/batch/tablepieces.h"

#include "core/exchange/tablefault.h"

#include <limits>

namespace zsb {
namespace {

constexpr std::size_t rowsPerChunk = 1024;
constexpr std::size_t bytesPerChunk = std::size_t(1) << 20;
constexpr std::int64_t bytesPerPiece = std::int64_t(128) << 10;

/// A row of a chunk as a reader would give it; `cells` lends the room.
Row rowOf(const RowChunk &chunk, const RowChunk::ChunkRow &row, std::vector<Cell> &cells)
{
    cells.clear();
    for (std::size_t column = 0; column < row.cells; ++column) {
        const RowChunk::Cellspan &span = chunk.cells[row.firstCell + column];
        cells.push_back({std::string_view(chunk.bytes).substr(span.begin, span.length), span.kind});
    }
    return {row.number, row.number, cells, row.problems};
}

} // namespace

TablePieces::TablePieces(std::unique_ptr<TableReader> reader, const TableLayout &layout)
    : m_reader(std::move(reader)),
      m_seekable(m_reader->seekable()),
      m_headerRow(layout.headerRow),
      m_forks([this]() -> std::unique_ptr<SeekableReader> {
          Result<std::unique_ptr<SeekableReader>> fork = m_seekable->fork();
          return fork ? std::move(*fork) : nullptr;
      })
{
    m_reader->setHeader(layout.headerRow, layout.header.size());
}

Done TablePieces::rewind()
{
    m_next = 0;
    if (!m_seekable) {
        m_error.reset();
        return skipHeader();
    }
    m_settled = !m_guesses.empty();
    m_wholeTable = m_settled && !m_error && m_places.size() == m_guesses.size() ? m_lastRow : 0;
    return m_settled ? done() : cut();
}

/// Reads up to the header, so that what follows is data.
Done TablePieces::skipHeader()
{
    if (Done rewound = m_reader->rewind(); !rewound)
        return rewound;
    m_aboveHeader = 0;
    m_lastRow = m_headerRow;
    Row row;
    for (row.number = 0; row.number < m_headerRow;) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return done();
        m_aboveHeader += row.number < m_headerRow ? 1 : 0;
        m_columns = row.cells.size();
    }
    m_blankAboveHeader = m_reader->info().blankRows;
    return done();
}

/// Guesses where pieces begin: one every so many bytes, at the row after.
Done TablePieces::cut()
{
    if (Done skipped = skipHeader(); !skipped)
        return skipped;
    m_arrived = m_seekable->place();
    for (std::optional<std::int64_t> at = m_arrived.offset; at;) {
        m_guesses.push_back(*at);
        const auto after = m_seekable->likelyRow(*at + bytesPerPiece);
        if (!after)
            return after.error();
        at = *after;
    }
    return done();
}

std::optional<TablePiece> TablePieces::next()
{
    if (!m_seekable)
        return copyRows();
    const std::size_t pieces = m_settled ? m_places.size() : m_guesses.size();
    if (m_next == pieces)
        return std::nullopt;
    TablePiece piece;
    piece.index = m_next++;
    if (m_settled) {
        piece.from = m_places[piece.index];
        piece.to = m_next < pieces ? m_places[m_next].offset : m_arrived.offset;
    } else {
        piece.from.offset = m_guesses[piece.index];
        piece.to = m_next < pieces ? m_guesses[m_next] : std::numeric_limits<std::int64_t>::max();
    }
    return piece;
}

std::optional<TablePiece> TablePieces::copyRows()
{
    if (m_error)
        return std::nullopt;
    TablePiece piece;
    piece.index = m_next++;
    const std::int64_t blankBefore = m_reader->info().blankRows;
    Row row;
    while (piece.rows.rows.size() < rowsPerChunk && piece.rows.bytes.size() < bytesPerChunk) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            m_error = more.error();
        if (more && !*more)
            m_wholeTable = m_lastRow;
        if (!more || !*more)
            break;
        m_lastRow = row.number;
        piece.rows.append(row);
    }
    piece.blankRows = m_reader->info().blankRows - blankBefore;
    if (piece.rows.rows.empty())
        return std::nullopt;
    return piece;
}

PieceEnd TablePieces::read(const TablePiece &piece, const std::function<void(const Row &)> &visit)
{
    PieceEnd end;
    if (piece.to == 0) {
        std::vector<Cell> cells;
        for (const RowChunk::ChunkRow &row : piece.rows.rows)
            visit(rowOf(piece.rows, row, cells));
        end.lastRow = piece.rows.rows.back().number;
        end.blankRows = piece.blankRows;
        return end;
    }
    std::unique_ptr<SeekableReader> reader = m_forks.lend();
    Done state = reader ? reader->seek(piece.from, piece.to, m_columns)
                        : Done(Error{ErrorCode::Unreadable, "table: cannot be opened again"});
    Row row;
    while (state) {
        const Result<bool> more = reader->next(row);
        if (!more)
            state = more.error();
        if (!more || !*more)
            break;
        end.lastRow = row.number;
        visit(row);
    }
    if (!state)
        end.error = state.error();
    if (reader) {
        end.place = reader->place();
        end.blankRows = reader->info().blankRows;
        end.blankRowsBehind = reader->info().blankRowsBehind;
        m_forks.giveBack(std::move(reader));
    }
    return end;
}

bool TablePieces::begins(TablePiece &piece) const
{
    if (piece.to == 0 || piece.from.offset == m_arrived.offset)
        return true;
    piece.from.offset = m_arrived.offset;
    return false;
}

std::int64_t TablePieces::settle(const TablePiece &piece, const PieceEnd &end)
{
    if (piece.to == 0)
        return 0;
    m_places.push_back(m_arrived);
    const TablePlace base = m_arrived;
    m_arrived = {end.place.offset, base.number + end.place.number, base.line + end.place.line - 1};
    if (end.lastRow > 0)
        m_lastRow = base.number + end.lastRow;
    m_error = end.error;
    return base.number;
}

bool TablePieces::confirm(const TablePiece &piece, const PieceEnd &end)
{
    if (piece.to == 0)
        return true;
    const bool isLast = piece.index + 1 == m_places.size();
    const TablePlace &settled = isLast ? m_arrived : m_places[piece.index + 1];
    if (end.place.offset == settled.offset && end.place.number == settled.number)
        return true;
    m_error = end.error ? *end.error : tableError(TableFault::Unreadable, "table: changed while it was read");
    return false;
}

std::pair<std::int64_t, std::int64_t> TablePieces::rowsOf(const TablePiece &piece) const
{
    const bool isLast = piece.index + 1 == m_places.size();
    return {m_places[piece.index].number, (isLast ? m_arrived : m_places[piece.index + 1]).number};
}

} // namespace zsb
