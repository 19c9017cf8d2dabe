#include "app/check/inputnotes.h"

#include "core/batch/layoutfindings.h"

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t mostNotes = 50;

} // namespace

InputNotes::InputNotes(QTextStream &err, QString fileName) : m_err(err), m_fileName(std::move(fileName)) {}

Done InputNotes::begin(const BatchSummary &summary)
{
    m_columns = summary.columns;
    m_mask.emplace(*summary.pack, m_columns, false);
    return done();
}

Done InputNotes::add(const ReportLine &line)
{
    const Finding &finding = line.finding;
    if (!finding.rule.starts_with("input.") || finding.rule == noFileFoundRule || finding.severity == Severity::Info ||
        ++m_notes > mostNotes)
        return done();
    m_err << m_fileName << u" 第 %1 行 row %1: "_s.arg(line.row)
          << QString::fromStdString(m_mask->note(finding, finding.messageZh)) << u" / "_s
          << QString::fromStdString(m_mask->note(finding, finding.messageEn)) << u'\n';
    return done();
}

Done InputNotes::end(const BatchTotals &)
{
    if (m_notes > mostNotes)
        m_err << m_fileName << u": 还有 %1 条，见报告 / %1 more, see a report\n"_s.arg(m_notes - mostNotes);
    return done();
}

} // namespace zsb
