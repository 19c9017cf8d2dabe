#include "core/exchange/xlsxwriter.h"

#include "core/exchange/cellvalue.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <xlsxwriter.h>

namespace zsb {
namespace {

/// What the library says, and the system when it is the system's fault.
Error refused(lxw_error reason, int systemError = 0)
{
    const bool disk = reason == LXW_ERROR_CREATING_XLSX_FILE || reason == LXW_ERROR_CREATING_TMPFILE ||
                      reason == LXW_ERROR_ZIP_FILE_OPERATION || reason == LXW_ERROR_ZIP_CLOSE;
    std::string detail = "xlsx: " + std::string(lxw_strerror(reason));
    if (disk && systemError != 0)
        detail += ": " + std::generic_category().message(systemError);
    return {disk ? ErrorCode::Unreadable : ErrorCode::Invalid, detail};
}

/// What a link leads to, whether it is there or not: the link stays, as it does for every other report.
std::string behindLinks(const std::string &path)
{
    constexpr int mostLinks = 40;
    QFileInfo place(QString::fromStdString(path));
    if (!place.isSymLink())
        return path;
    for (int links = 0; place.isSymLink() && links < mostLinks; ++links)
        place.setFile(place.symLinkTarget());
    return place.filePath().toStdString();
}

/// What happened to the rows of a sheet: the library writes them to a temporary file and never asks whether they
/// arrived. 0 when they did.
int errorOf(std::FILE *rows)
{
    if (rows == nullptr)
        return 0;
    errno = 0;
    if (std::fflush(rows) == 0 && std::ferror(rows) == 0)
        return 0;
    if (errno == 0) { // of a write long before: asked for again, nothing can be spoilt
        std::clearerr(rows);
        std::fputc(' ', rows);
        (void)std::fflush(rows);
    }
    return errno != 0 ? errno : EIO;
}

} // namespace

struct XlsxWriter::Book
{
    struct Sheet
    {
        lxw_worksheet *sheet = nullptr;
        bool filterHeader = false;
        std::size_t wrappedColumn = 0; ///< 1-based; 0: none
        lxw_row_t row = 0;
        lxw_col_t columns = 0;
    };

    std::string path;
    std::string partial;              ///< where it grows
    lxw_workbook *workbook = nullptr; ///< owned until closed
    std::vector<Sheet> sheets;
    lxw_format *bold = nullptr;
    lxw_format *text = nullptr;
    lxw_format *wrapped = nullptr;
    std::string scratch; ///< the library wants terminated strings

    void makeFormats();
    void layOut(const Sheet &sheet, const XlsxStyle &style) const;
    [[nodiscard]] lxw_error writeCell(const Sheet &sheet, lxw_col_t column, const XlsxCell &cell);
};

void XlsxWriter::Book::makeFormats()
{
    bold = workbook_add_format(workbook);
    format_set_bold(bold);
    text = workbook_add_format(workbook);
    format_set_num_format(text, "@");
    wrapped = workbook_add_format(workbook);
    format_set_num_format(wrapped, "@");
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
}

void XlsxWriter::Book::layOut(const Sheet &sheet, const XlsxStyle &style) const
{
    const std::size_t columns = std::max(style.columnWidths.size(), style.textColumns);
    for (std::size_t i = 0; i < columns; ++i) {
        const double width = i < style.columnWidths.size() ? style.columnWidths[i] : LXW_DEF_COL_WIDTH;
        lxw_format *format = i + 1 == sheet.wrappedColumn ? wrapped : i < style.textColumns ? text : nullptr;
        worksheet_set_column(sheet.sheet, lxw_col_t(i), lxw_col_t(i), width, format);
    }
    worksheet_freeze_panes(sheet.sheet, 1, 0);
}

lxw_error XlsxWriter::Book::writeCell(const Sheet &sheet, lxw_col_t column, const XlsxCell &cell)
{
    if (cell.text.empty())
        return LXW_NO_ERROR;
    if (cell.isNumber) {
        double value = 0;
        const auto [end, failed] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
        if (failed != std::errc() || end != cell.text.data() + cell.text.size())
            return LXW_ERROR_PARAMETER_VALIDATION;
        return worksheet_write_number(sheet.sheet, sheet.row, column, value, nullptr);
    }
    scratch = escapedCellText(cell.text);
    lxw_format *format = sheet.row == 0 ? bold : std::size_t(column) + 1 == sheet.wrappedColumn ? wrapped : text;
    return worksheet_write_string(sheet.sheet, sheet.row, column, scratch.c_str(), format);
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
    book->path = behindLinks(path);
    book->partial = book->path + ".part";
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book->workbook = workbook_new_opt(book->partial.c_str(), &options);
    if (book->workbook == nullptr)
        return Error{ErrorCode::Internal, "xlsx: no workbook"};
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(std::move(book)));
    Book &b = *writer->m_book;
    lxw_doc_properties properties = {};
    properties.created = std::chrono::system_clock::to_time_t(created);
    workbook_set_properties(b.workbook, &properties);
    b.makeFormats();
    if (const Result<std::size_t> sheet = writer->addSheet(style); !sheet)
        return sheet.error();
    return writer;
}

