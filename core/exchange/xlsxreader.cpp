#include "core/exchange/xlsxreader.h"

#include "core/base/text.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

using Token = XmlScanner::Token;

constexpr std::size_t maxColumns = 16'384;
constexpr std::int64_t maxRows = 1'048'576;
constexpr std::size_t maxMergedRanges = 500'000;
constexpr std::size_t exactDigits = 15;
constexpr std::size_t longestEvidence = 40;

/// 0-based column of a reference like BC12; maxColumns when it is none.
std::size_t columnOf(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + std::size_t(c - 'A') + 1;
        if (column > maxColumns)
            return maxColumns;
    }
    return column == 0 ? maxColumns : column - 1;
}

/// The number a text is, or a negative one.
std::int64_t countOf(std::string_view text)
{
    std::int64_t value = -1;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::size_t styleOf(std::optional<std::string_view> text)
{
    const std::int64_t style = countOf(text.value_or(""));
    return style < 0 ? 0 : std::size_t(style);
}

std::int64_t rowOf(std::string_view reference)
{
    return countOf(reference.substr(std::min(reference.find_first_of("0123456789"), reference.size())));
}

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true";
}

bool isShortInteger(std::string_view text)
{
    return !text.empty() && text.size() <= exactDigits && (text[0] != '0' || text.size() == 1) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Error damaged(std::string_view what)
{
    return {ErrorCode::Invalid, "workbook: " + std::string(what)};
}

} // namespace

Result<std::unique_ptr<TableReader>> XlsxReader::open(const std::string &path, const ReadOptions &options)
{
    auto archive = ZipArchive::open(path, options.limits);
    if (!archive)
        return archive.error();
    auto workbook = readWorkbook(**archive, options.limits);
    if (!workbook)
        return workbook.error();
    auto styles = readDateStyles(**archive, *workbook, options.limits);
    if (!styles)
        return styles.error();
    auto texts = SharedTexts::read(**archive, *workbook, options.limits);
    if (!texts)
        return texts.error();
    auto reader = std::make_unique<XlsxReader>();
    reader->m_options = options;
    reader->m_headerRow = options.headerRow;
    reader->m_archive = std::move(*archive);
    reader->m_workbook = std::move(*workbook);
    reader->m_dateStyles = std::move(*styles);
    reader->m_texts = std::move(*texts);
    if (const Done selected = reader->selectSheet(); !selected)
        return selected.error();
    if (const Done rewound = reader->rewind(); !rewound)
        return rewound.error();
    return std::unique_ptr<TableReader>(std::move(reader));
}

Done XlsxReader::selectSheet()
{
    m_info.format = TableFormat::Xlsx;
    m_info.datesFrom1904 = m_workbook.dates == DateSystem::From1904;
    for (const XlsxWorkbook::Sheet &sheet : m_workbook.sheets)
        m_info.sheets.push_back(sheet.name);
    m_sheet = std::size_t(m_options.sheetIndex);
    if (!m_options.sheet.empty())
        m_sheet = std::size_t(std::distance(m_info.sheets.begin(), std::ranges::find(m_info.sheets, m_options.sheet)));
    if (m_sheet >= m_info.sheets.size())
        return tableError(TableFault::NoSuchSheet, "workbook: no such sheet");
    m_info.sheet = m_info.sheets[m_sheet];
    return done();
}

Done XlsxReader::rewind()
{
    auto source = m_archive->entry(m_workbook.sheets[m_sheet].part, m_options.limits.maxInflatedBytes);
    if (!source)
        return source.error();
    m_xml = std::make_unique<XmlScanner>(std::move(*source));
    m_number = 0;
    m_cells = 0;
    m_columns = 0;
    forgetBlankRows();
    m_info.mergedRanges.clear();
    return enterRows();
}

/// Up to the start of sheetData.
Done XlsxReader::enterRows()
{
    for (;;) {
        const auto token = m_xml->next();
        if (!token)
            return token.error();
        if (*token == Token::AtEnd)
            return damaged("a sheet without rows");
        if (*token == Token::Start && m_xml->name() == "sheetData")
            return done();
    }
}

Result<bool> XlsxReader::next(Row &row)
{
    while (m_xml) {
        const auto more = readRow();
        if (!more)
            return more;
        if (!*more) {
            const Done merged = readMergedRanges();
            m_xml.reset();
            return merged ? Result(false) : merged.error();
        }
        if (m_row.isBlank()) {
            meetBlankRows(1);
            continue;
        }
        settleBlankRows();
        if (!m_misplaced.empty())
            m_row.addRowProblem(ProblemCode::MisplacedRow, m_misplaced);
        if (m_hidden)
            m_row.addRowProblem(ProblemCode::HiddenRow);
        row = m_row.finish(m_headerRow > 0 && m_number >= m_headerRow, m_columns);
        return true;
    }
    return false;
}

