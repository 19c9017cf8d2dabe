#include "core/crypto/passphraseholder.h"

#include "core/crypto/bytereader.h"
#include "core/crypto/cryptosuite.h"
#include "core/crypto/ownerfile.h"

#include <vector>

namespace zsb {

namespace {

constexpr std::string_view magic = "zsbkey1\n";
constexpr std::size_t saltSize = 16;
constexpr std::size_t mostFile = 256;

std::string drawn(std::size_t size, const RandomSource &random)
{
    std::vector<std::uint8_t> bytes(size);
    random(bytes);
    return {bytes.begin(), bytes.end()};
}

Result<Key> derived(std::string_view passphrase, std::string_view salt, const PasswordCost &cost)
{
    Result<std::string> bytes = keyOfPassphrase(passphrase, salt, cost);
    if (!bytes)
        return bytes.error();
    const std::optional<Key> key = Key::of(*bytes);
    wipe(*bytes);
    return key ? Result<Key>(*key) : Error{ErrorCode::Internal, "Argon2id"};
}

Error noKeyFile()
{
    return {ErrorCode::Invalid, "key file: damaged"};
}

} // namespace

std::string PassphraseHolder::path(std::string_view name) const
{
    return m_folder + '/' + std::string(name) + ".sealedkey";
}

Result<Key> PassphraseHolder::load(std::string_view name) const
{
    const auto suite = cryptoSuite(SuiteId::International);
    if (!suite || !isKeyName(name))
        return suite ? Error{ErrorCode::Invalid, "name of a key"} : suite.error();
    const Result<std::string> bytes = readOwnerFile(path(name), mostFile);
    if (!bytes)
        return within("key file", bytes.error());
    ByteReader reader(*bytes);
    const auto begin = reader.take(magic.size());
    const auto salt = reader.take(saltSize);
    const auto memory = reader.number<8>();
    const auto passes = reader.number<4>();
    const auto nonce = reader.take(CryptoSuite::nonceSize);
    const auto sealed = reader.take(Key::size + CryptoSuite::tagSize);
    if (begin != magic || !salt || !memory || !passes || !nonce || !sealed || !reader.atEnd())
        return noKeyFile();
    const Result<Key> sealing = derived(m_passphrase, *salt, {*memory, *passes});
    if (!sealing)
        return sealing.error().code == ErrorCode::Invalid ? noKeyFile() : sealing.error();
    Result<std::string> opened = (*suite)->open(*sealing, *nonce, *sealed, name);
    if (!opened)
        return Error{ErrorCode::Refused, "key file: another passphrase, or damaged"};
    const std::optional<Key> key = Key::of(*opened);
    wipe(*opened);
    return key ? Result<Key>(*key) : noKeyFile();
}

Done PassphraseHolder::keep(std::string_view name, const Key &key)
{
    const auto suite = cryptoSuite(SuiteId::International);
    if (!suite || !isKeyName(name))
        return suite ? Error{ErrorCode::Invalid, "name of a key"} : suite.error();
    const std::string salt = drawn(saltSize, m_random);
    const std::string nonce = drawn(CryptoSuite::nonceSize, m_random);
    const Result<Key> sealing = derived(m_passphrase, salt, m_cost);
    if (!sealing)
        return sealing.error();
    const Result<std::string> sealed = (*suite)->seal(*sealing, nonce, key.bytes(), name);
    if (!sealed)
        return sealed.error();
    std::string bytes = std::string(magic) + salt;
    appendNumber<8>(bytes, m_cost.memoryBytes);
    appendNumber<4>(bytes, m_cost.passes);
    const Done written = writeOwnerFile(path(name), bytes + nonce + *sealed);
    return written ? written : within("key file", written.error());
}

Done PassphraseHolder::destroy(std::string_view name)
{
    if (!isKeyName(name))
        return Error{ErrorCode::Invalid, "name of a key"};
    return shredFile(path(name), m_random);
}

} // namespace zsb
