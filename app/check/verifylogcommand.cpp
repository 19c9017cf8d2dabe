#include "app/check/verifylogcommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/progressline.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/logreport.h"
#include "app/common/packsearch.h"
#include "core/storage/blobcheck.h"
#include "core/storage/chain.h"
#include "core/storage/postgreslocation.h"
#include "core/storage/projectioncheck.h"
#include "core/storage/seasonkeys.h"

#include <QFileInfo>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString faultText(ProjectionVerdict::Fault fault)
{
    switch (fault) {
    case ProjectionVerdict::Fault::None:
        return u"与日志一致 / as the log says"_s;
    case ProjectionVerdict::Fault::Stale:
        return u"由另一版本的程序或另一份规则包生成，未比较；用 --pack 指明，或先用程序打开一次 / made by another "
               u"version of "
               "the program or under another pack, not compared: name it with --pack, or open the season once"_s;
    case ProjectionVerdict::Fault::Differs:
        return u"与日志不符 / not what the log says"_s;
    case ProjectionVerdict::Fault::Missing:
        return u"缺行 / a row is missing"_s;
    case ProjectionVerdict::Fault::Extra:
        return u"多出的行 / a row too many"_s;
    case ProjectionVerdict::Fault::Damaged:
        return u"数据库文件本身损坏 / the database file itself is damaged"_s;
    }
    return {};
}

QString latin(std::string_view id)
{
    return QLatin1StringView(id.data(), qsizetype(id.size()));
}

int unreadable(QTextStream &err, const QString &path, const Error &error)
{
    err << path << u": 没有可读的日志 / no readable log: "_s << reasonText(error) << u'\n';
    return ExitUnreadable;
}

/// Application number and id only: no names, no numbers of persons.
int reportProjections(QTextStream &out, const ProjectionVerdict &verdict)
{
    if (verdict.isGood()) {
        out << u"各列表与日志一致，共 %1 份\n"_s.arg(verdict.applications);
        out << u"the lists are what the log says: %1\n"_s.arg(countedText(verdict.applications, "application"));
        return ExitClean;
    }
    if (verdict.fault == ProjectionVerdict::Fault::Stale) {
        out << u"列表：%1\n"_s.arg(faultText(verdict.fault));
        return ExitFindings;
    }
    if (verdict.fault == ProjectionVerdict::Fault::Damaged) {
        const QString where = QString::fromStdString(verdict.table);
        out << u"列表：数据库文件本身损坏（%1），请从备份恢复\n"_s.arg(where);
        out << u"the lists: the database file itself is damaged (%1); restore a backup\n"_s.arg(where);
        return ExitFindings;
    }
    const Text good = goodBefore(verdict.applications, "份报名", "application");
    out << u"列表：%1；%2\n"_s.arg(faultText(verdict.fault), QString::fromStdString(good.zh));
    const std::string column = verdict.column.empty() ? std::string() : '.' + verdict.column;
    out << u"the first bad row is in %1%2 (%3), application %4 %5; %6\n"_s.arg(
        QString::fromStdString(verdict.table), QString::fromStdString(column), latin(faultId(verdict.fault)),
        QString::fromStdString(verdict.applicationNo), QString::fromStdString(verdict.application.value),
        QString::fromStdString(good.en));
    return ExitFindings;
}

QString faultText(FilesVerdict::Fault fault)
{
    switch (fault) {
    case FilesVerdict::Fault::Missing:
        return u"缺失"_s;
    case FilesVerdict::Fault::Changed:
        return u"内容被改动"_s;
    case FilesVerdict::Fault::Unreadable:
        return u"无法读取"_s;
    }
    return {};
}

