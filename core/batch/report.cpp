#include "core/batch/report.h"

#include "core/base/jsontext.h"
#include "core/batch/brokenreport.h"
#include "core/batch/reporthtml.h"
#include "core/batch/reportxlsx.h"
#include "core/batch/totalstext.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/writefailure.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <numeric>
#include <optional>
#include <utility>

namespace zsb {
namespace {

/// Text gathered before it is written: a finding at a time would cost a system call each.
class BufferedFile
{
public:
    explicit BufferedFile(const std::string &path) : m_device(std::make_unique<QFile>(QString::fromStdString(path))) {}
    /// Grows beside its place until it is whole.
    explicit BufferedFile(std::unique_ptr<QSaveFile> file) : m_saved(file.get()), m_device(std::move(file)) {}

    /// What stood there before stays until begin() is sure that there is something to check.
    [[nodiscard]] Done open() { return told(m_file.open(m_saved ? QIODevice::WriteOnly : QIODevice::Append)); }
    [[nodiscard]] Done reopen() { return told(m_file.open(QIODevice::ReadWrite)); }
    /// Drops what is behind the first bytes and writes there from now on.
    [[nodiscard]] Done keep(std::int64_t bytes)
    {
        if (!m_file.isSequential() && m_file.size() > bytes && !m_file.resize(bytes))
            return writeFailure("report", m_file);
        if (!m_file.isSequential() && !m_file.seek(bytes))
            return writeFailure("report", m_file);
        return done();
    }
    [[nodiscard]] std::string &text() { return m_text; }
    [[nodiscard]] Done flushWhenFull() { return m_text.size() < (1U << 16) ? done() : flush(); }
    [[nodiscard]] Done flush()
    {
        const auto size = qint64(m_text.size());
        if (m_file.write(m_text.data(), size) != size || !m_file.flush())
            return writeFailure("report", m_file);
        m_text.clear();
        return done();
    }

    /// Writes the rest and puts the file in its place, in one step.
    [[nodiscard]] Done finish()
    {
        if (Done flushed = flush(); !flushed || !m_saved)
            return flushed;
        return told(m_saved->commit());
    }

private:
    [[nodiscard]] Done told(bool isDone) { return isDone ? done() : Done(writeFailure("report", m_file)); }

    QSaveFile *m_saved = nullptr; ///< m_device, when it is one
    std::unique_ptr<QFileDevice> m_device;
    QFileDevice &m_file = *m_device;
    std::string m_text;
};

void appendMember(std::string &json, std::string_view key, std::string_view value)
{
    appendJsonString(json, key);
    json += ':';
    appendJsonString(json, value);
}

void appendMember(std::string &json, std::string_view key, std::int64_t value)
{
    appendJsonString(json, key);
    json += ':';
    appendJsonNumber(json, value);
}

template<typename List, typename Append>
void appendArray(std::string &json, std::string_view key, const List &list, Append append)
{
    appendJsonString(json, key);
    json += ":[";
    bool first = true;
    for (const auto &item : list) {
        json += first ? "" : ",";
        first = false;
        append(item);
    }
    json += ']';
}

void appendCounts(std::string &json, std::string_view key, const std::map<std::string, std::int64_t> &counts)
{
    appendJsonString(json, key);
    json += ":{";
    bool first = true;
    for (const auto &[name, count] : counts) {
        json += first ? "" : ",";
        first = false;
        appendMember(json, name, count);
    }
    json += '}';
}

void appendColumns(std::string &json, const BatchSummary &summary)
{
    const auto headerOf = [&summary](std::size_t column) {
        return column < summary.header.size() ? std::string_view(summary.header[column]) : std::string_view();
    };
    std::vector<std::size_t> mapped;
    for (std::size_t column = 0; column < summary.columns.fields.size(); ++column) {
        if (summary.columns.fields[column])
            mapped.push_back(column);
    }
    appendArray(json, "columns", mapped, [&](std::size_t column) {
        json += '{';
        appendMember(json, "header", headerOf(column));
        json += ',';
        appendMember(json, "field", fieldId(*summary.columns.fields[column]));
        json += '}';
    });
    json += ',';
    appendArray(json, "unknown_columns", summary.columns.unknown,
                [&](std::size_t column) { appendJsonString(json, headerOf(column)); });
    json += ',';
    appendArray(json, "repeated_columns", summary.columns.duplicates,
                [&](const ColumnMap::Duplicate &repeated) { appendJsonString(json, headerOf(repeated.column)); });
    json += ',';
    appendArray(json, "missing_columns", summary.columns.missing,
                [&json](Field field) { appendJsonString(json, fieldId(field)); });
}

/// The first line of a report, without its line end.
std::string summaryLine(const BatchSummary &summary)
{
    std::string json = "{\"summary\":{";
    appendMember(json, "pack", summary.packId);
    json += ',';
    appendMember(json, "pack_hash", summary.packHash);
    json += ',';
    appendMember(json, "input", summary.inputName);
    json += ',';
    appendMember(json, "input_sha256", summary.inputSha256);
    json += ',';
    appendMember(json, "as_of", summary.asOf);
    json += ',';
    appendMember(json, "sheet", summary.sheet);
    json += ',';
    appendMember(json, "encoding", summary.encoding);
    json += summary.looksAtFiles ? ",\"files\":true," : ",\"files\":false,";
    appendMember(json, "files_print", summary.filesPrint);
    json += ',';
    appendMember(json, "header_row", summary.headerRow);
    json += ',';
    appendColumns(json, summary);
    json += "}}";
    return json;
}

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
    std::string &json = m_file.text();
    json += '{';
    appendMember(json, "row", line.row);
    json += ',';
    appendMember(json, "application_no", line.applicationNo);
    json += ',';
    appendVerdictJson(json, line.finding);
    json += "}\n";
    return m_file.flushWhenFull();
}

Done JsonLinesReport::end(const BatchTotals &totals)
{
    std::string &json = m_file.text();
    json += "{\"totals\":{";
    appendMember(json, "rows", totals.rows);
    json += ',';
    appendMember(json, "checked", totals.checked);
    json += ',';
    appendMember(json, "with_errors", totals.withErrors);
    json += ',';
    appendMember(json, "with_warnings", totals.withWarnings);
    json += ',';
    appendMember(json, "table_errors", totals.tableErrors);
    json += ',';
    appendMember(json, "clean", totals.checked - totals.withErrors - totals.withWarnings);
    json += ',';
    appendCounts(json, "skipped", totals.skipped);
    json += ',';
    appendMember(json, "findings", totals.findings);
    json += ',';
    appendCounts(json, "findings_by_rule", totals.findingsOf);
    json += totals.complete ? ",\"complete\":true" : ",\"complete\":false";
    json += totals.interrupted ? ",\"interrupted\":true" : "";
    if (totals.stoppedAtFiles) {
        json += ',';
        appendMember(json, "files_looked", totals.stoppedAtFiles->looked);
        json += ',';
        appendMember(json, "files_named", totals.stoppedAtFiles->named);
    }
    json += "}}\n";
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
        const Text why = incompleteText(totals);
        append({"", "", "input.incomplete", "", severityId(Severity::Error), outcomeId(Outcome::NeedsReview), "",
                why.zh, why.en});
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
