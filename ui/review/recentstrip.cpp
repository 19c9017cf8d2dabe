#include "ui/review/recentstrip.h"

#include "ui/models/recentmodel.h"
#include "ui/widgets/look.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace zsb {

RecentDelegate::RecentDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void RecentDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(14, 14);
    option->icon = m_theme.toneIcon(Tone(index.data(RecentModel::ToneRole).toInt()));
}

RecentStrip::RecentStrip(RecentModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(model), m_title(new QLabel(this)), m_list(new QuietList(this))
{
    setKind(m_title, "muted"_L1);
    m_list->setObjectName("recent"_L1);
    m_list->setModel(&model);
    m_list->setItemDelegate(new RecentDelegate(theme, m_list));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setSpacing(1);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(fontMetrics().height() + 16);
    m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_list->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit fileWanted(index.row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, &RecentStrip::refresh);
    retranslate();
    refresh();
}

void RecentStrip::start()
{
    if (m_model.count() == 0)
        return;
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool RecentStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            emit fileWanted(row);
        return true;
    case Qt::Key_Delete:
        if (row >= 0 && !static_cast<QKeyEvent *>(event)->isAutoRepeat())
            emit undoWanted(row);
        return true;
    case Qt::Key_Escape:
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RecentStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecentStrip::retranslate()
{
    m_title->setText(tr("最近决定"));
    m_list->setAccessibleName(tr("最近决定"));
    m_list->viewport()->setAccessibleName(tr("最近决定"));
}

void RecentStrip::refresh()
{
    setVisible(m_model.count() > 0);
}

} // namespace zsb
