#pragma once

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <limits>
#include <memory>
#include <random>
#include <utility>
#include <vector>

#include <sys/socket.h>

namespace zsb {

/// What a line does to whoever uses it.
struct LineShape
{
    int bytesPerSecond = 125'000; ///< each way, all connections together
    int roundTripMs = 300;        ///< the first of a connection is its handshake
    double lossShare = 0.02;      ///< of segments; a lost one comes with the retransmission
    int shortestStallMs = 200;    ///< until that
    int longestStallMs = 1'000;
    int bytesBetweenBreaks = 0; ///< of one connection, on average, then it is reset; 0: never
    unsigned seed = 1;
};

/// A line in user space: takes TCP connections on loopback and carries what comes to a port there, so that TLS passes
/// through untouched. In a thread with an event loop. Every choice is the seed's; what comes when is the machine's.
class ShapedRelay : public QObject
{
public:
    struct Counts
    {
        int connections = 0;
        int stalls = 0;
        int breaks = 0;
        qint64 there = 0; ///< bytes
        qint64 back = 0;
    };

    ShapedRelay(quint16 target, const LineShape &shape) : m_target(target), m_shape(shape), m_random(shape.seed)
    {
        m_clock.start();
        connect(&m_server, &QTcpServer::newConnection, this, [this] { takeAll(); });
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.setInterval(tickMs);
        m_tick.callOnTimeout([this] { carry(); });
    }
    [[nodiscard]] bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    static constexpr int tickMs = 5;
    static constexpr qint64 segmentBytes = 1'460;
    static constexpr qint64 windowBytes = 64 << 10; ///< under way in one direction of a connection
    static constexpr qint64 buffered = 100'000;     ///< µs, before the line

    struct Segment
    {
        QByteArray bytes;
        qint64 at = 0; ///< ms, when it is there
    };
    /// One direction of one connection.
    struct Pipe
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        qint64 *busyUntil = nullptr; ///< of the line this way
        qint64 *carried = nullptr;
        std::deque<Segment> segments{};
        qint64 queued = 0;
        qint64 notBefore = 0; ///< behind a lost segment everything waits
    };
    struct Link
    {
        std::unique_ptr<QTcpSocket> client;
        std::unique_ptr<QTcpSocket> server;
        Pipe there{};
        Pipe back{};
        qint64 bytesLeft = 0;
    };

    void takeAll()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_counts.connections;
            auto link = std::make_unique<Link>();
            socket->setParent(nullptr);
            link->client.reset(socket);
            link->server = std::make_unique<QTcpSocket>();
            link->client->setReadBufferSize(windowBytes);
            link->server->setReadBufferSize(windowBytes);
            link->server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
            const qint64 open = m_clock.elapsed() + m_shape.roundTripMs;
            link->there = {link->client.get(), link->server.get(), &m_thereBusy, &m_counts.there, {}, 0, open};
            link->back = {link->server.get(), link->client.get(), &m_backBusy, &m_counts.back, {}, 0, open};
            link->bytesLeft = untilBreak();
            m_links.push_back(std::move(link));
        }
        m_tick.start();
    }
    [[nodiscard]] qint64 untilBreak()
    {
        if (m_shape.bytesBetweenBreaks == 0)
            return std::numeric_limits<qint64>::max();
        return qint64(std::exponential_distribution<>(1.0 / m_shape.bytesBetweenBreaks)(m_random)) + 1;
    }
    void carry()
    {
        take();
        for (const std::unique_ptr<Link> &link : m_links) {
            write(link->there, link->bytesLeft);
            write(link->back, link->bytesLeft);
            if (link->bytesLeft <= 0) {
                ++m_counts.breaks;
                reset(*link);
            }
        }
        std::erase_if(m_links, [](const std::unique_ptr<Link> &link) { return isOver(*link); });
        if (m_links.empty())
            m_tick.stop();
    }
    /// A segment of each in turn, as long as the line has room: nobody waits behind a long one of somebody else's.
    void take()
    {
        bool any = true;
        while (std::exchange(any, false)) {
            ++m_turn;
            for (std::size_t i = 0; i < m_links.size(); ++i) {
                Link &link = *m_links[(m_turn + i) % m_links.size()];
                for (Pipe *pipe : {&link.there, &link.back})
                    any = takeOne(*pipe) || any;
            }
        }
    }
    [[nodiscard]] bool takeOne(Pipe &pipe)
    {
        const qint64 now = m_clock.nsecsElapsed() / 1'000;
        if (pipe.from->bytesAvailable() == 0 || pipe.queued >= windowBytes || *pipe.busyUntil > now + buffered)
            return false;
        Segment segment{pipe.from->read(segmentBytes)};
        const qint64 size = segment.bytes.size();
        *pipe.busyUntil = std::max(*pipe.busyUntil, now) + size * 1'000'000 / m_shape.bytesPerSecond;
        segment.at = std::max(*pipe.busyUntil / 1'000 + m_shape.roundTripMs / 2, pipe.notBefore);
        if (std::bernoulli_distribution(m_shape.lossShare)(m_random)) {
            ++m_counts.stalls;
            segment.at += std::uniform_int_distribution(m_shape.shortestStallMs, m_shape.longestStallMs)(m_random);
        }
        pipe.notBefore = segment.at;
        pipe.queued += size;
        pipe.segments.push_back(std::move(segment));
        return true;
    }
    void write(Pipe &pipe, qint64 &left)
    {
        if (pipe.to->state() == QAbstractSocket::UnconnectedState)
            return;
        while (!pipe.segments.empty() && pipe.segments.front().at <= m_clock.elapsed() && left > 0) {
            const QByteArray bytes = std::move(pipe.segments.front().bytes);
            pipe.segments.pop_front();
            pipe.queued -= bytes.size();
            left -= bytes.size();
            *pipe.carried += bytes.size();
            pipe.to->write(bytes);
        }
        const bool isDone = pipe.segments.empty() && pipe.from->bytesAvailable() == 0;
        if (isDone && pipe.from->state() == QAbstractSocket::UnconnectedState)
            pipe.to->disconnectFromHost();
    }
    /// RST, both ways: nothing of what is under way arrives.
    static void reset(Link &link)
    {
        for (QTcpSocket *socket : {link.client.get(), link.server.get()}) {
            const linger atOnce{.l_onoff = 1, .l_linger = 0};
            ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            socket->abort();
        }
    }
    [[nodiscard]] static bool isOver(const Link &link)
    {
        return link.client->state() == QAbstractSocket::UnconnectedState &&
               link.server->state() == QAbstractSocket::UnconnectedState;
    }

    quint16 m_target;
    LineShape m_shape;
    std::mt19937 m_random;
    QElapsedTimer m_clock;
    QTcpServer m_server;
    QTimer m_tick;
    std::vector<std::unique_ptr<Link>> m_links;
    qint64 m_thereBusy = 0; ///< µs
    qint64 m_backBusy = 0;
    Counts m_counts;
    std::size_t m_turn = 0;
};

} // namespace zsb
