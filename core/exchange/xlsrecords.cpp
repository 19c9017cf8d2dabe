#include "core/exchange/xlsrecords.h"

#include "core/exchange/littleendian.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

enum RecordId : std::uint16_t
{
    FormulaRecord = 0x0006,
    EndRecord = 0x000A,
    DateModeRecord = 0x0022,
    SheetRecord = 0x0085,
    StyleRecord = 0x00E0,
    MergedRecord = 0x00E5,
    BoolErrorRecord = 0x0205,
    StringRecord = 0x0207,
    FormatRecord = 0x041E,
    BeginRecord = 0x0809,
};

constexpr std::uint16_t biff8 = 0x0600;
constexpr std::size_t maxMergedRanges = 10'000;

struct Record
{
    std::uint16_t id = 0;
    std::string_view content;
};

/// Takes the next record off the stream; none at its end or where it is damaged.
std::optional<Record> takeRecord(std::string_view &rest)
{
    if (rest.size() < 4)
        return std::nullopt;
    const std::size_t size = u16At(rest, 2);
    if (rest.size() < 4 + size)
        return std::nullopt;
    const Record record{u16At(rest, 0), rest.substr(4, size)};
    rest.remove_prefix(4 + size);
    return record;
}

/// What the part before the sheets says.
struct Globals
{
    std::uint16_t version = biff8;
    DateSystem dates = DateSystem::From1900;
    std::map<unsigned, bool> dateFormats;
    std::vector<unsigned> styles; ///< number format of each
    std::vector<std::uint32_t> sheets;

    [[nodiscard]] bool isDate(unsigned style) const
    {
        const unsigned format = style < styles.size() ? styles[style] : 0;
        const auto custom = dateFormats.find(format);
        return custom != dateFormats.end() ? custom->second : isBuiltInDateFormat(int(format));
    }
};

/// The text of `count` characters behind `at`: of BIFF8 with its width byte, otherwise in the code page of the region.
std::string textAt(std::string_view content, std::size_t at, std::size_t count, std::uint16_t version)
{
    if (version != biff8)
        return QString(QStringDecoder("GB18030")(
                           QByteArrayView(content.data() + std::min(at, content.size()),
                                          qsizetype(std::min(count, content.size() - std::min(at, content.size()))))))
            .toStdString();
    const bool wide = (u8At(content, at) & 1) != 0;
    QString text;
    for (std::size_t i = 0; i < count && at + 1 + i * (wide ? 2 : 1) < content.size(); ++i)
        text += QChar(wide ? u16At(content, at + 1 + 2 * i) : char16_t(u8At(content, at + 1 + i)));
    return text.toStdString();
}

Globals readGlobals(std::string_view workbook)
{
    Globals globals;
    while (const auto record = takeRecord(workbook)) {
        const std::string_view content = record->content;
        if (record->id == BeginRecord)
            globals.version = u16At(content, 0);
        else if (record->id == EndRecord)
            break;
        else if (record->id == DateModeRecord && u16At(content, 0) == 1)
            globals.dates = DateSystem::From1904;
        else if (record->id == SheetRecord)
            globals.sheets.push_back(u32At(content, 0));
        else if (record->id == StyleRecord)
            globals.styles.push_back(u16At(content, 2));
        else if (record->id == FormatRecord && globals.version == biff8)
            globals.dateFormats[u16At(content, 0)] =
                isDateFormat(textAt(content, 4, u16At(content, 2), globals.version));
        else if (record->id == FormatRecord)
            globals.dateFormats[u16At(content, 0)] =
                isDateFormat(textAt(content, 3, u8At(content, 2), globals.version));
    }
    return globals;
}

std::string errorText(std::uint8_t code)
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
    return std::string(known != errors.end() ? known->text : "#ERROR!");
}

XlsExtras::Value boolOrError(std::uint8_t value, bool isError)
{
    if (isError)
        return {errorText(value), CellKind::Error};
    return {value != 0 ? "1" : "0", CellKind::Bool};
}

XlsExtras::Value numberValue(double number, bool isDate, DateSystem dates)
{
    XlsExtras::Value value{{}, CellKind::Date, number};
    if (isDate && appendDate(value.text, number, dates))
        return value;
    value.kind = CellKind::Number;
    appendNumber(value.text, number);
    return value;
}

XlsExtras::Value formulaValue(std::string_view content, const Globals &globals)
{
    constexpr std::uint16_t noNumber = 0xFFFF;
    if (u16At(content, 12) != noNumber)
        return numberValue(doubleAt(content, 6), globals.isDate(u16At(content, 4)), globals.dates);
    const std::uint8_t type = u8At(content, 6);
    if (type == 1 || type == 2)
        return boolOrError(u8At(content, 8), type == 2);
    return {}; // a text, which a record of its own brings, or nothing
}

std::string cellName(unsigned row, unsigned column)
{
    std::string name;
    for (unsigned rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), char('A' + (rest - 1) % 26));
    return name + std::to_string(row + 1);
}

void takeMergedRanges(std::string_view content, std::vector<std::string> &ranges)
{
    for (std::size_t at = 2; at + 8 <= content.size() && ranges.size() < maxMergedRanges; at += 8)
        ranges.push_back(cellName(u16At(content, at), u16At(content, at + 4)) + ":" +
                         cellName(u16At(content, at + 2), u16At(content, at + 6)));
}

} // namespace

XlsExtras readXlsExtras(std::string_view workbook, std::size_t sheet)
{
    XlsExtras extras;
    const Globals globals = readGlobals(workbook);
    if (sheet >= globals.sheets.size() || globals.sheets[sheet] >= workbook.size())
        return extras;
    workbook.remove_prefix(globals.sheets[sheet]);
    std::pair<std::uint32_t, std::uint32_t> formula;
    int depth = 0; // charts inside a sheet begin and end like it
    while (const auto record = takeRecord(workbook)) {
        const std::string_view content = record->content;
        depth += record->id == BeginRecord ? 1 : record->id == EndRecord ? -1 : 0;
        if (depth == 0)
            break;
        if (depth > 1)
            continue;
        const std::pair<std::uint32_t, std::uint32_t> place{u16At(content, 0), u16At(content, 2)};
        if (record->id == FormulaRecord)
            extras.cells[formula = place] = formulaValue(content, globals);
        else if (record->id == StringRecord)
            extras.cells[formula] = {textAt(content, 2, u16At(content, 0), globals.version), CellKind::Text};
        else if (record->id == BoolErrorRecord)
            extras.cells[place] = boolOrError(u8At(content, 6), u8At(content, 7) != 0);
        else if (record->id == MergedRecord)
            takeMergedRanges(content, extras.mergedRanges);
    }
    return extras;
}

} // namespace zsb
