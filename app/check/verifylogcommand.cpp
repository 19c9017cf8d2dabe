#include "app/check/verifylogcommand.h"

#include "app/check/commandline.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/packsearch.h"
#include "core/storage/chain.h"
#include "core/storage/postgreslocation.h"
#include "core/storage/projectioncheck.h"

#include <QFileInfo>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString faultText(LogVerdict::Fault fault)
{
    switch (fault) {
    case LogVerdict::Fault::None:
        return u"完好 / whole"_s;
    case LogVerdict::Fault::Missing:
        return u"缺失 / missing"_s;
    case LogVerdict::Fault::Altered:
        return u"被改动 / altered"_s;
    case LogVerdict::Fault::Unlinked:
        return u"与前一条不相连 / does not follow the one before it"_s;
    case LogVerdict::Fault::Gap:
        return u"该报名的事件序号不连续 / the events of its application do not count up"_s;
    case LogVerdict::Fault::Added:
        return u"超出日志末尾 / beyond the end of the log"_s;
    case LogVerdict::Fault::Unreadable:
        return u"数据库在此处损坏 / the database is damaged here"_s;
    }
    return {};
}

QString faultText(ProjectionVerdict::Fault fault)
{
    switch (fault) {
    case ProjectionVerdict::Fault::None:
        return u"与日志一致 / as the log says"_s;
    case ProjectionVerdict::Fault::Stale:
        return u"由另一版本的程序或另一份政策包生成，未比较；用 --pack 指明，或先用程序打开一次 / made by another "
               u"version of "
               "the program or under another pack, not compared: name it with --pack, or open the season once"_s;
    case ProjectionVerdict::Fault::Differs:
        return u"与日志不符 / not what the log says"_s;
    case ProjectionVerdict::Fault::Missing:
        return u"缺行 / a row is missing"_s;
    case ProjectionVerdict::Fault::Extra:
        return u"多出的行 / a row too many"_s;
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

int reportLog(QTextStream &out, const LogVerdict &verdict)
{
    if (verdict.isGood()) {
        out << u"日志完好，共 %1 条，末条摘要 %2\n"_s.arg(verdict.events).arg(QString::fromStdString(verdict.head));
        out << u"the log is whole: %1, head %2\n"_s.arg(countedText(verdict.events, "event"))
                   .arg(QString::fromStdString(verdict.head));
        return ExitClean;
    }
    out << u"第 %1 条：%2\n"_s.arg(verdict.firstBad).arg(faultText(verdict.fault));
    out << u"first bad event %1 (%2), %3 good before it\n"_s.arg(verdict.firstBad)
               .arg(latin(faultId(verdict.fault)))
               .arg(verdict.events);
    return ExitFindings;
}

/// Application number and id only: no names, no numbers of persons.
int reportProjections(QTextStream &out, const ProjectionVerdict &verdict)
{
    if (verdict.isGood()) {
        out << u"各列表与日志一致，共 %1 份\n"_s.arg(verdict.applications);
        out << u"the lists are what the log says: %1\n"_s.arg(countedText(verdict.applications, "application"));
        return ExitClean;
    }
    out << u"列表：%1\n"_s.arg(faultText(verdict.fault));
    if (verdict.fault == ProjectionVerdict::Fault::Stale)
        return ExitFindings;
    const std::string column = verdict.column.empty() ? std::string() : '.' + verdict.column;
    out << u"first bad row: %1%2 (%3), application %4 %5, %6 good before it\n"_s.arg(
        QString::fromStdString(verdict.table), QString::fromStdString(column), latin(faultId(verdict.fault)),
        QString::fromStdString(verdict.applicationNo), QString::fromStdString(verdict.application.value),
        QString::number(verdict.applications));
    return ExitFindings;
}

/// A folder is that of a season; a database on a server is named as everywhere.
QString locationOf(const QString &given)
{
    return QFileInfo(given).isDir() && !isPostgres(given.toStdString()) ? given + u"/zsb.db"_s : given;
}

int verifyDeep(const std::string &path, const CommandLine &line, QTextStream &out, QTextStream &err)
{
    const auto book = openRuleBook(line.value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explainPack(err, book.error(), line);
        return ExitUnreadable;
    }
    const Result<ProjectionVerdict> verdict = verifyProjections(path, **book, PlainCodec());
    if (!verdict)
        return unreadable(err, QString::fromStdString(path), verdict.error());
    return reportProjections(out, *verdict);
}

} // namespace

int runVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"pack"_s}, {u"deep"_s}, err);
    if (!line || !hasWords(*line, 1, 1, u"FOLDER|DB"_s, err)) {
        err << u"usage: zsb-check verify-log FOLDER|DB|postgres://… [--deep [--pack NAME|DIR]]\n"_s;
        return ExitUsage;
    }
    const QString path = locationOf(line->positional().first());
    const Result<LogVerdict> verdict = verifyLog(path.toStdString());
    if (!verdict)
        return unreadable(err, path, verdict.error());
    const int log = reportLog(out, *verdict);
    if (log != ExitClean)
        return log;
    if (line->has(u"deep"_s))
        return verifyDeep(path.toStdString(), *line, out, err);
    out << u"列表未与日志比较；--deep 比较\nthe lists were not compared with the log; --deep does\n"_s;
    return ExitClean;
}

} // namespace zsb
