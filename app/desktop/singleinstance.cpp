#include "app/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>

#include <thread>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::chrono::milliseconds pause{50}; ///< between two knocks at a program that is still starting
constexpr auto heard = "heard";

/// Not a secret, only short and different for each user and folder.
QString nameOf(const QString &dataFolder)
{
    const QString what =
        QDir::homePath() + u'\n' + (dataFolder.isEmpty() ? QString() : QDir(dataFolder).absolutePath());
    return u"zsb-"_s +
           QString::fromLatin1(QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().left(20));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent), m_name(nameOf(dataFolder)), m_lock(QDir::temp().filePath(m_name + u".lock"_s))
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

SingleInstance::Role SingleInstance::begin(const QStringList &arguments, std::chrono::milliseconds patience)
{
    if (m_lock.tryLock(0)) {
        listen();
        return Role::First;
    }
    return tell(arguments, patience) ? Role::Second : Role::Deaf;
}

/// Without a server one still works; only a second start cannot be heard then.
void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // of a program that ended in a crash
    if (!m_server.listen(m_name))
        qWarning("a second start will not be heard: %s", qPrintable(m_server.errorString()));
}

void SingleInstance::answer()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] {
            QDataStream stream(caller);
            QStringList arguments;
            stream.startTransaction();
            stream >> arguments;
            if (!stream.commitTransaction())
                return; // the rest is on its way
            caller->write(heard);
            caller->flush();
            emit startedAgain(arguments);
        });
    }
}

bool SingleInstance::tell(const QStringList &arguments, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    while (true) {
        socket.connectToServer(m_name);
        if (socket.waitForConnected(int(deadline.remainingTime())))
            break;
        if (deadline.hasExpired())
            return false;
        std::this_thread::sleep_for(pause);
    }
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(message);
    return socket.waitForBytesWritten(int(deadline.remainingTime())) &&
           socket.waitForReadyRead(int(deadline.remainingTime())) && socket.readAll() == heard;
}

} // namespace zsb
