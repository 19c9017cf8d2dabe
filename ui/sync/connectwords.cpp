#include "ui/sync/connectwords.h"

#include "ui/sync/syncface.h"

using namespace Qt::StringLiterals;

namespace zsb {

using State = ConnectionFinding::State;

QString ConnectWords::step(ConnectionStep step)
{
    switch (step) {
    case ConnectionStep::Name:
        return tr("1 域名解析");
    case ConnectionStep::Line:
        return tr("2 网络连通");
    case ConnectionStep::Safety:
        return tr("3 安全连接");
    case ConnectionStep::Server:
        return tr("4 服务应答");
    case ConnectionStep::Time:
        return tr("5 时间核对");
    }
    return {};
}

QString ConnectWords::result(const ConnectionFinding &finding)
{
    switch (finding.state) {
    case State::Good:
        return finding.step == ConnectionStep::Time
                   ? tr("正常，相差 %1 秒").arg(double(finding.clockOffset.count()) / 1000, 0, 'f', 1)
                   : tr("正常");
    case State::Bad:
        return tr("不通过");
    case State::Ask:
        return tr("请核对指纹");
    case State::Skipped:
        return tr("未检查");
    }
    return {};
}

QString ConnectWords::remedy(const ConnectionFinding &finding)
{
    if (finding.state == State::Ask)
        return tr("与服务器启动时打印的指纹逐段比较，一致才能继续。");
    if (finding.state != State::Bad)
        return {};
    if (finding.step == ConnectionStep::Time)
        return tr("相差 %1 秒，超过 5 分钟不能登录：请先校准这台电脑的时间。").arg(finding.clockOffset.count() / 1000);
    return SyncWords::remedy(finding.trouble);
}

Tone ConnectWords::tone(const ConnectionFinding &finding)
{
    switch (finding.state) {
    case State::Good:
        return Tone::Ok;
    case State::Bad:
        return Tone::Error;
    case State::Ask:
        return Tone::Warning;
    case State::Skipped:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString ConnectWords::enrolProblem(const QString &problem, SyncTrouble trouble)
{
    if (problem == "invalid-credentials"_L1)
        return tr("登记码不对、用过了或已过期。登记码一天内用一次，请向管理员要新的。");
    if (problem == "rate-limited"_L1)
        return tr("试得太快，请等几秒再试。");
    return tr("没有登记成：%1%2").arg(SyncWords::trouble(trouble), SyncWords::remedy(trouble));
}

} // namespace zsb
