#pragma once

#include "ui/sync/leasedialog.h"
#include "ui/sync/synccontroller.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace zsb {

class ActionRegistry;
class Prompts;

/// 离线包: what waits goes out as a file, what the service answers comes in as one. The same ops, leases, files and
/// pages as over a line, sealed under a passphrase both sides know.
class ParcelPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shortestPassphrase = 12;
    static constexpr int leaseMinutes = 36 * 60; ///< of what is carried away: the longest the service gives

    ParcelPane(SyncController &controller, ActionRegistry &actions, QWidget *parent = nullptr);

    /// With what parcels are signed, and who is asked for files.
    void setTools(std::optional<SigningKey> sender, Prompts *prompts);
    /// As which files may be asked for; none: nothing is.
    void setRoles(const QList<LeaseRole> &roles);

private:
    [[nodiscard]] QWidget *buildWishes();
    [[nodiscard]] ParcelOrder order() const;
    void tellTaken(const Result<ParcelNews> &taken);
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
    QSpinBox *m_count = nullptr;
    QComboBox *m_role = nullptr;
    QCheckBox *m_handBack = nullptr;
    QCheckBox *m_previews = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace zsb
