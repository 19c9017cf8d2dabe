#include "app/check/checkcommand.h"

#include "app/check/checkreports.h"
#include "app/check/checktotals.h"
#include "app/check/commandline.h"
#include "app/check/inputfault.h"
#include "app/check/inputnotes.h"
#include "app/check/interruptwatch.h"
#include "app/check/progressline.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/packsearch.h"
#include "core/batch/batch.h"
#include "core/batch/repairedtable.h"
#include "core/image/picturefacts.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostJobs = 256;

/// False when it could not be written, which has been said.
bool writeRepaired(QTextStream &out, QTextStream &err, const BatchOptions &options, const Pack &pack,
                   const QString &path)
{
    const Result<RepairedCounts> counts = writeRepairedTable(options.input, options.reading, pack, path.toStdString());
    if (!counts) {
        explainReport(err, counts.error(), path);
        return false;
    }
    out << u"修正后的表格 %1：%2 行，改动 %3 个单元格，原值在最后一列\n"_s.arg(path, QString::number(counts->rows),
                                                                               QString::number(counts->cells));
    out << u"repaired table %1: %2, %3 changed, the originals in the last column\n"_s.arg(
        path, countedText(counts->rows, "row"), countedText(counts->cells, "cell"));
    return true;
}

int usage(QTextStream &err)
{
    err << u"usage: zsb-check check INPUT.{csv,xlsx,xls} [--pack NAME|DIR] [--files DIR] [--report "
           "OUT.{jsonl,csv,xlsx,html}]…\n"
           "                       [--lang zh|en] [--show-personal]\n"
           "                       [--as-of INSTANT|DAY] [--jobs N] [--encoding E] [--sheet NAME] [--repaired "
           "OUT.{csv,xlsx}]\n"
           "                       [--no-images] [--progress]\n"
           "       --files DIR     图片所在的文件夹，默认是 INPUT 所在的文件夹 / the folder of the pictures, by "
           "default that "
           "of INPUT\n"
           "       --as-of 2000-01-31  那一天开始时（规则包所在时区），或 2000-01-31T09:00:00+08:00；默认是现在 / the "
           "beginning "
           "of that day\n"
           "                       where the pack is in force, or a moment; by default now\n"
           "       zsb-check check INPUT --resume REPORT.jsonl [the other options as before, but neither --report\n"
           "                       nor --as-of: the report says both]\n"
           "exit: 0 no errors, 1 errors in rows or of the table, 2 usage, 3 input unreadable or report not written,\n"
           "      130 interrupted (go on with --resume)\n"_s;
    return ExitUsage;
}

/// A folder is no table: says which files in it are.
void adviseOnFolder(QTextStream &err, const QString &folder)
{
    constexpr qsizetype mostNames = 10;
    const QStringList tables =
        QDir(folder).entryList({u"*.csv"_s, u"*.xlsx"_s, u"*.xls"_s, u"*.txt"_s}, QDir::Files, QDir::Name);
    err << folder << u": 这是文件夹，请指定其中一张表 / this is a folder, name a table in it: "_s;
    if (tables.isEmpty())
        err << u"里面没有 .csv、.xlsx、.xls 文件 / there is no .csv, .xlsx or .xls in it"_s;
    else
        err << tables.first(std::min(mostNames, tables.size())).join(u", "_s);
    if (tables.size() > mostNames)
        err << u" … (%1)"_s.arg(tables.size());
    err << u'\n';
}

/// What the rules are asked as of; empty: now.
std::string asOfText(const CommandLine &line, const BatchOptions &options)
{
    return options.resume ? options.resume->asOf : line.value(u"as-of"_s).toStdString();
}

/// A moment, or the beginning of a day so far east of Greenwich.
std::optional<Instant> momentOf(const std::string &text, std::chrono::minutes offset)
{
    if (text.empty())
        return systemClock()();
    const std::optional<Day> day = parseDay(text);
    return day ? std::optional<Instant>(Instant(*day) - offset) : parseInstant(text);
}

