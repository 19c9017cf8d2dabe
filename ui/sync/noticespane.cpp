#include "ui/sync/noticespane.h"

#include "ui/sync/actionbutton.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int wholeLines = 4; ///< of the longest notice
constexpr std::chrono::seconds pause{2};

QLabel *wrapped(QLatin1StringView name, int lines, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setMinimumHeight(lines * label->fontMetrics().lineSpacing());
    return label;
}

} // namespace

NoticesPane::NoticesPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_actions(actions),
      m_pack(theme, {tr("序号"), tr("条款"), tr("考生须知")}),
      m_service(theme, {tr("时间"), tr("报名号"), tr("姓名"), tr("通知"), tr("档案现在的状态")})
{
    m_packView = makePlainView(m_pack, "noticesOfPack", tr("考生须知"), 2, this);
    m_serviceView = makePlainView(m_service, "noticesOfService", tr("服务器的通知"), 3, this);
    m_whole = wrapped("noticeWhole"_L1, wholeLines, this);
    m_said = wrapped("noticesSaid"_L1, 1, this);
    setKind(m_said, "muted"_L1);
    auto *row = new QHBoxLayout;
    row->addWidget(makeActionButton(actions, "sync.notices.open", this));
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->addWidget(m_packView, 1);
    layout->addWidget(m_whole);
    layout->addWidget(m_said);
    layout->addWidget(m_serviceView, 1);
    layout->addLayout(row);
    connect(m_packView->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticesPane::showWhole);
    connect(m_serviceView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        watchCurrent();
        check();
    });
    connect(&m_reader, &NoticeReader::read, &controller.session(), &SyncSession::readNotices);
    connect(&controller.session(), &SyncSession::noticesRead, this, &NoticesPane::markRead);
    connect(&controller.session(), &SyncSession::noticesCame, this, &NoticesPane::take);
    connect(&controller.session(), &SyncSession::rowsCame, this, &NoticesPane::askSoon);
    connect(&controller.session(), &SyncSession::signedIn, this, [this] {
        m_reader.forget(); // it may be somebody else
        askSoon();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &NoticesPane::ask);
    actions.bind("sync.notices.open", this, [this] {
        if (const QString id = m_service.idOf(m_serviceView->currentIndex().row()); !id.isEmpty())
            emit openWanted({id.toStdString()});
    });
    QList<PlainRow> rows;
    const SyncRows words = m_controller.rows();
    for (const Notice &notice : words.pack().notices)
        rows.append({{QString::number(notice.number), QString::fromStdString(notice.clause), words.name(notice.text)},
                     Tone::Neutral,
                     QString::number(notice.number)});
    m_pack.show(rows);
    if (m_pack.count() > 0)
        m_packView->selectRow(0);
    check();
}

void NoticesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void NoticesPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reader.leave();
}

void NoticesPane::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void NoticesPane::ask()
{
    if (m_service.count() == 0)
        m_said->setText(tr("正在取服务器的通知…"));
    m_controller.session().askNotices();
}

void NoticesPane::showWhole()
{
    const int row = m_packView->currentIndex().row();
    m_whole->setText(row < 0 ? QString() : m_pack.row(row).cells.at(2));
}

QString NoticesPane::kind(const std::string &id)
{
    if (id == noticeDisputed)
        return tr("有人作了与您不同的决定，待督导裁决");
    if (id == noticeConcurring)
        return tr("有人作了与您相同的决定");
    if (id == noticeSettled)
        return tr("督导已裁决您参与的争议");
    return QString::fromStdString(id);
}

QString NoticesPane::problem(const std::string &id) const
{
    if (!m_controller.session().session())
        return tr("登录服务器后才有服务器的通知。");
    const auto trouble = fromId<SyncTrouble>(id);
    return tr("没有取到服务器的通知：%1").arg(trouble ? SyncWords::trouble(*trouble) : QString::fromStdString(id));
}

void NoticesPane::take(const NoticeLook &look)
{
    m_look = look;
    const SyncRows words = m_controller.rows();
    QList<PlainRow> rows;
    for (const NoticeSeen &one : look.notices)
        rows.append(
            {{words.moment(one.row.at), QString::fromStdString(one.file.number), QString::fromStdString(one.file.name),
              kind(one.row.kind), one.phase.empty() ? tr("这台电脑上没有") : SyncRows::phase(one.phase)},
             one.row.kind == noticeDisputed ? Tone::Warning : Tone::Info,
             QString::fromStdString(one.row.application.value),
             !one.row.read});
    m_service.show(rows);
    const auto unread = int(std::ranges::count(rows, true, &PlainRow::isUnread));
    emit unreadChanged(unread);
    const QString said = !look.problem.empty() ? problem(look.problem)
                         : rows.isEmpty()      ? tr("服务器没有给您的通知。")
                         : unread > 0
                             ? tr("服务器给您的通知 %1 条，未读 %2 条，新的在前。").arg(rows.size()).arg(unread)
                             : tr("服务器给您的通知 %n 条，新的在前。", nullptr, int(rows.size()));
    if (m_said->text() != said) {
        m_said->setText(said);
        QAccessibleEvent event(m_said, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    watchCurrent();
    check();
}

void NoticesPane::markRead(const std::vector<std::int64_t> &seqs)
{
    NoticeLook look = m_look;
    for (NoticeSeen &one : look.notices)
        one.row.read = one.row.read || std::ranges::find(seqs, one.row.seq) != seqs.end();
    take(look);
}

void NoticesPane::watchCurrent()
{
    const auto row = std::size_t(m_serviceView->currentIndex().row()); // -1: beyond all
    const bool isUnread = isVisible() && row < m_look.notices.size() && !m_look.notices[row].row.read;
    m_reader.lookAt(isUnread ? std::optional(m_look.notices[row].row.seq) : std::nullopt);
}

void NoticesPane::check()
{
    m_actions.setEnabled("sync.notices.open", !m_service.idOf(m_serviceView->currentIndex().row()).isEmpty(),
                         tr("先选中一条服务器的通知。"));
}

} // namespace zsb
