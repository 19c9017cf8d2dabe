#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/cryptosuite.h"
#include "core/protocol/captcha.h"
#include "core/protocol/http.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Tells people from programs at the doors of candidates (A1.2.1) and, after some failures, of staff. A province puts
/// its own behind it. Immutable; any thread.
class CaptchaGate
{
public:
    CaptchaGate() = default;
    CaptchaGate(const CaptchaGate &) = delete;
    CaptchaGate &operator=(const CaptchaGate &) = delete;
    virtual ~CaptchaGate() = default;

    [[nodiscard]] virtual CaptchaQuestion ask(Instant now) const = 0;
    [[nodiscard]] virtual bool isRight(std::string_view id, std::string_view answer, Instant now) const = 0;
};

/// The embedded one: a little sum. It stops what types blindly and nothing cleverer. Keeps nothing: the id carries a
/// keyed hash of the answer and its time.
class SumCaptcha final : public CaptchaGate
{
public:
    static constexpr std::chrono::minutes life{5};

    SumCaptcha(std::shared_ptr<const CryptoSuite> suite, const Key &secret, RandomSource random);

    [[nodiscard]] CaptchaQuestion ask(Instant now) const override;
    [[nodiscard]] bool isRight(std::string_view id, std::string_view answer, Instant now) const override;

private:
    [[nodiscard]] std::string hashOf(std::string_view salt, std::int64_t until, std::string_view answer) const;

    std::shared_ptr<const CryptoSuite> m_suite;
    Key m_key;
    RandomSource m_random;
};

/// What whoever gave that answer is told instead of going on; nothing: it is right, or there is no gate.
[[nodiscard]] std::optional<HttpResponse> captchaProblem(const CaptchaGate *gate, std::string_view id,
                                                         std::string_view answer, Instant now);

/// A key of its own for one purpose, from a secret that has another.
[[nodiscard]] Key keyFor(const CryptoSuite &suite, const Key &secret, std::string_view purpose);

} // namespace zsb
