#include "core/exchange/xlsreader.h"

#include "core/exchange/bytesource.h"
#include "core/exchange/cellvalue.h"

#include <freexl.h>

#include <algorithm>

namespace zsb {
namespace {

/// The name of the stream that holds a workbook locked with a password, as a compound file spells it.
constexpr std::string_view encryptedStream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

/// Whether the compound file may be opened at all.
Done checkContainer(const std::string &path, const ReadLimits &limits)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    QFile &file = (*source)->file();
    if (file.size() > limits.maxXlsBytes)
        return Error{ErrorCode::Refused, "workbook: larger than the limit"};
    const QByteArray bytes = file.readAll();
    if (std::string_view(bytes.constData(), std::size_t(bytes.size())).find(encryptedStream) != std::string_view::npos)
        return Error{ErrorCode::Refused, "workbook: locked with a password"};
    return done();
}

} // namespace

void XlsReader::Close::operator()(const void *handle) const
{
    freexl_close(handle);
}

Result<std::unique_ptr<TableReader>> XlsReader::open(const std::string &path, const ReadOptions &options)
{
    if (const Done checked = checkContainer(path, options.limits); !checked)
        return checked.error();
    auto reader = std::make_unique<XlsReader>();
    reader->m_options = options;
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
    while (m_number < m_rows) {
        if (const Done read = readRow(); !read)
            return read.error();
        if (m_row.isBlank()) {
            ++m_info.blankRows;
            continue;
        }
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

Done XlsReader::readCell(std::uint16_t column)
{
    FreeXL_CellValue cell = {};
    if (const int read = freexl_get_cell_value(m_book.get(), m_number, column, &cell); read != FREEXL_OK)
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
