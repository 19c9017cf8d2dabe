#pragma once

#include "ui/review/sidepanel.h"

#include <QStyledItemDelegate>

class QListView;

namespace zsb {

class HistoryModel;

/// Draws one link of the timeline: sign, when and who, what, and its detail.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    HistoryDelegate(const Theme &theme, QListView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString footer(const QModelIndex &index) const;

    const Theme &m_theme;
    QListView *m_view;
};

/// The history of the file (R5), newest first: every event of the chained log with its hash.
class HistoryPanel : public SidePanel
{
    Q_OBJECT

public:
    HistoryPanel(HistoryModel &model, const Theme &theme, QWidget *parent = nullptr);

    void start(const QString &who);

protected:
    void accept() override { emit cancelled(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListView *m_list;
};

} // namespace zsb
