#include "ui/sync/conflictpane.h"

#include "ui/sync/actionbutton.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr auto inboxPrefix = "inbox:"_L1;
constexpr auto disputePrefix = "dispute:"_L1;

} // namespace

ConflictPane::ConflictPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_actions(actions),
      m_list(theme, {tr("时间"), tr("报名号"), tr("姓名"), tr("我的决定"), tr("结果")}),
      m_difference(theme, {tr("项目"), tr("决定时"), tr("我的"), tr("现在")})
{
    m_list.setEmptyWords(tr("没有冲突，也没有争议。"));
    m_view = makePlainView(m_list, "syncConflicts", tr("冲突与争议"), 4, this);
    QTableView *difference = makePlainView(m_difference, "syncDifference", tr("差别：决定时、我的、现在"), 3, this);
    m_words = new QLabel(this);
    m_words->setObjectName("syncConflictWords"_L1);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(2 * m_words->fontMetrics().lineSpacing());
    setKind(m_words, "muted"_L1);
    auto *row = new QHBoxLayout;
    for (const char *id : {"sync.keep", "sync.reapply", "sync.open"})
        row->addWidget(makeActionButton(actions, id, this));
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->addWidget(m_view, 3);
    layout->addWidget(m_words);
    layout->addWidget(difference, 2);
    layout->addLayout(row);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictPane::showChosen);
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] { choose(0); });
    bindActions(actions);
    showChosen();
}

void ConflictPane::bindActions(ActionRegistry &actions)
{
    actions.bind("sync.keep", this, [this] { m_controller.keep(inbox()); });
    actions.bind("sync.reapply", this, [this] { m_controller.reapply(inbox()); });
    actions.bind("sync.open", this, [this] {
        if (const ApplicationId id = file(); !id.isEmpty())
            emit openWanted(id);
    });
}

QString ConflictPane::chosen() const
{
    return m_list.idOf(m_view->currentIndex().row());
}

std::int64_t ConflictPane::inbox() const
{
    return chosen().startsWith(inboxPrefix) ? chosen().mid(inboxPrefix.size()).toLongLong() : 0;
}

ApplicationId ConflictPane::file() const
{
    if (chosen().startsWith(disputePrefix))
        return {chosen().mid(disputePrefix.size()).toStdString()};
    const LookConflict *one = m_controller.conflict(inbox());
    return one ? one->entry.application : ApplicationId();
}

void ConflictPane::refresh()
{
    m_list.show(m_controller.rows().conflicts(m_controller.look()));
    showChosen();
}

void ConflictPane::choose(int row)
{
    if (row < m_list.count())
        m_view->setCurrentIndex(m_list.index(row, 0));
}

void ConflictPane::showChosen()
{
    const LookConflict *one = m_controller.conflict(inbox());
    const ApplicationId id = file();
    const QString none = tr("先在上面选一项。");
    if (one) {
        m_difference.show(m_controller.rows().difference(*one));
        m_words->setText(
            tr("您的决定没有按原样生效。知道了：以现在的为准，您的决定留在记录里；照原样重做：在现在的档案上"
               "再作一次同样的决定；打开：重新看过再定。"));
    } else if (!id.isEmpty()) {
        for (const LookDispute &dispute : m_controller.look().disputes) {
            if (dispute.file.id == id)
                m_difference.show(m_controller.rows().sides(dispute));
        }
        m_words->setText(
            tr("两个人对同一份档案的决定不同，两个都保留着。督导打开档案作出裁决；谁参与过争议，谁就不能裁决。"));
    } else {
        m_difference.show({});
        m_words->setText(m_list.count() == 0 ? tr("没有冲突，也没有待裁决的争议。") : none);
    }
    m_actions.setEnabled("sync.keep", one != nullptr, none);
    m_actions.setEnabled("sync.reapply", one != nullptr && one->entry.outcome != "disputed", none);
    m_actions.setEnabled("sync.open", !id.isEmpty(), none);
}

} // namespace zsb
