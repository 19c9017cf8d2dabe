#pragma once

#include "ui/sync/synccontroller.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace zsb {

class ActionRegistry;
class Prompts;

/// 离线包: what waits goes out as a file, what the service answers comes in as one. The same ops, files and pages as
/// over a line, sealed under a passphrase both sides know.
class ParcelPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shortestPassphrase = 12;

    ParcelPane(SyncController &controller, ActionRegistry &actions, QWidget *parent = nullptr);

    /// With what parcels are signed, and who is asked for files.
    void setTools(std::optional<SigningKey> sender, Prompts *prompts);

private:
    void check();
    void give();
    void take();
    void tell(const QString &text);

    SyncController &m_controller;
    ActionRegistry &m_actions;
    std::optional<SigningKey> m_sender;
    Prompts *m_prompts = nullptr;
    QLabel *m_key = nullptr;
    QLineEdit *m_passphrase = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
