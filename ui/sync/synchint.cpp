#include "ui/sync/synchint.h"

namespace zsb {

QString SyncHint::text(const SyncStatus &status)
{
    switch (status.rules) {
    case RulesState::Ready:
        return tr("服务器换用了新的规则包，按旧规则作的决定会被退回。先把待传的发完，再用 同步 → 换用新规则包 "
                  "换上（要重新登录一次）。");
    case RulesState::Withheld:
        return tr("服务器用的规则包与这台电脑的不同，又取不到：决定会被退回。请告诉管理员。");
    case RulesState::Same:
    case RulesState::Coming:
        break;
    }
    const auto apart = std::chrono::abs(status.clock.offset);
    if (apart <= clockTolerance)
        return {};
    const int minutes = int(std::chrono::floor<std::chrono::minutes>(apart).count());
    return status.clock.offset > std::chrono::milliseconds(0)
               ? tr("这台电脑的时间比服务器慢 %n 分钟：请先校时。期限以服务器的时间为准。", nullptr, minutes)
               : tr("这台电脑的时间比服务器快 %n 分钟：请先校时。期限以服务器的时间为准。", nullptr, minutes);
}

} // namespace zsb
