#include "app/check/checkcommand.h"

#include "app/check/commandline.h"
#include "app/common/packsearch.h"
#include "core/batch/batch.h"
#include "core/image/inspect.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

void explain(QTextStream &err, const Error &error, const QString &input)
{
    QString zh;
    switch (error.code) {
    case ErrorCode::NotFound:
        zh = u"找不到文件"_s;
        break;
    case ErrorCode::Unreadable:
        zh = u"文件无法读取或写入"_s;
        break;
    case ErrorCode::Invalid:
        zh = u"文件不是可识别的表格，或内容已损坏"_s;
        break;
    case ErrorCode::Refused:
        zh = u"文件超出安全限制或已加密；请去掉密码后另存为 .xlsx 或 .csv"_s;
        break;
    case ErrorCode::Conflict:
    case ErrorCode::Unreachable:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        zh = u"程序内部错误"_s;
        break;
    }
    err << input << u": "_s << zh << u" / "_s << QString::fromStdString(error.detail) << u'\n';
}

/// At most five lines a second, on one line of the terminal.
BatchProgress progressOn(QTextStream &err)
{
    auto clock = std::make_shared<QElapsedTimer>();
    auto last = std::make_shared<qint64>(-1000);
    clock->start();
    return [&err, clock, last](std::int64_t rows, std::int64_t total) {
        const qint64 now = clock->elapsed();
        if (now - *last < 200 && rows < total)
            return;
        *last = now;
        const double rate = now > 0 ? double(rows) * 1000.0 / double(now) : 0.0;
        const double left = rate > 0 ? double(total - rows) / rate : 0.0;
        err << u"\r%1/%2  %3 行/秒 rows/s  %4 s "_s.arg(rows).arg(total).arg(rate, 0, 'f', 0).arg(left, 0, 'f', 0);
        err.flush();
        if (rows >= total)
            err << u'\n';
    };
}

void printTotals(QTextStream &out, const BatchTotals &totals)
{
    out << u"读取 %1 行，检查 %2 行：有错误 %3，仅有警告 %4，无问题 %5\n"_s.arg(totals.rows)
               .arg(totals.checked)
               .arg(totals.withErrors)
               .arg(totals.withWarnings)
               .arg(totals.checked - totals.withErrors - totals.withWarnings);
    out << u"%1 rows read, %2 checked: %3 with errors, %4 with warnings only, %5 clean\n"_s.arg(totals.rows)
               .arg(totals.checked)
               .arg(totals.withErrors)
               .arg(totals.withWarnings)
               .arg(totals.checked - totals.withErrors - totals.withWarnings);
    for (const auto &[reason, rows] : totals.skipped) {
        if (rows > 0)
            out << u"  %1: %2\n"_s.arg(QString::fromStdString(reason)).arg(rows);
    }
    for (const auto &[rule, findings] : totals.findingsOf)
        out << u"  %1  %2\n"_s.arg(findings, 8).arg(QString::fromStdString(rule));
    if (!totals.complete)
        out << u"未完成 / incomplete\n"_s;
}

int usage(QTextStream &err)
{
    err << u"usage: zsb-check check INPUT.{csv,xlsx,xls} [--pack NAME|DIR] [--files DIR] [--report OUT.{jsonl,csv}]…\n"
           "                       [--as-of INSTANT] [--jobs N] [--encoding E] [--no-images] [--progress]\n"_s;
    return ExitUsage;
}

} // namespace

int runCheckCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line =
        CommandLine::parse(arguments, {u"pack"_s, u"files"_s, u"report"_s, u"as-of"_s, u"jobs"_s, u"encoding"_s},
                           {u"no-images"_s, u"progress"_s}, err);
    if (!line || line->positional().size() != 1)
        return usage(err);
    const QString input = line->positional().first();
    bool jobsValid = false;
    BatchOptions options;
    options.input = input.toStdString();
    options.reading.encoding = line->value(u"encoding"_s).toStdString();
    options.filesFolder = line->value(u"files"_s, QFileInfo(input).path()).toStdString();
    options.jobs = line->value(u"jobs"_s, QString::number(QThread::idealThreadCount())).toInt(&jobsValid);
    const QString asOf = line->value(u"as-of"_s);
    const std::optional<Instant> instant = asOf.isEmpty() ? systemClock()() : parseInstant(asOf.toStdString());
    if (!instant || !jobsValid || options.jobs < 1 || options.jobs > 256) {
        err << u"--as-of 形如 2000-01-31T09:00:00+08:00；--jobs 为 1–256 / --as-of is RFC 3339, --jobs is 1–256\n"_s;
        return ExitUsage;
    }
    options.asOf = *instant;
    if (!line->has(u"no-images"_s))
        options.inspector = imageFactsOf;
    if (!line->has(u"no-images"_s) && line->has(u"files"_s) && !QFileInfo(line->value(u"files"_s)).isDir()) {
        err << u"--files 不是文件夹 / --files is no folder: "_s << line->value(u"files"_s) << u'\n';
        return ExitUnreadable;
    }
    if (!QFileInfo::exists(input)) {
        err << u"找不到文件 / no such file: "_s << input << u'\n';
        return ExitUnreadable;
    }
    if (line->has(u"progress"_s))
        options.progress = progressOn(err);

    const auto book = openRuleBook(line->value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explain(err, book.error(), line->value(u"pack"_s, u"pack"_s));
        return ExitUnreadable;
    }
    std::vector<std::unique_ptr<Report>> reports;
    QStringList taken = {QFileInfo(input).canonicalFilePath()};
    for (const QString &path : line->all(u"report"_s)) {
        const QFileInfo target(path);
        const QString place = target.exists() ? target.canonicalFilePath() : target.absoluteFilePath();
        if (taken.contains(place)) {
            err << u"报告会覆盖输入或另一份报告 / the report would overwrite the input or another report: "_s << path
                << u'\n';
            return ExitUsage;
        }
        taken.append(place);
        auto report = openReport(path.toStdString());
        if (!report) {
            explain(err, report.error(), path);
            return report.error().code == ErrorCode::Invalid ? ExitUsage : ExitUnreadable;
        }
        reports.push_back(std::move(*report));
    }
    const Result<BatchTotals> totals = checkTable(**book, options, reports);
    if (!totals) {
        explain(err, totals.error(), input);
        return ExitUnreadable;
    }
    printTotals(out, *totals);
    return totals->withErrors > 0 ? ExitFindings : ExitClean;
}

} // namespace zsb
