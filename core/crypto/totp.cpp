#include "core/crypto/totp.h"

#include "core/crypto/key.h"

#include <QMessageAuthenticationCode>

#include <array>

namespace zsb {

namespace {

constexpr std::size_t secretSize = 20;
constexpr std::int64_t stepMilliseconds = 30'000;

std::string percentEncoded(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size())).toPercentEncoding().toStdString();
}

} // namespace

std::string newTotpSecret(const RandomSource &random)
{
    std::array<std::uint8_t, secretSize> drawn{};
    random(drawn);
    return {drawn.begin(), drawn.end()};
}

std::int64_t totpStep(Instant at)
{
    return at.time_since_epoch().count() / stepMilliseconds;
}

std::string totpCode(std::string_view secret, std::int64_t step, int digits)
{
    QByteArray counter;
    for (int shift = 56; shift >= 0; shift -= 8)
        counter += char(step >> shift & 0xff);
    const QByteArray mac = QMessageAuthenticationCode::hash(
        counter, QByteArray(secret.data(), qsizetype(secret.size())), QCryptographicHash::Sha1);
    // RFC 4226, 5.3: the last four bits say where 31 bits are taken
    const qsizetype at = mac.back() & 0x0f;
    std::uint32_t number = 0;
    for (qsizetype i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(mac[at + i]);
    number &= 0x7fffffff;
    std::string code;
    for (int i = 0; i < digits; ++i) {
        code.insert(code.begin(), char('0' + number % 10));
        number /= 10;
    }
    return code;
}

std::optional<std::int64_t> acceptedStep(std::string_view secret, std::string_view code, Instant now,
                                         std::int64_t lastUsed)
{
    std::optional<std::int64_t> accepted;
    for (std::int64_t step = totpStep(now) - 1; step <= totpStep(now) + 1; ++step) {
        // all three are looked at, whichever it is
        if (equalSecret(totpCode(secret, step), code) && step > lastUsed && !accepted)
            accepted = step;
    }
    return accepted;
}

std::string base32(std::string_view bytes)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += letters[pending >> (bits - 5) & 31];
    }
    if (bits > 0)
        text += letters[pending << (5 - bits) & 31];
    return text;
}

std::string totpUri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    return "otpauth://totp/" + percentEncoded(issuer) + ':' + percentEncoded(account) + "?secret=" + base32(secret) +
           "&issuer=" + percentEncoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
}

} // namespace zsb
