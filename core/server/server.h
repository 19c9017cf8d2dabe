#pragma once

#include "core/server/audittree.h"
#include "core/server/ratelimits.h"
#include "core/server/routes.h"
#include "core/server/serverparts.h"
#include "core/server/serving.h"
#include "core/server/signinfailures.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The central service without its sockets: requests in, answers out. Whoever carries requests finds the route by the
/// head, refuses what is too large, hands the request to a Reader, and what comes back as a job to the Writer. After
/// open() it never changes; any thread.
class Server
{
public:
    /// Makes or migrates the database, projects it again when the pack is another one, and gives a new one its epoch.
    /// Errors: those of Store.
    [[nodiscard]] static Result<std::unique_ptr<Server>> open(ServerParts parts);
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    ~Server();

    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }
    [[nodiscard]] RouteMatch match(std::string_view method, std::string_view path) const
    {
        return matchRoute(m_routes, method, path);
    }

    /// To be called in the thread that will use it. Errors: those of Store.
    [[nodiscard]] Result<std::unique_ptr<Reader>> openReader() const;
    [[nodiscard]] Result<std::unique_ptr<Writer>> openWriter() const;

    /// Both in one, for one thread that has its own server: tests, the simulator, the command line.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);

    [[nodiscard]] const ServerParts &parts() const { return m_parts; }
    [[nodiscard]] const Authenticator &authenticator() const { return m_tokens; }
    [[nodiscard]] const SignedTokens &tokens() const { return m_tokens; }
    [[nodiscard]] AuditTree &auditTree() const { return *m_audit; }
    [[nodiscard]] RateLimits &rateLimits() const { return *m_limits; }
    [[nodiscard]] SignInFailures &signInFailures() const { return *m_failures; }
    /// Another one after every restore (SYNC.md D2.6).
    [[nodiscard]] const std::string &epoch() const { return m_epoch; }

private:
    Server(ServerParts parts, std::string epoch);

    ServerParts m_parts;
    SignedTokens m_tokens;
    std::string m_epoch;
    std::vector<Route> m_routes;
    std::unique_ptr<AuditTree> m_audit;         ///< guards itself
    std::unique_ptr<RateLimits> m_limits;       ///< guards itself
    std::unique_ptr<SignInFailures> m_failures; ///< guards itself
    std::unique_ptr<Reader> m_reader;           ///< of handle()
    std::unique_ptr<Writer> m_writer;
};

} // namespace zsb
