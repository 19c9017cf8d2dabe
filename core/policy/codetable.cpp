#include "core/policy/codetable.h"

#include "core/base/text.h"

#include <algorithm>

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
}

const Code *CodeTable::find(std::string_view codeOrName) const
{
    if (const Code *code = byCode(codeOrName))
        return code;
    const auto at = m_byName.find(titleKey(codeOrName));
    return at == m_byName.end() ? nullptr : &m_codes[at->second];
}

const Code *CodeTable::byCode(std::string_view code) const
{
    const auto at = m_byCode.find(code);
    return at == m_byCode.end() ? nullptr : &m_codes[at->second];
}

const Code *CodeTable::byLongestPrefix(std::string_view text) const
{
    for (; !text.empty(); text.remove_suffix(1)) {
        if (const Code *code = byCode(text))
            return code;
    }
    return nullptr;
}

} // namespace zsb
