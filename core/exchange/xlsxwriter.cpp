#include "core/exchange/xlsxwriter.h"

#include "core/exchange/cellvalue.h"

#include <QFile>

#include <algorithm>
#include <charconv>

#include <xlsxwriter.h>

namespace zsb {
namespace {

Error refused(lxw_error reason)
{
    const bool disk = reason == LXW_ERROR_CREATING_XLSX_FILE || reason == LXW_ERROR_CREATING_TMPFILE ||
                      reason == LXW_ERROR_ZIP_FILE_OPERATION || reason == LXW_ERROR_ZIP_CLOSE;
    return {disk ? ErrorCode::Unreadable : ErrorCode::Invalid, "xlsx: " + std::string(lxw_strerror(reason))};
}

} // namespace

struct XlsxWriter::Book
{
    std::string path;
    std::string partial; ///< where it grows
    XlsxStyle style;
    lxw_workbook *workbook = nullptr; ///< owned until closed
    lxw_worksheet *sheet = nullptr;
    lxw_format *bold = nullptr;
    lxw_format *text = nullptr;
    lxw_row_t row = 0;
    lxw_col_t columns = 0;
    std::string scratch; ///< the library wants terminated strings

    [[nodiscard]] lxw_error writeCell(lxw_col_t column, const XlsxCell &cell);
};

lxw_error XlsxWriter::Book::writeCell(lxw_col_t column, const XlsxCell &cell)
{
    if (cell.text.empty())
        return LXW_NO_ERROR;
    if (cell.isNumber) {
        double value = 0;
        const auto [end, failed] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
        if (failed != std::errc() || end != cell.text.data() + cell.text.size())
            return LXW_ERROR_PARAMETER_VALIDATION;
        return worksheet_write_number(sheet, row, column, value, nullptr);
    }
    scratch = escapedCellText(cell.text);
    return worksheet_write_string(sheet, row, column, scratch.c_str(), row == 0 ? bold : text);
}

XlsxWriter::XlsxWriter(std::unique_ptr<Book> book) : m_book(std::move(book)) {}

XlsxWriter::~XlsxWriter()
{
    if (m_book->workbook == nullptr)
        return;
    workbook_close(m_book->workbook); // the library frees nothing otherwise
    QFile::remove(QString::fromStdString(m_book->partial));
}

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(const std::string &path, Instant created, const XlsxStyle &style)
{
    auto book = std::make_unique<Book>();
    book->path = path;
    book->partial = path + ".part";
    book->style = style;
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book->workbook = workbook_new_opt(book->partial.c_str(), &options);
    if (book->workbook == nullptr)
        return Error{ErrorCode::Internal, "xlsx: no workbook"};
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(std::move(book)));
    Book &b = *writer->m_book;
    if (const lxw_error bad = workbook_validate_sheet_name(b.workbook, style.sheet.c_str()); bad != LXW_NO_ERROR)
        return refused(bad);
    b.sheet = workbook_add_worksheet(b.workbook, style.sheet.c_str());
    if (b.sheet == nullptr)
        return Error{ErrorCode::Unreadable, "xlsx: no temporary file"};
    lxw_doc_properties properties = {};
    properties.created = std::chrono::system_clock::to_time_t(created);
    workbook_set_properties(b.workbook, &properties);
    b.bold = workbook_add_format(b.workbook);
    format_set_bold(b.bold);
    b.text = workbook_add_format(b.workbook);
    format_set_num_format(b.text, "@");
    for (std::size_t i = 0; i < style.columnWidths.size(); ++i)
        worksheet_set_column(b.sheet, lxw_col_t(i), lxw_col_t(i), style.columnWidths[i], nullptr);
    worksheet_freeze_panes(b.sheet, 1, 0);
    return writer;
}

Done XlsxWriter::write(std::span<const XlsxCell> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (const lxw_error bad = m_book->writeCell(lxw_col_t(i), cells[i]); bad != LXW_NO_ERROR)
            return refused(bad);
    m_book->columns = std::max(m_book->columns, lxw_col_t(cells.size()));
    ++m_book->row;
    return done();
}

Done XlsxWriter::writeText(std::span<const std::string_view> cells)
{
    std::vector<XlsxCell> texts;
    texts.reserve(cells.size());
    for (const std::string_view cell : cells)
        texts.push_back({cell, false});
    return write(texts);
}

Done XlsxWriter::finish()
{
    Book &b = *m_book;
    if (b.style.filterHeader && b.row > 0 && b.columns > 0)
        worksheet_autofilter(b.sheet, 0, 0, b.row - 1, lxw_col_t(b.columns - 1));
    const lxw_error closed = workbook_close(std::exchange(b.workbook, nullptr));
    const QString partial = QString::fromStdString(b.partial);
    const QString target = QString::fromStdString(b.path);
    if (closed != LXW_NO_ERROR) {
        QFile::remove(partial);
        return refused(closed);
    }
    if ((QFile::exists(target) && !QFile::remove(target)) || !QFile::rename(partial, target)) {
        QFile::remove(partial);
        return Error{ErrorCode::Unreadable, "xlsx: the file cannot be put in place"};
    }
    return done();
}

} // namespace zsb
