#pragma once

#include "core/storage/codec.h"
#include "ui/review/reviewplace.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

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
/// as none. What the user has begun to write is sealed as the season is.
class SessionJournal : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pause{1000};

    /// `now` tells the session as it is whenever it is written.
    SessionJournal(const QString &folder, std::shared_ptr<const FieldCodec> codec, std::function<LastPlace()> now,
                   QObject *parent = nullptr);

    [[nodiscard]] static LastPlace read(const QString &folder, const FieldCodec &codec = PlainCodec());
    void touch(); ///< something changed
    void end();   ///< writes at once and for the last time: the user leaves

private:
    void write(bool ended);

    QString m_file;
    std::shared_ptr<const FieldCodec> m_codec;
    std::function<LastPlace()> m_now;
    QTimer m_timer;
    std::optional<LastPlace> m_written;
    bool m_ended = false;
};

} // namespace zsb
