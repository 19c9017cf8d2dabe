#include "app/server/http/httpserver.h"

#include "app/server/http/connection.h"
#include "app/server/http/tlscontext.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QDir>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

namespace zsb {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

namespace {

constexpr auto tuple = asio::as_tuple(asio::use_awaitable);

Done makeTemporaryFolder(const std::string &path)
{
    QDir folder(QString::fromStdString(path));
    if (!folder.mkpath(QStringLiteral(".")))
        return Error{ErrorCode::Unreadable, "temporary files: the folder cannot be made"};
    for (const QString &left : folder.entryList({QStringLiteral("body-*")}, QDir::Files)) {
        if (!folder.remove(left))
            return Error{ErrorCode::Unreadable, "temporary files: what was left cannot be removed"};
    }
    return done();
}

} // namespace

/// Accepts connections, lets them run and closes those whose time is over.
class HttpServer::Carrier : public std::enable_shared_from_this<Carrier>
{
public:
    Carrier(HttpServerOptions options, HttpHandler handler) : m_acceptor(m_io), m_sweep(m_io)
    {
        m_parts->options = std::move(options);
        m_parts->handler = std::move(handler);
    }

    Done listen()
    {
        boost::system::error_code failed;
        const auto address = asio::ip::make_address(m_parts->options.address, failed);
        if (failed)
            return Error{ErrorCode::Invalid, "listen: " + m_parts->options.address + " is no IP address"};
        if (!m_parts->options.tls && !address.is_loopback())
            return Error{ErrorCode::Invalid, "listen: without TLS on loopback only"};
        const tcp::endpoint place(address, m_parts->options.port);
        m_acceptor.open(place.protocol(), failed);
        if (!failed)
            m_acceptor.set_option(asio::socket_base::reuse_address(true), failed);
        if (!failed)
            m_acceptor.bind(place, failed);
        if (!failed)
            m_acceptor.listen(asio::socket_base::max_listen_connections, failed);
        if (failed)
            return Error{ErrorCode::Unreachable, "listen: " + address.to_string() + " port " +
                                                     std::to_string(place.port()) + ": " + failed.message() +
                                                     "; another is set by --listen, ZSB_SERVER_LISTEN or server.json"};
        m_port = m_acceptor.local_endpoint(failed).port();
        return done();
    }

    Done useTls()
    {
        if (!m_parts->options.tls)
            return done();
        auto made = makeTlsContext(*m_parts->options.tls);
        if (!made)
            return made.error();
        m_parts->tls = std::move(*made);
        m_parts->options.tls->privateKey.clear();
        return done();
    }

    void run()
    {
        asio::co_spawn(m_io, accept(), asio::detached);
        asio::co_spawn(m_io, sweep(), asio::detached);
        m_thread = std::jthread([this] { m_io.run(); });
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const CarrierParts &parts() const { return *m_parts; }

    void stop(std::chrono::milliseconds grace)
    {
        if (!m_thread.joinable())
            return;
        asio::post(m_io, [this, grace] {
            m_parts->isStopping = true;
            m_end = Ticks::now() + grace;
            boost::system::error_code ignored;
            (void)m_acceptor.close(ignored);
            for (const auto &connection : m_connections) {
                if (connection->isIdle())
                    connection->close();
            }
            m_sweep.cancel();
        });
        m_thread.join();
        m_parts->disk.join(); // what it works on belongs to connections that go now
    }

private:
    awaitable<void> accept()
    {
        while (m_acceptor.is_open()) {
            auto [failed, socket] = co_await m_acceptor.async_accept(tuple);
            if (failed == asio::error::operation_aborted)
                co_return;
            if (failed) { // no more file handles, as a rule
                asio::steady_timer pause(m_io, std::chrono::milliseconds(50));
                (void)co_await pause.async_wait(tuple);
                continue;
            }
            take(std::move(socket));
        }
    }

    void take(tcp::socket socket)
    {
        boost::system::error_code failed;
        const auto place = socket.remote_endpoint(failed);
        const std::string address = failed ? std::string() : place.address().to_string();
        if (failed || isTooMuch(address)) {
            ++m_parts->turnedAway;
            return;
        }
        ++m_parts->accepted;
        const std::shared_ptr<Connection> connection = makeConnection(std::move(socket), address, m_parts);
        m_connections.insert(connection);
        ++m_perAddress[address];
        m_parts->open = m_connections.size();
        asio::co_spawn(
            m_io, [connection]() { return connection->run(); },
            [this, connection](const std::exception_ptr & /*out of memory*/) { forget(connection); });
    }

    [[nodiscard]] bool isTooMuch(const std::string &address) const
    {
        const HttpServerOptions &options = m_parts->options;
        if (m_connections.size() >= options.limits.connections)
            return true;
        const auto of = m_perAddress.find(address);
        const bool trusted = std::ranges::find(options.trustedProxies, address) != options.trustedProxies.end();
        return !trusted && of != m_perAddress.end() && of->second >= options.limits.connectionsOfOneAddress;
    }

    void forget(const std::shared_ptr<Connection> &connection)
    {
        connection->close();
        m_connections.erase(connection);
        const auto of = m_perAddress.find(connection->address());
        if (--of->second == 0)
            m_perAddress.erase(of);
        m_parts->open = m_connections.size();
        if (m_parts->isStopping && m_connections.empty())
            m_sweep.cancel();
    }

    /// Ends when the server stops and the last connection is gone.
    awaitable<void> sweep()
    {
        while (!m_parts->isStopping || !m_connections.empty()) {
            m_sweep.expires_after(m_parts->options.limits.sweep);
            (void)co_await m_sweep.async_wait(tuple);
            const Ticks::time_point now = Ticks::now();
            const bool atEnd = m_parts->isStopping && now >= m_end;
            for (const auto &connection : m_connections) {
                const bool late = connection->deadline() <= now;
                if (late)
                    ++m_parts->timedOut;
                if (late || atEnd)
                    connection->close();
            }
            if (atEnd)
                m_io.stop();
        }
    }

    std::shared_ptr<CarrierParts> m_parts = std::make_shared<CarrierParts>();
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor;
    asio::steady_timer m_sweep;
    std::set<std::shared_ptr<Connection>> m_connections;
    std::map<std::string, std::size_t> m_perAddress;
    Ticks::time_point m_end = Ticks::time_point::max();
    std::uint16_t m_port = 0;
    std::jthread m_thread;
};

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerOptions options, HttpHandler handler)
{
    const std::string folder = options.temporaryFolder;
    const auto carrier = std::make_shared<Carrier>(std::move(options), std::move(handler));
    if (Done tls = carrier->useTls(); !tls)
        return tls.error();
    if (Done made = makeTemporaryFolder(folder); !made)
        return made.error();
    if (Done listening = carrier->listen(); !listening)
        return listening.error();
    carrier->run();
    return std::unique_ptr<HttpServer>(new HttpServer(carrier));
}

HttpServer::~HttpServer()
{
    stop(std::chrono::milliseconds(0));
}

std::uint16_t HttpServer::port() const
{
    return m_carrier->port();
}

HttpServerCounts HttpServer::counts() const
{
    const CarrierParts &parts = m_carrier->parts();
    return {parts.open, parts.accepted, parts.turnedAway, parts.timedOut};
}

void HttpServer::stop(std::chrono::milliseconds grace)
{
    m_carrier->stop(grace);
}

} // namespace zsb
