#pragma once

#include <QListView>
#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;

namespace zsb {

class FindingsModel;
class Theme;

/// Draws a finding: sign, message, clause; the current one opens up with the words of the regulation and what can be
/// done.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FindingDelegate(const Theme &theme, QListView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout
    {
        QRect mark;
        QRect message;
        QRect clause;
        QRect detail;
        QString messageText;
        QString detailText;
        int height = 0;
    };
    [[nodiscard]] Layout layOut(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const;
    [[nodiscard]] QString detail(const QModelIndex &index) const;
    [[nodiscard]] static QString inFewLines(const QString &message, const QFont &font, int width);

    const Theme &m_theme;
    QListView *m_view;
};

/// What the rules say of the file, with clause and quote. Enter goes to the evidence; confirming and dismissing are the
/// registry's actions.
class FindingsPane : public QWidget
{
    Q_OBJECT

public:
    FindingsPane(FindingsModel &model, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int current() const; ///< -1: none
    void setCurrent(int row);
    void setFileOpen(bool isOpen); ///< without a file there is nothing to say
    [[nodiscard]] QListView &list() { return *m_list; }

signals:
    void evidenceWanted(int row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCount();
    [[nodiscard]] QString countWords() const;

    FindingsModel &m_model;
    QLabel *m_title;
    QLabel *m_empty;
    bool m_isFileOpen = false;
    QListView *m_list;
};

} // namespace zsb
