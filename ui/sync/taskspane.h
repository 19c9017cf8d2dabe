#pragma once

#include "ui/sync/plaintable.h"
#include "ui/sync/synccontroller.h"
#include "ui/sync/tasklook.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace zsb {

class ActionRegistry;
class AnswerDialog;
class ChangeDialog;
class Prompts;
struct ChangeWish;

/// 考生待办: what a desk does for candidates after they have handed in. Lists the files a task is open for out of this
/// computer's own season, gives the command, and shows how far it is: here, at the service, or refused and why.
class TasksPane : public QWidget
{
    Q_OBJECT

public:
    TasksPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void setPrompts(Prompts *prompts) { m_prompts = prompts; }
    /// Reads the list again, as soon as the one that is under way has come.
    void refresh();

signals:
    void openWanted(const zsb::ApplicationId &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildButtons();
    void take(const TaskLook &look);
    void chooseMajor();
    void askForChange();
    void request(const ApplicationId &id, const ChangeWish &wish);
    void answerChange();
    void check();
    void tell(const QString &text);
    [[nodiscard]] TaskQuery query() const;
    [[nodiscard]] const TaskFile *chosen() const;
    /// Of the roles that act for candidates, the one of who sits here; empty: none.
    [[nodiscard]] std::string deskRole() const;
    /// Of the roles that may answer a request of this file, the one of who sits here; empty: none.
    [[nodiscard]] std::string answeringRole(const ApplicationState &state) const;

    SyncController &m_controller;
    ActionRegistry &m_actions;
    const Theme &m_theme;
    Prompts *m_prompts = nullptr;
    TaskLook m_look;
    PlainTable m_table;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_text = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_said = nullptr;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was read
    QPointer<ChangeDialog> m_change;
    QPointer<AnswerDialog> m_answer;
};

} // namespace zsb
