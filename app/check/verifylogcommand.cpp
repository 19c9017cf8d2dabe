#include "app/check/verifylogcommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/progressline.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
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

int unreadable(QTextStream &err, const QString &path, const Error &error)
{
    err << path << u": 没有可读的日志 / no readable log: "_s << reasonText(error) << u'\n';
    return ExitUnreadable;
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
    FilesProgress shown;
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
    if (!verdict)
        return unreadable(err, QString::fromStdString(path), verdict.error());
    reportFiles(out, *verdict);
    return !verdict->isWhole() ? ExitInterrupted : verdict->isGood() ? ExitClean : ExitFindings;
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
    reportLists(out, *verdict);
    const int files = verifyFiles(path, line, out, err);
    // what broke off or cannot be read stands above what was found
    return std::max(verdict->isGood() ? int(ExitClean) : int(ExitFindings), files);
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
