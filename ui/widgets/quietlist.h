#pragma once

#include <QListView>

namespace zsb {

/// A list of single rows that tells a screen reader one thing a key: the row that is current now, while the list has
/// the focus. QListView tells the selection as well, speaks without the focus, and counts wrongly in a model of several
/// columns.
class QuietList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
};

} // namespace zsb
