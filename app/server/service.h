#pragma once

#include "app/server/http/httpserver.h"
#include "app/server/metrics.h"
#include "app/server/serverfolder.h"
#include "app/server/serverlog.h"
#include "app/server/workers.h"
#include "core/server/server.h"

#include <memory>

namespace zsb {

/// What a server works with, from its folder. Errors: those of ServerFolder, of the pack and of cryptoSuite().
[[nodiscard]] Result<ServerParts> serverParts(const ServerFolder &folder, const Clock &clock);

/// A service that answers: server, threads, sockets.
class Service
{
public:
    /// Errors: those of Server::open(), Workers::start(), HttpServer::start().
    [[nodiscard]] static Result<std::unique_ptr<Service>> start(const ServerFolder &folder, ServerParts parts,
                                                                ServerLog &log);
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;
    ~Service();

    [[nodiscard]] std::uint16_t port() const { return m_http->port(); }
    /// Answers what is under way and closes; blocking.
    void stop();

private:
    explicit Service(ServerLog &log, LogLevel level) : m_log(log), m_level(level) {}
    [[nodiscard]] HttpHandler handler();
    [[nodiscard]] BodyRule bodyRule(const HttpRequest &head) const;
    void record(const HttpExchange &exchange);

    ServerLog &m_log;
    LogLevel m_level;
    Metrics m_metrics;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<HttpServer> m_http; ///< goes after those who answer
    std::unique_ptr<Workers> m_workers;
};

} // namespace zsb
