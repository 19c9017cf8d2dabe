#include "ui/shell/lock.h"

#include "core/base/secret.h"

#include <QEvent>

#include <algorithm>

namespace zsb {

namespace {

constexpr int freeFailures = 3;
constexpr std::chrono::seconds firstWait{10};
constexpr std::chrono::seconds longestWait{300};

} // namespace

std::chrono::seconds lockWait(const LockSettings &settings, Instant now)
{
    if (settings.failures < freeFailures)
        return std::chrono::seconds(0);
    const int doublings = std::min(settings.failures - freeFailures, 10);
    const auto whole = std::min<std::chrono::seconds>(firstWait * (1 << doublings), longestWait);
    const Instant end = Instant(std::chrono::milliseconds(settings.failedAt)) + whole;
    // a clock that was set back makes nobody wait longer than once
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(end - now), std::chrono::seconds(0), whole);
}

Unlock tryUnlock(LockSettings &settings, const QString &pin, Instant now)
{
    if (settings.secret.isEmpty())
        return Unlock::Opened;
    if (lockWait(settings, now).count() > 0)
        return Unlock::Wait;
    if (isSecret(pin.toStdString(), settings.secret.toStdString())) {
        settings.failures = 0;
        settings.failedAt = 0;
        return Unlock::Opened;
    }
    ++settings.failures;
    settings.failedAt = now.time_since_epoch().count();
    return Unlock::Wrong;
}

IdleWatch::IdleWatch(QObject &application, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
    application.installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_timer.setInterval(limit);
    if (limit.count() > 0)
        m_timer.start();
    else
        m_timer.stop();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (int(event->type())) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a shortcut never becomes a key press
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        if (m_timer.interval() > 0)
            m_timer.start();
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace zsb
