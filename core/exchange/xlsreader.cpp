#include "core/exchange/xlsreader.h"

#include "core/exchange/bytesource.h"
#include "core/exchange/cellvalue.h"
#include "core/exchange/compoundfile.h"

#include <freexl.h>

#include <algorithm>

namespace zsb {
void XlsReader::Close::operator()(const void *handle) const
{
    freexl_close(handle);
}

Result<std::unique_ptr<TableReader>> XlsReader::open(const std::string &path, const ReadOptions &options)
{
    auto reader = std::make_unique<XlsReader>();
    reader->m_options = options;
    if (const Done opened = reader->openStream(path); !opened)
        return opened.error();
    const void *handle = nullptr;
    const int opened = freexl_open(path.c_str(), &handle);
    reader->m_book.reset(handle);
    if (opened != FREEXL_OK || handle == nullptr)
        return Error{ErrorCode::Invalid, "workbook: not a readable .xls, code " + std::to_string(opened)};
    unsigned int password = FREEXL_BIFF_PLAIN;
    freexl_get_info(handle, FREEXL_BIFF_PASSWORD, &password);
    if (password == FREEXL_BIFF_OBFUSCATED)
        return Error{ErrorCode::Refused, "workbook: locked with a password"};
    if (const Done selected = reader->selectSheet(); !selected)
        return selected.error();
    return std::unique_ptr<TableReader>(std::move(reader));
}

/// The workbook inside the container, if it may be opened at all.
Done XlsReader::openStream(const std::string &path)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    QFile &file = (*source)->file();
    if (file.size() > m_options.limits.maxXlsBytes)
        return Error{ErrorCode::Refused, "workbook: larger than the limit"};
    const auto container = CompoundFile::open(file.readAll().toStdString());
    if (!container)
        return container.error();
    if (container->has("EncryptedPackage")) // an .xlsx under a password
        return Error{ErrorCode::Refused, "workbook: locked with a password"};
    auto stream = container->stream(container->has("Workbook") ? "Workbook" : "Book");
    if (!stream)
        return Error{ErrorCode::Invalid, "workbook: a container of something else"};
    m_stream = std::move(*stream);
    return done();
}

Done XlsReader::selectSheet()
{
    m_info.format = TableFormat::Xls;
    unsigned int sheets = 0;
    freexl_get_info(m_book.get(), FREEXL_BIFF_SHEET_COUNT, &sheets);
    for (unsigned short i = 0; i < sheets; ++i) {
        const char *name = nullptr;
        const bool named = freexl_get_worksheet_name(m_book.get(), i, &name) == FREEXL_OK && name != nullptr;
        m_info.sheets.emplace_back(named ? name : "");
    }
    auto sheet = std::size_t(m_options.sheetIndex);
    if (!m_options.sheet.empty())
        sheet = std::size_t(std::distance(m_info.sheets.begin(), std::ranges::find(m_info.sheets, m_options.sheet)));
    if (sheet >= m_info.sheets.size())
        return Error{ErrorCode::Invalid, "workbook: no such sheet"};
    m_info.sheet = m_info.sheets[sheet];
    if (freexl_select_active_worksheet(m_book.get(), static_cast<unsigned short>(sheet)) != FREEXL_OK ||
        freexl_worksheet_dimensions(m_book.get(), &m_rows, &m_width) != FREEXL_OK)
        return Error{ErrorCode::Invalid, "workbook: a sheet cannot be read"};
    m_extras = readXlsExtras(std::exchange(m_stream, {}), sheet);
    m_info.mergedRanges = m_extras.mergedRanges;
    for (const auto &[place, value] : m_extras.cells) { // the library may not know of cells that hold formulas
        m_rows = std::max(m_rows, place.first + 1);
        m_width = std::max(m_width, std::uint16_t(place.second + 1));
    }
    return done();
}

Done XlsReader::rewind()
{
    m_number = 0;
    m_columns = 0;
    m_info.blankRows = 0;
    return done();
}

Result<bool> XlsReader::next(Row &row)
{
    const std::int64_t before = m_number;
    while (m_number < m_rows) {
        if (const Done read = readRow(); !read)
            return read.error();
        if (m_row.isBlank())
            continue;
        m_info.blankRows += std::int64_t(m_number) - before - 1;
        row = m_row.finish(m_options.headerRow > 0 && m_number >= m_options.headerRow, m_columns);
        return true;
    }
    return false;
}

Done XlsReader::readRow()
{
    m_row.begin(std::int64_t(m_number) + 1);
    for (std::uint16_t column = 0; column < m_width; ++column)
        if (const Done read = readCell(column); !read)
            return read;
    ++m_number;
    return done();
}

/// The cell as our own walk found it, if it did.
bool XlsReader::takeExtra(std::uint16_t column)
{
    const auto found = m_extras.cells.find({m_number, column});
    if (found == m_extras.cells.end())
        return false;
    const XlsExtras::Value &value = found->second;
    m_row.setCopy(column, value.text, value.kind, m_options.limits.maxCellBytes);
    if (value.kind == CellKind::Error)
        m_row.addProblem(column, ProblemCode::ErrorCell, value.text);
    if (value.kind == CellKind::Number && isRounded(value.number))
        m_row.addProblem(column, ProblemCode::RoundedNumber, value.text);
    return true;
}

Done XlsReader::readCell(std::uint16_t column)
{
    if (takeExtra(column))
        return done();
    FreeXL_CellValue cell = {};
    const int read = freexl_get_cell_value(m_book.get(), m_number, column, &cell);
    if (read == FREEXL_ILLEGAL_CELL_ROW_COL) // beyond what the library knows of
        return done();
    if (read != FREEXL_OK)
        return Error{ErrorCode::Invalid, "workbook: a cell cannot be read, code " + std::to_string(read)};
    switch (cell.type) {
    case FREEXL_CELL_INT:
        takeNumber(column, cell.value.int_value);
        break;
    case FREEXL_CELL_DOUBLE:
        takeNumber(column, cell.value.double_value);
        break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
        m_row.setCopy(column, cell.value.text_value, CellKind::Text, m_options.limits.maxCellBytes);
        break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME: {
        std::string_view text(cell.value.text_value);
        if (text.size() > 10 && text.ends_with(" 00:00:00"))
            text.remove_suffix(9);
        m_row.setCopy(column, text, CellKind::Date, m_options.limits.maxCellBytes);
        break;
    }
    case FREEXL_CELL_NULL:
        break;
    }
    return done();
}

void XlsReader::takeNumber(std::size_t column, double value)
{
    m_shown.clear();
    appendNumber(m_shown, value);
    m_row.setCopy(column, m_shown, CellKind::Number, m_options.limits.maxCellBytes);
    if (isRounded(value))
        m_row.addProblem(column, ProblemCode::RoundedNumber, m_shown);
}

} // namespace zsb
