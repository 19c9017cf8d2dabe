#include "core/exchange/sheetrow.h"

#include "core/base/text.h"
#include "core/exchange/cellvalue.h"
#include "core/exchange/textsource.h"

#include <algorithm>
#include <utility>

namespace zsb {
namespace {

constexpr std::size_t mostProblems = 20'000;              ///< of a row
constexpr std::size_t longestEvidence = 1024;             ///< bytes
constexpr std::size_t maxRowBytes = std::size_t(4) << 20; ///< a sheet has many columns

/// B7; `column` is 0-based.
std::string placeName(std::int64_t row, std::size_t column)
{
    const std::string range = rangeName({row, row, int(column) + 1, int(column) + 1});
    return range.substr(0, range.find(':'));
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Evidence may come from markup as it stands, or be cut inside a character.
std::string wholeText(std::string evidence)
{
    evidence.resize(upToBytes(evidence, longestEvidence).size());
    return isValidUtf8(evidence) ? std::move(evidence) : repairUtf8(evidence).text;
}

} // namespace

void SheetRow::begin(std::int64_t number)
{
    m_number = number;
    m_cells.clear();
    m_taken.clear();
    m_copied.clear();
    m_text.clear();
    m_problems.clear();
    m_told.clear();
    m_bytes = 0;
}

/// Of two cells at one place the later one counts, as in spreadsheet programs.
void SheetRow::place(std::size_t column, CellKind kind)
{
    if (column >= m_cells.size()) {
        m_cells.resize(column + 1);
        m_taken.resize(column + 1);
    }
    if (m_cells[column].kind != CellKind::Empty) {
        forget(column);
        addProblem(column, ProblemCode::RepeatedCell, placeName(m_number, column));
    }
    m_cells[column].kind = kind;
}

/// The text of a cell that is written anew; what was copied last makes room again.
void SheetRow::forget(std::size_t column)
{
    const auto copied = std::ranges::find(m_copied, column, &Copied::column);
    if (copied == m_copied.end()) {
        m_bytes -= std::exchange(m_taken[column], 0);
        return;
    }
    if (copied->offset + copied->size == m_text.size()) {
        m_text.resize(copied->offset);
        m_bytes -= std::exchange(m_taken[column], 0); // not what it became when it was repaired
    }
    m_copied.erase(copied);
}

/// How much of a text the row still has room for.
std::size_t SheetRow::take(std::size_t column, std::size_t size, std::size_t maxBytes)
{
    const std::size_t kept = std::min({size, maxBytes, maxRowBytes - m_bytes});
    if (kept < size)
        addProblem(column, ProblemCode::CellTooLong, std::to_string(kept) + "/" + std::to_string(size));
    m_bytes += kept;
    m_taken[column] = kept;
    return kept;
}

void SheetRow::setShared(std::size_t column, std::string_view text, CellKind kind)
{
    if (text.empty())
        return;
    place(column, kind);
    text = upToBytes(text, take(column, text.size(), text.size()));
    m_cells[column].text = text;
    if (kind == CellKind::Text)
        doubt(column, text);
}

void SheetRow::setCopy(std::size_t column, std::string_view text, CellKind kind, std::size_t maxBytes)
{
    if (text.empty())
        return;
    place(column, kind);
    text = upToBytes(text, take(column, text.size(), maxBytes));
    const std::size_t offset = m_text.size();
    if (isAscii(text) || isValidUtf8(text)) {
        m_text.append(text);
    } else {
        const RepairedText repaired = repairUtf8(text);
        addProblem(column, ProblemCode::BadEncoding, std::to_string(repaired.badPlaces));
        m_text.append(repaired.text);
    }
    m_copied.push_back({column, offset, m_text.size() - offset});
    if (kind == CellKind::Text)
        doubt(column, std::string_view(m_text).substr(offset));
}

/// A text that no longer says what was typed, or is no text.
void SheetRow::doubt(std::size_t column, std::string_view text)
{
    if (const auto code = doubtOf(text))
        addProblem(column, *code, std::string(text));
    if (text.find('\0') != std::string_view::npos)
        addProblem(column, ProblemCode::NulByte, std::to_string(std::ranges::count(text, '\0')));
}

void SheetRow::addProblem(std::size_t column, ProblemCode code, std::string evidence)
{
    if (m_problems.size() < mostProblems && m_told.emplace(column, code).second)
        m_problems.push_back({m_number, int(column) + 1, code, wholeText(std::move(evidence))});
}

void SheetRow::addRowProblem(ProblemCode code, std::string evidence)
{
    m_problems.push_back({m_number, 0, code, wholeText(std::move(evidence))});
}

Row SheetRow::finish(std::size_t headerColumns, std::size_t &columns)
{
    for (const Copied &copied : m_copied)
        m_cells[copied.column].text = std::string_view(m_text).substr(copied.offset, copied.size);
    if (headerColumns != notYet && columns == 0)
        columns = std::max(m_cells.size(), headerColumns);
    if (columns > 0 && m_cells.size() > columns)
        m_problems.push_back(
            {m_number, 0, ProblemCode::ExtraCells, std::to_string(m_cells.size()) + "/" + std::to_string(columns)});
    if (m_cells.size() < columns)
        m_cells.resize(columns);
    return {m_number, m_number, m_cells, m_problems};
}

} // namespace zsb
