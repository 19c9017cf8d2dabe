#include "app/common/packsearch.h"
#include "app/desktop/desktop.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "core/sync/keptrules.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/synchint.h"
#include "ui/widgets/actionregistry.h"

namespace zsb {

/// Those the service of the folder gave out, whatever the program began with.
std::shared_ptr<const RuleBook> Desktop::rulesOf(const QString &folder) const
{
    const auto kept = isEnrolled(folder) ? keptRules(rulesFolderOf(folder.toStdString())) : std::nullopt;
    if (!kept)
        return m_ownBook;
    const auto book = openRuleBook(*kept);
    return book ? *book : m_ownBook; // of a later version of the program; the hint says that ours are others
}

/// The season opens again with them; what was decided by the old ones has to be sent before.
void Desktop::takeUpRules()
{
    const auto kept = keptRules(rulesFolderOf(m_season->folder.toStdString()));
    if (!kept)
        return;
    const SyncStatus &status = m_sync->session().status();
    if (const std::int64_t waiting = status.ops.waiting() - status.blocked; waiting > 0) { // what is blocked stays so
        m_window->say(tr("还有 %n 项没有发送，是按旧规则作的：先立即同步，发完再换。", nullptr, int(waiting)));
        return;
    }
    if (const auto book = openRuleBook(*kept); !book) {
        m_window->showNotice(tr("服务器的规则包要用新版程序才能读。请先更新程序；现在作的决定会被退回。"));
        return;
    }
    openFolder(m_season->folder);
}

void Desktop::tellHint()
{
    const SyncStatus &status = m_sync->session().status();
    m_actions->setEnabled("sync.rules", status.rules == RulesState::Ready, tr("用的就是服务器的规则包。"));
    const SyncHint::Kind hint = SyncHint::kind(status);
    if (std::exchange(m_hint, hint) != hint && hint != SyncHint::Kind::Nothing)
        m_window->showNotice(SyncHint::text(status)); // once: whoever put it away knows
}

} // namespace zsb
