#include "core/base/text.h"
#include "core/exchange/xlsxplace.h"
#include "core/exchange/xlsxreader.h"

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

constexpr std::size_t exactDigits = 15;

bool isShortInteger(std::string_view text)
{
    return !text.empty() && text.size() <= exactDigits && (text[0] != '0' || text.size() == 1) &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void XlsxReader::takeCell(const CellHead &head)
{
    const std::size_t maxBytes = m_options.limits.maxCellBytes;
    if (m_value.empty()) {
        if (head.hasFormula && head.type != "str")
            m_row.addProblem(head.column, ProblemCode::FormulaWithoutValue);
    } else if (head.type == "n") {
        takeNumber(head);
    } else if (head.type == "s") {
        takeSharedText(head);
    } else if (head.type == "b") {
        m_row.setShared(head.column, m_value == "0" || m_value == "false" ? "0" : "1", CellKind::Bool);
    } else if (head.type == "e") {
        m_row.setCopy(head.column, m_value, CellKind::Error, maxBytes);
        m_row.addProblem(head.column, ProblemCode::ErrorCell, m_value);
    } else if (head.type == "d") {
        const std::size_t t = m_value.find('T');
        const std::string_view value(m_value);
        const bool midnight = t != std::string::npos && value.substr(t).starts_with("T00:00:00");
        m_row.setCopy(head.column, midnight ? value.substr(0, t) : value, CellKind::Date, maxBytes);
    } else if (head.type == "str" || head.type == "inlineStr") {
        const bool escaped = m_value.find("_x") != std::string::npos;
        m_row.setCopy(head.column, escaped ? unescapedCellText(m_value) : m_value, CellKind::Text, maxBytes);
    } else {
        m_row.setCopy(head.column, m_value, CellKind::Text, maxBytes);
        m_row.addProblem(head.column, ProblemCode::UnknownCell, m_type.substr(0, longestXlsxEvidence));
    }
}

void XlsxReader::takeNumber(const CellHead &head)
{
    const std::size_t maxBytes = m_options.limits.maxCellBytes;
    const bool isDate = head.style < m_dateStyles.size() && m_dateStyles[head.style];
    if (!isDate && isShortInteger(m_value)) {
        m_row.setCopy(head.column, m_value, CellKind::Number, maxBytes);
        return;
    }
    double value = 0;
    const char *end = m_value.data() + m_value.size();
    const auto parsed = std::from_chars(m_value.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
        m_row.setCopy(head.column, m_value, CellKind::Text, maxBytes);
        return;
    }
    m_shown.clear();
    if (isDate && appendDate(m_shown, value, m_workbook.dates)) {
        m_row.setCopy(head.column, m_shown, CellKind::Date, maxBytes);
        return;
    }
    appendNumber(m_shown, value);
    m_row.setCopy(head.column, m_shown, CellKind::Number, maxBytes);
    if (isRounded(value))
        m_row.addProblem(head.column, ProblemCode::RoundedNumber, m_shown);
}

void XlsxReader::takeSharedText(const CellHead &head)
{
    const std::int64_t index = xlsxCountOf(trimmed(m_value));
    if (index < 0 || index >= std::int64_t(m_texts.size())) {
        m_row.addProblem(head.column, ProblemCode::ErrorCell, m_value);
        return;
    }
    const std::string_view text = m_texts.at(std::size_t(index));
    if (text.size() > m_options.limits.maxCellBytes || !m_texts.isSound())
        m_row.setCopy(head.column, text, CellKind::Text, m_options.limits.maxCellBytes);
    else
        m_row.setShared(head.column, text, CellKind::Text);
}

} // namespace zsb
