#include "core/exchange/xlsreader.h"

#include "core/exchange/bytesource.h"
#include "core/exchange/cellvalue.h"
#include "core/exchange/compoundfile.h"
#include "core/exchange/tablefault.h"

#include <algorithm>

namespace zsb {

Result<std::unique_ptr<TableReader>> XlsReader::open(const std::string &path, const ReadOptions &options)
{
    auto reader = std::make_unique<XlsReader>();
    reader->m_options = options;
    reader->m_headerRow = options.headerRow;
    if (const Done opened = reader->openWorkbook(path); !opened)
        return opened.error();
    reader->describeWorkbook();
    const Result<std::size_t> sheet = reader->sheetAskedFor(options);
    if (!sheet)
        return sheet.error();
    if (const Done selected = reader->select(*sheet); !selected)
        return selected.error();
    return std::unique_ptr<TableReader>(std::move(reader));
}

/// The workbook inside the container, if it may be opened at all.
Done XlsReader::openWorkbook(const std::string &path)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    const std::int64_t size = (*source)->file().size();
    if (size > m_options.limits.maxXlsBytes)
        return tableError(TableFault::TooLarge, "workbook: larger than the limit");
    auto container = CompoundFile::open(std::move(*source), size);
    if (!container)
        return container.error();
    if (container->has("EncryptedPackage")) // an .xlsx under a password
        return tableError(TableFault::Locked, "workbook: locked with a password");
    if (container->isEmpty())
        return tableError(TableFault::Damaged, "workbook: a container without its directory");
    auto stream =
        container->stream(container->has("Workbook") ? "Workbook" : "Book", m_options.limits.maxXlsStreamBytes);
    if (!stream && stream.error().code == ErrorCode::NotFound)
        return tableError(TableFault::OtherDocument, "workbook: a container of something else");
    if (!stream)
        return stream.error();
    auto workbook = XlsWorkbook::open(std::move(*stream));
    if (!workbook)
        return workbook.error();
    m_workbook = std::move(*workbook);
    return done();
}

void XlsReader::describeWorkbook()
{
    m_info.format = TableFormat::Xls;
    m_info.datesFrom1904 = m_workbook->dates() == DateSystem::From1904;
    m_info.sheets = m_workbook->sheetNames();
}

Done XlsReader::select(std::size_t sheet)
{
    if (sheet >= m_info.sheets.size())
        return noSuchSheet(m_info.sheets);
    auto records = m_workbook->readSheet(sheet, m_options.limits);
    if (!records)
        return records.error();
    m_sheet = std::move(*records);
    m_info.sheet = m_info.sheets[sheet];
    m_info.mergedRanges = m_sheet.mergedRanges;
    return rewind();
}

Done XlsReader::rewind()
{
    m_at = 0;
    m_number = 0;
    m_columns = 0;
    forgetBlankRows();
    return done();
}

Result<bool> XlsReader::next(Row &row)
{
    const std::vector<std::uint64_t> &records = m_sheet.records;
    while (m_at < records.size()) {
        const std::uint32_t stored = XlsSheet::rowOf(records[m_at]);
        meetBlankRows(std::int64_t(stored) - m_number); // a sheet leaves them out
        m_number = std::int64_t(stored) + 1;
        m_row.begin(m_number);
        for (; m_at < records.size() && XlsSheet::rowOf(records[m_at]) == stored; ++m_at)
            m_workbook->showCells(records[m_at], m_texts, [this](const XlsCell &cell) { takeCell(cell); });
        if (m_row.isBlank()) {
            meetBlankRows(1);
            continue;
        }
        settleBlankRows();
        if (std::ranges::binary_search(m_sheet.hiddenRows, stored))
            m_row.addRowProblem(ProblemCode::HiddenRow);
        row = m_row.finish(m_headerRow > 0 && m_number >= m_headerRow ? m_headerColumns : SheetRow::notYet, m_columns);
        return true;
    }
    return false;
}

void XlsReader::takeCell(const XlsCell &cell)
{
    const std::size_t maxBytes = m_options.limits.maxCellBytes;
    switch (cell.kind) {
    case CellKind::Empty:
        if (cell.awaitsText)
            m_row.addProblem(cell.column, ProblemCode::FormulaWithoutValue);
        return;
    case CellKind::Number:
    case CellKind::Date:
        takeNumber(cell);
        return;
    case CellKind::Error:
        m_row.addProblem(cell.column, ProblemCode::ErrorCell, std::string(cell.text));
        [[fallthrough]];
    case CellKind::Text:
    case CellKind::Bool:
        m_row.setCopy(cell.column, cell.text, cell.kind, maxBytes);
        return;
    }
}

void XlsReader::takeNumber(const XlsCell &cell)
{
    m_shown.clear();
    const bool isDate = cell.kind == CellKind::Date && appendDate(m_shown, cell.number, m_workbook->dates());
    if (!isDate)
        appendNumber(m_shown, cell.number);
    m_row.setCopy(cell.column, m_shown, isDate ? CellKind::Date : CellKind::Number, m_options.limits.maxCellBytes);
    if (!isDate && isRounded(cell.number))
        m_row.addProblem(cell.column, ProblemCode::RoundedNumber, m_shown);
}

} // namespace zsb
