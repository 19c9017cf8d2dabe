#include "app/common/logreport.h"

#include "app/common/countedtext.h"

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

QString latin(std::string_view id)
{
    return QLatin1StringView(id.data(), qsizetype(id.size()));
}

} // namespace

Text goodBefore(std::int64_t count, const char *unit, const char *things)
{
    const std::string number = std::to_string(count);
    if (count == 0)
        return {"它之前没有完好的", std::string("no good ") + things + " comes before it"};
    return {"它之前的 " + number + ' ' + unit + "完好", count == 1
                                                            ? std::string("the 1 ") + things + " before it is good"
                                                            : "the " + number + ' ' + things + "s before it are good"};
}

void reportLog(QTextStream &out, const LogVerdict &verdict)
{
    if (verdict.isGood()) {
        out << u"日志完好，共 %1 条，末条摘要 %2\n"_s.arg(verdict.events).arg(QString::fromStdString(verdict.head));
        out << u"the log is whole: %1, head %2\n"_s.arg(countedText(verdict.events, "event"))
                   .arg(QString::fromStdString(verdict.head));
        return;
    }
    const Text good = goodBefore(verdict.events, "条", "event");
    out << u"首个有问题的是第 %1 条：%2；%3\n"_s.arg(QString::number(verdict.firstBad), faultText(verdict.fault),
                                                     QString::fromStdString(good.zh));
    out << u"the first bad event is number %1 (%2); %3\n"_s.arg(
        QString::number(verdict.firstBad), QString::fromUtf8(faultId(verdict.fault)), QString::fromStdString(good.en));
}

void reportLists(QTextStream &out, const ProjectionVerdict &verdict)
{
    if (verdict.isGood()) {
        out << u"各列表与日志一致，共 %1 份\n"_s.arg(verdict.applications);
        out << u"the lists are what the log says: %1\n"_s.arg(countedText(verdict.applications, "application"));
        return;
    }
    if (verdict.fault == ProjectionVerdict::Fault::Stale) {
        out << u"列表：%1\n"_s.arg(faultText(verdict.fault));
        return;
    }
    if (verdict.fault == ProjectionVerdict::Fault::Damaged) {
        const QString where = QString::fromStdString(verdict.table);
        out << u"列表：数据库文件本身损坏（%1），请从备份恢复\n"_s.arg(where);
        out << u"the lists: the database file itself is damaged (%1); restore a backup\n"_s.arg(where);
        return;
    }
    const Text good = goodBefore(verdict.applications, "份报名", "application");
    out << u"列表：%1；%2\n"_s.arg(faultText(verdict.fault), QString::fromStdString(good.zh));
    const std::string column = verdict.column.empty() ? std::string() : '.' + verdict.column;
    out << u"the first bad row is in %1%2 (%3), application %4 %5; %6\n"_s.arg(
        QString::fromStdString(verdict.table), QString::fromStdString(column), latin(faultId(verdict.fault)),
        QString::fromStdString(verdict.applicationNo), QString::fromStdString(verdict.application.value),
        QString::fromStdString(good.en));
}

void reportBadFiles(QTextStream &out, const FilesVerdict &verdict)
{
    for (const FilesVerdict::BadFile &file : verdict.bad) {
        const QString sha256 = QString::fromStdString(file.sha256);
        out << u"图片 %1：%2 / file %1: %3, "_s.arg(sha256, faultText(file.fault), latin(faultId(file.fault)));
        if (file.application.value.empty())
            out << u"不属于任何报名 / of no application\n"_s;
        else
            out << u"application %1 %2\n"_s.arg(QString::fromStdString(file.applicationNo),
                                                QString::fromStdString(file.application.value));
    }
    if (verdict.bad.empty())
        return;
    out << u"请从完好的备份中取回 blobs/ 下的同名文件（摘要前两位是文件夹名）；备份里也没有的，请重新上传\n"
           "put the file of the same name (folder: first two signs of the hash) from blobs/ of a whole backup in its "
           "place; "
           "what no backup has must be handed in again\n"_s;
}

void reportFiles(QTextStream &out, const FilesVerdict &verdict)
{
    reportBadFiles(out, verdict);
    out << u"图片共 %1 个：与登记的摘要一致 %2，有问题 %3，尚未从中心取回 %4\n"_s.arg(verdict.files)
               .arg(verdict.good)
               .arg(verdict.bad.size())
               .arg(verdict.waiting);
    out << u"%1 of pictures: %2 as their hash says, %3 bad, %4 not fetched from the service\n"_s
               .arg(countedText(verdict.files, "file"))
               .arg(verdict.good)
               .arg(verdict.bad.size())
               .arg(verdict.waiting);
    if (!verdict.isWhole())
        out << u"已中断：其余 %1 个没有比较 / interrupted: the other %1 were not compared\n"_s.arg(verdict.files -
                                                                                                   verdict.compared());
}

} // namespace zsb
