#pragma once

#include "ui/widgets/quietlist.h"

namespace zsb {

/// A list whose rows are all of the same height, however many there are. QListView lays every row out again whenever
/// one of them changes (45 ms a million); here a row's place is a multiplication. Shows one column, selects rows, one
/// below the other; nothing is wrapped, hidden, dragged or searched by typing.
class LongList : public QuietList
{
    Q_OBJECT

public:
    explicit LongList(QWidget *parent = nullptr);

    void doItemsLayout() override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void scrollContentsBy(int dx, int dy) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    void updateGeometries() override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QModelIndex indexOf(int row) const;
    [[nodiscard]] QStyleOptionViewItem optionFor(const QModelIndex &index, const QStyleOptionViewItem &common) const;

    mutable int m_height = 0; ///< of a row; 0: ask again
};

} // namespace zsb
