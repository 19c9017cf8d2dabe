#pragma once

#include "ui/review/facetchoice.h"
#include "ui/widgets/longlist.h"

#include <QList>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace zsb {

class QueueModel;
class Theme;

/// Draws a file of the queue on two lines: name and open issues; sign and words of the state, number, deadline.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    QueueDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintIssues(QPainter &painter, const QRect &line, const QModelIndex &index) const; ///< width used
    int paintTags(QPainter &painter, const QRect &line, const QModelIndex &index) const;   ///< width used

    const Theme &m_theme;
};

/// The queue: search, filters, files, and where one stands in it.
class QueuePane : public QWidget
{
    Q_OBJECT

public:
    QueuePane(QueueModel &model, const Theme &theme, QWidget *parent = nullptr);

    void setViews(const QList<FacetChoice> &views, const QString &chosen);
    void setTypes(const QList<FacetChoice> &types, const QString &chosen);
    void setTags(const QList<FacetChoice> &tags, const QString &chosen); ///< hidden without any
    void setPosition(const QString &words);                              ///< 第 3 份，本队列共 1,204 份
    void setCurrent(int row);
    void setSealed(bool sealed); ///< a sealed season is searched by less, and says so
    void focusSearch();
    void showSearch(const QString &text); ///< as if it had been typed, without asking for it
    void askNumber();                     ///< a line for the number of a file: numberWanted() follows
    void closeNumber();
    [[nodiscard]] QListView &list() { return *m_list; }
    [[nodiscard]] QLineEdit &searchBox() { return *m_search; }

signals:
    void searchWanted(const QString &text); ///< a little after the last key
    void numberWanted(const QString &number);
    void viewWanted(const QString &id);
    void typeWanted(const QString &id);
    void tagWanted(const QString &id);
    void fileWanted(int row);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    [[nodiscard]] bool handleSearchKey(int key);
    [[nodiscard]] bool handleNumberKey(int key);
    void retranslate();

    QueueModel &m_model;
    QLineEdit *m_search;
    QLineEdit *m_number;
    QComboBox *m_views;
    QComboBox *m_types;
    QComboBox *m_tags;
    LongList *m_list;
    QLabel *m_empty;
    QLabel *m_position;
    QTimer m_typing;
    bool m_moving = false;
    bool m_sealed = false;
};

} // namespace zsb
