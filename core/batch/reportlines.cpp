#include "core/batch/reportlines.h"

#include "core/base/jsontext.h"

#include <string_view>
#include <vector>

namespace zsb {
namespace {

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
        appendJsonMember(json, name, count);
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
        appendJsonMember(json, "header", headerOf(column));
        json += ',';
        appendJsonMember(json, "field", fieldId(*summary.columns.fields[column]));
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

} // namespace

std::string summaryLine(const BatchSummary &summary)
{
    std::string json = "{\"summary\":{";
    appendJsonMember(json, "pack", summary.packId);
    json += ',';
    appendJsonMember(json, "pack_hash", summary.packHash);
    json += ',';
    appendJsonMember(json, "input", summary.inputName);
    json += ',';
    appendJsonMember(json, "input_sha256", summary.inputSha256);
    json += ',';
    appendJsonMember(json, "as_of", summary.asOf);
    json += ',';
    appendJsonMember(json, "sheet", summary.sheet);
    json += ',';
    appendJsonMember(json, "encoding", summary.encoding);
    json += summary.looksAtFiles ? ",\"files\":true," : ",\"files\":false,";
    appendJsonMember(json, "files_print", summary.filesPrint);
    json += ',';
    if (summary.filesNotFound > 0) {
        appendJsonMember(json, "files_not_found", summary.filesNotFound);
        json += ',';
    }
    appendJsonMember(json, "header_row", summary.headerRow);
    json += ',';
    appendColumns(json, summary);
    json += "}}";
    return json;
}

void appendFindingLine(std::string &json, const ReportLine &line)
{
    json += '{';
    appendJsonMember(json, "row", line.row);
    json += ',';
    appendJsonMember(json, "application_no", line.applicationNo);
    json += ',';
    appendVerdictJson(json, line.finding);
    json += "}\n";
}

void appendTotalsLine(std::string &json, const BatchTotals &totals)
{
    json += "{\"totals\":{";
    appendJsonMember(json, "rows", totals.rows);
    json += ',';
    appendJsonMember(json, "checked", totals.checked);
    json += ',';
    appendJsonMember(json, "with_errors", totals.withErrors);
    json += ',';
    appendJsonMember(json, "with_warnings", totals.withWarnings);
    json += ',';
    appendJsonMember(json, "table_errors", totals.tableErrors);
    json += ',';
    appendJsonMember(json, "clean", totals.checked - totals.withErrors - totals.withWarnings);
    json += ',';
    appendCounts(json, "skipped", totals.skipped);
    json += ',';
    appendJsonMember(json, "findings", totals.findings);
    json += ',';
    appendCounts(json, "findings_by_rule", totals.findingsOf);
    json += totals.complete ? ",\"complete\":true" : ",\"complete\":false";
    json += totals.interrupted ? ",\"interrupted\":true" : "";
    if (totals.filesNotFound > 0) {
        json += ',';
        appendJsonMember(json, "files_not_found", totals.filesNotFound);
    }
    if (totals.stoppedAtFiles) {
        json += ',';
        appendJsonMember(json, "files_looked", totals.stoppedAtFiles->looked);
        json += ',';
        appendJsonMember(json, "files_named", totals.stoppedAtFiles->named);
    }
    json += "}}\n";
}

} // namespace zsb
