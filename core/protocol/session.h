#pragma once

#include "core/base/clock.h"
#include "core/domain/jsonmembers.h"

#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// What a member of staff may do where: verbs over colleges and candidate types. Empty lists mean all.
struct Scope
{
    std::string role{};                  ///< school, county, first-review, second-review, supervisor, admin, auditor
    std::vector<std::string> colleges{}; ///< codes
    std::vector<std::string> regions{};  ///< exam sites, by their leading digits
    std::vector<std::string> types{};

    bool operator==(const Scope &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("role", &Scope::role), member("colleges", &Scope::colleges),
                          member("regions", &Scope::regions), member("types", &Scope::types));
    }
};

/// `POST /v1/session`: two factors, on a device whose certificate the connection shows. After some failures a 401
/// captcha-required asks its question first, see captcha.h.
struct SignIn
{
    std::string user{};
    std::string password{};
    std::string totp{};
    std::string captcha{}; ///< as the problem named it
    std::string captchaAnswer{};

    bool operator==(const SignIn &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("user", &SignIn::user), required("password", &SignIn::password),
                          member("totp", &SignIn::totp), member("captcha", &SignIn::captcha),
                          member("captcha_answer", &SignIn::captchaAnswer));
    }
};

/// `POST /v1/session/refresh`.
struct RefreshSession
{
    std::string refresh{};

    bool operator==(const RefreshSession &) const = default;
    static constexpr auto members() { return std::tuple(required("refresh", &RefreshSession::refresh)); }
};

struct Session
{
    std::string actor{};  ///< ActorId of the person
    std::string name{};   ///< as others see it beside a decision
    std::string access{}; ///< bearer token, minutes
    Instant accessUntil{};
    std::string refresh{}; ///< one use
    Instant refreshUntil{};
    std::vector<Scope> scopes{};
    std::string epoch{};
    std::string packHash{};
    Instant serverTime{};

    bool operator==(const Session &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("actor", &Session::actor), member("name", &Session::name),
                          required("access", &Session::access), required("access_until", &Session::accessUntil),
                          required("refresh", &Session::refresh), required("refresh_until", &Session::refreshUntil),
                          member("scopes", &Session::scopes), required("epoch", &Session::epoch),
                          required("pack_hash", &Session::packHash), required("server_time", &Session::serverTime));
    }
};

/// `POST /v1/enrol`: a device gets its certificate for a one-time code.
struct Enrol
{
    std::string code{};
    std::string device{};  ///< a name people recognise
    std::string request{}; ///< PEM of a certificate request, see makeDeviceRequest()

    bool operator==(const Enrol &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("code", &Enrol::code), member("device", &Enrol::device),
                          required("request", &Enrol::request));
    }
};
struct Enrolled
{
    std::string certificate{}; ///< PEM
    std::string authority{};   ///< PEM of the server's own CA
    std::string packHash{};
    std::string serverKey{}; ///< base64; its pair signs receipts, times and checkpoints

    bool operator==(const Enrolled &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("certificate", &Enrolled::certificate), required("authority", &Enrolled::authority),
                          member("pack_hash", &Enrolled::packHash), required("server_key", &Enrolled::serverKey));
    }
};

} // namespace zsb
