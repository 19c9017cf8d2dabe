#pragma once

#include "ui/sync/synccontroller.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace zsb {

class ActionRegistry;
class Theme;

/// Answers somebody has to look at and disputes that wait for a supervisor: the list, and for the one chosen what was
/// judged, what this computer wished and how the file stands now. Nothing is dropped; everything ends by a choice.
class ConflictPane : public QWidget
{
    Q_OBJECT

public:
    ConflictPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void refresh();
    void choose(int row);
    [[nodiscard]] int count() const { return m_list.count(); }

signals:
    void openWanted(const zsb::ApplicationId &id);

private:
    void bindActions(ActionRegistry &actions);
    void showChosen();
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] std::int64_t inbox() const; ///< 0: none
    [[nodiscard]] ApplicationId file() const;

    SyncController &m_controller;
    ActionRegistry &m_actions;
    PlainTable m_list;
    PlainTable m_difference;
    QTableView *m_view = nullptr;
    QLabel *m_words = nullptr;
};

} // namespace zsb
