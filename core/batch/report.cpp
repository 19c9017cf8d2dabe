#include "core/batch/report.h"

#include "core/base/jsontext.h"
#include "core/batch/brokenreport.h"
#include "core/batch/bufferedfile.h"
#include "core/batch/inputmessages.h"
#include "core/batch/reporthtml.h"
#include "core/batch/reportlines.h"
#include "core/batch/reportxlsx.h"
#include "core/batch/totalstext.h"
#include "core/exchange/csvwriter.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace zsb {
namespace {

class JsonLinesReport : public Report
{
public:
    explicit JsonLinesReport(const std::string &path) : m_file(path) {}
    explicit JsonLinesReport(const BrokenReport &broken) : m_file(broken.path), m_broken(broken) {}
    [[nodiscard]] Done open() { return m_broken ? m_file.reopen() : m_file.open(); }

    Done begin(const BatchSummary &summary) override;
    Done add(const ReportLine &line) override;
    Done end(const BatchTotals &totals) override;

private:
    BufferedFile m_file;
    std::optional<BrokenReport> m_broken;
};

Done JsonLinesReport::begin(const BatchSummary &summary)
{
    const std::string line = summaryLine(summary);
    if (!m_broken) {
        m_file.text() += line + '\n';
        if (Done emptied = m_file.keep(0); !emptied)
            return emptied;
        return m_file.flush();
    }
    if (line != m_broken->summaryLine)
        return anotherCheck(*m_broken, line);
    return m_file.keep(m_broken->keptBytes);
}

Done JsonLinesReport::add(const ReportLine &line)
{
    appendFindingLine(m_file.text(), line);
    return m_file.flushWhenFull();
}

Done JsonLinesReport::end(const BatchTotals &totals)
{
    appendTotalsLine(m_file.text(), totals);
    return m_file.flush();
}

/// Grows beside its place, where nobody takes a part of it for all: a CSV has no last line that says it is the last.
class CsvReport : public Report
{
public:
    explicit CsvReport(const std::string &path)
        : m_file(isPlainFile(path) ? BufferedFile(std::make_unique<QSaveFile>(QString::fromStdString(path)))
                                   : BufferedFile(path))
    {
    }
    [[nodiscard]] Done open() { return m_file.open(); }

    Done begin(const BatchSummary &) override
    {
        m_file.text() += "\xEF\xBB\xBFrow,application_no,rule,clause,severity,outcome,fields,message_zh,message_en\r\n";
        if (Done emptied = m_file.keep(0); !emptied)
            return emptied;
        return m_file.flush();
    }
    Done add(const ReportLine &line) override;
    Done end(const BatchTotals &totals) override;

private:
    void append(const std::array<std::string_view, 9> &cells)
    {
        appendCsvRecord(m_file.text(), cells, {.lineEnd = LineEnd::CrLf, .guardFormulas = true});
    }

    /// Or none yet; no pipe and no device, which take bytes and no second name.
    static bool isPlainFile(const std::string &path)
    {
        const QFileInfo there(QString::fromStdString(path));
        return !there.exists() || there.isFile();
    }

    BufferedFile m_file;
};

Done CsvReport::add(const ReportLine &line)
{
    std::string row;
    appendJsonNumber(row, line.row);
    std::string fields;
    for (const Field field : line.finding.fields) {
        fields += fields.empty() ? "" : " ";
        fields += fieldId(field);
    }
    append({row, line.applicationNo, line.finding.rule, line.finding.clause, severityId(line.finding.severity),
            outcomeId(line.finding.outcome), fields, line.finding.messageZh, line.finding.messageEn});
    return m_file.flushWhenFull();
}

Done CsvReport::end(const BatchTotals &totals)
{
    if (!totals.complete) {
        const Finding finding = incompleteFinding(incompleteText(totals));
        append({"", "", finding.rule, "", severityId(finding.severity), outcomeId(finding.outcome), "",
                finding.messageZh, finding.messageEn});
    }
    return m_file.finish();
}

template<typename T, typename Origin>
Result<std::unique_ptr<Report>> opened(const Origin &origin)
{
    auto report = std::make_unique<T>(origin);
    if (Done open = report->open(); !open)
        return open.error();
    return std::unique_ptr<Report>(std::move(report));
}

} // namespace

Report::~Report() = default;

ReportNeeds Report::needs() const
{
    return {};
}

Done Report::addRow(const ReportRow &)
{
    return done();
}

std::int64_t BatchTotals::countedRows() const
{
    return std::accumulate(skipped.begin(), skipped.end(), checked,
                           [](std::int64_t total, const auto &entry) { return total + entry.second; });
}

Result<std::unique_ptr<Report>> openReport(const std::string &path, const ReportOptions &options)
{
    if (path.ends_with(".jsonl"))
        return opened<JsonLinesReport>(path);
    if (path.ends_with(".csv"))
        return opened<CsvReport>(path);
    if (path.ends_with(".xlsx"))
        return openXlsxReport(path, options);
    if (path.ends_with(".html"))
        return openHtmlReport(path, options);
    return Error{ErrorCode::Invalid, "report: a name ends in .jsonl, .csv, .xlsx or .html"};
}

Result<std::unique_ptr<Report>> reopenReport(const BrokenReport &broken)
{
    return opened<JsonLinesReport>(broken);
}

} // namespace zsb
