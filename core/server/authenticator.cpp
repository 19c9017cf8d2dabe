#include "core/server/authenticator.h"

#include "core/crypto/accesstoken.h"
#include "core/protocol/wire.h"

#include <QByteArray>

namespace zsb {
namespace {

/// The carrier names certificates in hex, tokens in base64url.
std::string inToken(std::string_view hex)
{
    return QByteArray::fromHex(QByteArray(hex.data(), qsizetype(hex.size())))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::string inHex(const std::string &inToken)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(inToken), QByteArray::Base64UrlEncoding)
        .toHex()
        .toStdString();
}

/// Up to the second, as tokens count: never longer than asked for.
Instant wholeSeconds(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at);
}

} // namespace

Result<std::string> SignedTokens::issue(const Caller &caller, Instant now, Instant until) const
{
    AccessClaims claims;
    claims.subject = caller.actor.value;
    for (const Scope &scope : caller.scopes) {
        claims.roles.push_back(scope.role);
        claims.scopes.push_back(wireText(scope));
    }
    claims.deviceThumbprint = inToken(caller.device);
    claims.rightsEpoch = caller.rights;
    claims.issued = wholeSeconds(now);
    claims.expires = wholeSeconds(until);
    return issueToken(*m_suite, m_key, claims);
}

Result<Caller> SignedTokens::caller(std::string_view token, std::string_view certificate, Instant now) const
{
    const std::string thumbprint = inToken(certificate);
    const Result<AccessClaims> claims =
        verifyToken(*m_suite, token, {.publicKeys = {&m_key.publicKey, 1}, .now = now, .deviceThumbprint = thumbprint});
    if (!claims)
        return Error{ErrorCode::Refused, claims.error().detail};
    Caller caller;
    caller.actor = {claims->subject};
    caller.device = inHex(claims->deviceThumbprint);
    caller.rights = claims->rightsEpoch;
    for (const std::string &text : claims->scopes) {
        Result<Scope> scope = readWire<Scope>(text);
        if (!scope)
            return Error{ErrorCode::Refused, "of another version"};
        caller.scopes.push_back(*std::move(scope));
    }
    return caller;
}

} // namespace zsb
