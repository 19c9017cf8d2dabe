#pragma once

#include "core/base/clock.h"
#include "core/domain/jsonmembers.h"
#include "core/protocol/session.h"
#include "core/sync/networkdriver.h"

#include <QString>

#include <chrono>
#include <string>
#include <vector>

namespace zsb {

/// A person who signed in here, as far as it lies on this computer.
struct ServiceAccount
{
    std::string login{};
    std::string actor{};
    std::string name{}; ///< as others see it
    std::vector<Scope> scopes{};
    std::string verifier{}; ///< line of hashPassword() at offlineCost: offline sign-in and the lock compare with it
    Instant lastContact{};  ///< when the service was last heard by this person; offline sign-in ends with it

    bool operator==(const ServiceAccount &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("login", &ServiceAccount::login), required("actor", &ServiceAccount::actor),
                          member("name", &ServiceAccount::name), member("scopes", &ServiceAccount::scopes),
                          member("verifier", &ServiceAccount::verifier),
                          member("last_contact", &ServiceAccount::lastContact));
    }
};

/// How the service is reached when not straight.
struct ProxyChoice
{
    std::string kind{"system"}; ///< none, system, http, socks5
    std::string host{};
    int port = 0;
    std::string user{};

    bool operator==(const ProxyChoice &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("kind", &ProxyChoice::kind), member("host", &ProxyChoice::host),
                          member("port", &ProxyChoice::port), member("user", &ProxyChoice::user));
    }
};

/// What a computer keeps of the service its season is kept with, in `service.json` of the data folder. No secret is in
/// it: the key of the device and the password of a proxy are elsewhere (docs/security.md).
struct Enrolment
{
    static constexpr std::chrono::days offlineDays{7}; ///< SYNC.md D4: so long after the last contact

    std::string server{};    ///< `https://host:port`
    std::string authority{}; ///< PEM; whose fingerprint somebody compared
    std::vector<std::string> pins{};
    std::string serverKey{};   ///< base64
    std::string certificate{}; ///< PEM of this device
    std::string device{};      ///< what the service calls this computer
    ProxyChoice proxy{};
    std::vector<ServiceAccount> accounts{}; ///< who signed in last first
    bool sealed = false;                    ///< the season of the folder was begun with keys

    bool operator==(const Enrolment &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("server", &Enrolment::server), required("authority", &Enrolment::authority),
                          member("pins", &Enrolment::pins), required("server_key", &Enrolment::serverKey),
                          required("certificate", &Enrolment::certificate), member("device", &Enrolment::device),
                          member("proxy", &Enrolment::proxy), member("accounts", &Enrolment::accounts),
                          member("sealed", &Enrolment::sealed));
    }

    [[nodiscard]] const ServiceAccount *account(const std::string &login) const;
    /// Takes the place of the account of the same login, at the head.
    void keep(ServiceAccount account);
};

/// What is never written into the data folder.
struct ServiceSecrets
{
    std::string key{}; ///< PEM of the device's private key
    std::string proxyPassword{};
    std::string parcelKey{}; ///< base64; signs what leaves this computer as a file
};

/// Whether the folder's season is kept with a service.
[[nodiscard]] bool isEnrolled(const QString &folder);
/// Errors: NotFound, Unreadable, Invalid.
[[nodiscard]] Result<Enrolment> readEnrolment(const QString &folder);
/// For its owner alone. Errors: Unreadable.
[[nodiscard]] Done writeEnrolment(const QString &folder, const Enrolment &enrolment);

[[nodiscard]] NetworkSettings networkOf(const Enrolment &enrolment, const ServiceSecrets &secrets);
[[nodiscard]] NetworkSettings::Proxy proxyKind(const std::string &kind);
/// How offline sign-in stands for the account at `now`: until when it is good. Epoch: never was there a contact.
[[nodiscard]] Instant offlineUntil(const ServiceAccount &account);

} // namespace zsb
