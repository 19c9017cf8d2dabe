#include "core/batch/personalmask.h"

#include "core/base/replaceall.h"
#include "core/base/text.h"
#include "core/policy/pack.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::size_t longNumber = 7; ///< digits

/// Texts people type about themselves. What a table or the catalogue of the pack lists tells nobody.
bool tellsWho(const FieldInfo &info)
{
    const bool typed = info.kind == FieldInfo::Kind::Text || info.kind == FieldInfo::Kind::Number;
    const bool listed = !info.table.empty() || info.field == Field::College || info.field == Field::JuniorMajor ||
                        info.field == Field::BachelorMajor || info.field == Field::AwardName ||
                        info.field == Field::AwardLevel;
    return info.personal && typed && !listed;
}

std::string keyOf(std::string_view text)
{
    return codeKey(nameKey(text));
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

std::string maskedNumberText(std::string_view number)
{
    const std::size_t head = number.size() > 14 ? 6 : number.size() > 8 ? 3 : 0;
    const std::size_t tail = number.size() > 8 ? 4 : 0;
    return std::string(number.substr(0, head)) + std::string(number.size() - head - tail, '*') +
           std::string(number.substr(number.size() - tail));
}

} // namespace

std::string maskedText(std::string_view text)
{
    constexpr std::size_t mostStars = 3;
    text = trimmed(text);
    const std::string folded = foldCode(text);
    if (isAscii(folded) && std::ranges::any_of(folded, [](char c) { return c >= '0' && c <= '9'; }))
        return maskedNumberText(folded);
    const std::size_t letters = codePointCount(text);
    if (letters < 2)
        return std::string(letters, '*');
    std::string_view rest = text;
    (void)takeCodePoint(rest);
    return std::string(text.substr(0, text.size() - rest.size())) + std::string(std::min(letters - 1, mostStars), '*');
}

PersonalMask::PersonalMask(const Pack &pack, const ColumnMap &columns, bool shows) : m_columns(columns), m_shows(shows)
{
    for (std::size_t column = 0; column < columns.fields.size(); ++column)
        if (columns.fields[column] && tellsWho(pack.field(*columns.fields[column])))
            m_personalColumns.push_back(column);
}

void PersonalMask::setRow(std::span<const std::string_view> cells)
{
    m_cells = cells;
    m_personal.clear();
    if (m_shows)
        return;
    for (const std::size_t column : m_personalColumns) {
        const std::string_view text = column < cells.size() ? trimmed(cells[column]) : std::string_view();
        if (!text.empty())
            m_personal.push_back({text, keyOf(text)});
    }
    std::ranges::sort(m_personal, std::ranges::greater(), [](const Personal &each) { return each.text.size(); });
}

bool PersonalMask::tells(std::string_view evidence) const
{
    const std::string key = keyOf(evidence);
    const bool isLong = isAscii(key) ? key.size() >= longNumber : codePointCount(key) >= 2;
    return isLong && std::ranges::any_of(m_personal, [&key](const Personal &each) {
               return each.key.find(key) != std::string::npos || key.find(each.key) != std::string::npos;
           });
}

std::string PersonalMask::message(const Finding &finding, const std::string &text) const
{
    std::string masked = text;
    if (m_shows || m_personal.empty())
        return masked;
    for (const Evidence &evidence : finding.evidence) {
        const auto *value = std::get_if<std::string>(&evidence.value);
        if (value && tells(*value))
            replaceAll(masked, *value, maskedText(*value));
    }
    for (const Personal &each : m_personal)
        if (codePointCount(each.text) >= 2)
            replaceAll(masked, each.text, maskedText(each.text));
    return masked;
}

std::string PersonalMask::note(const Finding &finding, const std::string &text) const
{
    if (m_shows)
        return text;
    std::string masked = text;
    const bool isPersonal = std::ranges::any_of(finding.fields, [this](Field field) { return conceals(field); });
    for (const Evidence &evidence : finding.evidence) {
        const auto *cell = std::get_if<std::string>(&evidence.value);
        if (isPersonal && cell && !cell->empty() && (evidence.key == "value" || evidence.key == "original"))
            replaceAll(masked, *cell, maskedText(*cell));
    }
    return anywhere(masked);
}

std::string PersonalMask::shown(Field field) const
{
    const std::optional<std::size_t> column = m_columns.columnOf(field);
    if (!column || *column >= m_cells.size())
        return {};
    return m_shows ? std::string(trimmed(m_cells[*column])) : maskedText(m_cells[*column]);
}

bool PersonalMask::conceals(Field field) const
{
    return !m_shows && std::ranges::any_of(m_personalColumns,
                                           [&](std::size_t column) { return m_columns.fields[column] == field; });
}

std::string PersonalMask::anywhere(std::string_view text) const
{
    if (m_shows)
        return std::string(text);
    std::string masked;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789Xx"), text.size());
        masked += digits >= longNumber ? maskedNumberText(text.substr(0, digits)) : std::string(text.substr(0, digits));
        text.remove_prefix(digits);
        const std::size_t others = std::min(text.find_first_of("0123456789"), text.size());
        masked += text.substr(0, others);
        text.remove_prefix(others);
    }
    return masked;
}

} // namespace zsb
