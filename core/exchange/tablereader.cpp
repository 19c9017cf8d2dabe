#include "core/exchange/tablereader.h"

#include "core/base/hash.h"
#include "core/exchange/bytesource.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/littleendian.h"
#include "core/exchange/tablefault.h"
#include "core/exchange/xlsreader.h"
#include "core/exchange/xlsxreader.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace zsb {
namespace {

constexpr std::string_view zipMark = "PK\x03\x04";
constexpr std::string_view emptyZipMark = "PK\x05\x06";
constexpr std::string_view compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Result<std::string> headOf(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    std::array<char, 512> head = {};
    const auto got = (*file)->read(head.data(), head.size());
    if (!got)
        return got.error();
    return std::string(head.data(), *got);
}

/// A web page or XML under a spreadsheet's name, as many web systems export.
bool isMarkup(std::string_view head)
{
    const std::size_t start = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return start != std::string_view::npos && head[start] == '<';
}

/// A workbook of Excel 2 to 4 is no container: it starts with the record that begins a sheet.
bool isOldWorkbook(std::string_view head)
{
    constexpr unsigned beginRecord = 0x09;
    return head.size() >= 4 && u8At(head, 0) == beginRecord && (u8At(head, 1) & ~0x06U) == 0 &&
           (u16At(head, 2) == 4 || u16At(head, 2) == 6);
}

} // namespace

TableReader::~TableReader() = default;

Done TableReader::select(std::size_t) // a text table has no sheets
{
    return noSuchSheet(m_info.sheets);
}

const char *encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Gb18030:
        return "GB18030";
    case TextEncoding::Utf16LittleEndian:
        return "UTF-16LE";
    case TextEncoding::Utf16BigEndian:
        return "UTF-16BE";
    }
    return "";
}

Result<std::size_t> TableReader::sheetAskedFor(const ReadOptions &options) const
{
    auto place = std::size_t(options.sheetIndex);
    if (!options.sheet.empty())
        place = std::size_t(std::distance(m_info.sheets.begin(), std::ranges::find(m_info.sheets, options.sheet)));
    if (place >= m_info.sheets.size())
        return noSuchSheet(m_info.sheets);
    return place;
}

std::string rangeName(const CellRange &range)
{
    const auto cell = [](std::int64_t row, int column) {
        std::string name;
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            name.insert(name.begin(), char('A' + (rest - 1) % 26));
        return name + std::to_string(row);
    };
    return cell(range.firstRow, range.firstColumn) + ":" + cell(range.lastRow, range.lastColumn);
}

Result<std::unique_ptr<TableReader>> openTable(const std::string &path, const ReadOptions &options)
{
    const auto head = headOf(path);
    if (!head)
        return head.error();
    if (head->empty())
        return tableError(TableFault::Empty, "table: the file is empty");
    if (isOldWorkbook(*head))
        return tableError(TableFault::OldWorkbook, "workbook: Excel 4 or before");
    if (head->starts_with(zipMark) || head->starts_with(emptyZipMark))
        return XlsxReader::open(path, options);
    if (head->starts_with(compoundMark))
        return XlsReader::open(path, options);
    if (isMarkup(*head))
        return tableError(TableFault::Markup, "table: a web page or XML, not a workbook");
    return CsvReader::open(path, options);
}

Result<std::string> fileSha256(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    return sha256Hex((*file)->file());
}

} // namespace zsb