/// What the command line asks for. Gives an exit code when it cannot be done.
std::optional<int> readOptions(const CommandLine &line, BatchOptions &options, QTextStream &err)
{
    const QString input = line.positional().first();
    bool jobsValid = false;
    options.input = input.toStdString();
    options.reading.encoding = line.value(u"encoding"_s).toStdString();
    options.reading.sheet = line.value(u"sheet"_s).toStdString();
    options.filesFolder = line.value(u"files"_s, QFileInfo(input).path()).toStdString();
    options.jobs = line.value(u"jobs"_s, QString::number(QThread::idealThreadCount())).toInt(&jobsValid);
    if (!momentOf(asOfText(line, options), {})) {
        err << u"--as-of 形如 2000-01-31 或 2000-01-31T09:00:00+08:00 / --as-of is a day or RFC 3339, such as "
               u"2000-01-31 or "
               "2000-01-31T09:00:00+08:00\n"_s;
        return ExitUsage;
    }
    if (!jobsValid || options.jobs < 1 || options.jobs > mostJobs) {
        err << u"--jobs 为 1–%1 的整数 / --jobs is a whole number of 1 to %1\n"_s.arg(mostJobs);
        return ExitUsage;
    }
    if (!isFilesFolderUsable(line, err))
        return ExitUnreadable;
    if (QFileInfo(input).isDir()) {
        adviseOnFolder(err, input);
        return ExitUnreadable;
    }
    if (!QFileInfo::exists(input)) {
        err << u"找不到文件 / no such file: "_s << input << u'\n';
        return ExitUnreadable;
    }
    return std::nullopt;
}

/// The report `--resume` names. Gives an exit code when it cannot be gone on with.
std::optional<int> readResumed(const CommandLine &line, BatchOptions &options, QTextStream &err)
{
    if (!line.has(u"resume"_s))
        return std::nullopt;
    if (line.has(u"report"_s) || line.has(u"as-of"_s)) {
        err << u"--resume 不能与 --report、--as-of 同用 / --resume goes without --report and --as-of\n"_s;
        return ExitUsage;
    }
    const QString path = line.value(u"resume"_s);
    Result<BrokenReport> broken = readBrokenReport(path.toStdString());
    if (!broken) {
        explainBroken(err, broken.error(), path);
        return ExitUnreadable;
    }
    options.resume = std::move(*broken);
    return std::nullopt;
}

int exitCodeOf(const BatchTotals &totals)
{
    if (totals.interrupted)
        return ExitInterrupted;
    if (totals.readError || !totals.complete)
        return ExitUnreadable;
    return totals.withErrors + totals.tableErrors > 0 ? ExitFindings : ExitClean;
}

} // namespace

int runCheckCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments,
                                         {u"pack"_s, u"files"_s, u"report"_s, u"resume"_s, u"as-of"_s, u"jobs"_s,
                                          u"encoding"_s, u"sheet"_s, u"repaired"_s, u"lang"_s},
                                         {u"no-images"_s, u"progress"_s, u"show-personal"_s}, err);
    if (!line || !hasWords(*line, 1, 1, u"INPUT"_s, err))
        return usage(err);
    if (line->all(u"resume"_s).size() > 1) {
        err << u"--resume 只能用一次 / --resume goes once\n"_s;
        return usage(err);
    }
    const InterruptWatch interrupts;
    BatchOptions options;
    if (const auto refused = readResumed(*line, options, err))
        return *refused;
    if (const auto refused = readOptions(*line, options, err))
        return *refused;
    ProgressLine progress(err);
    if (line->has(u"progress"_s))
        options.progress = [&progress](BatchPhase phase, std::int64_t count, std::int64_t total) {
            progress.show(phase, count, total);
        };
    const auto book = openRuleBook(line->value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explainPack(err, book.error(), *line);
        return ExitUnreadable;
    }
    options.asOf = *momentOf(asOfText(*line, options), (*book)->pack().timeOffset);
    PictureFacts pictures;
    if (!line->has(u"no-images"_s)) {
        options.inspector = [&](const std::string &path) { return pictures.material(path); };
        options.portraits = [&](const std::string &path) { return pictures.portrait(path); };
    }
    std::vector<std::unique_ptr<Report>> reports;
    if (const auto refused = openReports(*line, options, reports, err))
        return *refused;
    const QString input = line->positional().first();
    reports.push_back(std::make_unique<InputNotes>(err, QFileInfo(input).fileName()));
    const Result<BatchTotals> totals = checkTable(**book, options, reports, interrupts.token());
    progress.end();
    if (!totals) {
        explainFailure(err, totals.error(), options, reports);
        return ExitUnreadable;
    }
    if (options.resume)
        err << input
            << u": 只接着写了这份 JSONL 报告；中断时的其他报告仍止于中断处，需要时请重新检查 / only this JSONL report "
               "went on; other reports of the interrupted check end where it was interrupted, check anew for them\n"_s;
    printTotals(out, *totals);
    if (totals->filesNotFound > 0)
        explainNoPictures(err, options.filesFolder, totals->filesNotFound);
    if (line->has(u"no-images"_s))
        out << u"图片没有检查（--no-images）/ pictures were skipped (--no-images)\n"_s;
    if (totals->readError)
        explainInput(err, *totals->readError, input);
    if (!totals->interrupted && line->has(u"repaired"_s) &&
        !writeRepaired(out, err, options, (*book)->pack(), line->value(u"repaired"_s)))
        return ExitUnreadable;
    return exitCodeOf(*totals);
}

} // namespace zsb
