#include "core/exchange/littleendian.h"
#include "core/exchange/xlsworkbook.h"

#include <algorithm>
#include <array>
#include <bit>

namespace zsb {
namespace {

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

} // namespace

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
        showNumbers(records, show);
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
    for (int i = 0; i < mostBetween && records.next() && !records.holdsCells(); ++i) {
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

void XlsWorkbook::showNumbers(const XlsRecords &records, const std::function<void(const XlsCell &)> &show) const
{
    const std::string_view content = records.content();
    XlsCell cell = cellAt(content);
    for (std::size_t i = 0; i < records.numbers(); ++i, ++cell.column) {
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
