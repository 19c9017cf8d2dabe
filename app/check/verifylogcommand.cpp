#include "app/check/verifylogcommand.h"

#include "app/check/commandline.h"
#include "core/storage/chain.h"

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
    case LogVerdict::Fault::Added:
        return u"超出日志末尾 / beyond the end of the log"_s;
    case LogVerdict::Fault::Unreadable:
        return u"数据库在此处损坏 / the database is damaged here"_s;
    }
    return {};
}

} // namespace

int runVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {}, {}, err);
    if (!line || line->positional().size() != 1) {
        err << u"usage: zsb-check verify-log DB\n"_s;
        return ExitUsage;
    }
    const QFileInfo given(line->positional().first());
    const QString path = given.isDir() ? given.filePath() + u"/zsb.db"_s : given.filePath();
    const Result<LogVerdict> verdict = verifyLog(path.toStdString());
    if (!verdict) {
        err << path << u": 没有可读的日志 / no readable log: "_s << QString::fromStdString(verdict.error().detail)
            << u'\n';
        return ExitUnreadable;
    }
    if (verdict->isGood()) {
        out << u"日志完好，共 %1 条，末条摘要 %2\n"_s.arg(verdict->events).arg(QString::fromStdString(verdict->head));
        out << u"the log is whole: %1 events, head %2\n"_s.arg(verdict->events)
                   .arg(QString::fromStdString(verdict->head));
        return ExitClean;
    }
    out << u"第 %1 条：%2\n"_s.arg(verdict->firstBad).arg(faultText(verdict->fault));
    out << u"first bad event %1 (%2), %3 good before it\n"_s.arg(verdict->firstBad)
               .arg(QLatin1StringView(faultId(verdict->fault).data(), qsizetype(faultId(verdict->fault).size())))
               .arg(verdict->events);
    return ExitFindings;
}

} // namespace zsb