/// The next row element; false at the end of sheetData.
Result<bool> XlsxReader::readRow()
{
    for (;;) {
        const auto token = m_xml->next();
        if (!token)
            return token.error();
        if (*token == Token::End)
            return false;
        if (*token == Token::AtEnd)
            return damaged("a sheet ends inside its rows");
        if (*token == Token::Text)
            continue;
        if (m_xml->name() != "row")
            return damaged("something that is no row among the rows");
        if (const Done begun = beginRow(); !begun)
            return begun.error();
        if (const Done read = readCells(); !read)
            return read.error();
        return true;
    }
}

/// Begins the row just started. One that says it stands where rows have already been is the one after them.
Done XlsxReader::beginRow()
{
    const std::int64_t following = m_number + 1;
    const auto written = m_xml->attribute("r");
    const std::int64_t number = written ? countOf(*written) : following;
    const bool misplaced = number < following || number > maxRows;
    if (following > maxRows)
        return damaged("more rows than a sheet has");
    m_number = misplaced ? following : number;
    meetBlankRows(m_number - following); // a sheet leaves them out
    m_row.begin(m_number);
    m_misplaced.clear();
    if (misplaced)
        m_misplaced = written->empty() ? "?" : written->substr(0, longestEvidence);
    m_hidden = isTrue(m_xml->attribute("hidden").value_or(""));
    return done();
}

Done XlsxReader::readCells()
{
    for (std::size_t following = 0;;) {
        const auto plain = takePlainCell(following);
        if (!plain)
            return plain.error();
        if (*plain)
            continue;
        const auto token = m_xml->next();
        if (!token)
            return token.error();
        if (*token == Token::End)
            return done();
        if (*token != Token::Start)
            continue;
        if (m_xml->name() != "c") {
            m_value.clear();
            if (const Done skipped = m_xml->readText(m_value); !skipped)
                return skipped;
            continue;
        }
        auto head = cellAt(m_xml->attribute("r"), following);
        if (!head)
            return head.error();
        head->style = styleOf(m_xml->attribute("s"));
        m_type.assign(m_xml->attribute("t").value_or("n"));
        head->type = m_type;
        if (const Done read = readCell(*head); !read)
            return read;
        takeCell(*head);
    }
}

/// The next cell when it is written as nearly all are; false when it is not, and nothing is read.
Result<bool> XlsxReader::takePlainCell(std::size_t &following)
{
    const std::optional<PlainCell> cell = m_xml->takePlainCell();
    if (!cell)
        return false;
    auto head = cellAt(cell->reference, following);
    if (!head)
        return head.error();
    head->style = styleOf(cell->style);
    m_type.assign(cell->type.value_or("n"));
    head->type = m_type;
    m_value.assign(cell->value);
    takeCell(*head);
    return true;
}

/// A cell at the place it says, or else at the `following` one, which moves on behind it.
Result<XlsxReader::CellHead> XlsxReader::cellAt(std::optional<std::string_view> reference, std::size_t &following)
{
    if (++m_cells > m_options.limits.maxCells)
        return Error{ErrorCode::Refused, "workbook: more cells than the limit"};
    CellHead head;
    head.column = reference ? columnOf(*reference) : following;
    if (head.column >= maxColumns) {
        head.column = std::min(following, maxColumns - 1);
        m_row.addProblem(head.column, ProblemCode::UnknownCell,
                         std::string(reference.value_or("").substr(0, longestEvidence)));
    }
    following = head.column + 1;
    return head;
}

/// Gathers the value of the cell just started in m_value.
Done XlsxReader::readCell(CellHead &head)
{
    m_value.clear();
    for (;;) {
        const auto token = m_xml->next();
        if (!token)
            return token.error();
        if (*token == Token::End)
            return done();
        if (*token != Token::Start)
            continue;
        const bool isFormula = m_xml->name() == "f";
        const bool isValue = m_xml->name() == "v" || m_xml->name() == "is";
        head.hasFormula = head.hasFormula || isFormula;
        std::string &target = isValue ? m_value : m_shown;
        target.clear();
        if (const Done read = m_xml->readText(target, "rPh"); !read)
            return read;
    }
}

