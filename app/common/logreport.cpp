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

} // namespace zsb
