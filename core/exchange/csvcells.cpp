#include "core/base/text.h"
#include "core/exchange/cellvalue.h"
#include "core/exchange/csvreader.h"

#include <algorithm>

namespace zsb {
namespace {

/// Whether a cell, by its first letter and its length, may be anything but the text that stands in it.
bool mayNeedCare(std::string_view text)
{
    if (text.empty())
        return false;
    const char first = text.front();
    return first == '=' || first == '#' || (first >= '0' && first <= '9' && mayBeLostNumber(text));
}

std::string ratio(std::size_t part, std::size_t whole)
{
    return std::to_string(part) + "/" + std::to_string(whole);
}

} // namespace

bool CsvReader::isBlank() const
{
    return m_problems.empty() && std::ranges::all_of(m_cells, [](const Cell &cell) { return cell.text.empty(); });
}

void CsvReader::addProblem(std::size_t column, ProblemCode code, std::string evidence)
{
    m_problems.push_back({m_number, int(column) + 1, code, std::move(evidence)});
}

/// The record is whole and will not be parsed again: doubled quotes are undone where they stand.
void CsvReader::finishCells()
{
    m_repaired.clear();
    for (const std::size_t column : m_escaped) {
        std::string_view &text = m_cells[column].text;
        char *to = m_buffer.data() + (text.data() - m_buffer.data());
        char *const start = to;
        for (std::size_t i = 0; i < text.size(); ++i) {
            *to++ = text[i];
            if (text[i] == '"')
                ++i;
        }
        text = {start, std::size_t(to - start)};
    }
    const bool suspicious = m_survey.badPlaces > 0 || m_survey.nulBytes > 0;
    for (std::size_t column = 0; column < m_cells.size(); ++column) {
        if (suspicious)
            cleanCell(column);
        if (mayNeedCare(m_cells[column].text))
            readWithCare(column);
        if (m_cells[column].text.size() > m_options.limits.maxCellBytes)
            cutCell(column);
    }
}

/// Takes ="123" as 123, and says of numbers and errors what is lost.
void CsvReader::readWithCare(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    if (text.size() >= 4 && text.starts_with("=\"") && text.find('"', 2) == text.size() - 1)
        text = text.substr(2, text.size() - 3);
    if (const auto code = doubtOf(text))
        addProblem(column, *code, std::string(text));
}

void CsvReader::cleanCell(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    if (const auto nuls = std::ranges::count(text, '\0'); nuls > 0)
        addProblem(column, ProblemCode::NulByte, std::to_string(nuls));
    RepairedText repaired = repairUtf8(text);
    if (repaired.badPlaces == 0)
        return;
    addProblem(column, ProblemCode::BadEncoding, std::to_string(repaired.badPlaces));
    text = m_repaired.emplace_back(std::move(repaired.text));
}

/// Down to the limit, before the character that would pass it.
void CsvReader::cutCell(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    const std::size_t size = m_options.limits.maxCellBytes;
    addProblem(column, ProblemCode::CellTooLong, ratio(size, text.size()));
    text = upToBytes(text, size);
}

void CsvReader::fitToHeader()
{
    if (m_columns == 0) {
        if (m_headerRow > 0 && m_number >= m_headerRow) {
            m_columns = std::max(m_cells.size(), m_headerColumns);
            m_cells.resize(m_columns);
        }
        return;
    }
    const std::size_t cells = m_cells.size();
    if (cells == m_columns)
        return;
    m_problems.push_back({m_number, 0, cells < m_columns ? ProblemCode::MissingCells : ProblemCode::ExtraCells,
                          ratio(cells, m_columns)});
    if (cells < m_columns)
        m_cells.resize(m_columns);
}

} // namespace zsb
