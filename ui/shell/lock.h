#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace zsb {

/// How the screen is locked. The PIN is kept as hashSecret() writes it.
struct LockSettings
{
    static constexpr int usualMinutes = 5;
    static constexpr int mostMinutes = 120;

    QByteArray secret;              ///< empty: no PIN, the lock is a curtain
    int idleMinutes = usualMinutes; ///< locks by itself after so many; 0: never
    int failures = 0;               ///< wrong PINs in a row
    qint64 failedAt = 0;            ///< the last of them, ms since the epoch

    bool operator==(const LockSettings &) const = default;
};

enum class Unlock
{
    Opened,
    Wrong,
    Wait, ///< too many wrong ones: not even looked at
};

/// How long nobody may try: nothing after the first few wrong PINs, then twice as long after each, at most minutes. It
/// is kept with the settings, so that starting again does not help.
[[nodiscard]] std::chrono::seconds lockWait(const LockSettings &settings, Instant now);

/// Tries a PIN and counts it; without one anything opens.
[[nodiscard]] Unlock tryUnlock(LockSettings &settings, const QString &pin, Instant now);

/// Says when nobody has touched keyboard or mouse for a while, in any window of the program.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject &application, QObject *parent = nullptr);

    void setLimit(std::chrono::milliseconds limit); ///< 0: never

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace zsb
