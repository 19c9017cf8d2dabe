#include "core/exchange/xlsworkbook.h"

#include "core/exchange/littleendian.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::uint16_t biff5 = 0x0500;
constexpr std::uint16_t biff8 = 0x0600;
constexpr std::uint8_t worksheetType = 0;
constexpr std::size_t maxMergedRanges = 500'000; // a sheet has 65,536 rows
constexpr std::size_t maxSheets = 10'000;
constexpr std::size_t maxStyles = 65'536; // they are named by sixteen bits
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

/// Whether the record holds cells, row and column first. What is shorter than those tells of none.
bool holdsCells(const XlsRecords &records)
{
    static constexpr std::array cells = {XlsRecord::SharedText, XlsRecord::Label,          XlsRecord::RichText,
                                         XlsRecord::Number,     XlsRecord::ShortNumber,    XlsRecord::BoolError,
                                         XlsRecord::Formula,    XlsRecord::MultipleNumbers};
    return records.content().size() > 4 && std::ranges::find(cells, records.id()) != cells.end();
}

/// How many cells a record of several numbers holds: the row, the first column, then style and number of each.
std::size_t numbersIn(std::string_view content)
{
    return content.size() < 12 ? 0 : (content.size() - 6) / 6;
}

void takeMergedRanges(std::string_view content, std::vector<CellRange> &ranges)
{
    for (std::size_t at = 2; at + 8 <= content.size() && ranges.size() < maxMergedRanges; at += 8)
        ranges.push_back({std::int64_t(u16At(content, at)) + 1, std::int64_t(u16At(content, at + 2)) + 1,
                          int(u16At(content, at + 4)) + 1, int(u16At(content, at + 6)) + 1});
}

/// The records of one sheet, charts inside it left out.
class XlsSheetWalk
{
public:
    explicit XlsSheetWalk(XlsRecords records) : m_records(records) {}

    [[nodiscard]] bool next()
    {
        while (!m_isWhole && m_records.next()) {
            m_depth += m_records.id() == XlsRecord::Begin ? 1 : m_records.id() == XlsRecord::End ? -1 : 0;
            m_isWhole = m_depth <= 0;
            if (m_depth == 1)
                return true;
        }
        return false;
    }
    [[nodiscard]] const XlsRecords &records() const { return m_records; }
    /// After the last one: whether the sheet came to its end.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    XlsRecords m_records;
    int m_depth = 0; ///< charts begin and end like the sheet
    bool m_isWhole = false;
};

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
        else if (records.id() == XlsRecord::Style && m_styles.size() < maxStyles)
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
    const std::array piece = {content.substr(std::min(at + lengthBytes, content.size()))};
    return XlsPieces(piece, m_encoding).text(length);
}

void XlsWorkbook::takeSheetEntry(std::string_view content)
{
    if (u8At(content, 5) == worksheetType && m_sheets.size() < maxSheets) // charts and macros hold no rows
        m_sheets.push_back({textOf(content, 6, 1), u32At(content, 0)});
}

void XlsWorkbook::takeFormat(std::string_view content)
{
    const std::size_t lengthBytes = m_encoding.version == XlsVersion::Biff8 ? 2 : 1;
    m_dateFormats[u16At(content, 0)] = isDateFormat(textOf(content, 2, lengthBytes));
}

/// Takes down where each text begins. A book with two tables of shared texts is damaged; the first one counts.
void XlsWorkbook::takeSharedTexts(std::vector<std::string_view> pieces)
{
    if (!m_textPieces.empty())
        return;
    m_textPieces = std::move(pieces);
    XlsPieces reader(m_textPieces, m_encoding);
    reader.skip(4);
    const std::uint32_t count = reader.number(4);
    constexpr std::size_t leastBytes = 3; // length and flags
    std::size_t bytes = 0;
    for (const std::string_view piece : m_textPieces)
        bytes += piece.size();
    m_texts.reserve(std::min<std::size_t>(count, bytes / leastBytes));
    while (m_texts.size() < count && !reader.atEnd()) {
        m_texts.push_back(std::uint32_t(reader.place() - m_stream.data()));
        reader.skipSharedText();
    }
}

std::string XlsWorkbook::sharedText(std::uint32_t index) const
{
    const char *place = m_stream.data() + m_texts[index];
    const auto behind = std::ranges::partition_point(
        m_textPieces, [place](std::string_view piece) { return piece.data() + piece.size() <= place; });
    const auto piece = std::size_t(std::distance(m_textPieces.begin(), behind));
    return XlsPieces(m_textPieces, m_encoding, piece, std::size_t(place - behind->data())).sharedText();
}

std::vector<std::string> XlsWorkbook::sheetNames() const
{
    std::vector<std::string> names;
    for (const SheetEntry &sheet : m_sheets)
        names.push_back(sheet.name);
    return names;
}

