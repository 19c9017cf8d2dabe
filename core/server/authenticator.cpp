#include "core/server/authenticator.h"

#include "core/protocol/wire.h"

#include <QByteArray>

namespace zsb {
namespace {

/// What is signed; keys are short because every request carries it.
struct Claims
{
    std::string actor{};
    std::string name{};
    std::vector<Scope> scopes{};
    std::string device{};
    Instant until{};

    static constexpr auto members()
    {
        return std::tuple(required("sub", &Claims::actor), member("name", &Claims::name),
                          member("scopes", &Claims::scopes), member("cnf", &Claims::device),
                          required("exp", &Claims::until));
    }
    bool operator==(const Claims &) const = default;
};

constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Under which nothing else is signed with this key.
std::string signedText(std::string_view payload)
{
    return "zsb-token-1." + std::string(payload);
}

std::optional<std::string> decoded(std::string_view text)
{
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                      form | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(bytes.decoded.toStdString()) : std::nullopt;
}

Error notOurs(const char *why)
{
    return {ErrorCode::Refused, why};
}

} // namespace

Result<std::string> SignedTokens::issue(const Caller &caller, Instant until) const
{
    const Claims claims{caller.actor.value, caller.name, caller.scopes, caller.device, until};
    const std::string payload = QByteArray::fromStdString(wireText(claims)).toBase64(form).toStdString();
    const Result<std::string> signature = m_suite->sign(m_key, signedText(payload));
    if (!signature)
        return signature.error();
    return payload + '.' + QByteArray::fromStdString(*signature).toBase64(form).toStdString();
}

Result<Caller> SignedTokens::caller(std::string_view token, std::string_view certificate, Instant now) const
{
    const std::size_t dot = token.find('.');
    if (dot == std::string_view::npos)
        return notOurs("no token");
    const auto signature = decoded(token.substr(dot + 1));
    if (!signature || !m_suite->verify(m_key.publicKey, signedText(token.substr(0, dot)), *signature))
        return notOurs("not signed here");
    const auto payload = decoded(token.substr(0, dot));
    Result<Claims> claims = payload ? readWire<Claims>(*payload) : Result<Claims>(notOurs("no token"));
    if (!claims)
        return notOurs("of another version");
    if (claims->until <= now)
        return notOurs("over");
    if (!claims->device.empty() && claims->device != certificate)
        return notOurs("of another device");
    return Caller{{claims->actor}, claims->name, std::move(claims->scopes), claims->device};
}

} // namespace zsb
