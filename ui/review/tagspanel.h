#pragma once

#include "ui/models/tagwords.h"
#include "ui/review/sidepanel.h"

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace zsb {

/// The nine tags of the reviewer on the open file: a digit sets or clears one, F2 gives it a name.
class TagsPanel : public SidePanel
{
    Q_OBJECT

public:
    static constexpr int nameLength = 12;

    explicit TagsPanel(const Theme &theme, QWidget *parent = nullptr);

    void start(const QString &who, Tags tags, const TagWords &words);
    void setTags(Tags tags, const TagWords &words);

signals:
    void toggleWanted(int tag);
    void nameWanted(int tag, const QString &name);
    void finished();

protected:
    void accept() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void rename();
    [[nodiscard]] int current() const;

    QLabel *m_who;
    QListView *m_list;
    QLineEdit *m_name;
    QLabel *m_hint;
    QStandardItemModel *m_rows;
    TagWords m_words;
    int m_renamed = 0; ///< the name being typed is of this tag; 0: none
};

} // namespace zsb
