#include "tests/fuzz/pieces.h"

#include <cstdlib>
#include <limits>

namespace zsb::test {
namespace {

constexpr std::int64_t bytesPerPiece = 48; // so that most inputs have several, and many guesses are wrong

struct WholeRow
{
    std::int64_t number = 0;
    std::vector<std::string> cells;
    std::vector<RowProblem> problems;

    bool operator==(const WholeRow &) const = default;
};
using Rows = std::vector<WholeRow>;

WholeRow copied(const Row &row, std::int64_t base)
{
    WholeRow whole{row.number + base, {}, {row.problems.begin(), row.problems.end()}};
    for (const Cell &cell : row.cells)
        whole.cells.emplace_back(cell.text);
    for (RowProblem &problem : whole.problems)
        problem.row += base;
    return whole;
}

/// False when reading ended with an error.
bool readAll(TableReader &reader, Rows &rows, std::int64_t base = 0)
{
    for (Row row;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return bool(more);
        rows.push_back(copied(row, base));
    }
}

/// Bytes where pieces may begin, the first one at `from`.
std::vector<std::int64_t> guesses(SeekableReader &reader, std::int64_t from)
{
    std::vector<std::int64_t> all;
    for (std::optional<std::int64_t> at = from; at;) {
        all.push_back(*at);
        const auto after = reader.likelyRow(*at + bytesPerPiece);
        if (!after || (*after && **after <= *at))
            std::abort();
        at = *after;
    }
    return all;
}

/// One piece in a reader of its own; numbers count from `base`.
TablePlace readPiece(const SeekableReader &reader, std::int64_t from, std::int64_t to, std::size_t columns, Rows &rows,
                     std::int64_t base)
{
    const auto fork = reader.fork();
    if (!fork || !(*fork)->seek({.offset = from}, to, columns) || !readAll(**fork, rows, base))
        std::abort();
    return (*fork)->place();
}

} // namespace

void readInPieces(TableReader &reader)
{
    Rows expected;
    if (!reader.seekable() || !reader.rewind() || !readAll(reader, expected) || expected.empty())
        return;
    SeekableReader &table = *reader.seekable();
    Row header;
    if (!table.rewind() || !table.next(header))
        std::abort();
    const std::size_t columns = header.cells.size();
    TablePlace arrived = table.place();
    Rows found = {expected.front()};
    const std::vector<std::int64_t> begins = guesses(table, arrived.offset);
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::int64_t to = i + 1 < begins.size() ? begins[i + 1] : std::numeric_limits<std::int64_t>::max();
        Rows guessed;
        TablePlace end = readPiece(table, begins[i], to, columns, guessed, arrived.number);
        if (begins[i] != arrived.offset) {
            guessed.clear();
            end = readPiece(table, arrived.offset, to, columns, guessed, arrived.number);
        }
        found.insert(found.end(), guessed.begin(), guessed.end());
        arrived = {end.offset, arrived.number + end.number, arrived.line + end.line - 1};
    }
    if (found != expected)
        std::abort();
}

} // namespace zsb::test
