#include "core/batch/repair.h"

#include "core/base/byteblock.h"
#include "core/base/calendar.h"
#include "core/base/text.h"
#include "core/base/texthash.h"
#include "core/batch/writtendate.h"

#include <algorithm>
#include <cstring>

namespace zsb {
namespace {

constexpr std::size_t goodCodes = 256;     ///< remembered of each column
constexpr std::size_t longestNumber = 512; ///< bytes; what is longer is no number, however it is written

bool isZeroWidth(char32_t c)
{
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

bool isBlank(char32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x00A0 || c == 0x3000 || c == 0x200C ||
           c == 0x200D || isZeroWidth(c);
}

bool isApostrophe(char32_t c)
{
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0xFF07;
}

/// Full-width letters, digits and the hyphen; a full-width comma in a number is something else.
bool isWideCodeCharacter(char32_t c)
{
    const char32_t folded = foldWidth(c);
    return folded != c && (folded == '-' || (folded >= '0' && folded <= '9') || (folded >= 'A' && folded <= 'Z') ||
                           (folded >= 'a' && folded <= 'z'));
}

/// Whether `test(block)` finds anything in a text that is not empty, 16 bytes at a time. `pad` stands for what a short
/// text lacks of a block; long ones have some bytes looked at twice.
template<typename Test>
bool isFound(std::string_view text, char pad, const Test &test)
{
    using Block = ByteBlock<1>;
    constexpr auto size = std::size_t(Block::size);
    if (text.size() < size) {
        std::array<char, size> padded;
        padded.fill(pad);
        std::memcpy(padded.data(), text.data(), text.size());
        return test(Block(padded.data())) != 0;
    }
    for (std::size_t at = 0; at + size <= text.size(); at += size) {
        if (test(Block(text.data() + at)) != 0)
            return true;
    }
    return test(Block(text.data() + text.size() - size)) != 0;
}

/// Visible ASCII only; bytes beyond ASCII are negative.
bool isPlain(std::string_view text)
{
    return !isFound(text, '0', [](const ByteBlock<1> &block) { return block.below('!') | block.equal('\x7F'); });
}

/// A number as it should be, with no apostrophe in front.
bool isPlainNumber(std::string_view text)
{
    return isPlain(text) && text.front() != '\'' && text.front() != '`';
}

/// Whether one of the lead bytes of zero-width characters is there at all.
bool mayHoldZeroWidth(std::string_view text)
{
    return isFound(text, '0', [](const ByteBlock<1> &block) {
        return block.equal('\xE2') | block.equal('\xEF') | block.equal('\xC2');
    });
}

CellRepair repaired(RepairKind kind, std::string value)
{
    CellRepair repair;
    repair.kind = kind;
    repair.value = std::move(value);
    return repair;
}

/// Whether a text that is not empty begins and ends with visible ASCII or Han, as nearly all do: nothing to trim.
bool hasPlainEnds(std::string_view text)
{
    const auto isVisible = [](char c) { return c > ' ' && c < '\x7F'; };
    const auto leadsHan = [](char c) { return c >= '\xE4' && c <= '\xE9'; };
    return (isVisible(text.front()) || leadsHan(text.front())) &&
           (isVisible(text.back()) || (text.size() >= 3 && leadsHan(text[text.size() - 3])));
}

std::optional<CellRepair> withoutZeroWidth(std::string_view text)
{
    if (!mayHoldZeroWidth(text))
        return std::nullopt;
    std::string value;
    for (std::string_view rest = text; !rest.empty();)
        if (const char32_t c = takeCodePoint(rest); !isZeroWidth(c))
            appendUtf8(value, c);
    return value == text ? std::nullopt : std::optional(repaired(RepairKind::Blanks, std::move(value)));
}

std::optional<CellRepair> repairNumber(std::string_view text)
{
    if (text.size() > longestNumber)
        return std::nullopt;
    std::string value;
    RepairKind kind = RepairKind::Blanks;
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = takeCodePoint(rest);
        if (isBlank(c))
            continue;
        if (isApostrophe(c) && value.empty()) {
            kind = RepairKind::Apostrophe;
            continue;
        }
        const bool isWide = isWideCodeCharacter(c);
        if (isWide && kind == RepairKind::Blanks)
            kind = RepairKind::Width;
        appendUtf8(value, isWide ? foldWidth(c) : c);
    }
    if (value.empty() || value == text)
        return std::nullopt;
    return repaired(kind, std::move(value));
}

std::optional<CellRepair> repairYesNo(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> yes = {"是", "有", "Y", "YES", "TRUE", "√"};
    static constexpr std::array<std::string_view, 6> no = {"否", "无", "N", "NO", "FALSE", "×"};
    if (text == "1" || text == "0")
        return std::nullopt;
    const std::string folded = foldCode(text);
    if (folded == "1" || folded == "0")
        return repaired(RepairKind::Width, folded);
    if (std::ranges::find(yes, folded) != yes.end())
        return repaired(RepairKind::Code, "1");
    if (std::ranges::find(no, folded) != no.end())
        return repaired(RepairKind::Code, "0");
    return std::nullopt;
}

} // namespace

CellRepairer::CellRepairer(const Pack &pack, bool datesFrom1904) : m_datesFrom1904(datesFrom1904)
{
    for (const FieldInfo &info : pack.fields) {
        m_fields[std::size_t(info.field)] = &info;
        if (const CodeTable *table = info.table.empty() ? nullptr : pack.table(info.table)) {
            m_tables[std::size_t(info.field)] = table;
            m_goodCodes[std::size_t(info.field)].resize(goodCodes);
        }
    }
}

bool CellRepairer::readsAsWritten(Field field, std::string_view cell) const
{
    if (cell.empty())
        return true;
    if (!hasPlainEnds(cell))
        return false;
    const FieldInfo *info = m_fields[std::size_t(field)];
    switch (info ? info->kind : FieldInfo::Kind::File) {
    case FieldInfo::Kind::Number:
        return isPlainNumber(cell);
    case FieldInfo::Kind::Date:
        return parseDay(cell).has_value();
    case FieldInfo::Kind::Month:
        return parseMonth(cell).has_value();
    case FieldInfo::Kind::YesNo:
        return cell == "1" || cell == "0";
    case FieldInfo::Kind::Code:
        return m_tables[std::size_t(field)] == nullptr || goodCodeLike(field, cell) == cell;
    case FieldInfo::Kind::Text:
        return !mayHoldZeroWidth(cell);
    case FieldInfo::Kind::Moment:
    case FieldInfo::Kind::File:
        return true;
    }
    return false;
}

/// The last good code whose hash was like that of the text.
const std::string &CellRepairer::goodCodeLike(Field field, std::string_view text) const
{
    return m_goodCodes[std::size_t(field)][textHash(text) % goodCodes];
}

std::optional<CellRepair> CellRepairer::repair(Field field, std::string_view original)
{
    const FieldInfo *info = m_fields[std::size_t(field)];
    if (!info || original.empty())
        return std::nullopt;
    const std::string_view text = hasPlainEnds(original) ? original : trimmed(original);
    if (text.empty())
        return std::nullopt;
    std::optional<CellRepair> repair;
    switch (info->kind) {
    case FieldInfo::Kind::Number:
        repair = isPlainNumber(text) ? std::nullopt : repairNumber(text);
        break;
    case FieldInfo::Kind::Date:
        repair = parseDay(text) ? std::nullopt : repairDate(text, true);
        break;
    case FieldInfo::Kind::Month:
        repair = parseMonth(text) ? std::nullopt : repairDate(text, false);
        break;
    case FieldInfo::Kind::YesNo:
        repair = repairYesNo(text);
        break;
    case FieldInfo::Kind::Code:
        repair = repairCode(*info, text);
        break;
    case FieldInfo::Kind::Text:
        repair = withoutZeroWidth(text);
        break;
    case FieldInfo::Kind::Moment:
    case FieldInfo::Kind::File:
        break;
    }
    if (!repair && text.size() != original.size())
        repair = repaired(RepairKind::Blanks, std::string(text));
    if (repair) {
        repair->field = field;
        repair->original = original;
    }
    return repair;
}

std::string CellRepairer::meaning(Field field, std::string_view cell)
{
    const std::optional<CellRepair> read = repair(field, cell);
    const std::string_view value = read && read->applied ? std::string_view(read->value) : trimmed(cell);
    const CodeTable *table = m_tables[std::size_t(field)];
    const Code *code = table ? table->find(value) : nullptr;
    return codeKey(code ? std::string_view(code->code) : value);
}

std::optional<CellRepair> CellRepairer::repairDate(std::string_view text, bool wantsDay) const
{
    const WrittenDate date = readWrittenDate(text, m_datesFrom1904);
    if (date.ambiguous) {
        CellRepair unsure = repaired(RepairKind::Date, {});
        unsure.applied = false;
        unsure.lacksDay = wantsDay;
        return unsure;
    }
    if (!date.month)
        return std::nullopt;
    constexpr std::size_t monthLength = 7; // YYYY-MM
    std::string value = formatDay(date.day.value_or(*date.month));
    if (!wantsDay || !date.day)
        value.resize(monthLength);
    if (value == text)
        return std::nullopt;
    CellRepair repair = repaired(date.isSerial ? RepairKind::DateSerial : RepairKind::Date, std::move(value));
    repair.lacksDay = wantsDay && !date.day;
    return repair;
}

std::optional<CellRepair> CellRepairer::repairCode(const FieldInfo &info, std::string_view text)
{
    const CodeTable *table = m_tables[std::size_t(info.field)];
    if (!table)
        return std::nullopt;
    if (const Code *code = table->find(text)) {
        if (text != code->code && text != code->name.zh && text != code->name.en)
            return repaired(RepairKind::Code, code->name.zh);
        m_goodCodes[std::size_t(info.field)][textHash(text) % goodCodes] = text;
        return std::nullopt;
    }
    std::string folded = foldCode(text);
    const std::size_t codeSize = table->codes().empty() ? 0 : table->codes().front().code.size();
    if (folded.size() < codeSize)
        folded.insert(0, codeSize - folded.size(), '0');
    return table->byCode(folded) ? std::optional(repaired(RepairKind::Code, std::move(folded))) : std::nullopt;
}

} // namespace zsb
