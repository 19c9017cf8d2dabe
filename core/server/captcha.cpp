#include "core/server/captcha.h"

#include "core/base/text.h"
#include "core/crypto/base64url.h"
#include "core/server/answers.h"
#include "core/server/asked.h"

#include <array>

namespace zsb {
namespace {

constexpr int largest = 20;

} // namespace

Key keyFor(const CryptoSuite &suite, const Key &secret, std::string_view purpose)
{
    return *Key::of(suite.index(secret, purpose)); // both are 32 bytes
}

SumCaptcha::SumCaptcha(std::shared_ptr<const CryptoSuite> suite, const Key &secret, RandomSource random)
    : m_suite(std::move(suite)), m_key(keyFor(*m_suite, secret, "zsb-captcha-1")), m_random(std::move(random))
{
}

std::string SumCaptcha::hashOf(std::string_view salt, std::int64_t until, std::string_view answer) const
{
    return base64Url(
        m_suite->index(m_key, std::string(salt) + '.' + std::to_string(until) + '.' + std::string(answer)));
}

CaptchaQuestion SumCaptcha::ask(Instant now) const
{
    std::array<std::uint8_t, 10> bytes{};
    m_random(bytes);
    const int left = 1 + bytes[0] % largest;
    const int right = 1 + bytes[1] % largest;
    const std::string salt = base64Url({reinterpret_cast<const char *>(bytes.data()) + 2, bytes.size() - 2});
    const std::int64_t until = (now + life).time_since_epoch().count();
    return {salt + '.' + std::to_string(until) + '.' + hashOf(salt, until, std::to_string(left + right)),
            std::to_string(left) + " + " + std::to_string(right)};
}

bool SumCaptcha::isRight(std::string_view id, std::string_view answer, Instant now) const
{
    const std::size_t first = id.find('.');
    const std::size_t second = first == std::string_view::npos ? first : id.find('.', first + 1);
    if (second == std::string_view::npos)
        return false;
    const auto until = numberIn<std::int64_t>(id.substr(first + 1, second - first - 1));
    if (!until || *until <= now.time_since_epoch().count())
        return false;
    return equalSecret(hashOf(id.substr(0, first), *until, foldCode(trimmed(answer))), id.substr(second + 1));
}

std::optional<HttpResponse> captchaProblem(const CaptchaGate *gate, std::string_view id, std::string_view answer,
                                           Instant now)
{
    if (gate == nullptr || gate->isRight(id, answer, now))
        return std::nullopt;
    return problemResponse(ProblemType::CaptchaRequired, {}, captchaDetails(gate->ask(now)));
}

} // namespace zsb
