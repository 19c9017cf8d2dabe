#include "core/exchange/xlsxreader.h"

#include "core/exchange/tablefault.h"
#include "core/exchange/xlsxplace.h"

#include <algorithm>

namespace zsb {
namespace {

using Token = XmlScanner::Token;

constexpr std::int64_t maxRows = 1'048'576;
constexpr std::size_t maxMergedRanges = 500'000;

std::size_t styleOf(std::optional<std::string_view> text)
{
    const std::int64_t style = xlsxCountOf(text.value_or(""));
    return style < 0 ? 0 : std::size_t(style);
}

std::int64_t rowOf(std::string_view reference)
{
    return xlsxCountOf(reference.substr(std::min(reference.find_first_of("0123456789"), reference.size())));
}

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true";
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
    reader->describeWorkbook();
    const Result<std::size_t> sheet = reader->sheetAskedFor(options);
    if (!sheet)
        return sheet.error();
    if (const Done selected = reader->select(*sheet); !selected)
        return selected.error();
    return std::unique_ptr<TableReader>(std::move(reader));
}

void XlsxReader::describeWorkbook()
{
    m_info.format = TableFormat::Xlsx;
    m_info.datesFrom1904 = m_workbook.dates == DateSystem::From1904;
    for (const XlsxWorkbook::Sheet &sheet : m_workbook.sheets)
        m_info.sheets.push_back(sheet.name);
}

Done XlsxReader::select(std::size_t sheet)
{
    if (sheet >= m_info.sheets.size())
        return noSuchSheet(m_info.sheets);
    m_sheet = sheet;
    m_info.sheet = m_info.sheets[sheet];
    return rewind();
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
        row = m_row.finish(m_headerRow > 0 && m_number >= m_headerRow ? m_headerColumns : SheetRow::notYet, m_columns);
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
    const std::int64_t number = written ? xlsxCountOf(*written) : following;
    const bool misplaced = number < following || number > maxRows;
    if (following > maxRows)
        return damaged("more rows than a sheet has");
    m_number = misplaced ? following : number;
    meetBlankRows(m_number - following); // a sheet leaves them out
    m_row.begin(m_number);
    m_misplaced.clear();
    if (misplaced)
        m_misplaced = written->empty() ? "?" : written->substr(0, longestXlsxEvidence);
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
    head.column = reference ? xlsxColumnOf(*reference) : following;
    if (head.column >= mostXlsxColumns) {
        head.column = std::min(following, mostXlsxColumns - 1);
        m_row.addProblem(head.column, ProblemCode::UnknownCell,
                         std::string(reference.value_or("").substr(0, longestXlsxEvidence)));
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
    const CellRange range{rowOf(first), rowOf(last), int(xlsxColumnOf(first)) + 1, int(xlsxColumnOf(last)) + 1};
    const bool isRange = range.firstRow > 0 && range.firstRow <= range.lastRow && range.lastRow <= maxRows &&
                         range.firstColumn <= range.lastColumn && range.lastColumn <= int(mostXlsxColumns);
    if (isRange)
        m_info.mergedRanges.push_back(range);
}

} // namespace zsb
