#include "core/crypto/certificates.h"
#include "core/crypto/password.h"
#include "core/server/answers.h"
#include "core/server/devices.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/server/signindesk.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr long long mostBytes = 16 << 10;
constexpr std::size_t longestDeviceName = 64;
constexpr RateLimits::Limit knocks{0.5, 30}; ///< of one address: a school may share one

/// Whoever signs in under a name that is not there waits as long as everybody else.
constexpr const char *nobodysLine =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Wq1J3cQO8m2sZ6bX0mT4mQn5mJ7e5r1Yk2cQv9d3x0A";

std::optional<HttpResponse> tooFast(const Call &call, Reader &reader)
{
    if (reader.server().rateLimits().take("door " + call.request.peerAddress, knocks, call.now))
        return std::nullopt;
    return retryAfter(problemResponse(ProblemType::RateLimited), 2);
}

/// Everything slow first: Argon2 takes some 50 ms and must not hold up the writer.
Answer signIn(const Call &call, Reader &reader)
{
    if (auto problem = tooFast(call, reader))
        return *std::move(problem);
    const Result<SignIn> who = readWire<SignIn>(call.request.body);
    if (!who)
        return problemResponse(ProblemType::BadRequest, who.error().detail);
    const Staff staff(reader.database(), reader.store().codec());
    const Result<std::optional<StaffMember>> member = staff.byLogin(who->user);
    const Result<bool> enrolled = Devices(reader.database()).isEnrolled(call.request.peerCertificate);
    if (!member || !enrolled)
        return problemResponse(member ? enrolled.error() : member.error());
    const SignInFailures::Record typed = reader.server().signInFailures().of(who->user);
    const bool isOpen =
        (*member ? (*member)->lockedUntil : typed.lockedUntil) <= call.now; // a locked door costs nothing
    if (isOpen && typed.failures >= reader.parts().config.failuresUnasked) {
        if (auto problem = captchaProblem(reader.parts().captcha.get(), who->captcha, who->captchaAnswer, call.now))
            return *std::move(problem);
    }
    SignInAttempt attempt;
    attempt.login = who->user;
    attempt.totp = who->totp;
    attempt.device = call.request.peerCertificate;
    attempt.address = call.request.peerAddress;
    attempt.isDeviceKnown = *enrolled;
    attempt.passwordLine = *member ? (*member)->password : nobodysLine;
    attempt.isPasswordRight = isOpen && isPassword(who->password, attempt.passwordLine) && *member;
    return WriteJob([attempt = std::move(attempt)](Writing &writing) { return SignInDesk(writing).signIn(attempt); });
}

Answer refresh(const Call &call, Reader &reader)
{
    if (auto problem = tooFast(call, reader))
        return *std::move(problem);
    const Result<RefreshSession> asked = readWire<RefreshSession>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    return WriteJob([token = asked->refresh, device = call.request.peerCertificate, address = call.request.peerAddress](
                        Writing &writing) { return SignInDesk(writing).refresh(token, device, address); });
}

Answer signOut(const Call &call, Reader &)
{
    return WriteJob([caller = call.caller](Writing &writing) { return SignInDesk(writing).signOut(caller); });
}

std::string hexOfThumbprint(const std::string &thumbprint)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(thumbprint), QByteArray::Base64UrlEncoding)
        .toHex()
        .toStdString();
}

HttpResponse enrolled(Writing &writing, const Enrol &asked, const std::string &address)
{
    const Devices devices(writing.database());
    const Result<std::optional<ActorId>> issuer = devices.useCode(asked.code, writing.now());
    if (!issuer)
        return problemResponse(issuer.error());
    if (!*issuer) {
        Done noted = noteSecurity(writing, "enrol-refused", {}, address, {});
        return noted ? problemResponse(ProblemType::InvalidCredentials) : problemResponse(noted.error());
    }
    const ServerParts &parts = writing.parts();
    const std::string id = uuid7(writing.now(), parts.random);
    const Result<std::string> certificate =
        issueDeviceCertificate(*parts.authority, asked.request, id, writing.now(), parts.random);
    if (!certificate) { // the code stays good for a request that can be read
        writing.takeBack();
        return problemResponse(ProblemType::Unprocessable, "request");
    }
    const Result<std::string> thumbprint = certificateThumbprint(*certificate);
    if (!thumbprint)
        return problemResponse(thumbprint.error());
    if (Done kept = devices.enrol(hexOfThumbprint(*thumbprint), asked.device, **issuer, writing.now()); !kept)
        return problemResponse(kept.error());
    if (Done noted = noteSecurity(writing, "device-enrolled", **issuer, address, id); !noted)
        return problemResponse(noted.error());
    const QByteArray key = QByteArray::fromStdString(parts.key->publicKey);
    return answerWith(
        Enrolled{*certificate, parts.authority->certificate, writing.pack().hash, key.toBase64().toStdString()}, 201);
}

Answer enrol(const Call &call, Reader &reader)
{
    if (auto problem = tooFast(call, reader))
        return *std::move(problem);
    Result<Enrol> asked = readWire<Enrol>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    if (!reader.parts().authority)
        return problemResponse(ProblemType::NotFound);
    const bool isShowable =
        std::ranges::none_of(asked->device, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    if (asked->device.size() > longestDeviceName || !isShowable)
        return problemResponse(ProblemType::BadRequest, "device");
    return WriteJob([asked = *std::move(asked), address = call.request.peerAddress](Writing &writing) {
        return enrolled(writing, asked, address);
    });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/session",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = signIn},
    Route{.method = "POST",
          .pattern = "/v1/session/refresh",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = refresh},
    Route{.method = "DELETE", .pattern = "/v1/session", .writes = true, .handler = signOut},
    Route{.method = "POST",
          .pattern = "/v1/enrol",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = enrol},
};

} // namespace

std::span<const Route> sessionRoutes()
{
    return routes;
}

} // namespace zsb
