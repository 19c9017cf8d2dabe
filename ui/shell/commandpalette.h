#pragma once

#include <QDialog>
#include <QIcon>
#include <QList>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace zsb {

/// Something the palette can do.
struct PaletteItem
{
    QString title;
    QString hint; ///< its key, or what else tells it apart
    QIcon icon;
    QString also; ///< what it is found by besides its title: pinyin initials, an id
    bool enabled = true;
    std::function<void()> run;
};

/// How well typed letters fit an item; 0: not at all. The beginning of the title is best, then that of its other names,
/// then any part of either, then letters in the right order.
[[nodiscard]] int paletteScore(const PaletteItem &item, const QString &typed);

/// 命令面板: everything the program can do, by its name, its pinyin initials or its id, and people by whatever the
/// search knows. Enter does it once the palette is gone; Esc leaves.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostShown = 50;
    /// More for what was typed: people. Called for every change; quick.
    using Search = std::function<QList<PaletteItem>(const QString &typed)>;

    CommandPalette(QList<PaletteItem> items, Search search, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QString &typed);
    void append(const PaletteItem &item);
    void run();

    QList<PaletteItem> m_items;
    Search m_search;
    QList<PaletteItem> m_shown;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_none;
    QStandardItemModel *m_rows;
    QIcon m_noIcon;
};

} // namespace zsb