/// Every file is one of these: good, bad, with the service, or not looked at because the run broke off.
int reportFiles(QTextStream &out, const FilesVerdict &verdict)
{
    for (const FilesVerdict::BadFile &file : verdict.bad)
        out << u"图片 %1：%2 / file %1: %3, application %4 %5\n"_s.arg(
            QString::fromStdString(file.sha256), faultText(file.fault), latin(faultId(file.fault)),
            QString::fromStdString(file.applicationNo), QString::fromStdString(file.application.value));
    out << u"图片共 %1 个：与登记的摘要一致 %2，有问题 %3，尚未从中心取回 %4\n"_s.arg(verdict.files)
               .arg(verdict.good)
               .arg(verdict.bad.size())
               .arg(verdict.waiting);
    out << u"%1 of pictures: %2 as their hash says, %3 bad, %4 not fetched from the service\n"_s
               .arg(countedText(verdict.files, "file"))
               .arg(verdict.good)
               .arg(verdict.bad.size())
               .arg(verdict.waiting);
    if (verdict.isWhole())
        return verdict.isGood() ? ExitClean : ExitFindings;
    out << u"已中断：其余 %1 个没有比较 / interrupted: the other %1 were not compared\n"_s.arg(verdict.files -
                                                                                               verdict.compared());
    return ExitInterrupted;
}

/// A folder is that of a season; a database on a server is named as everywhere.
QString locationOf(const QString &given)
{
    return QFileInfo(given).isDir() && !isPostgres(given.toStdString()) ? given + u"/zsb.db"_s : given;
}

/// The files lie beside the database; those of a service are kept elsewhere.
int verifyFiles(const std::string &path, const CommandLine &line, QTextStream &out, QTextStream &err)
{
    const QString folder = QFileInfo(QString::fromStdString(path)).path() + u"/blobs"_s;
    const bool isSeason = QFileInfo(line.positional().first()).isDir();
    if (isPostgres(path) || (!isSeason && !QFileInfo(folder).isDir())) {
        out << u"图片没有比较：它们不在这个数据库旁边\nthe pictures were not compared: they are not beside this "
               "database\n"_s;
        return ExitClean;
    }
    const InterruptWatch watch;
    ProgressLine progress(err);
    std::function<void(std::int64_t, std::int64_t)> shown;
    if (line.has(u"progress"_s))
        shown = [&progress](std::int64_t count, std::int64_t total) {
            progress.show(BatchPhase::Looking, count, total);
        };
    const auto verdict = verifyBlobs(path, BlobStore(folder.toStdString()), PlainCodec(), shown, watch.token());
    progress.end();
    if (!verdict && verdict.error().code == ErrorCode::Cancelled) {
        out << u"已中断：图片没有比较 / interrupted: no picture was compared\n"_s;
        return ExitInterrupted;
    }
    return verdict ? reportFiles(out, *verdict) : unreadable(err, QString::fromStdString(path), verdict.error());
}

int verifyDeep(const std::string &path, const CommandLine &line, QTextStream &out, QTextStream &err)
{
    if (isSealedSeason(QFileInfo(QString::fromStdString(path)).path().toStdString())) {
        err << QString::fromStdString(path) << u": "_s << QString::fromStdString(std::string(sealedReason)) << u'\n';
        return ExitUnreadable;
    }
    const auto book = openRuleBook(line.value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explainPack(err, book.error(), line);
        return ExitUnreadable;
    }
    const Result<ProjectionVerdict> verdict = verifyProjections(path, **book, PlainCodec());
    if (!verdict)
        return unreadable(err, QString::fromStdString(path), verdict.error());
    const int lists = reportProjections(out, *verdict);
    const int files = verifyFiles(path, line, out, err);
    return std::max(lists, files); // what broke off or cannot be read stands above what was found
}

} // namespace

int runVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"pack"_s}, {u"deep"_s, u"progress"_s}, err);
    if (!line || !hasWords(*line, 1, 1, u"FOLDER|DB"_s, err)) {
        err << u"usage: zsb-check verify-log FOLDER|DB|postgres://… [--deep [--progress] [--pack NAME|DIR]]\n"_s;
        return ExitUsage;
    }
    const QString path = locationOf(line->positional().first());
    const Result<LogVerdict> verdict = verifyLog(path.toStdString());
    if (!verdict)
        return unreadable(err, path, verdict.error());
    reportLog(out, *verdict);
    if (!verdict->isGood())
        return ExitFindings;
    if (line->has(u"deep"_s))
        return verifyDeep(path.toStdString(), *line, out, err);
    out << u"列表和图片未与日志比较；--deep 比较\nlists and pictures were not compared with the log; --deep does\n"_s;
    return ExitClean;
}

} // namespace zsb
