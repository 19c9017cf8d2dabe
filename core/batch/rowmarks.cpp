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
constexpr std::string_view noPrint = "-";
constexpr std::size_t printLetters = 12;
constexpr std::size_t mostMarks = 40; ///< of cells of a row: the one they stand in is bounded; then one for the rest
constexpr std::size_t longestEvidence = 80; ///< bytes

/// Says of a text whether it is the same, however a spreadsheet program trims it and ends its lines, and with or
/// without the apostrophe that guards it.
std::string printOf(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ' && (c != '\'' || !plain.empty()))
            plain += c;
    return sha256Hex(plain).substr(0, printLetters);
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

struct Mark
{
    ProblemCode code;
    std::string_view header; ///< printOf() of both, or noPrint
    std::string_view cell;
    std::string evidence;
};

bool isPrint(std::string_view word)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return word == noPrint || (word.size() == printLetters && std::ranges::all_of(word, isDigit));
}

/// What stands between two brackets; nothing when it is none of ours.
std::optional<Mark> readMark(std::string_view text)
{
    const std::optional<ProblemCode> code = problemCodeOf("input." + std::string(takeWord(text)));
    const std::string_view header = takeWord(text);
    const std::string_view cell = takeWord(text);
    if (!code || !isPrint(header) || !isPrint(cell))
        return std::nullopt;
    return Mark{*code, header, cell, unpackedText(text)};
}

/// The column, 1-based, whose cell is as it was; 0 when there is none of that name; nothing when the cell was changed.
std::optional<int> columnOf(const Mark &mark, const TableLayout &layout, const Row &row)
{
    bool isThere = false;
    for (std::size_t column = 0; column < layout.header.size(); ++column) {
        if (printOf(layout.header[column]) != mark.header)
            continue;
        isThere = true;
        const std::string_view text = column < row.cells.size() ? row.cells[column].text : std::string_view();
        if (printOf(text) == mark.cell)
            return int(column) + 1;
    }
    return isThere ? std::nullopt : std::optional(0);
}

/// What one cell with marks says, but for what is told already.
void addMarked(std::vector<RowProblem> &problems, std::string_view text, const TableLayout &layout, const Row &row)
{
    std::size_t at = 0;
    for (std::size_t marks = 0; marks <= mostMarks && (at = text.find(opening)) != std::string_view::npos;) {
        text.remove_prefix(at + opening.size());
        std::optional<Mark> mark = readMark(text.substr(0, text.find(closing)));
        marks += mark ? 1 : 0;
        const std::optional<int> column = mark ? columnOf(*mark, layout, row) : std::nullopt;
        if (!column)
            continue;
        const auto isTold = [&](const RowProblem &told) { return told.column == *column && told.code == mark->code; };
        if (std::ranges::none_of(row.problems, isTold) && std::ranges::none_of(problems, isTold))
            problems.push_back({row.number, *column, mark->code, std::move(mark->evidence)});
    }
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
        if (!code || finding.severity != Severity::Error || column > header.size() || column > cells.size() ||
            (column > 0 && showsItself(*code, cells[column - 1])) || !marked.emplace(*code, column).second)
            continue;
        const bool isOneTooMany = marked.size() > mostMarks;
        const bool hasCell = column > 0 && !isOneTooMany;
        marks += std::string(opening) + finding.rule.substr(finding.rule.find('.') + 1) + ' ' +
                 (hasCell ? printOf(header[column - 1]) : std::string(noPrint)) + ' ' +
                 (hasCell ? printOf(cells[column - 1]) : std::string(noPrint)) + ' ' +
                 packed(evidenceOf(finding, "evidence")) + std::string(closing);
        if (isOneTooMany)
            break;
    }
    return marks;
}

std::vector<RowProblem> markedProblems(const TableLayout &layout, const Row &row)
{
    std::vector<RowProblem> problems;
    for (const std::size_t column : layout.marked)
        if (column < row.cells.size())
            addMarked(problems, row.cells[column].text, layout, row);
    return problems;
}

} // namespace zsb
