#include "core/policy/codetable.h"

#include "core/base/text.h"

#include <algorithm>
#include <functional>

namespace zsb {

std::string_view Code::attribute(std::string_view key) const
{
    const auto at = attributes.find(key);
    return at == attributes.end() ? std::string_view{} : std::string_view(at->second);
}

CodeTable::CodeTable(std::string id, std::vector<Code> codes) : m_id(std::move(id)), m_codes(std::move(codes))
{
    // Names of a row go before aliases of any other, so that an alias never hides a proper name.
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        m_byCode.emplace(m_codes[i].code, i);
        m_byName.emplace(titleKey(m_codes[i].name.zh), i);
        m_byName.emplace(titleKey(m_codes[i].name.en), i);
    }
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        for (const std::string &alias : m_codes[i].aliases)
            m_byName.emplace(titleKey(alias), i);
    }
    m_byName.erase(std::string());
    for (const Code &code : m_codes) {
        remember(code.name.zh);
        remember(code.name.en);
        for (const std::string &alias : code.aliases)
            remember(alias);
    }
    indexCodes();
    indexNames();
}

void CodeTable::indexCodes()
{
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        m_inOrder.push_back(i);
    std::ranges::stable_sort(m_inOrder, {}, [this](std::size_t i) -> const std::string & { return m_codes[i].code; });
    for (const Code &code : m_codes) {
        if (!code.code.empty() && (m_stemSize == 0 || code.code.size() < m_stemSize))
            m_stemSize = code.code.size();
    }
    for (const std::size_t row : m_inOrder) {
        if (!m_codes[row].code.empty())
            m_byStem[m_codes[row].code.substr(0, m_stemSize)].push_back(row);
    }
    for (auto &[stem, rows] : m_byStem)
        std::ranges::stable_sort(rows, std::greater<>{}, [this](std::size_t i) { return m_codes[i].code.size(); });
}

void CodeTable::indexNames()
{
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        if (m_codes[i].name.zh.size() < nameStartBytes)
            continue;
        const std::uint64_t start = startOf(m_codes[i].name.zh);
        m_mayStart.set(start % m_mayStart.size());
        m_byNameStart.emplace(start, i);
    }
}

void CodeTable::remember(const std::string &spelling)
{
    if (const Code *found = find(spelling))
        m_bySpelling.emplace(spelling, std::size_t(found - m_codes.data()));
}

const Code *CodeTable::at(const Index &index, std::string_view key) const
{
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &m_codes[found->second];
}

const Code *CodeTable::find(std::string_view codeOrName) const
{
    if (const Code *code = at(m_bySpelling, codeOrName))
        return code;
    if (const Code *code = byCode(codeOrName))
        return code;
    return at(m_byName, titleKey(codeOrName));
}

const Code *CodeTable::byCode(std::string_view code) const
{
    return at(m_byCode, code);
}

const Code *CodeTable::byLongestPrefix(std::string_view text) const
{
    const auto rows = text.empty() ? m_byStem.end() : m_byStem.find(text.substr(0, m_stemSize));
    if (rows == m_byStem.end())
        return nullptr;
    const auto row =
        std::ranges::find_if(rows->second, [&](std::size_t i) { return text.starts_with(m_codes[i].code); });
    return row == rows->second.end() ? nullptr : &m_codes[*row];
}

std::span<const std::size_t> CodeTable::withPrefix(std::string_view prefix) const
{
    const auto cut = [&](std::size_t i) { return std::string_view(m_codes[i].code).substr(0, prefix.size()); };
    const auto range = std::ranges::equal_range(m_inOrder, prefix, {}, cut);
    return {range.begin(), range.end()};
}

} // namespace zsb
