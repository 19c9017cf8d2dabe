#pragma once

#include <QListView>
#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;

namespace zsb {

class RecentModel;
class Theme;

/// Gives each decision the sign of its kind.
class RecentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RecentDelegate(const Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// 最近决定: the last ten decisions on one line. A click or Enter opens the file again, Del undoes what is still held.
/// Not there before the first decision.
class RecentStrip : public QWidget
{
    Q_OBJECT

public:
    RecentStrip(RecentModel &model, const Theme &theme, QWidget *parent = nullptr);

    void start(); ///< the keyboard goes to the newest
    [[nodiscard]] QListView &list() { return *m_list; }

signals:
    void fileWanted(int row);
    void undoWanted(int row);
    void left(); ///< Esc

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    RecentModel &m_model;
    QLabel *m_title;
    QListView *m_list;
};

} // namespace zsb
