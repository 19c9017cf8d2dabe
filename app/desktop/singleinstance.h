#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace zsb {

/// One program for each user and data folder: who comes second hands over its arguments and leaves.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role
    {
        First,
        Second, ///< the first has the arguments and comes to the front
        Deaf,   ///< there is a first, but it does not answer
    };

    /// `dataFolder` empty: the user's own.
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// Waits for a first one at most `patience`; never runs an event loop.
    [[nodiscard]] Role begin(const QStringList &arguments, std::chrono::milliseconds patience);

signals:
    void startedAgain(const QStringList &arguments);

private:
    void listen();
    void answer();
    [[nodiscard]] bool tell(const QStringList &arguments, std::chrono::milliseconds patience) const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace zsb
