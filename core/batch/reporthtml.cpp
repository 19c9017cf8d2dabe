#include "core/batch/reporthtml.h"

#include "core/batch/htmlpage.h"
#include "core/exchange/writefailure.h"

#include <QSaveFile>
#include <QTemporaryFile>

#include <optional>

namespace zsb {
namespace {

constexpr std::size_t enough = std::size_t(1) << 16; ///< bytes written at a time

Done put(QFileDevice &file, std::string_view text)
{
    const bool isWritten = file.write(text.data(), qint64(text.size())) == qint64(text.size());
    return isWritten ? done() : Done(writeFailure("report", file));
}

class HtmlReport : public Report
{
public:
    HtmlReport(const std::string &path, const ReportOptions &options)
        : m_options(options), m_target(QString::fromStdString(path)), m_spool(QString::fromStdString(path + ".XXXXXX"))
    {
    }
    [[nodiscard]] Done open()
    {
        if (!m_target.open(QIODevice::WriteOnly))
            return writeFailure("report", m_target);
        return m_spool.open() ? done() : Done(writeFailure("report", m_spool));
    }

    Done begin(const BatchSummary &summary) override;
    ReportNeeds needs() const override { return {.cells = true, .tallies = {Field::CandidateType, Field::College}}; }
    Done addRow(const ReportRow &row) override;
    Done add(const ReportLine &line) override;
    Done end(const BatchTotals &totals) override;

private:
    Done addFinding(std::int64_t row, std::string_view applicationNo, const Finding &finding);
    Done flush();
    Done copySpool();

    ReportOptions m_options;
    QSaveFile m_target;
    QTemporaryFile m_spool; ///< rows of the table of findings
    std::string m_text;     ///< not yet in the spool
    BatchSummary m_summary;
    std::optional<FindingText> m_words;
    std::optional<PersonalMask> m_mask;
    std::optional<HtmlPage> m_page;
    std::size_t m_rowFindings = 0; ///< add()s to come of the row that is written already
};

Done HtmlReport::begin(const BatchSummary &summary)
{
    m_summary = summary;
    m_words.emplace(*m_summary.pack, m_options.language);
    m_mask.emplace(*m_summary.pack, m_summary.columns, m_options.showsPersonal);
    m_page.emplace(m_summary, *m_words, *m_mask);
    return done();
}

Done HtmlReport::flush()
{
    Done written = put(m_spool, m_text);
    m_text.clear();
    return written;
}

Done HtmlReport::addFinding(std::int64_t row, std::string_view applicationNo, const Finding &finding)
{
    m_text += m_page->finding(row, applicationNo, finding);
    return m_text.size() < enough ? done() : flush();
}

Done HtmlReport::addRow(const ReportRow &row)
{
    m_rowFindings = row.findings.size();
    m_mask->setRow(row.cells);
    Done written = done();
    for (const Finding &finding : row.findings)
        if (written)
            written = addFinding(row.row, row.applicationNo, finding);
    m_mask->setRow({});
    return written;
}

Done HtmlReport::add(const ReportLine &line)
{
    if (m_rowFindings > 0) {
        --m_rowFindings;
        return done();
    }
    return addFinding(line.row, line.applicationNo, line.finding);
}

Done HtmlReport::copySpool()
{
    if (Done flushed = flush(); !flushed)
        return flushed;
    if (!m_spool.flush() || !m_spool.seek(0))
        return writeFailure("report", m_spool);
    while (!m_spool.atEnd()) {
        const QByteArray piece = m_spool.read(qint64(enough));
        if (piece.isEmpty())
            return writeFailure("report", m_spool);
        if (Done written = put(m_target, {piece.constData(), std::size_t(piece.size())}); !written)
            return written;
    }
    return done();
}

Done HtmlReport::end(const BatchTotals &totals)
{
    const std::string before = m_page->head(totals) + m_page->overview(totals) + m_page->charts(totals) +
                               m_page->rules(totals) + m_page->colleges(totals) + m_page->findingsHead(totals);
    if (Done written = put(m_target, before); !written)
        return written;
    if (Done copied = copySpool(); !copied)
        return copied;
    const std::string after = (totals.findings > 0 ? "</tbody></table>\n" : "") + m_page->findingsEnd();
    if (Done written = put(m_target, after); !written)
        return written;
    return m_target.commit() ? done() : Done(writeFailure("report", m_target));
}

} // namespace

Result<std::unique_ptr<Report>> openHtmlReport(const std::string &path, const ReportOptions &options)
{
    auto report = std::make_unique<HtmlReport>(path, options);
    if (Done open = report->open(); !open)
        return open.error();
    return std::unique_ptr<Report>(std::move(report));
}

} // namespace zsb
