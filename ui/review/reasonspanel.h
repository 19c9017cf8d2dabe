#pragma once

#include "ui/review/sidepanel.h"

#include <QDate>
#include <QListView>
#include <QStyledItemDelegate>

class QDateEdit;
class QLabel;
class QLineEdit;

namespace zsb {

class ReasonsModel;

/// Draws a reason: its digit, whether it is chosen, its words, its clause and what it reopens.
class ReasonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ReasonDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBox(QPainter &painter, const QRect &box, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// 退回补正 and 不通过 (R3, R4): which reasons, about what, until when, and the notice as the candidate will read it,
/// with all defects at once. Digits 1–9 choose the usual ones, letters and digits in the filter find the rest. A
/// refusal also asks for the last four of the application number.
class ReasonsPanel : public SidePanel
{
    Q_OBJECT

public:
    enum class Kind
    {
        Return,
        Refuse,
    };

    ReasonsPanel(Kind kind, ReasonsModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// The file it is about. The dates count for returns, `lastFour` for refusals.
    struct Case
    {
        QString who;
        QDate deadline; ///< proposed
        QDate latest;   ///< invalid: any day will do
        QString lastFour;
        QString consequence; ///< what the reviewer should know before sending it; may be empty
    };

    void start(const Case &file);
    void setPreview(const QString &notice);
    [[nodiscard]] QDate deadline() const;
    void setDeadline(const QDate &deadline); ///< what was begun before
    [[nodiscard]] QListView &list() { return *m_list; }

signals:
    void sent();
    void previewWanted();

protected:
    void accept() override;
    void goToMissing() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void check();
    void editNote();
    void showNote();
    bool handleListKey(int key, const QString &text);

    Kind m_kind;
    ReasonsModel &m_model;
    QLineEdit *m_filter;
    QListView *m_list;
    QLineEdit *m_note;
    QLabel *m_deadlineLabel;
    QDateEdit *m_deadline;
    QLabel *m_consequence;
    QLabel *m_confirmLabel;
    QLineEdit *m_confirm;
    QLabel *m_preview;
    Case m_case;
};

} // namespace zsb
