#pragma once

#include "ui/sync/syncface.h"

#include <QObject>

#include <memory>

class QSystemTrayIcon;
class QWidget;

namespace zsb {

class Theme;

/// How the sync stands where the window is not looked at (UX 7.2): a mark on its icon in the task bar, and an icon in
/// the tray that brings the window back, where the system has a tray. Nothing personal is in either.
class SyncBadge : public QObject
{
    Q_OBJECT

public:
    /// Of a window that outlives it.
    SyncBadge(const Theme &theme, QWidget &window);
    ~SyncBadge() override;

    void show(const SyncFace &face);

private:
    void refresh();

    const Theme &m_theme;
    QWidget &m_window;
    std::unique_ptr<QSystemTrayIcon> m_tray; ///< null: there is no tray
    SyncFace m_face;
};

} // namespace zsb
