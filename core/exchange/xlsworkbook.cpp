#include "core/exchange/xlsworkbook.h"

#include "core/exchange/littleendian.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace zsb {
namespace {

constexpr std::uint16_t biff5 = 0x0500;
constexpr std::uint16_t biff8 = 0x0600;
constexpr std::uint8_t worksheetType = 0;
constexpr std::size_t maxMergedRanges = 500'000; // a sheet has 65,536 rows
constexpr unsigned hiddenFlag = 0x20;

std::string_view errorText(std::uint8_t code)
{
    struct Known
    {
        std::uint8_t code;
        std::string_view text;
    };
    static constexpr std::array<Known, 7> errors = {{{0x00, "#NULL!"},
                                                     {0x07, "#DIV/0!"},
                                                     {0x0F, "#VALUE!"},
                                                     {0x17, "#REF!"},
                                                     {0x1D, "#NAME?"},
                                                     {0x24, "#NUM!"},
                                                     {0x2A, "#N/A"}}};
    const auto *const known = std::ranges::find(errors, code, &Known::code);
    return known != errors.end() ? known->text : "#ERROR!";
}

/// A number packed into 30 bits: of a double its upper ones, or an integer; perhaps in hundredths.
double unpacked(std::uint32_t packed)
{
    constexpr std::uint32_t hundredths = 1;
    constexpr std::uint32_t integer = 2;
    const double value = (packed & integer) != 0 ? double(std::int32_t(packed) >> 2)
                                                 : std::bit_cast<double>(std::uint64_t(packed & ~3U) << 32);
    return (packed & hundredths) != 0 ? value / 100 : value;
}

XlsCell cellAt(std::string_view content)
{
    XlsCell cell;
    cell.row = u16At(content, 0);
    cell.column = u16At(content, 2);
    return cell;
}

XlsCell textCell(std::string_view content, std::string_view text, CellKind kind = CellKind::Text)
{
    XlsCell cell = cellAt(content);
    cell.kind = kind;
    cell.text = text;
    return cell;
}

XlsCell boolOrErrorCell(std::string_view content, std::uint8_t value, bool isError)
{
    if (isError)
        return textCell(content, errorText(value), CellKind::Error);
    return textCell(content, value != 0 ? "1" : "0", CellKind::Bool);
}

void takeMergedRanges(std::string_view content, std::vector<CellRange> &ranges)
{
    for (std::size_t at = 2; at + 8 <= content.size() && ranges.size() < maxMergedRanges; at += 8)
        ranges.push_back({std::int64_t(u16At(content, at)) + 1, std::int64_t(u16At(content, at + 2)) + 1,
                          int(u16At(content, at + 4)) + 1, int(u16At(content, at + 6)) + 1});
}

} // namespace

Result<std::unique_ptr<XlsWorkbook>> XlsWorkbook::open(std::string stream)
{
    auto workbook = std::make_unique<XlsWorkbook>();
    workbook->m_stream = std::move(stream);
    if (const Done read = workbook->readGlobals(); !read)
        return read.error();
    return workbook;
}

Done XlsWorkbook::readGlobals()
{
    XlsRecords records(m_stream);
    if (!records.next() || records.id() != XlsRecord::Begin ||
        (u16At(records.content(), 0) != biff8 && u16At(records.content(), 0) != biff5))
        return tableError(TableFault::OldWorkbook, "workbook: neither Excel 5 nor 97");
    m_encoding.version = u16At(records.content(), 0) == biff8 ? XlsVersion::Biff8 : XlsVersion::Biff5;
    while (records.next() && records.id() != XlsRecord::End) {
        const std::string_view content = records.content();
        if (records.id() == XlsRecord::Password)
            return tableError(TableFault::Locked, "workbook: locked with a password");
        if (records.id() == XlsRecord::DateMode && u16At(content, 0) == 1)
            m_dates = DateSystem::From1904;
        else if (records.id() == XlsRecord::CodePage)
            m_encoding.codePage = u16At(content, 0);
        else if (records.id() == XlsRecord::Sheet)
            takeSheetEntry(content);
        else if (records.id() == XlsRecord::Style)
            m_styles.push_back(u16At(content, 2));
        else if (records.id() == XlsRecord::Format)
            takeFormat(content);
        else if (records.id() == XlsRecord::SharedTexts)
            takeSharedTexts(records.pieces());
    }
    if (m_sheets.empty())
        return Error{ErrorCode::Invalid, "workbook: no sheet"};
    return done();
}

/// The text behind a length of so many bytes at `at`.
std::string XlsWorkbook::textOf(std::string_view content, std::size_t at, std::size_t lengthBytes) const
{
    const auto length = std::size_t(littleEndian(content, at, lengthBytes));
    const std::size_t start = std::min(at + lengthBytes, content.size());
    return XlsPieces({content.substr(start)}, m_encoding).text(length);
}

void XlsWorkbook::takeSheetEntry(std::string_view content)
{
    if (u8At(content, 5) == worksheetType) // charts and macros hold no rows
        m_sheets.push_back({textOf(content, 6, 1), u32At(content, 0)});
}

void XlsWorkbook::takeFormat(std::string_view content)
{
    const std::size_t lengthBytes = m_encoding.version == XlsVersion::Biff8 ? 2 : 1;
    m_dateFormats[u16At(content, 0)] = isDateFormat(textOf(content, 2, lengthBytes));
}

