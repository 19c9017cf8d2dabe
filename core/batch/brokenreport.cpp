#include "core/batch/brokenreport.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// The findings of one row, as they are read.
struct OpenRow
{
    std::int64_t row = 0;
    std::int64_t begin = 0; ///< byte of its first line
    bool hasError = false;
    bool hasWarning = false;
    std::vector<std::string> rules;

    void add(const QJsonObject &finding)
    {
        const QString severity = finding["severity"_L1].toString();
        hasError = hasError || severity == "error"_L1;
        hasWarning = hasWarning || severity == "warning"_L1;
        rules.push_back(finding["rule"_L1].toString().toStdString());
    }
};

/// The row is whole: its findings count. Those of the header are the table's, those of a repeated one, of
/// totals and of a footer nobody's.
void close(const OpenRow &row, std::int64_t headerRow, BrokenReport &report)
{
    const bool isCandidate = std::ranges::none_of(row.rules, [](const std::string &rule) {
        return rule == "input.repeated-header" || rule == "input.totals-row" || rule == "input.footer-row";
    });
    BatchTotals &totals = report.totals;
    if (row.row > headerRow && isCandidate) {
        totals.withErrors += row.hasError ? 1 : 0;
        totals.withWarnings += row.hasWarning && !row.hasError ? 1 : 0;
    }
    totals.findings += std::int64_t(row.rules.size());
    for (const std::string &rule : row.rules)
        ++totals.findingsOf[rule];
}

/// Reads the lines behind the summary. Errors: Invalid, Conflict.
Done readFindings(QFile &file, std::int64_t headerRow, BrokenReport &report)
{
    OpenRow open;
    while (true) {
        const std::int64_t begin = file.pos();
        const QByteArray line = file.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!line.endsWith('\n') || object.isEmpty()) { // cut off where the writer was stopped
            report.lastRow = std::max<std::int64_t>(open.row - 1, 0);
            report.keptBytes = open.row > 0 ? open.begin : begin;
            return done();
        }
        if (const QJsonValue totals = object["totals"_L1]; totals.isObject()) {
            if (!totals["interrupted"_L1].toBool())
                return Error{ErrorCode::Conflict, "report: the check came to its end"};
            close(open, headerRow, report);
            report.lastRow =
                std::max<std::int64_t>(totals["rows"_L1].toInteger(), open.row); // stopped again, it came less far
            report.keptBytes = begin;
            return done();
        }
        const std::int64_t row = object["row"_L1].toInteger();
        if (row < 1 || row < open.row)
            return Error{ErrorCode::Invalid, "report: rows are not in order"};
        if (row != open.row) {
            close(open, headerRow, report);
            open = {.row = row, .begin = begin, .rules = {}};
        }
        open.add(object);
    }
}

QJsonObject summaryOf(const std::string &line)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(line)).object()["summary"_L1].toObject();
}

} // namespace

Error anotherCheck(const BrokenReport &broken, const std::string &summaryLine)
{
    struct Difference
    {
        QLatin1StringView member;
        const char *detail = "";
    };
    static constexpr std::array differences = {
        Difference{"files"_L1, "report: began with another choice of --no-images"},
        Difference{"files_print"_L1, "report: of another folder of --files"},
        Difference{"sheet"_L1, "report: of another --sheet"},
        Difference{"encoding"_L1, "report: of another --encoding"},
    };
    const QJsonObject then = summaryOf(broken.summaryLine);
    const QJsonObject now = summaryOf(summaryLine);
    const bool isSame = then["input_sha256"_L1] == now["input_sha256"_L1] && then["as_of"_L1] == now["as_of"_L1] &&
                        then["pack_hash"_L1] == now["pack_hash"_L1];
    for (const Difference &difference : differences)
        if (isSame && then.contains(difference.member) && then[difference.member] != now[difference.member])
            return {ErrorCode::Conflict, difference.detail};
    if (isSame && then["files_not_found"_L1] != now["files_not_found"_L1])
        return {ErrorCode::Conflict, "report: pictures were there then and are not now, or the other way round"};
    return {ErrorCode::Conflict, "report: of another input, pack or moment"};
}

Result<BrokenReport> readBrokenReport(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.exists())
        return Error{ErrorCode::NotFound, "report: no such file"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "report: cannot be read"};
    const QByteArray first = file.readLine();
    const QJsonObject summary = QJsonDocument::fromJson(first).object()["summary"_L1].toObject();
    if (summary.isEmpty() || !first.endsWith('\n'))
        return Error{ErrorCode::Invalid, "report: does not begin with a summary"};
    BrokenReport report;
    report.path = path;
    report.summaryLine = first.chopped(1).toStdString();
    report.asOf = summary["as_of"_L1].toString().toStdString();
    if (const Done read = readFindings(file, summary["header_row"_L1].toInteger(), report); !read)
        return read.error();
    return report;
}

} // namespace zsb
