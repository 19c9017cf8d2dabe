#include "ui/sync/syncpage.h"

#include "ui/sync/accountspane.h"
#include "ui/sync/actionbutton.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/connectwords.h"
#include "ui/sync/linepane.h"
#include "ui/sync/noticespane.h"
#include "ui/sync/parcelpane.h"
#include "ui/sync/taskspane.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int tabsPane = 1; ///< in the F6 round, after the rail

QLabel *wrapped(QLatin1StringView name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    return label;
}

} // namespace

SyncPage::SyncPage(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_actions(actions),
      m_theme(theme),
      m_outbox(theme, {tr("时间"), tr("报名号"), tr("姓名"), tr("事项"), tr("状态"), tr("回执")}),
      m_arrivals(theme, {tr("时间"), tr("报名号"), tr("姓名"), tr("现在的状态")}),
      m_uploads(theme, {tr("种类"), tr("大小"), tr("进度"), tr("状态")}),
      m_notes(theme, {tr("时间"), tr("发生了什么")}),
      m_checks(theme, {tr("检查"), tr("结果"), tr("怎么办")})
{
    setObjectName("syncPage"_L1);
    m_outbox.setEmptyWords(tr("没有要发送的：这里说明每个决定送到了没有。"));
    m_arrivals.setEmptyWords(tr("还没有收到服务器的变动。"));
    m_uploads.setEmptyWords(tr("没有待上传的文件。"));
    m_notes.setEmptyWords(tr("还没有记录。"));
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    nameWidget(m_tabs, "syncTabs"_L1, tr("同步"));
    nameWidget(m_tabs->tabBar(), "syncTabBar"_L1, tr("同步的各页"));
    m_conflicts = new ConflictPane(controller, actions, theme, this);
    m_parcels = new ParcelPane(controller, actions, this);
    m_accounts = new AccountsPane([&controller] { return controller.rows(); }, actions, theme, this);
    m_tasks = new TasksPane(controller, actions, theme, this);
    addTab(u"outbox"_s, tr("发件箱"),
           buildTable(m_outbox, "syncOutbox", tr("发件箱"), 5, {u"sync.withdraw"_s}, &m_outboxView));
    addTab(u"inbox"_s, tr("收件"),
           buildTable(m_arrivals, "syncArrivals", tr("收件：最近变动的档案"), 3, {u"sync.openArrival"_s},
                      &m_arrivalsView));
    addTab(u"conflicts"_s, tr("冲突"), m_conflicts);
    addTab(u"reconcile"_s, tr("对账"), buildReconcile());
    addTab(u"files"_s, tr("大文件"), buildFiles());
    addTab(u"parcels"_s, tr("离线包"), m_parcels);
    addTab(u"accounts"_s, tr("考生账号"), m_accounts);
    addTab(u"tasks"_s, tr("考生待办"), m_tasks);
    auto *told = new NoticesPane(controller, actions, theme, this);
    addTab(u"notices"_s, tr("通知"), told);
    connect(told, &NoticesPane::unreadChanged, this, [this, told](int unread) {
        m_tabs->setTabText(m_tabs->indexOf(told), unread > 0 ? tr("通知 %1").arg(unread) : tr("通知"));
    });
    QTableView *notes = nullptr;
    addTab(u"log"_s, tr("日志"), buildTable(m_notes, "syncNotes", tr("同步日志"), 1, {}, &notes));
    addTab(u"diagnosis"_s, tr("网络诊断"), buildDiagnosis());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->addWidget(buildHead());
    layout->addWidget(m_tabs, 1);
    markPane(m_tabs, tabsPane);
    setFocusProxy(m_tabs->tabBar());
    connect(&controller, &SyncController::changed, this, &SyncPage::showFace);
    connect(&controller, &SyncController::looked, this, &SyncPage::showLook);
    connect(&controller, &SyncController::diagnosed, this, &SyncPage::showDiagnosis);
    connect(m_conflicts, &ConflictPane::openWanted, this, &SyncPage::openWanted);
    connect(m_tasks, &TasksPane::openWanted, this, &SyncPage::openWanted);
    connect(told, &NoticesPane::openWanted, this, &SyncPage::openWanted);
    connect(m_outboxView->selectionModel(), &QItemSelectionModel::currentChanged, this, &SyncPage::checkOutbox);
    connect(m_accounts, &AccountsPane::wanted, &controller.session(), &SyncSession::ask);
    connect(&controller.session(), &SyncSession::accountAnswered, m_accounts, &AccountsPane::take);
    bindActions();
    showFace();
    showLook();
    showDiagnosis();
}

QWidget *SyncPage::buildHead()
{
    auto *head = new QWidget(this);
    m_words = wrapped("syncWords"_L1, head);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    layout->addWidget(actionRow({u"sync.now"_s, u"sync.pause"_s, u"sync.signIn"_s}, head));
    auto *signIn = head->findChild<QToolButton *>("sync.signIn"_L1);
    const auto offer = [signIn] { signIn->setVisible(signIn->isEnabled()); }; // to whoever is not signed in
    connect(&m_actions, &ActionRegistry::changed, signIn, offer);
    offer();
    return head;
}

QWidget *SyncPage::actionRow(const QStringList &ids, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const QString &id : ids)
        layout->addWidget(makeActionButton(m_actions, m_actions.spec(id.toStdString()).id, row));
    layout->addStretch();
    return row;
}

