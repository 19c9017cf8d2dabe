#pragma once

#include "app/server/http/httpserver.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace zsb {

using Ticks = std::chrono::steady_clock;

/// What all connections of a server share. Changed by the io thread alone, but for the atomic ones.
struct CarrierParts
{
    HttpServerOptions options{};
    HttpHandler handler{};
    std::unique_ptr<boost::asio::ssl::context> tls{};
    boost::asio::thread_pool disk{2};
    std::uint64_t bodyFiles = 0; ///< ever made; names them
    bool isStopping = false;
    std::atomic<std::uint64_t> open{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turnedAway{0};
    std::atomic<std::uint64_t> timedOut{0};
};

/// One connection: reads, asks, answers, until it is over. On the io thread alone.
class Connection
{
public:
    Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    virtual ~Connection() = default;

    /// Everything it does in its life; keeps nothing alive but what it is told to. Ends when it is closed.
    [[nodiscard]] virtual boost::asio::awaitable<void> run() = 0;
    /// At once, whatever it was doing.
    virtual void close() = 0;

    [[nodiscard]] Ticks::time_point deadline() const { return m_deadline; }
    [[nodiscard]] bool isIdle() const { return m_isIdle; } ///< between two requests
    [[nodiscard]] const std::string &address() const { return m_address; }

protected:
    void allow(std::chrono::milliseconds time) { m_deadline = Ticks::now() + time; }

    std::string m_address;
    Ticks::time_point m_deadline = Ticks::time_point::max();
    bool m_isIdle = true;
};

/// With TLS when the parts have a context, plain otherwise.
[[nodiscard]] std::shared_ptr<Connection> makeConnection(boost::asio::ip::tcp::socket socket, std::string address,
                                                         std::shared_ptr<CarrierParts> parts);

} // namespace zsb