Result<std::size_t> XlsxWriter::addSheet(const XlsxStyle &style)
{
    Book &b = *m_book;
    if (const lxw_error bad = workbook_validate_sheet_name(b.workbook, style.sheet.c_str()); bad != LXW_NO_ERROR)
        return refused(bad);
    lxw_worksheet *sheet = workbook_add_worksheet(b.workbook, style.sheet.c_str());
    if (sheet == nullptr)
        return Error{ErrorCode::Unreadable, "xlsx: no temporary file"};
    b.sheets.push_back({.sheet = sheet,
                        .filterHeader = style.filterHeader,
                        .wrappedColumn = style.wrapLastColumn ? style.textColumns : 0});
    b.layOut(b.sheets.back(), style);
    return b.sheets.size() - 1;
}

Done XlsxWriter::write(std::span<const XlsxCell> cells, std::size_t sheet)
{
    Book::Sheet &s = m_book->sheets[sheet];
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (const lxw_error bad = m_book->writeCell(s, lxw_col_t(i), cells[i]); bad != LXW_NO_ERROR)
            return refused(bad);
    s.columns = std::max(s.columns, lxw_col_t(cells.size()));
    ++s.row;
    return done();
}

Done XlsxWriter::writeText(std::span<const std::string_view> cells, std::size_t sheet)
{
    std::vector<XlsxCell> texts;
    texts.reserve(cells.size());
    for (const std::string_view cell : cells)
        texts.push_back({cell, false});
    return write(texts, sheet);
}

std::int64_t XlsxWriter::rows(std::size_t sheet) const
{
    return m_book->sheets[sheet].row;
}

Done XlsxWriter::finish()
{
    Book &b = *m_book;
    for (const Book::Sheet &s : b.sheets)
        if (s.filterHeader && s.row > 0 && s.columns > 0)
            worksheet_autofilter(s.sheet, 0, 0, s.row - 1, lxw_col_t(s.columns - 1));
    int systemError = 0;
    for (const Book::Sheet &s : b.sheets)
        systemError = std::max(systemError, errorOf(s.sheet->optimize_tmpfile));
    const bool isWhole = systemError == 0;
    errno = 0;
    const lxw_error written = workbook_close(std::exchange(b.workbook, nullptr));
    const lxw_error closed = isWhole ? written : LXW_ERROR_CREATING_TMPFILE;
    systemError = isWhole ? errno : systemError;
    const QString partial = QString::fromStdString(b.partial);
    const QString target = QString::fromStdString(b.path);
    if (closed != LXW_NO_ERROR) {
        QFile::remove(partial);
        return refused(closed, systemError);
    }
    // One step, so that what stood there before is whole until the new one does.
    std::error_code failed;
    std::filesystem::rename(partial.toStdU16String(), target.toStdU16String(), failed);
    if (!failed)
        return done();
    QFile::remove(partial);
    return Error{ErrorCode::Unreadable, "xlsx: the file cannot be put in place: " + failed.message()};
}

} // namespace zsb
