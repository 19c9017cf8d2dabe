#pragma once

#include "core/batch/findingtext.h"
#include "core/batch/personalmask.h"
#include "core/batch/report.h"
#include "core/batch/reportgroups.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The parts of the HTML report, each as well-formed markup.
class HtmlPage
{
public:
    /// All must outlive this object.
    HtmlPage(const BatchSummary &summary, const FindingText &text, const PersonalMask &mask)
        : m_summary(summary), m_text(text), m_mask(mask)
    {
    }

    [[nodiscard]] std::string head(const BatchTotals &totals) const; ///< up to the facts
    [[nodiscard]] std::string overview(const BatchTotals &totals) const;
    [[nodiscard]] std::string charts(const BatchTotals &totals) const;
    [[nodiscard]] std::string rules(const BatchTotals &totals) const;
    [[nodiscard]] std::string colleges(const BatchTotals &totals) const;
    [[nodiscard]] std::string findingsHead(const BatchTotals &totals) const;
    /// A row of the table of findings, of the row the mask was given last.
    [[nodiscard]] std::string finding(std::int64_t row, std::string_view applicationNo, const Finding &finding) const;
    [[nodiscard]] std::string findingsEnd() const;

private:
    [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const;
    [[nodiscard]] std::string facts() const;
    [[nodiscard]] std::string columns() const;
    [[nodiscard]] std::string groupName(const RowGroup &group) const;
    [[nodiscard]] std::string sums(const BatchTotals &totals) const;

    const BatchSummary &m_summary;
    const FindingText &m_text;
    const PersonalMask &m_mask;
};

} // namespace zsb
