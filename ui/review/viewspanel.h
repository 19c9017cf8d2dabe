#pragma once

#include "ui/review/savedviews.h"
#include "ui/review/sidepanel.h"

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace zsb {

/// The reviewer's own views of the queue: gives the filter that is on a name, opens, renames and removes those there
/// are. Removing asks once more, in the line below.
class ViewsPanel : public SidePanel
{
    Q_OBJECT

public:
    enum class Begin
    {
        Save, ///< the name is to be typed
        Open, ///< one is to be chosen; as Save while there is none
    };

    explicit ViewsPanel(const Theme &theme, QWidget *parent = nullptr);

    void start(const QString &filterWords, const QList<SavedView> &views, const QString &open, Begin begin);
    void setViews(const QList<SavedView> &views); ///< counted, saved, renamed or removed meanwhile

signals:
    void saveWanted(const QString &name);
    void openWanted(const QString &id);
    void renameWanted(const QString &id, const QString &name);
    void removeWanted(const QString &id);

protected:
    void accept() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();
    void rename();
    void remove();
    void setRenamed(const QString &id);
    [[nodiscard]] QString current() const; ///< id; empty: none

    QLabel *m_filter;
    QLineEdit *m_name;
    QListView *m_list;
    QLabel *m_hint;
    QStandardItemModel *m_rows;
    QList<SavedView> m_views;
    QString m_renamed;  ///< the name being typed is of this one
    QString m_toRemove; ///< asked about
};

} // namespace zsb
