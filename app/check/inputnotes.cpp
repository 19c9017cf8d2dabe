#include "app/check/inputnotes.h"

#include "core/batch/layoutfindings.h"

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t mostNotes = 50;

/// What is printed ends in logs, and the report has the whole: persons are told by the beginning of what stood there.
QString masked(const Finding &finding, const std::string &message, const PersonalMask &mask)
{
    QString text = QString::fromStdString(message);
    const bool isPersonal = std::ranges::any_of(finding.fields, [&](Field field) { return mask.conceals(field); });
    for (const Evidence &evidence : finding.evidence) {
        const auto *cell = std::get_if<std::string>(&evidence.value);
        if (isPersonal && cell && !cell->empty() && (evidence.key == "value" || evidence.key == "original"))
            text.replace(QString::fromStdString(*cell), QString::fromStdString(maskedText(*cell)));
    }
    return QString::fromStdString(mask.anywhere(text.toStdString()));
}

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
    m_err << m_fileName << u" 第 %1 行 row %1: "_s.arg(line.row) << masked(finding, finding.messageZh, *m_mask)
          << u" / "_s << masked(finding, finding.messageEn, *m_mask) << u'\n';
    return done();
}

Done InputNotes::end(const BatchTotals &)
{
    if (m_notes > mostNotes)
        m_err << m_fileName << u": 还有 %1 条，见报告 / %1 more, see a report\n"_s.arg(m_notes - mostNotes);
    return done();
}

} // namespace zsb
