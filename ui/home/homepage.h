#pragma once

#include "ui/home/homesummary.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace zsb {

class ActionRegistry;
class HomeController;
class StateWidget;
class Theme;

/// 工作台: how much waits in which state, the newest decisions, and one button that goes on with the work.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    HomePage(const Theme &theme, HomeController &controller, QWidget *parent = nullptr);

signals:
    void continueRequested();
    void importRequested();
    void queueChosen(const QString &id);
    void applicationChosen(const QString &applicationId);
    void copyRequested(const QString &details);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildContent();
    [[nodiscard]] QWidget *buildLead();
    [[nodiscard]] QTableWidget *buildDecisions();
    void showSummary();
    void fillQueues(const HomeSummary &summary);
    void fillDecisions(const HomeSummary &summary);
    void refresh();

    const Theme &m_theme;
    HomeController &m_controller;
    QStackedWidget *m_stack = nullptr;
    StateWidget *m_state = nullptr;
    QWidget *m_content = nullptr;
    QLabel *m_lead = nullptr;
    QLabel *m_today = nullptr;
    QPushButton *m_continue = nullptr;
    QHBoxLayout *m_queues = nullptr;
    QTableWidget *m_decisions = nullptr;
    QLabel *m_noDecisions = nullptr; ///< instead of an empty table
};

} // namespace zsb
