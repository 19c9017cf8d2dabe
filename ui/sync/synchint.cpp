#include "ui/sync/synchint.h"

namespace zsb {

SyncHint::Kind SyncHint::kind(const SyncStatus &status)
{
    if (status.rules == RulesState::Ready)
        return Kind::NewRules;
    if (status.rules == RulesState::Withheld)
        return Kind::RulesWithheld;
    if (std::chrono::abs(status.clock.offset) <= clockTolerance)
        return Kind::Nothing;
    return status.clock.offset > std::chrono::milliseconds(0) ? Kind::ClockSlow : Kind::ClockFast;
}

QString SyncHint::text(const SyncStatus &status)
{
    const int minutes = int(std::chrono::floor<std::chrono::minutes>(std::chrono::abs(status.clock.offset)).count());
    switch (kind(status)) {
    case Kind::Nothing:
        break;
    case Kind::NewRules:
        return tr("服务器换用了新的规则包，按旧规则作的决定会被退回。先把待传的发完，再用 同步 → 换用新规则包 "
                  "换上（要重新登录一次）。");
    case Kind::RulesWithheld:
        return tr("服务器用的规则包与这台电脑的不同，又取不到：决定会被退回。请告诉管理员。");
    case Kind::ClockSlow:
        return tr("这台电脑的时间比服务器慢 %n 分钟：请先校时。期限以服务器的时间为准。", nullptr, minutes);
    case Kind::ClockFast:
        return tr("这台电脑的时间比服务器快 %n 分钟：请先校时。期限以服务器的时间为准。", nullptr, minutes);
    }
    return {};
}

} // namespace zsb
