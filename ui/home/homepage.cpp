#include "ui/home/homepage.h"

#include "ui/home/homecontroller.h"
#include "ui/widgets/look.h"
#include "ui/widgets/statewidget.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int pageWidth = 1000;
enum Column
{
    When,
    Number,
    Name,
    Judged,
    By,
    ColumnCount,
};

QString counted(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

/// One state of the queue: a button, since it leads to its list.
QPushButton *makeQueueCard(const HomeSummary::Queue &queue, const Theme &theme, QWidget *parent)
{
    auto *card = new QPushButton(parent);
    card->setObjectName(u"queue_"_s + queue.id);
    card->setAccessibleName(HomePage::tr("%1：%2 份").arg(queue.name, counted(queue.count)));
    card->setMinimumHeight(84);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setKind(card, "choice"_L1);
    auto *number = new QLabel(counted(queue.count), card);
    setKind(number, "number"_L1);
    auto *icon = new QLabel(card);
    icon->setPixmap(theme.toneIcon(queue.tone).pixmap(QSize(16, 16), card->devicePixelRatioF()));
    auto *name = new QLabel(queue.name, card);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::tiny);
    line->addWidget(icon);
    line->addWidget(name, 1);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::small);
    layout->setSpacing(0);
    layout->addWidget(number);
    layout->addLayout(line);
    for (QLabel *label : {number, icon, name})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return card;
}

} // namespace

HomePage::HomePage(const Theme &theme, HomeController &controller, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_controller(controller)
{
    setObjectName("homePage"_L1);
    m_state = new StateWidget(theme, this);
    m_content = buildContent();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_continue);

    connect(&controller, &HomeController::ready, this, &HomePage::showSummary);
    connect(&controller, &HomeController::failed, this, [this](const Error &error) {
        m_state->showError(tr("读不到档案数量"), error);
        m_stack->setCurrentWidget(m_state);
    });
    connect(m_state, &StateWidget::actionRequested, this, [this] {
        if (m_controller.summary())
            emit importRequested();
        else
            refresh();
    });
    connect(m_state, &StateWidget::copyRequested, this, &HomePage::copyRequested);
    connect(&theme, &Theme::changed, this, &HomePage::showSummary);
}

QWidget *HomePage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QWidget(content);
    column->setMaximumWidth(pageWidth);
    m_queues = new QHBoxLayout;
    m_queues->setSpacing(space::medium);
    m_decisions = buildDecisions();
    auto *recent = new QLabel(tr("最近决定(&N)"), column);
    recent->setBuddy(m_decisions);
    setKind(recent, "heading"_L1);

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(buildLead());
    layout->addSpacing(space::small);
    layout->addLayout(m_queues);
    layout->addSpacing(space::medium);
    layout->addWidget(recent);
    layout->addWidget(m_decisions, 1);
    m_noDecisions = new QLabel(tr("还没有决定。审完的档案会列在这里，双击可以再打开。"), column);
    m_noDecisions->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setKind(m_noDecisions, "muted"_L1);
    layout->addWidget(m_noDecisions, 1);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(1);
    outer->addWidget(column, 100);
    outer->addStretch(1);
    return content;
}

QWidget *HomePage::buildLead()
{
    auto *card = new QFrame(this);
    setKind(card, "card"_L1);
    m_lead = new QLabel(card);
    setKind(m_lead, "title"_L1);
    m_today = new QLabel(card);
    setKind(m_today, "muted"_L1);
    m_continue = makeButton({}, "homeContinue"_L1, card);
    m_continue->setMinimumHeight(space::decisionHeight);
    m_continue->setMinimumWidth(160);
    m_continue->setAutoDefault(true);
    setKind(m_continue, "primary"_L1);
    markPane(m_continue, 10);
    QPushButton *import = makeButton(tr("导入名册与材料(&I)…"), "homeImport"_L1, card);
    import->setMinimumHeight(space::decisionHeight);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    words->addWidget(m_lead);
    words->addWidget(m_today);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    layout->addLayout(words, 1);
    layout->addWidget(import);
    layout->addWidget(m_continue);
    connect(m_continue, &QPushButton::clicked, this, &HomePage::continueRequested);
    connect(import, &QPushButton::clicked, this, &HomePage::importRequested);
    return card;
}

QTableWidget *HomePage::buildDecisions()
{
    auto *table = new QTableWidget(0, ColumnCount, this);
    nameWidget(table, "homeDecisions"_L1, tr("最近决定"));
    table->setHorizontalHeaderLabels({tr("时间"), tr("报名号"), tr("姓名"), tr("决定"), tr("审核人")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(Judged, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->resizeSection(When, 150);
    table->horizontalHeader()->resizeSection(Number, 150);
    table->horizontalHeader()->resizeSection(Name, 180);
    table->horizontalHeader()->resizeSection(By, 220);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setAttribute(Qt::WA_InputMethodEnabled, false);
    markPane(table, 11);
    connect(table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        emit applicationChosen(m_decisions->item(item->row(), When)->data(Qt::UserRole).toString());
    });
    return table;
}

void HomePage::showSummary()
{
    if (!m_controller.summary())
        return;
    const HomeSummary &summary = *m_controller.summary();
    if (summary.total == 0) {
        m_state->showEmpty(tr("还没有档案"), tr("导入一份名册和材料文件夹，或打开另一个数据文件夹。"),
                           tr("导入名册与材料(&I)…"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_lead->setText(summary.waiting > 0 ? tr("还有 %1 份待审").arg(counted(summary.waiting)) : tr("没有待审的档案"));
    m_today->setText(tr("共 %1 份档案 · 今日已决定 %2 份").arg(counted(summary.total), counted(summary.decidedToday)));
    m_continue->setText(summary.waiting > 0 ? tr("继续审核(&C)") : tr("查看队列(&C)"));
    m_continue->setAccessibleName(m_lead->text());
    fillQueues(summary);
    fillDecisions(summary);
    m_stack->setCurrentWidget(m_content);
}

void HomePage::fillQueues(const HomeSummary &summary)
{
    while (const QLayoutItem *item = m_queues->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    QWidget *before = m_continue;
    for (const HomeSummary::Queue &queue : summary.queues) {
        QPushButton *card = makeQueueCard(queue, m_theme, m_content);
        connect(card, &QPushButton::clicked, this, [this, id = queue.id] { emit queueChosen(id); });
        m_queues->addWidget(card);
        setTabOrder(before, card);
        before = card;
    }
    setTabOrder(before, m_decisions);
}

void HomePage::fillDecisions(const HomeSummary &summary)
{
    m_decisions->setVisible(!summary.decisions.empty());
    m_noDecisions->setVisible(summary.decisions.empty());
    m_decisions->setRowCount(int(summary.decisions.size()));
    for (int row = 0; row < m_decisions->rowCount(); ++row) {
        const HomeSummary::Decision &one = summary.decisions[std::size_t(row)];
        const QString texts[] = {one.when, one.number, one.name, one.decision, one.by};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            item->setToolTip(texts[column]);
            if (column == Judged) {
                item->setForeground(m_theme.color(one.tone));
                item->setIcon(m_theme.toneIcon(one.tone));
            }
            m_decisions->setItem(row, column, item);
        }
        m_decisions->item(row, When)->setData(Qt::UserRole, one.applicationId);
    }
}

void HomePage::refresh()
{
    if (!m_controller.summary())
        m_state->showLoading(tr("正在读取…"));
    m_controller.refresh();
}

void HomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace zsb
