#include "core/batch/rowmarks.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/batch/inputmessages.h"
#include "core/exchange/cellvalue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace zsb {
namespace {

constexpr std::string_view opening = "⟦";
constexpr std::string_view closing = "⟧";
constexpr std::size_t mostMarks = 40;       ///< of a row: the cell they stand in is bounded
constexpr std::size_t longestEvidence = 80; ///< bytes

/// Says of a text whether it is the same, however a spreadsheet program trims it and ends its lines, and with or
/// without the apostrophe that guards it.
std::string printOf(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ' && (c != '\'' || !plain.empty()))
            plain += c;
    return sha256Hex(plain).substr(0, 12);
}

/// Blanks and brackets would end a mark.
std::string packed(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string all;
    for (const char c : text.substr(0, longestEvidence)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F && c != '%')
            all += c;
        else
            all.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return all;
}

std::string unpackedText(std::string_view text)
{
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        const char *from = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(from, from + 2, byte, 16).ptr == from + 2) {
            all += char(byte);
            i += 2;
        } else {
            all += text[i];
        }
    }
    return isValidUtf8(all) ? all : std::string();
}

/// Whether the cell shows it again to whoever reads it.
bool showsItself(ProblemCode code, std::string_view cell)
{
    return doubtOf(cell) == code || (code == ProblemCode::NulByte && cell.find('\0') != std::string_view::npos);
}

std::string_view takeWord(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

std::string evidenceOf(const Finding &finding, std::string_view key)
{
    const auto found = std::ranges::find(finding.evidence, key, &Evidence::key);
    const auto *text = found == finding.evidence.end() ? nullptr : std::get_if<std::string>(&found->value);
    return text ? *text : std::string();
}

std::size_t columnOf(const Finding &finding)
{
    const auto found = std::ranges::find(finding.evidence, std::string_view("column"), &Evidence::key);
    const auto *column = found == finding.evidence.end() ? nullptr : std::get_if<std::int64_t>(&found->value);
    return column ? std::size_t(*column) : 0;
}

/// The column under that header whose cell is as it was.
std::optional<std::size_t> unchangedCell(std::string_view header, std::string_view cell, const TableLayout &layout,
                                         const Row &row)
{
    for (std::size_t column = 0; column < layout.header.size(); ++column) {
        const std::string_view text = column < row.cells.size() ? row.cells[column].text : std::string_view();
        if (printOf(layout.header[column]) == header && printOf(text) == cell)
            return column;
    }
    return std::nullopt;
}

} // namespace

std::string marksOf(std::span<const Finding> findings, std::span<const std::string> header,
                    std::span<const std::string_view> cells)
{
    std::string marks;
    std::set<std::pair<ProblemCode, std::size_t>> marked;
    for (const Finding &finding : findings) {
        const std::optional<ProblemCode> code = problemCodeOf(finding.rule);
        const std::size_t column = columnOf(finding); // 1-based
        if (!code || finding.severity != Severity::Error || column == 0 || column > header.size() ||
            column > cells.size() || showsItself(*code, cells[column - 1]))
            continue;
        if (marked.size() == mostMarks || !marked.emplace(*code, column).second)
            continue;
        marks += std::string(opening) + finding.rule.substr(finding.rule.find('.') + 1) + ' ' +
                 printOf(header[column - 1]) + ' ' + printOf(cells[column - 1]) + ' ' +
                 packed(evidenceOf(finding, "evidence")) + std::string(closing);
    }
    return marks;
}

std::vector<RowProblem> markedProblems(const TableLayout &layout, const Row &row)
{
    std::vector<RowProblem> problems;
    if (!layout.marked || *layout.marked >= row.cells.size())
        return problems;
    std::string_view rest = row.cells[*layout.marked].text;
    for (std::size_t at = 0; (at = rest.find(opening)) != std::string_view::npos && problems.size() < mostMarks;) {
        rest.remove_prefix(at + opening.size());
        std::string_view mark = rest.substr(0, rest.find(closing));
        const std::optional<ProblemCode> code = problemCodeOf("input." + std::string(takeWord(mark)));
        const std::string_view header = takeWord(mark);
        const std::string_view cell = takeWord(mark);
        const std::optional<std::size_t> column = code ? unchangedCell(header, cell, layout, row) : std::nullopt;
        if (!column)
            continue;
        const RowProblem problem{row.number, int(*column) + 1, *code, unpackedText(mark)};
        const auto isTold = [&](const RowProblem &told) { return told.column == problem.column && told.code == *code; };
        if (std::ranges::none_of(row.problems, isTold))
            problems.push_back(problem);
    }
    return problems;
}

} // namespace zsb
