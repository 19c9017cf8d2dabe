#pragma once

#include "core/base/result.h"
#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// Where TLS begins.
enum class TlsMode : std::uint8_t
{
    Own,   ///< here, with a certificate of the service's own authority
    Files, ///< here, with a certificate from elsewhere; devices still have theirs from the own authority
    Off,   ///< at a proxy in front, on this computer
};
constexpr auto enumIds(TlsMode)
{
    return EnumIds<TlsMode, 3>{{{TlsMode::Own, "own"}, {TlsMode::Files, "files"}, {TlsMode::Off, "off"}}};
}

/// What is written down of every request.
enum class LogLevel : std::uint8_t
{
    Error,    ///< those the service failed on
    Info,     ///< those, and what happens to the service itself
    Requests, ///< each
};
constexpr auto enumIds(LogLevel)
{
    return EnumIds<LogLevel, 3>{
        {{LogLevel::Error, "error"}, {LogLevel::Info, "info"}, {LogLevel::Requests, "requests"}}};
}

/// How a service is run: `server.json` in its data folder, over that the environment (`ZSB_SERVER_LISTEN`, …), over
/// that the command line. No secret is in it: a password of the database is PGPASSWORD's or PGPASSFILE's.
struct Settings
{
    std::string listen = "127.0.0.1:8443";   ///< address:port; port 0: any
    std::string database = "sqlite";         ///< or `postgres://user@host/database`
    std::string pack{};                      ///< name or folder; empty: the default
    std::vector<std::string> earlierPacks{}; ///< names or folders: commands given under them are still taken
    std::string name = "zsb-server";         ///< in certificates and checkpoints
    std::vector<std::string> names{};        ///< DNS names and addresses it is reached by, in its certificate
    TlsMode tls = TlsMode::Own;
    std::string certificate{};                 ///< of TlsMode::Files: PEM file, itself first
    std::string privateKey{};                  ///< of TlsMode::Files
    std::string keys{};                        ///< folder of the keys; empty: `keys` in the data folder
    bool areKeysDelivered = false;             ///< by systemd into that folder; found out, not set
    std::vector<std::string> trustedProxies{}; ///< addresses whose word on clients counts
    std::string messages{};  ///< program that carries messages to phones, see CommandGateway; empty: the console
    int readers = 4;         ///< threads
    int batch = 256;         ///< most writes in one transaction
    int connections = 4'000; ///< most at one time
    int requests = 50;       ///< of one person a second, ten times as many at once
    int parcel = 1'024;      ///< most MiB of files in the answer to a parcel
    bool seals = true;       ///< personal data of a new season is encrypted in the database
    LogLevel log = LogLevel::Info;

    bool operator==(const Settings &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("listen", &Settings::listen), member("db", &Settings::database),
                          member("pack", &Settings::pack), member("earlier_packs", &Settings::earlierPacks),
                          member("name", &Settings::name), member("names", &Settings::names),
                          member("tls", &Settings::tls), member("certificate", &Settings::certificate),
                          member("private_key", &Settings::privateKey), member("keys", &Settings::keys),
                          member("trusted_proxies", &Settings::trustedProxies), member("messages", &Settings::messages),
                          member("readers", &Settings::readers), member("batch", &Settings::batch),
                          member("connections", &Settings::connections), member("requests", &Settings::requests),
                          member("parcel", &Settings::parcel), member("seals", &Settings::seals),
                          member("log", &Settings::log));
    }
};

/// An address to listen on, taken apart: `127.0.0.1:8443`, `[::1]:8443`.
struct ListenPlace
{
    std::string address{};
    std::uint16_t port = 0;

    bool operator==(const ListenPlace &) const = default;
};
/// Errors: Invalid.
[[nodiscard]] Result<ListenPlace> listenPlace(const std::string &text);

/// What the environment says of a variable; empty: nothing.
using Environment = std::function<std::string(const char *name)>;

/// The file of that folder, if there is one, and the environment over it. Errors: Unreadable, Invalid (unknown key,
/// value out of range; the detail says where, never the value).
[[nodiscard]] Result<Settings> readSettings(const std::string &folder, const Environment &environment);
/// Whether they can be served with. Errors: Invalid.
[[nodiscard]] Done checkSettings(const Settings &settings);
/// As `server.json`, to be edited by people. Errors: Unreadable.
[[nodiscard]] Done writeSettings(const std::string &folder, const Settings &settings);

} // namespace zsb