void XlsxReader::takeCell(const CellHead &head)
{
    const std::size_t maxBytes = m_options.limits.maxCellBytes;
    if (m_value.empty()) {
        if (head.hasFormula && head.type != "str")
            m_row.addProblem(head.column, ProblemCode::FormulaWithoutValue);
    } else if (head.type == "n") {
        takeNumber(head);
    } else if (head.type == "s") {
        takeSharedText(head);
    } else if (head.type == "b") {
        m_row.setShared(head.column, m_value == "0" || m_value == "false" ? "0" : "1", CellKind::Bool);
    } else if (head.type == "e") {
        m_row.setCopy(head.column, m_value, CellKind::Error, maxBytes);
        m_row.addProblem(head.column, ProblemCode::ErrorCell, m_value);
    } else if (head.type == "d") {
        const std::size_t t = m_value.find('T');
        const std::string_view value(m_value);
        const bool midnight = t != std::string::npos && value.substr(t).starts_with("T00:00:00");
        m_row.setCopy(head.column, midnight ? value.substr(0, t) : value, CellKind::Date, maxBytes);
    } else if (head.type == "str" || head.type == "inlineStr") {
        const bool escaped = m_value.find("_x") != std::string::npos;
        m_row.setCopy(head.column, escaped ? unescapedCellText(m_value) : m_value, CellKind::Text, maxBytes);
    } else {
        m_row.setCopy(head.column, m_value, CellKind::Text, maxBytes);
        m_row.addProblem(head.column, ProblemCode::UnknownCell, m_type.substr(0, longestEvidence));
    }
}

void XlsxReader::takeNumber(const CellHead &head)
{
    const std::size_t maxBytes = m_options.limits.maxCellBytes;
    const bool isDate = head.style < m_dateStyles.size() && m_dateStyles[head.style];
    if (!isDate && isShortInteger(m_value)) {
        m_row.setCopy(head.column, m_value, CellKind::Number, maxBytes);
        return;
    }
    double value = 0;
    const char *end = m_value.data() + m_value.size();
    const auto parsed = std::from_chars(m_value.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
        m_row.setCopy(head.column, m_value, CellKind::Text, maxBytes);
        return;
    }
    m_shown.clear();
    if (isDate && appendDate(m_shown, value, m_workbook.dates)) {
        m_row.setCopy(head.column, m_shown, CellKind::Date, maxBytes);
        return;
    }
    appendNumber(m_shown, value);
    m_row.setCopy(head.column, m_shown, CellKind::Number, maxBytes);
    if (isRounded(value))
        m_row.addProblem(head.column, ProblemCode::RoundedNumber, m_shown);
}

void XlsxReader::takeSharedText(const CellHead &head)
{
    const std::int64_t index = countOf(trimmed(m_value));
    if (index < 0 || index >= std::int64_t(m_texts.size())) {
        m_row.addProblem(head.column, ProblemCode::ErrorCell, m_value);
        return;
    }
    const std::string_view text = m_texts.at(std::size_t(index));
    if (text.size() > m_options.limits.maxCellBytes || !m_texts.isSound())
        m_row.setCopy(head.column, text, CellKind::Text, m_options.limits.maxCellBytes);
    else
        m_row.setShared(head.column, text, CellKind::Text);
}

/// What follows the rows; the merged ranges are there.
Done XlsxReader::readMergedRanges()
{
    for (;;) {
        const auto token = m_xml->next();
        if (!token)
            return token.error();
        if (*token == Token::AtEnd)
            return done();
        if (*token != Token::Start || m_xml->name() != "mergeCell")
            continue;
        if (m_info.mergedRanges.size() == maxMergedRanges)
            return Error{ErrorCode::Refused, "workbook: more merged ranges than the limit"};
        takeMergedRange(m_xml->attribute("ref").value_or(""));
    }
}

void XlsxReader::takeMergedRange(std::string_view reference)
{
    const std::size_t colon = reference.find(':');
    if (colon == std::string_view::npos)
        return;
    const std::string_view first = reference.substr(0, colon);
    const std::string_view last = reference.substr(colon + 1);
    const CellRange range{rowOf(first), rowOf(last), int(columnOf(first)) + 1, int(columnOf(last)) + 1};
    const bool isRange = range.firstRow > 0 && range.firstRow <= range.lastRow && range.lastRow <= maxRows &&
                         range.firstColumn <= range.lastColumn && range.lastColumn <= int(maxColumns);
    if (isRange)
        m_info.mergedRanges.push_back(range);
}

} // namespace zsb
