#include "core/batch/rowtally.h"

#include "core/base/text.h"

#include <algorithm>

namespace zsb {
void RowCounts::add(std::span<const Finding> findings)
{
    const auto has = [findings](Severity severity) {
        return std::ranges::find(findings, severity, &Finding::severity) != findings.end();
    };
    ++checked;
    if (has(Severity::Error))
        ++withErrors;
    else if (has(Severity::Warning))
        ++withWarnings;
}

RowCounts &RowCounts::operator+=(const RowCounts &other)
{
    checked += other.checked;
    withErrors += other.withErrors;
    withWarnings += other.withWarnings;
    return *this;
}

RowCounts &RowTally::countsOf(std::string_view value)
{
    const std::string_view key = upToBytes(value, longestValue);
    if (const auto known = m_values.find(key); known != m_values.end())
        return known->second;
    return m_values.size() < mostValues ? m_values[std::string(key)] : m_further;
}

void RowTally::add(std::string_view value, std::span<const Finding> findings)
{
    countsOf(value).add(findings);
}

void RowTally::merge(const RowTally &other)
{
    for (const auto &[value, counts] : other.m_values)
        countsOf(value) += counts;
    m_further += other.m_further;
}

} // namespace zsb
