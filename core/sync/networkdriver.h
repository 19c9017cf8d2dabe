#pragma once

#include "core/base/result.h"
#include "core/protocol/http.h"
#include "core/sync/reply.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// How the service is reached.
struct NetworkSettings
{
    enum class Proxy
    {
        None,
        System, ///< as the computer says
        Http,
        Socks5,
    };

    std::string server{};            ///< `https://host:port`
    std::string authority{};         ///< PEM; the only authorities that are believed, none of the computer's
    std::vector<std::string> pins{}; ///< SHA-256 of public keys (SPKI) in hex, one of which the server must have
    std::string certificate{};       ///< PEM of this device; empty: not enrolled yet
    std::string key{};               ///< PEM
    Proxy proxy = Proxy::System;
    std::string proxyHost{};
    int proxyPort = 0;
    std::string proxyUser{};
    std::string proxyPassword{};
    std::chrono::milliseconds idle{30'000}; ///< so long nothing may come or go
    std::int64_t longestAnswer = 80 << 20;  ///< bytes; the service keeps no file of more than 64 MB
};

/// Carries requests over the network: TLS 1.2 or later, our own authority and the pinned key, no redirects, no cookies,
/// no cache. Nothing is unpacked, and nothing longer than the service would send is kept. A body goes out once: whether
/// it arrived is for whoever sent it to find out. What comes back is whole, or a failure. One thread with an event
/// loop; requests under way end with a failure when it goes, and are not told.
class NetworkDriver
{
public:
    /// Errors: Invalid (no such address, certificate or key).
    [[nodiscard]] static Result<std::unique_ptr<NetworkDriver>> open(NetworkSettings settings);
    NetworkDriver(const NetworkDriver &) = delete;
    NetworkDriver &operator=(const NetworkDriver &) = delete;
    ~NetworkDriver();

    /// `finished` is called once, later, in this thread.
    void send(const HttpRequest &request, std::function<void(const Reply &)> finished);
    /// Everything under way fails at once: the computer goes to sleep, or the network has changed.
    void abort();

private:
    class Parts;
    explicit NetworkDriver(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace zsb
