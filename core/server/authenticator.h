#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/cryptosuite.h"
#include "core/protocol/session.h"
#include "core/server/access.h"

#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// Tells who a bearer token speaks for. Immutable; any thread.
class Authenticator
{
public:
    Authenticator() = default;
    Authenticator(const Authenticator &) = delete;
    Authenticator &operator=(const Authenticator &) = delete;
    virtual ~Authenticator() = default;

    /// `certificate` is the hash of what the connection showed. Errors: Refused (no token of ours, over, or of another
    /// device).
    [[nodiscard]] virtual Result<Caller> caller(std::string_view token, std::string_view certificate,
                                                Instant now) const = 0;
};

/// Tokens that carry who they speak for, signed by the server (SYNC.md D4): no look-up, any replica reads them.
class SignedTokens final : public Authenticator
{
public:
    SignedTokens(std::shared_ptr<const CryptoSuite> suite, SigningKey key)
        : m_suite(std::move(suite)), m_key(std::move(key))
    {
    }

    /// The name of the caller is not in it. Errors: Internal, Invalid (too many scopes for a token).
    [[nodiscard]] Result<std::string> issue(const Caller &caller, Instant now, Instant until) const;
    [[nodiscard]] Result<Caller> caller(std::string_view token, std::string_view certificate,
                                        Instant now) const override;

private:
    std::shared_ptr<const CryptoSuite> m_suite;
    SigningKey m_key;
};

} // namespace zsb
