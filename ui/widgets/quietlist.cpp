#include "ui/widgets/quietlist.h"

#include <QAccessible>

namespace zsb {

// What QListView tells besides is what this list keeps to itself.
// NOLINTBEGIN(bugprone-parent-virtual-call)

/// Cells are counted row by row, through all columns of the model.
void QuietList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row() * model()->columnCount() + current.column());
    QAccessible::updateAccessibility(&event);
}

void QuietList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected); // being current says it all: one row is selected
}

// NOLINTEND(bugprone-parent-virtual-call)

} // namespace zsb