QWidget *SyncPage::buildTable(PlainTable &table, const char *name, const QString &spoken, int wide,
                              const QStringList &actions, QTableView **view)
{
    auto *box = new QWidget(this);
    *view = makePlainView(table, name, spoken, wide, box);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->addWidget(*view, 1);
    if (!actions.isEmpty())
        layout->addWidget(actionRow(actions, box));
    return box;
}

QWidget *SyncPage::buildReconcile()
{
    auto *box = new QWidget(this);
    m_report = wrapped("syncReport"_L1, box);
    setKind(m_report, "heading"_L1);
    auto *why = wrapped("syncReconcileWhy"_L1, box);
    why->setText(tr("把这里每一份档案的版本与服务器逐份比较。一致才算都送到了；季末封存前要对一次。"));
    setKind(why, "muted"_L1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::small, space::medium, space::small, 0);
    layout->addWidget(why);
    layout->addWidget(actionRow({u"sync.reconcile"_s}, box));
    layout->addWidget(m_report);
    layout->addStretch();
    return box;
}

QWidget *SyncPage::buildFiles()
{
    QTableView *view = nullptr;
    QWidget *box = buildTable(m_uploads, "syncUploads", tr("待上传的文件"), 3, {u"sync.fetch"_s}, &view);
    m_files = wrapped("syncFileWords"_L1, box);
    m_line = new LinePane(box);
    auto *layout = static_cast<QVBoxLayout *>(box->layout());
    layout->insertWidget(0, m_files);
    layout->addWidget(m_line);
    return box;
}

QWidget *SyncPage::buildDiagnosis()
{
    QTableView *view = nullptr;
    QWidget *box = buildTable(m_checks, "syncChecks", tr("网络诊断"), 2, {u"sync.diagnose"_s}, &view);
    return box;
}

void SyncPage::addTab(const QString &name, const QString &title, QWidget *content)
{
    content->setObjectName(u"syncTab_"_s + name);
    m_tabs->addTab(content, title);
}

void SyncPage::bindActions()
{
    m_actions.bind("sync.now", this, [this] { m_controller.syncNow(); });
    m_actions.bind("sync.pause", this, [this] { m_controller.togglePause(); });
    m_actions.bind("sync.reconcile", this, [this] {
        showTab(u"reconcile"_s);
        m_controller.reconcile();
    });
    m_actions.bind("sync.diagnose", this, [this] {
        showTab(u"diagnosis"_s);
        m_controller.diagnose();
    });
    m_actions.bind("sync.fetch", this, [this] { m_controller.fetchAll(); });
    m_actions.bind("sync.withdraw", this, [this] {
        m_controller.withdraw({m_outbox.idOf(m_outboxView->currentIndex().row()).toStdString()});
    });
    m_actions.bind("sync.openArrival", this, [this] {
        if (const QString id = m_arrivals.idOf(m_arrivalsView->currentIndex().row()); !id.isEmpty())
            emit openWanted({id.toStdString()});
    });
}

void SyncPage::showTab(const QString &name)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->objectName() == u"syncTab_"_s + name)
            m_tabs->setCurrentIndex(i);
    }
}

QString SyncPage::tab() const
{
    return m_tabs->currentWidget()->objectName().mid(u"syncTab_"_s.size());
}

void SyncPage::showFace()
{
    m_words->setText(SyncWords::pill(m_controller.face()) + tr("：") + m_controller.offlineWords());
    m_actions.action("sync.pause")->setChecked(m_controller.session().isPaused());
    m_files->setText(m_controller.fileWords());
    m_accounts->setSession(m_controller.session().session());
}

void SyncPage::showLook()
{
    const SyncRows rows = m_controller.rows();
    const SyncLook &look = m_controller.look();
    m_outbox.show(rows.outbox(look.ops));
    m_arrivals.show(rows.arrivals(look.arrivals));
    m_uploads.show(rows.uploads(look.uploads));
    m_notes.show(rows.notes(m_controller.session().notes()));
    m_conflicts->refresh();
    const auto &report = m_controller.report();
    m_report->setText(report ? SyncRows::report(*report) : tr("这次还没有对过账。"));
    const qsizetype open = qsizetype(look.conflicts.size() + look.disputes.size());
    m_tabs->setTabText(2, open > 0 ? tr("冲突 %1").arg(open) : tr("冲突"));
    showFace();
    checkOutbox();
}

void SyncPage::showDiagnosis()
{
    QList<PlainRow> rows;
    for (const auto &[step, id] : enumIds(ConnectionStep{})) {
        const auto found = m_controller.findings().find(step);
        const bool isKnown = found != m_controller.findings().end();
        rows.append({{ConnectWords::step(step), isKnown ? ConnectWords::result(found->second) : tr("未检查"),
                      isKnown ? ConnectWords::remedy(found->second) : QString()},
                     isKnown ? ConnectWords::tone(found->second) : Tone::Neutral,
                     QString::fromUtf8(id.data(), qsizetype(id.size()))});
    }
    m_checks.show(rows);
}

void SyncPage::checkOutbox()
{
    const QString id = m_outbox.idOf(m_outboxView->currentIndex().row());
    m_actions.setEnabled("sync.withdraw", !id.isEmpty() && m_controller.canWithdraw({id.toStdString()}),
                         tr("只有还没发送的决定能撤销。"));
}

void SyncPage::showEvent(QShowEvent *event)
{
    m_controller.setWatched(true);
    QWidget::showEvent(event);
}

void SyncPage::hideEvent(QHideEvent *event)
{
    m_controller.setWatched(false);
    QWidget::hideEvent(event);
}

} // namespace zsb
