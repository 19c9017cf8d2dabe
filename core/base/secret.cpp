#include "core/base/secret.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <QByteArray>
#include <QList>

#include <array>

namespace zsb {

namespace {

constexpr std::uint64_t cost = 16384;
constexpr std::uint64_t blockSize = 8;
constexpr std::uint64_t lanes = 1;
constexpr std::uint64_t mostMemory = 64ULL << 20U;
constexpr std::size_t saltSize = 16;
constexpr std::size_t hashSize = 32;
constexpr auto scheme = "scrypt-16384-8-1";

QByteArray derived(std::string_view secret, const QByteArray &salt)
{
    QByteArray hash(qsizetype(hashSize), '\0');
    const int good = EVP_PBE_scrypt(secret.data(), secret.size(), reinterpret_cast<const unsigned char *>(salt.data()),
                                    std::size_t(salt.size()), cost, blockSize, lanes, mostMemory,
                                    reinterpret_cast<unsigned char *>(hash.data()), hashSize);
    return good == 1 ? hash : QByteArray();
}

} // namespace

Result<std::string> hashSecret(std::string_view secret, const RandomSource &random)
{
    std::array<std::uint8_t, saltSize> bytes{};
    random(bytes);
    const QByteArray salt(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    const QByteArray hash = derived(secret, salt);
    if (hash.isEmpty())
        return Error{ErrorCode::Internal, "scrypt"};
    return std::string(scheme) + '$' + salt.toBase64().toStdString() + '$' + hash.toBase64().toStdString();
}

bool isSecret(std::string_view secret, std::string_view hash)
{
    const QList<QByteArray> parts = QByteArray(hash.data(), qsizetype(hash.size())).split('$');
    if (parts.size() != 3 || parts.at(0) != scheme)
        return false;
    const QByteArray expected = QByteArray::fromBase64(parts.at(2));
    const QByteArray found = derived(secret, QByteArray::fromBase64(parts.at(1)));
    return expected.size() == qsizetype(hashSize) && found.size() == expected.size() &&
           CRYPTO_memcmp(found.constData(), expected.constData(), hashSize) == 0;
}

} // namespace zsb
