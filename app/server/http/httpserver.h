#pragma once

#include "app/server/http/limits.h"
#include "app/server/http/tlsidentity.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/protocol/http.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// To be called exactly once, from any thread.
using AnswerHttp = std::function<void(HttpResponse)>;

/// One request and what became of it, for logs and figures. Nothing of its content.
struct HttpExchange
{
    std::string method{};
    std::string path{}; ///< empty when the head could not be read
    int status = 0;
    std::chrono::microseconds took{}; ///< from the end of the body to the end of the answer
    std::uint64_t received = 0;       ///< of the body
    long long sent = 0;               ///< of the body
};

/// Who answers. All three are called by the io thread and must not wait.
struct HttpHandler
{
    std::function<BodyRule(const HttpRequest &head)> bodyRule;
    std::function<void(HttpRequest, AnswerHttp)> handle;
    std::function<void(const HttpExchange &)> record; ///< may be empty
};

struct HttpServerOptions
{
    std::string address = "127.0.0.1"; ///< an IP address
    std::uint16_t port = 0;            ///< 0: any
    std::optional<TlsIdentity> tls{};  ///< nothing: plain HTTP, refused but on loopback
    std::string temporaryFolder{};     ///< of its own: what lies in it is removed
    std::vector<std::string> trustedProxies{};
    HttpLimits limits{};
    Clock clock{};
};

/// Figures of the moment.
struct HttpServerCounts
{
    std::uint64_t connections = 0; ///< open now
    std::uint64_t accepted = 0;    ///< ever
    std::uint64_t turnedAway = 0;  ///< ever, for there were too many
    std::uint64_t timedOut = 0;    ///< ever
};

/// Carries HTTP over sockets: one thread for all connections, two more for files.
class HttpServer
{
public:
    /// Listens and answers from now on. Errors: Invalid (certificate, address, plain HTTP not on loopback),
    /// Unreachable (the address cannot be listened on), Unreadable (temporary folder).
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, HttpHandler handler);
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;
    /// Cuts what is still open. Whoever answers requests must have ended before.
    ~HttpServer();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] HttpServerCounts counts() const;
    /// Takes no new connections and no new requests; gives those under way that long to be answered. Returns when all
    /// connections are closed. Handlers must still be answering.
    void stop(std::chrono::milliseconds grace);

private:
    class Carrier;

    explicit HttpServer(std::shared_ptr<Carrier> carrier) : m_carrier(std::move(carrier)) {}

    std::shared_ptr<Carrier> m_carrier;
};

} // namespace zsb
