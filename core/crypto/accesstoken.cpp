#include "core/crypto/accesstoken.h"

#include "core/base/jsontext.h"
#include "core/crypto/base64url.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::size_t mostToken = 4096;
constexpr std::chrono::seconds clockSkew{5}; // between two servers of one service

Error notAToken()
{
    return {ErrorCode::Invalid, "access token"};
}

std::string prefixOf(const CryptoSuite &suite)
{
    return "zsb" + std::to_string(int(suite.id())) + '.';
}

std::int64_t seconds(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

Instant instantOf(std::int64_t seconds)
{
    return Instant(std::chrono::seconds(seconds));
}

void appendMember(std::string &json, std::string_view name)
{
    json += json.size() > 1 ? "," : "";
    appendJsonString(json, name);
    json += ':';
}

void appendList(std::string &json, const std::vector<std::string> &texts)
{
    json += '[';
    for (const std::string &text : texts) {
        json += json.back() == '[' ? "" : ",";
        appendJsonString(json, text);
    }
    json += ']';
}

/// The one form of these claims.
std::string canonical(const AccessClaims &claims)
{
    std::string json = "{";
    appendMember(json, "sub");
    appendJsonString(json, claims.subject);
    appendMember(json, "roles");
    appendList(json, claims.roles);
    appendMember(json, "scopes");
    appendList(json, claims.scopes);
    appendMember(json, "cnf");
    appendJsonString(json, claims.deviceThumbprint);
    appendMember(json, "rights");
    appendJsonNumber(json, claims.rightsEpoch);
    appendMember(json, "jti");
    appendJsonString(json, claims.tokenId);
    appendMember(json, "iat");
    appendJsonNumber(json, seconds(claims.issued));
    appendMember(json, "exp");
    appendJsonNumber(json, seconds(claims.expires));
    return json + '}';
}

std::vector<std::string> listOf(const QJsonValue &value)
{
    std::vector<std::string> texts;
    for (const QJsonValue &each : value.toArray())
        texts.push_back(each.toString().toStdString());
    return texts;
}

/// Reads leniently, then insists: what does not come out the same was not written by us.
std::optional<AccessClaims> claimsOf(const std::string &json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    AccessClaims claims{.subject = object["sub"_L1].toString().toStdString(),
                        .roles = listOf(object["roles"_L1]),
                        .scopes = listOf(object["scopes"_L1]),
                        .deviceThumbprint = object["cnf"_L1].toString().toStdString(),
                        .rightsEpoch = object["rights"_L1].toInteger(),
                        .tokenId = object["jti"_L1].toString().toStdString()};
    constexpr std::int64_t mostSeconds = 100'000'000'000; // the year 5138: times a thousand it is still a number
    const std::int64_t issued = object["iat"_L1].toInteger();
    const std::int64_t expires = object["exp"_L1].toInteger();
    if (issued < 0 || issued > mostSeconds || expires < 0 || expires > mostSeconds)
        return std::nullopt;
    claims.issued = instantOf(issued);
    claims.expires = instantOf(expires);
    return canonical(claims) == json ? std::optional(claims) : std::nullopt;
}

} // namespace

Result<std::string> issueToken(const CryptoSuite &suite, const SigningKey &key, const AccessClaims &claims)
{
    std::string token = prefixOf(suite) + base64Url(canonical(claims));
    const Result<std::string> signature = suite.sign(key, token);
    if (!signature)
        return within("access token", signature.error());
    token += '.' + base64Url(*signature);
    return token.size() > mostToken ? Result<std::string>(notAToken()) : token;
}

Result<AccessClaims> verifyToken(const CryptoSuite &suite, std::string_view token, const TokenCheck &check)
{
    const std::string prefix = prefixOf(suite);
    const std::size_t dot = token.rfind('.');
    if (token.size() > mostToken || !token.starts_with(prefix) || dot <= prefix.size())
        return notAToken();
    const std::string_view signedText = token.substr(0, dot);
    const std::optional<std::string> signature = bytesOfBase64Url(token.substr(dot + 1));
    const bool isOurs = signature && std::ranges::any_of(check.publicKeys, [&](const std::string &publicKey) {
                            return suite.verify(publicKey, signedText, *signature);
                        });
    if (!isOurs)
        return notAToken();
    const std::optional<std::string> json = bytesOfBase64Url(signedText.substr(prefix.size()));
    std::optional<AccessClaims> claims = json ? claimsOf(*json) : std::nullopt;
    if (!claims)
        return notAToken();
    if (check.now >= claims->expires || check.now + clockSkew < claims->issued)
        return Error{ErrorCode::Refused, "access token: not valid now"};
    if (!equalSecret(claims->deviceThumbprint, check.deviceThumbprint))
        return Error{ErrorCode::Refused, "access token: of another device"};
    return *std::move(claims);
}

} // namespace zsb
