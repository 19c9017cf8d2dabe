#include "ui/widgets/longlist.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace zsb {

// What QListView adds to QAbstractItemView is what this list is there to do without.
// NOLINTBEGIN(bugprone-parent-virtual-call)

LongList::LongList(QWidget *parent) : QuietList(parent)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
}

int LongList::rows() const
{
    return model() ? model()->rowCount() : 0;
}

QModelIndex LongList::indexOf(int row) const
{
    return model()->index(row, modelColumn());
}

int LongList::rowHeight() const
{
    if (m_height == 0 && rows() > 0) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        m_height = std::max(1, itemDelegate()->sizeHint(option, indexOf(0)).height());
    }
    return std::max(1, m_height);
}

int LongList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void LongList::doItemsLayout()
{
    m_height = 0; // the font or the style may be another
    QAbstractItemView::doItemsLayout();
}

void LongList::updateGeometries()
{
    const int page = viewport()->height();
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, rows() * rowHeight() - page));
    QAbstractItemView::updateGeometries();
}

QRect LongList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() != modelColumn())
        return {};
    return {0, index.row() * rowHeight() - verticalOffset(), viewport()->width(), rowHeight()};
}

QModelIndex LongList::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    const int row = y / rowHeight();
    return y < 0 || row >= rows() || !viewport()->rect().contains(point) ? QModelIndex() : indexOf(row);
}

void LongList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int page = viewport()->height();
    const int top = index.row() * rowHeight();
    const int lowest = top + rowHeight() - page; // seen down to its last line
    if (verticalScrollBar()->maximum() < lowest)
        updateGeometries(); // rows came that nobody laid out yet
    switch (hint) {
    case EnsureVisible:
        verticalScrollBar()->setValue(std::clamp(verticalOffset(), std::min(lowest, top), top));
        return;
    case PositionAtTop:
        verticalScrollBar()->setValue(top);
        return;
    case PositionAtBottom:
        verticalScrollBar()->setValue(lowest);
        return;
    case PositionAtCenter:
        verticalScrollBar()->setValue(top - (page - rowHeight()) / 2);
        return;
    }
}

QModelIndex LongList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    const int here = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto row = [&](int wanted) { return indexOf(std::clamp(wanted, 0, rows() - 1)); };
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return row(here - 1);
    case MoveDown:
    case MoveNext:
        return row(here + 1);
    case MovePageUp:
        return row(here - page);
    case MovePageDown:
        return row(here + page);
    case MoveHome:
        return row(0);
    case MoveEnd:
        return row(rows() - 1);
    case MoveLeft:
    case MoveRight:
        break;
    }
    return currentIndex();
}

/// Typing in a list would walk through all of it; there is a search.
void LongList::keyboardSearch(const QString &) {}

void LongList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int first = std::max(0, (rect.top() + verticalOffset()) / rowHeight());
    const int last = std::min(rows() - 1, (rect.bottom() + verticalOffset()) / rowHeight());
    selectionModel()->select(first <= last ? QItemSelection(indexOf(first), indexOf(last)) : QItemSelection(), command);
}

QRegion LongList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += viewport()->rect() &
                  QRect(visualRect(indexOf(range.top())).topLeft(), visualRect(indexOf(range.bottom())).bottomRight());
    return region;
}

void LongList::scrollContentsBy(int dx, int dy)
{
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
}

void LongList::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void LongList::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    scheduleDelayedItemsLayout();
}

void LongList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    scheduleDelayedItemsLayout();
}

void LongList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    const QRect changed(visualRect(indexOf(topLeft.row())).topLeft(),
                        visualRect(indexOf(bottomRight.row())).bottomRight());
    viewport()->update(changed & viewport()->rect());
}

QStyleOptionViewItem LongList::optionFor(const QModelIndex &index, const QStyleOptionViewItem &common) const
{
    QStyleOptionViewItem option = common;
    option.rect = visualRect(index);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    option.state.setFlag(QStyle::State_MouseOver,
                         option.rect.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse());
    return option;
}

void LongList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem common;
    initViewItemOption(&common);
    const int first = (event->rect().top() + verticalOffset()) / rowHeight();
    const int last = std::min(rows() - 1, (event->rect().bottom() + verticalOffset()) / rowHeight());
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = indexOf(row);
        itemDelegate()->paint(&painter, optionFor(index, common), index);
    }
}

// NOLINTEND(bugprone-parent-virtual-call)

} // namespace zsb
