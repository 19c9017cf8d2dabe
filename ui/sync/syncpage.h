#pragma once

#include "ui/sync/synccontroller.h"

#include <QWidget>

class QLabel;
class QTableView;
class QTabWidget;

namespace zsb {

class AccountsPane;
class ActionRegistry;
class ConflictPane;
class LinePane;
class ParcelPane;
class TasksPane;
class Theme;

/// Y1, the sync centre: how it stands in one line, and eleven tabs. Every button is an action with a key or a menu
/// path.
class SyncPage : public QWidget
{
    Q_OBJECT

public:
    SyncPage(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    /// `outbox`, `inbox`, `conflicts`, `reconcile`, `files`, `parcels`, `accounts`, `tasks`, `notices`, `log`,
    /// `diagnosis`.
    void showTab(const QString &name);
    [[nodiscard]] QString tab() const;
    [[nodiscard]] ConflictPane &conflicts() const { return *m_conflicts; }
    [[nodiscard]] ParcelPane &parcels() const { return *m_parcels; }
    [[nodiscard]] TasksPane &tasks() const { return *m_tasks; }
    [[nodiscard]] LinePane &line() const { return *m_line; }
    [[nodiscard]] AccountsPane &accounts() const { return *m_accounts; }

signals:
    void openWanted(const zsb::ApplicationId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildTable(PlainTable &table, const char *name, const QString &spoken, int wide,
                                      const QStringList &actions, QTableView **view);
    [[nodiscard]] QWidget *buildReconcile();
    [[nodiscard]] QWidget *buildFiles();
    [[nodiscard]] QWidget *buildDiagnosis();
    [[nodiscard]] QWidget *actionRow(const QStringList &ids, QWidget *parent);
    void addTab(const QString &name, const QString &title, QWidget *content);
    void bindActions();
    void showFace();
    void showLook();
    void showDiagnosis();
    void checkOutbox();

    SyncController &m_controller;
    ActionRegistry &m_actions;
    const Theme &m_theme;
    QLabel *m_words = nullptr;
    QTabWidget *m_tabs = nullptr;
    PlainTable m_outbox;
    PlainTable m_arrivals;
    PlainTable m_uploads;
    PlainTable m_notes;
    PlainTable m_checks;
    QTableView *m_outboxView = nullptr;
    QTableView *m_arrivalsView = nullptr;
    ConflictPane *m_conflicts = nullptr;
    ParcelPane *m_parcels = nullptr;
    AccountsPane *m_accounts = nullptr;
    TasksPane *m_tasks = nullptr;
    QLabel *m_report = nullptr;
    QLabel *m_files = nullptr;
    LinePane *m_line = nullptr;
};

} // namespace zsb
