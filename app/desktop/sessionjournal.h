#pragma once

#include "ui/review/reviewplace.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace zsb {

/// Where the user was in one season.
struct LastPlace
{
    QString page;
    ReviewPlace review;
    bool ended = true; ///< by the user; false: the program was cut off

    bool operator==(const LastPlace &) const = default;
};

/// Keeps the session in the season's own folder, a second after anything changed, so that even a program that is killed
/// comes back where it was (U19). One versioned file, replaced as a whole; what an older or newer program wrote counts
/// as none.
class SessionJournal : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pause{1000};

    /// `now` tells the session as it is whenever it is written.
    SessionJournal(const QString &folder, std::function<LastPlace()> now, QObject *parent = nullptr);

    [[nodiscard]] static LastPlace read(const QString &folder);
    void touch(); ///< something changed
    void end();   ///< writes at once and for the last time: the user leaves

private:
    void write(bool ended);

    QString m_file;
    std::function<LastPlace()> m_now;
    QTimer m_timer;
    QByteArray m_written;
    bool m_ended = false;
};

} // namespace zsb
