#pragma once

#include "core/domain/application.h"
#include "ui/sync/plaintable.h"

#include <QDialog>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace zsb {

class SyncRows;

/// 选择拟报本科专业 (A1.4.3.3): the majors the junior major may intend, found as somebody types code or name, with what
/// follows from each (A1.4.4.2; exempt candidates see no subject, A1.4.4.3). Stays open until it is done: a refusal
/// says why.
class MajorDialog : public QDialog
{
    Q_OBJECT

public:
    MajorDialog(const ApplicationState &state, const SyncRows &rows, const Theme &theme, QWidget *parent = nullptr);

    /// It was not carried out.
    void refuse(const QString &why);

signals:
    void chosen(const QString &major);

private:
    void build(const QString &who, const QString &why);
    void listMajors(const ApplicationState &state, const SyncRows &rows);
    void filter();
    void check();

    QList<PlainRow> m_all;
    PlainTable m_table;
    QLineEdit *m_search = nullptr;
    QTableView *m_view = nullptr;
    QPushButton *m_accept = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
