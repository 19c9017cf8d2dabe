#include "app/check/checkreports.h"

#include "app/check/inputfault.h"
#include "app/check/namedreport.h"
#include "app/check/reasontext.h"
#include "app/check/reportplace.h"
#include "app/check/sharedoptions.h"

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// Nothing when the language is none of ours.
std::optional<ReportOptions> readReportOptions(const CommandLine &line, QTextStream &err)
{
    const std::optional<Language> language = languageOf(line, err);
    if (!language)
        return std::nullopt;
    ReportOptions options;
    options.language = *language;
    options.showsPersonal = line.has(u"show-personal"_s);
    return options;
}

bool endsInAny(const QString &path, const QStringList &endings)
{
    return std::ranges::any_of(endings, [&path](const QString &ending) { return path.endsWith(ending); });
}

/// False when no file can be written there, which has been said.
bool isFreePlace(const QString &path, const QStringList &taken, QTextStream &err)
{
    if (isTakenByNoFile(path))
        err << u"报告只能写成普通文件 / a report can only be a regular file: "_s << path << u'\n';
    else if (overwritesAny(path, taken))
        err << u"报告会覆盖输入或另一份报告 / the report would overwrite the input or another report: "_s << path
            << u'\n';
    else
        return true;
    return false;
}

/// False when the name does not say which format is meant, which has been said.
bool hasKnownEnding(const QString &path, bool isRepaired, QTextStream &err)
{
    const QStringList endings =
        isRepaired ? QStringList{u".csv"_s, u".xlsx"_s} : QStringList{u".jsonl"_s, u".csv"_s, u".xlsx"_s, u".html"_s};
    if (endsInAny(path, endings))
        return true;
    if (isRepaired)
        err << path
            << u": 修正表的文件名须以 .csv 或 .xlsx 结尾 / the name of a repaired table must end in .csv or .xlsx\n"_s;
    else
        err << path
            << u": 报告的文件名须以 .jsonl、.csv、.xlsx 或 .html 结尾 / the name of a report must end in .jsonl, .csv, "
               ".xlsx or .html\n"_s;
    return false;
}

/// The report that could not be written, if that is why a check failed.
const NamedReport *failedReport(const std::vector<std::unique_ptr<Report>> &reports)
{
    for (const std::unique_ptr<Report> &report : reports)
        if (const auto *named = dynamic_cast<const NamedReport *>(report.get()); named && named->hasFailed())
            return named;
    return nullptr;
}

} // namespace

void explainReport(QTextStream &err, const Error &error, const QString &path)
{
    err << path << u": 报告无法写入，不完整 / the report cannot be written and is not whole: "_s << reasonText(error)
        << u'\n';
}

void explainBroken(QTextStream &err, const Error &error, const QString &path)
{
    err << path << u": 无法继续这份报告 / this report cannot be gone on with: "_s << reasonText(error) << u'\n';
}

std::optional<int> openReports(const CommandLine &line, const BatchOptions &options,
                               std::vector<std::unique_ptr<Report>> &reports, QTextStream &err)
{
    const std::optional<ReportOptions> reportOptions = readReportOptions(line, err);
    if (!reportOptions)
        return ExitUsage;
    QStringList taken = line.positional();
    const QStringList repaired = line.all(u"repaired"_s);
    const QStringList resumed = line.all(u"resume"_s);
    for (const QString &path : repaired + resumed + line.all(u"report"_s)) {
        const bool isNew = !resumed.contains(path);
        if (!isFreePlace(path, taken, err) || (isNew && !hasKnownEnding(path, repaired.contains(path), err)))
            return ExitUsage;
        taken.append(path);
        if (repaired.contains(path))
            continue;
        auto report = options.resume ? reopenReport(*options.resume) : openReport(path.toStdString(), *reportOptions);
        if (!report) {
            explainReport(err, report.error(), path);
            return ExitUnreadable;
        }
        reports.push_back(std::make_unique<NamedReport>(path, std::move(*report)));
    }
    return std::nullopt;
}

void explainFailure(QTextStream &err, const Error &error, const BatchOptions &options,
                    const std::vector<std::unique_ptr<Report>> &reports)
{
    const NamedReport *failed = failedReport(reports);
    if (failed && options.resume && error.code == ErrorCode::Conflict)
        explainBroken(err, error, failed->path());
    else if (failed)
        explainReport(err, error, failed->path());
    else
        explainInput(err, error, QString::fromStdString(options.input));
}

} // namespace zsb
