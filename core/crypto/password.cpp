#include "core/crypto/password.h"

#include "core/crypto/key.h"
#include "core/crypto/rawbytes.h"

#include <sodium.h>

#include <charconv>
#include <optional>

namespace zsb {

namespace {

constexpr std::size_t mostPassword = 1024;
constexpr std::uint64_t mostMemory = 1ULL << 30U; // of a record somebody forged
constexpr std::uint64_t mostPasses = 16;
constexpr std::size_t hashSize = 32;
constexpr std::string_view scheme = "$argon2id$v=19$m=";

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size()))
        .toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

/// A number and what must stand behind it, from the front.
std::optional<std::uint64_t> takeNumber(std::string_view &text, std::string_view behind)
{
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(std::size_t(end - text.data()));
    if (fault != std::errc() || !text.starts_with(behind))
        return std::nullopt;
    text.remove_prefix(behind.size());
    return number;
}

bool isBearable(const PasswordCost &cost)
{
    return cost.memoryBytes >= 8192 && cost.memoryBytes <= mostMemory && cost.passes >= 1 && cost.passes <= mostPasses;
}

std::optional<PasswordCost> costOf(std::string_view record)
{
    if (!record.starts_with(scheme))
        return std::nullopt;
    record.remove_prefix(scheme.size());
    const auto kibibytes = takeNumber(record, ",t=");
    const auto passes = takeNumber(record, ",p=1$");
    if (!kibibytes || *kibibytes > mostMemory >> 10U || !passes)
        return std::nullopt;
    const PasswordCost cost{*kibibytes << 10U, *passes};
    return isBearable(cost) ? std::optional(cost) : std::nullopt;
}

} // namespace

Result<std::string> keyOfPassphrase(std::string_view passphrase, std::string_view salt, const PasswordCost &cost)
{
    if (passphrase.size() > mostPassword || salt.size() != crypto_pwhash_SALTBYTES || !isBearable(cost))
        return Error{ErrorCode::Invalid, "password"};
    std::string hash(hashSize, '\0');
    if (crypto_pwhash(rawBytes(hash), hash.size(), passphrase.data(), passphrase.size(), rawBytes(salt), cost.passes,
                      std::size_t(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Internal, "Argon2id: not enough memory"};
    return hash;
}

Result<std::string> hashPassword(std::string_view password, const PasswordCost &cost, const RandomSource &random)
{
    std::array<std::uint8_t, crypto_pwhash_SALTBYTES> drawn{};
    random(drawn);
    const std::string salt(drawn.begin(), drawn.end());
    const Result<std::string> hash = keyOfPassphrase(password, salt, cost);
    if (!hash)
        return hash.error();
    return std::string(scheme) + std::to_string(cost.memoryBytes >> 10U) + ",t=" + std::to_string(cost.passes) +
           ",p=1$" + base64(salt) + '$' + base64(*hash);
}

bool isPassword(std::string_view password, std::string_view record)
{
    if (password.size() > mostPassword || record.size() >= crypto_pwhash_STRBYTES || !costOf(record))
        return false;
    const std::string line(record); // with a zero behind it
    return crypto_pwhash_str_verify(line.c_str(), password.data(), password.size()) == 0;
}

bool isOutdated(std::string_view record, const PasswordCost &cost)
{
    const std::optional<PasswordCost> kept = costOf(record);
    return !kept || kept->memoryBytes < cost.memoryBytes || kept->passes < cost.passes;
}

} // namespace zsb
