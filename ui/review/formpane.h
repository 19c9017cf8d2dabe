#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace zsb {

class FormModel;
class Theme;

/// Draws a cell of the form: the remark with its sign, what follows by itself in a quieter hand.
class FormDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FormDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// What the candidate filled in, problems first: one table, read only, one event a file.
class FormPane : public QWidget
{
    Q_OBJECT

public:
    FormPane(FormModel &model, const Theme &theme, QWidget *parent = nullptr);

    void showField(const QString &fieldId);
    void setStepTitle(const QString &title); ///< of the step whose rows alone are shown; empty: all
    [[nodiscard]] QTableView &table() { return *m_table; }

signals:
    void onlyProblemsWanted(bool wanted);
    void allStepsWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitColumns();
    void fitHeight();

    FormModel &m_model;
    QLabel *m_title;
    QToolButton *m_step;
    QToolButton *m_problems;
    QTableView *m_table;
    QString m_stepTitle;
};

} // namespace zsb
