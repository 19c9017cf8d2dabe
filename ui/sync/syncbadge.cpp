#include "ui/sync/syncbadge.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QSystemTrayIcon>
#include <QWidget>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

/// The mark in the lower right quarter, ringed so that it is seen on any task bar.
QIcon marked(const QIcon &icon, const QIcon &mark, const QColor &ring)
{
    QIcon both;
    for (const int side : {16, 24, 32, 48, 64}) {
        QPixmap picture = icon.pixmap(QSize(side, side), 1.0);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const int size = side * 9 / 16;
        const QRect place(side - size, side - size, size, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ring);
        painter.drawEllipse(place);
        mark.paint(&painter, place.adjusted(1, 1, -1, -1));
        painter.end();
        both.addPixmap(picture);
    }
    return both;
}

} // namespace

SyncBadge::SyncBadge(const Theme &theme, QWidget &window) : QObject(&window), m_theme(theme), m_window(window)
{
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = std::make_unique<QSystemTrayIcon>();
        connect(m_tray.get(), &QSystemTrayIcon::activated, &window, [&window] {
            window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
            window.show();
            window.raise();
            window.activateWindow();
        });
    }
    connect(&theme, &Theme::changed, this, &SyncBadge::refresh);
    refresh();
    if (m_tray)
        m_tray->show();
}

SyncBadge::~SyncBadge() = default;

void SyncBadge::show(const SyncFace &face)
{
    if (m_face == face)
        return;
    m_face = face;
    refresh();
}

void SyncBadge::refresh()
{
    const QIcon icon =
        marked(Theme::applicationIcon(), m_theme.toneIcon(SyncWords::tone(m_face)), m_theme.tokens().surface);
    m_window.setWindowIcon(icon);
    if (!m_tray)
        return;
    m_tray->setIcon(icon);
    m_tray->setToolTip(u"zsb · "_s + SyncWords::pill(m_face));
}

} // namespace zsb
