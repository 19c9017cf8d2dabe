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
        if (!walk.records().holdsCells())
            continue;
        ++count;
        cells += walk.records().id() == XlsRecord::MultipleNumbers ? walk.records().numbers() : 1;
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
        if (walk.records().holdsCells())
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

} // namespace zsb
