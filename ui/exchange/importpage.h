#pragma once

#include "core/base/result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace zsb {

class ImportController;
class Prompts;
class StateWidget;
class Theme;

/// 导入: a table and its files into the local database. One page shows file, columns, the dry run's four counts and
/// the list of problems; the button that commits works only after a dry run.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    ImportPage(const Theme &theme, ImportController &controller, Prompts &prompts, QWidget *parent = nullptr);

    void chooseFile(); ///< asks for the table

signals:
    void said(const QString &text);
    void reviewRequested(); ///< after an import: go and look at it
    void copyRequested(const QString &details);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QWidget *buildSource();
    [[nodiscard]] QWidget *buildCounts();
    [[nodiscard]] QWidget *buildBottom();
    [[nodiscard]] QTableWidget *makeTable(QLatin1StringView name, const QString &title, const QStringList &headers);
    void chooseFolder();
    void refresh();
    void refreshButtons();
    void showColumns();
    void showOutcome();
    void showProgress(qint64 done, qint64 total);
    void showError(const Error &error);
    void act();

    const Theme &m_theme;
    ImportController &m_controller;
    Prompts &m_prompts;
    QLineEdit *m_file = nullptr;
    QLineEdit *m_folder = nullptr;
    QPushButton *m_chooseFile = nullptr;
    QPushButton *m_chooseFolder = nullptr;
    QStackedWidget *m_middle = nullptr;
    StateWidget *m_state = nullptr;
    QTableWidget *m_columns = nullptr;
    QTableWidget *m_problems = nullptr;
    QLabel *m_noProblems = nullptr; ///< instead of an empty table
    QLabel *m_missing = nullptr;
    QLabel *m_counts[4] = {};
    QLabel *m_countIcons[4] = {};
    QLabel *m_hint = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_tryOut = nullptr;
    QPushButton *m_commit = nullptr;
};

} // namespace zsb
