#include "core/batch/footerrow.h"

#include "core/base/text.h"
#include "core/batch/writtendate.h"

#include <algorithm>
#include <array>
#include <string>

namespace zsb {
namespace {

constexpr std::size_t labelBytes = 64;    ///< of a cell; labels are shorter
constexpr std::size_t plainDigits = 6;    ///< of a sum; a number of a document or a phone has more
constexpr std::size_t writtenDigits = 12; ///< of an amount that is written as one
constexpr std::size_t nameLength = 6;     ///< characters of who signs, where no colon parts him from the label

/// What makes and checks a list. A row may begin with these.
constexpr std::array<std::string_view, 26> labels = {
    "制表人", "制表日期", "制表时间", "制表单位", "制表",     "填表人", "填表日期", "填表时间", "填表单位",
    "填报人", "填报日期", "填报单位", "审核人",   "审核日期", "审核",   "复核人",   "复核",     "负责人",
    "经办人", "单位",     "学校",     "日期",     "备注",     "说明",   "注",       "核对人"};
/// These may follow; a row may begin with one that has a colon, for a candidate's may begin with the bare word.
constexpr std::array<std::string_view, 4> furtherLabels = {"联系电话", "联系人", "电话", "校对人"};
/// A cell that says that a list ends.
constexpr std::array<std::string_view, 4> closings = {"以下空白", "(以下空白)", "以下无正文", "(以下无正文)"};
constexpr std::array<std::string_view, 8> signatures = {"(签字)", "(签名)", "(盖章)", "(签章)",
                                                        "签字",   "签名",   "盖章",   "签章"};

/// A cell that begins its row and holds one of these tells of the list, unless it looks as names or numbers of
/// candidates do, see mayBeOfCandidate().
constexpr std::array<std::string_view, 18> noteWords = {"以上", "核对", "核实", "无误", "属实", "填表",
                                                        "填写", "填报", "说明", "备注", "注意", "要求",
                                                        "盖章", "签字", "签章", "公章", "名单", "本表"};

enum class FooterCell : std::uint8_t
{
    Other,
    Label,  ///< with what it asks for, or to be filled in by hand
    Asking, ///< 制表人：, what it asks for stands in the next cell
    Mark,   ///< a page number, a date, a note or the end: a row that begins so holds nothing but labels
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string labelKey(std::string_view text)
{
    std::string key = foldCode(titleKey(upToBytes(text, labelBytes)));
    std::erase(key, ' ');
    return key;
}

bool isShortName(std::string_view text)
{
    std::size_t length = 0;
    for (; !text.empty() && length <= nameLength; ++length)
        if (!isHan(takeCodePoint(text)))
            return false;
    return length <= nameLength;
}

/// What is behind a label: `：…`, who signs, a line to sign on, nothing, or something else.
FooterCell behindLabel(std::string_view label, std::string_view rest)
{
    bool isToBeSigned = false;
    for (const std::string_view signature : signatures) {
        if (rest.starts_with(signature)) {
            rest.remove_prefix(signature.size());
            isToBeSigned = true;
            break;
        }
    }
    if (rest.starts_with(':'))
        return rest.size() == 1 ? FooterCell::Asking : FooterCell::Label;
    while (rest.ends_with('_'))
        rest.remove_suffix(1);
    const bool isSigned = label.ends_with("人") && isShortName(rest);
    const bool standsAlone = isToBeSigned || label.ends_with("日期") || label.ends_with("时间");
    return isSigned || (rest.empty() && standsAlone) ? FooterCell::Label : FooterCell::Other;
}

/// Takes a short number off the front; false when there is none.
bool takeNumber(std::string_view &key)
{
    const std::size_t digits = std::size_t(std::ranges::find_if_not(key, isDigit) - key.begin());
    key.remove_prefix(digits);
    return digits > 0 && digits <= plainDigits;
}

/// — of every length, and the hyphens typed instead.
bool takeDashes(std::string_view &key)
{
    const std::size_t before = key.size();
    for (std::string_view rest = key; !rest.empty(); key = rest) {
        const char32_t c = takeCodePoint(rest);
        if (c != '-' && (c < 0x2010 || c > 0x2015) && c != 0x2212 && c != 0x2500)
            break;
    }
    return key.size() < before;
}

/// 第1页, 第1页共3页, 共3页, —1—
bool isPageNumber(std::string_view key)
{
    for (const std::string_view word : {std::string_view("第"), std::string_view("共")}) {
        if (!key.starts_with(word))
            continue;
        key.remove_prefix(word.size());
        return takeNumber(key) && key.starts_with("页");
    }
    return takeDashes(key) && takeNumber(key) && takeDashes(key) && key.empty();
}

/// A day that is written as one: a bare number may be anything.
bool isWrittenDay(std::string_view text)
{
    const WrittenDate date = readWrittenDate(text, false);
    return date.day && !std::ranges::all_of(text, isDigit);
}

template<typename Labels>
FooterCell cellAmong(const Labels &words, std::string_view key)
{
    for (const std::string_view label : words) {
        const FooterCell cell =
            key.starts_with(label) ? behindLabel(label, key.substr(label.size())) : FooterCell::Other;
        if (cell != FooterCell::Other)
            return cell;
    }
    return FooterCell::Other;
}

FooterCell footerCell(std::string_view text, bool isFirst)
{
    const std::string key = labelKey(text);
    if (isPageNumber(key) || std::ranges::find(closings, key) != closings.end())
        return FooterCell::Mark;
    const FooterCell cell = cellAmong(labels, key);
    const bool mayBeFurther = !isFirst || key.find(':') != std::string::npos;
    return cell == FooterCell::Other && mayBeFurther ? cellAmong(furtherLabels, key) : cell;
}

std::optional<Field> fieldAt(const TableLayout &layout, std::size_t column)
{
    return column < layout.columns.fields.size() ? layout.columns.fields[column] : std::nullopt;
}

/// Whether a candidate has a date here.
bool holdsDates(const TableLayout &layout, std::size_t column)
{
    switch (fieldAt(layout, column).value_or(Field::Name)) {
    case Field::GraduationDate:
    case Field::EnlistmentMonth:
    case Field::DischargeMonth:
    case Field::NoticeAcceptedAt:
    case Field::IdentityCollectedAt:
    case Field::ConfirmedAt:
    case Field::SubmittedAt:
        return true;
    default:
        return false;
    }
}

bool namesCandidates(const TableLayout &layout, std::size_t column)
{
    const auto field = fieldAt(layout, column);
    return field == Field::ApplicationNo || field == Field::Name || field == Field::DocumentNumber ||
           field == Field::Phone;
}

bool hasLongNumber(std::string_view text)
{
    std::size_t run = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const char32_t c = foldWidth(takeCodePoint(rest));
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        if (run > plainDigits)
            return true;
    }
    return false;
}

bool beginsWithNoteWord(std::string_view key)
{
    const auto begins = [key](std::string_view word) { return key.starts_with(word); };
    return std::ranges::any_of(noteWords, begins) || std::ranges::any_of(labels, begins);
}

/// Whether a text looks as names or numbers of candidates do, though words of a note are in it: 王属实, 填报2023-0015.
bool mayBeOfCandidate(std::optional<Field> field, std::string_view key)
{
    constexpr std::ptrdiff_t nameCharacters = 4; // of a name, or in front of a number
    constexpr std::ptrdiff_t numberDigits = 3;
    std::ptrdiff_t characters = 0;
    std::ptrdiff_t han = 0;
    for (std::string_view rest = key; !rest.empty(); ++characters)
        han += isHan(takeCodePoint(rest)) ? 1 : 0;
    if (field == Field::Name)
        return han == characters && han <= nameCharacters && !beginsWithNoteWord(key);
    return han <= nameCharacters && std::ranges::count_if(key, isDigit) >= numberDigits && isDigit(key.back());
}

/// `12`, `1,024`, `12000.50`, `¥350元`
bool isSum(std::string_view text)
{
    std::string key = labelKey(text);
    bool isAmount = false;
    for (const std::string_view mark : {std::string_view("¥"), std::string_view("元")}) {
        if (const std::size_t at = key.find(mark); at != std::string::npos) {
            key.erase(at, mark.size());
            isAmount = true;
        }
    }
    isAmount = isAmount || key.find_first_of(",.") != std::string::npos;
    const auto digits = std::size_t(std::ranges::count_if(key, isDigit));
    return digits > 0 && digits <= (isAmount ? writtenDigits : plainDigits) &&
           std::ranges::all_of(key, [](char c) { return isDigit(c) || c == ',' || c == '.'; });
}

/// Whether a cell without a label may stand in a row that signs off.
bool mayFollow(const TableLayout &layout, std::size_t column, std::string_view text, bool isAskedFor)
{
    const bool isDate = readWrittenDate(text, false).month.has_value();
    if (isAskedFor)
        return isDate || !hasLongNumber(text);
    return !namesCandidates(layout, column) && (isDate || isSum(text));
}

} // namespace

bool mayBeginFooter(std::string_view firstCell)
{
    static constexpr std::array<std::string_view, 26> first = {"本", "制", "填", "审", "复", "负", "经", "核", "单",
                                                               "学", "日", "备", "说", "注", "第", "共", "联", "电",
                                                               "校", "以", "(",  "（", "二", "２", "-",  "－"};
    constexpr std::size_t year = 4;
    const std::string_view text = trimmed(firstCell);
    if (text.empty())
        return false;
    if (isDigit(text.front())) // a day, with 年 or a dash behind its year; not the numbers candidates begin with
        return text.size() >= 2 * year && !isDigit(text[year]);
    const bool isDash =
        text.starts_with("\xE2\x80") || text.starts_with("\xE2\x88\x92") || text.starts_with("\xE2\x94\x80"); // —, −, ─
    return isDash || std::ranges::any_of(first, [text](std::string_view c) { return text.starts_with(c); });
}

bool signsOff(const TableLayout &layout, const RowCells &cellAt)
{
    bool isFirst = true;
    bool isAskedFor = false;
    bool isMarked = false;
    bool isDated = false; // by a cell that no word asks for
    for (std::size_t column = 0; column < layout.header.size(); ++column) {
        const std::string_view text = trimmed(cellAt(column));
        if (text.empty())
            continue;
        FooterCell cell = footerCell(text, isFirst);
        if (cell == FooterCell::Other && isFirst && isNote(layout, column, text))
            cell = FooterCell::Mark;
        const bool mayBeDate =
            isFirst ? !holdsDates(layout, column) : isMarked && !isDated && !namesCandidates(layout, column);
        if (cell == FooterCell::Other && mayBeDate && isWrittenDay(text)) {
            cell = FooterCell::Mark;
            isDated = true;
        }
        const bool follows = !isFirst && (!isMarked || isAskedFor) && mayFollow(layout, column, text, isAskedFor);
        if (cell == FooterCell::Other && !follows)
            return false;
        isMarked = isMarked || (isFirst && cell == FooterCell::Mark);
        isAskedFor = cell == FooterCell::Asking;
        isFirst = false;
    }
    return !isFirst;
}

bool isNote(const TableLayout &layout, std::size_t column, std::string_view text)
{
    constexpr std::size_t fewColumns = 2;
    constexpr std::size_t noteBytes = 1024;
    const bool isPlace = column == 0 || !fieldAt(layout, column) || namesCandidates(layout, column);
    if (!isPlace || layout.header.size() <= fewColumns || hasLongNumber(text))
        return false;
    std::string key = foldCode(titleKey(upToBytes(text, noteBytes)));
    std::erase(key, ' ');
    if (namesCandidates(layout, column) && mayBeOfCandidate(fieldAt(layout, column), key))
        return false;
    return std::ranges::any_of(noteWords,
                               [&key](std::string_view word) { return key.find(word) != std::string::npos; });
}

bool holdsSumsAlone(const TableLayout &layout, const RowCells &cellAt)
{
    bool hasNumber = false; // in a column that is none of ours, or under the names: a count, or a serial number
    bool hasAmount = false;
    bool isNamed = false;
    for (std::size_t column = 0; column < layout.header.size(); ++column) {
        const std::string_view text = trimmed(cellAt(column));
        if (text.empty())
            continue;
        const auto field = fieldAt(layout, column);
        const bool isPlace = !field || field == Field::PaidAmount || field == Field::Name;
        if (!isPlace || !isSum(text))
            return false;
        (field == Field::PaidAmount ? hasAmount : hasNumber) = true;
        isNamed = isNamed || field == Field::Name;
    }
    // A serial number and a fee are of a candidate whose other cells are blank; a count stands under the names.
    return hasNumber != hasAmount || isNamed;
}

} // namespace zsb