void XlsWorkbook::takeSharedTexts(std::vector<std::string_view> pieces)
{
    XlsPieces reader(std::move(pieces), m_encoding);
    reader.skip(4);
    const std::uint32_t count = reader.number(4);
    while (m_texts.size() < count && !reader.atEnd())
        m_texts.push_back(reader.sharedText());
}

std::vector<std::string> XlsWorkbook::sheetNames() const
{
    std::vector<std::string> names;
    for (const SheetEntry &sheet : m_sheets)
        names.push_back(sheet.name);
    return names;
}

Result<XlsSheet> XlsWorkbook::readSheet(std::size_t index, const ReadLimits &limits) const
{
    XlsSheet sheet;
    const std::size_t offset = std::min<std::size_t>(m_sheets[index].offset, m_stream.size());
    XlsRecords records(std::string_view(m_stream).substr(offset));
    int depth = 0; // charts inside a sheet begin and end like it
    bool isWhole = false;
    while (!isWhole && records.next()) {
        depth += records.id() == XlsRecord::Begin ? 1 : records.id() == XlsRecord::End ? -1 : 0;
        isWhole = depth <= 0;
        if (depth == 1)
            takeRecord(records, sheet);
        if (std::int64_t(sheet.cells.size()) > limits.maxCells)
            return Error{ErrorCode::Refused, "workbook: more cells than the limit"};
    }
    if (!isWhole)
        return tableError(TableFault::Damaged, "workbook: a sheet without its end");
    std::ranges::sort(sheet.hiddenRows);
    std::ranges::stable_sort(sheet.cells, {}, [](const XlsCell &cell) { return std::tuple(cell.row, cell.column); });
    return sheet;
}

void XlsWorkbook::takeRecord(XlsRecords &records, XlsSheet &sheet) const
{
    const std::string_view content = records.content();
    const XlsRecord id = records.id();
    if (id == XlsRecord::SharedText) {
        const std::uint32_t index = u32At(content, 6);
        sheet.cells.push_back(index < m_texts.size() ? textCell(content, m_texts[index])
                                                     : textCell(content, errorText(0xFF), CellKind::Error));
    } else if (id == XlsRecord::Label || id == XlsRecord::RichText) {
        sheet.cells.push_back(textCell(content, sheet.texts.emplace_back(textOf(content, 6, 2))));
    } else if (id == XlsRecord::Number) {
        sheet.cells.push_back(numberCell(content, doubleAt(content, 6)));
    } else if (id == XlsRecord::ShortNumber) {
        sheet.cells.push_back(numberCell(content, unpacked(u32At(content, 6))));
    } else if (id == XlsRecord::MultipleNumbers) {
        takeNumbers(content, sheet);
    } else if (id == XlsRecord::BoolError) {
        sheet.cells.push_back(boolOrErrorCell(content, u8At(content, 6), u8At(content, 7) != 0));
    } else if (id == XlsRecord::Formula) {
        takeFormula(content, sheet);
    } else if (id == XlsRecord::FormulaText && !sheet.cells.empty()) {
        XlsPieces pieces(records.pieces(), m_encoding);
        const std::size_t length = pieces.number(2);
        sheet.cells.back().text = sheet.texts.emplace_back(pieces.text(length));
        sheet.cells.back().kind = CellKind::Text;
    } else if (id == XlsRecord::RowLayout && (u16At(content, 12) & hiddenFlag) != 0) {
        sheet.hiddenRows.push_back(u16At(content, 0));
    } else if (id == XlsRecord::MergedCells) {
        takeMergedRanges(content, sheet.mergedRanges);
    }
}

void XlsWorkbook::takeFormula(std::string_view content, XlsSheet &sheet) const
{
    constexpr std::uint16_t noNumber = 0xFFFF;
    constexpr std::uint8_t textResult = 0;
    constexpr std::uint8_t boolResult = 1;
    constexpr std::uint8_t errorResult = 2;
    const std::uint8_t type = u8At(content, 6);
    if (u16At(content, 12) != noNumber)
        sheet.cells.push_back(numberCell(content, doubleAt(content, 6)));
    else if (type == boolResult || type == errorResult)
        sheet.cells.push_back(boolOrErrorCell(content, u8At(content, 8), type == errorResult));
    else {
        sheet.cells.push_back(cellAt(content));
        sheet.cells.back().awaitsText = type == textResult; // which a record of its own brings
    }
}

/// Several numbers side by side: the row, the first column, then style and number of each.
void XlsWorkbook::takeNumbers(std::string_view content, XlsSheet &sheet) const
{
    XlsCell cell = cellAt(content);
    for (std::size_t at = 4; at + 6 + 2 <= content.size(); at += 6, ++cell.column) {
        cell.kind = numberKind(u16At(content, at));
        cell.number = unpacked(u32At(content, at + 2));
        sheet.cells.push_back(cell);
    }
}

XlsCell XlsWorkbook::numberCell(std::string_view content, double number) const
{
    XlsCell cell = cellAt(content);
    cell.kind = numberKind(u16At(content, 4));
    cell.number = number;
    return cell;
}

CellKind XlsWorkbook::numberKind(unsigned style) const
{
    const unsigned format = style < m_styles.size() ? m_styles[style] : 0;
    const auto custom = m_dateFormats.find(format);
    const bool isDate = custom != m_dateFormats.end() ? custom->second : isBuiltInDateFormat(int(format));
    return isDate ? CellKind::Date : CellKind::Number;
}

} // namespace zsb