XlsRecords XlsWorkbook::recordsOf(std::size_t index) const
{
    const std::size_t offset = std::min<std::size_t>(m_sheets[index].offset, m_stream.size());
    return XlsRecords(std::string_view(m_stream).substr(offset));
}

/// How many records of the sheet hold cells. Errors: as of readSheet().
Result<std::size_t> XlsWorkbook::countRecords(std::size_t index, const ReadLimits &limits) const
{
    std::size_t count = 0;
    std::size_t cells = 0;
    XlsSheetWalk walk(recordsOf(index));
    while (walk.next()) {
        if (!holdsCells(walk.records()))
            continue;
        ++count;
        cells += walk.records().id() == XlsRecord::MultipleNumbers ? numbersIn(walk.records().content()) : 1;
        if (cells > std::size_t(limits.maxCells))
            return Error{ErrorCode::Refused, "workbook: more cells than the limit"};
    }
    if (!walk.isWhole())
        return tableError(TableFault::Damaged, "workbook: a sheet without its end");
    return count;
}

Result<XlsSheet> XlsWorkbook::readSheet(std::size_t index, const ReadLimits &limits) const
{
    const Result<std::size_t> count = countRecords(index, limits);
    if (!count)
        return count.error();
    XlsSheet sheet;
    sheet.records.reserve(*count);
    XlsSheetWalk walk(recordsOf(index));
    while (walk.next()) {
        const std::string_view content = walk.records().content();
        const XlsRecord id = walk.records().id();
        if (holdsCells(walk.records()))
            sheet.records.push_back(std::uint64_t(u16At(content, 0)) << 32U | walk.records().offsetIn(m_stream));
        else if (id == XlsRecord::RowLayout && (u16At(content, 12) & hiddenFlag) != 0)
            sheet.hiddenRows.push_back(u16At(content, 0));
        else if (id == XlsRecord::MergedCells)
            takeMergedRanges(content, sheet.mergedRanges);
    }
    std::ranges::sort(sheet.hiddenRows);
    if (!std::ranges::is_sorted(sheet.records)) // nearly all are
        std::ranges::sort(sheet.records);
    return sheet;
}

void XlsWorkbook::showCells(std::uint64_t record, XlsTextCache &texts,
                            const std::function<void(const XlsCell &)> &show) const
{
    XlsRecords records(std::string_view(m_stream).substr(std::size_t(std::uint32_t(record))));
    if (!records.next())
        return;
    const std::string_view content = records.content();
    switch (records.id()) {
    case XlsRecord::SharedText:
        if (const std::uint32_t index = u32At(content, 6); index < m_texts.size())
            show(textCell(content, texts.text(index, [this](std::uint32_t i) { return sharedText(i); })));
        else
            show(textCell(content, errorText(0xFF), CellKind::Error));
        return;
    case XlsRecord::Label:
    case XlsRecord::RichText:
        show(textCell(content, textOf(content, 6, 2)));
        return;
    case XlsRecord::Number:
        show(numberCell(content, doubleAt(content, 6)));
        return;
    case XlsRecord::ShortNumber:
        show(numberCell(content, unpacked(u32At(content, 6))));
        return;
    case XlsRecord::MultipleNumbers:
        showNumbers(content, show);
        return;
    case XlsRecord::BoolError:
        show(boolOrErrorCell(content, u8At(content, 6), u8At(content, 7) != 0));
        return;
    default:
        showFormula(records, show);
    }
}

void XlsWorkbook::showFormula(XlsRecords &records, const std::function<void(const XlsCell &)> &show) const
{
    constexpr std::uint16_t noNumber = 0xFFFF;
    constexpr std::uint8_t textResult = 0;
    constexpr std::uint8_t boolResult = 1;
    constexpr std::uint8_t errorResult = 2;
    constexpr int mostBetween = 4; // the formula of several cells comes before the text
    const std::string_view content = records.content();
    const std::uint8_t type = u8At(content, 6);
    if (u16At(content, 12) != noNumber)
        return show(numberCell(content, doubleAt(content, 6)));
    if (type == boolResult || type == errorResult)
        return show(boolOrErrorCell(content, u8At(content, 8), type == errorResult));
    for (int i = 0; i < mostBetween && records.next() && !holdsCells(records); ++i) {
        if (records.id() != XlsRecord::FormulaText)
            continue;
        const std::vector<std::string_view> pieces = records.pieces();
        XlsPieces reader(pieces, m_encoding);
        const std::size_t length = reader.number(2);
        return show(textCell(content, reader.text(length)));
    }
    XlsCell cell = cellAt(content);
    cell.awaitsText = type == textResult;
    show(cell);
}

void XlsWorkbook::showNumbers(std::string_view content, const std::function<void(const XlsCell &)> &show) const
{
    XlsCell cell = cellAt(content);
    for (std::size_t i = 0; i < numbersIn(content); ++i, ++cell.column) {
        const std::size_t at = 4 + 6 * i;
        cell.kind = numberKind(u16At(content, at));
        cell.number = unpacked(u32At(content, at + 2));
        show(cell);
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
