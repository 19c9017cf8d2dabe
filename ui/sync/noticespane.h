#pragma once

#include "ui/sync/noticereader.h"
#include "ui/sync/plaintable.h"
#include "ui/sync/synccontroller.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;

namespace zsb {

class ActionRegistry;

/// 通知: the notices of the pack 考生须知 (A1.4.1.0–A1.4.1.8), each with its clause and its whole text, and what the
/// service tells whoever is signed in because of what others did, with how the file stands now. Unread ones are bold
/// until somebody has looked at them; the service keeps which, so that they are read on every computer.
class NoticesPane : public QWidget
{
    Q_OBJECT

public:
    NoticesPane(SyncController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent = nullptr);

    void take(const NoticeLook &look);
    void markRead(const std::vector<std::int64_t> &seqs); ///< the service knows

signals:
    void openWanted(const zsb::ApplicationId &id);
    void unreadChanged(int unread);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void ask();
    void askSoon(); ///< however many rows come, once
    void watchCurrent();
    void showWhole();
    void check();
    [[nodiscard]] static QString kind(const std::string &id);
    [[nodiscard]] QString problem(const std::string &id) const;

    SyncController &m_controller;
    ActionRegistry &m_actions;
    PlainTable m_pack;
    PlainTable m_service;
    NoticeLook m_look;
    NoticeReader m_reader;
    QTimer m_soon;
    QTableView *m_packView = nullptr;
    QTableView *m_serviceView = nullptr;
    QLabel *m_whole = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
