#include "core/crypto/keyring.h"

#include "core/crypto/bytereader.h"

#include <algorithm>

namespace zsb {

namespace {

constexpr std::string_view magic = "zsbkeys1";
constexpr std::size_t prefixSize = 5;
constexpr std::string_view noKeyId{"\0\0\0\0", 4}; ///< of the wrapping key, which is in no ring

std::string nonceFrom(const RandomSource &random)
{
    std::array<std::uint8_t, CryptoSuite::nonceSize> nonce{};
    random(nonce);
    return {nonce.begin(), nonce.end()};
}

Error notARing()
{
    return {ErrorCode::Invalid, "keyring"};
}

Result<std::shared_ptr<const CryptoSuite>> suiteNumbered(std::uint64_t number)
{
    return cryptoSuite(SuiteId(std::uint8_t(number)));
}

/// Whose ring it is belongs to what is authenticated.
std::string wrappingContext(std::string_view owner)
{
    std::string context(magic);
    appendText(context, owner);
    return context;
}

} // namespace

std::string Keyring::prefixOf(const DataKey &key)
{
    std::string prefix(1, char(key.suite->id()));
    appendNumber<4>(prefix, key.id);
    return prefix;
}

const Keyring::DataKey *Keyring::find(std::string_view prefix) const
{
    const auto found = std::ranges::find_if(m_keys, [prefix](const DataKey &each) { return prefixOf(each) == prefix; });
    return found == m_keys.end() ? nullptr : &*found;
}

Done Keyring::add(SuiteId suite, Instant now)
{
    const auto algorithms = cryptoSuite(suite);
    if (!algorithms)
        return algorithms.error();
    KeyId id = 0;
    while (id == 0 || std::ranges::find(m_keys, id, &DataKey::id) != m_keys.end()) {
        std::array<std::uint8_t, 4> drawn{};
        m_random(drawn);
        id = KeyId(drawn[0]) << 24 | KeyId(drawn[1]) << 16 | KeyId(drawn[2]) << 8 | drawn[3];
    }
    m_keys.push_back({id, *algorithms, now, Key::make(m_random)});
    return done();
}

Result<Keyring> Keyring::make(SuiteId suite, Instant now, const RandomSource &random)
{
    const auto algorithms = cryptoSuite(suite);
    if (!algorithms)
        return algorithms.error();
    Keyring ring(*algorithms, Key::make(random), random);
    if (Done added = ring.add(suite, now); !added)
        return added.error();
    return ring;
}

Result<Keyring> Keyring::rotated(SuiteId suite, Instant now) const
{
    Keyring ring = *this;
    if (Done added = ring.add(suite, now); !added)
        return added.error();
    return ring;
}

Result<Keyring> Keyring::without(KeyId id) const
{
    if (id == sealingKey())
        return Error{ErrorCode::Refused, "keyring: this key seals"};
    Keyring ring = *this;
    if (std::erase_if(ring.m_keys, [id](const DataKey &each) { return each.id == id; }) == 0)
        return Error{ErrorCode::NotFound, "keyring: no such key"};
    return ring;
}

std::vector<KeyId> Keyring::keys() const
{
    std::vector<KeyId> ids;
    for (const DataKey &each : m_keys)
        ids.push_back(each.id);
    return ids;
}

Result<std::string> Keyring::seal(std::string_view plain, std::string_view context) const
{
    const DataKey &key = m_keys.back();
    const std::string nonce = nonceFrom(m_random);
    const Result<std::string> sealed = key.suite->seal(key.key, nonce, plain, context);
    if (!sealed)
        return sealed.error();
    return prefixOf(key) + nonce + *sealed;
}

Result<std::string> Keyring::open(std::string_view sealed, std::string_view context) const
{
    if (sealed.size() < overhead)
        return Error{ErrorCode::Invalid, "sealed: too short"};
    const DataKey *key = find(sealed.substr(0, prefixSize));
    if (key == nullptr)
        return Error{ErrorCode::NotFound, "sealed: no key of this ring"};
    sealed.remove_prefix(prefixSize);
    return key->suite->open(key->key, sealed.substr(0, CryptoSuite::nonceSize), sealed.substr(CryptoSuite::nonceSize),
                            context);
}

std::string Keyring::index(std::string_view purpose, std::string_view text) const
{
    std::string derived = m_indexSuite->index(m_index, purpose);
    const std::optional<Key> key = Key::of(derived);
    wipe(derived);
    return key ? m_indexSuite->index(*key, text) : std::string();
}

std::string Keyring::bytes() const
{
    std::string all(magic);
    all.reserve(1024); // so that no copy of a key stays behind while it grows
    appendNumber<1>(all, std::uint64_t(m_indexSuite->id()));
    all += m_index.bytes();
    appendNumber<2>(all, m_keys.size());
    for (const DataKey &each : m_keys) {
        all += prefixOf(each);
        appendNumber<8>(all, std::uint64_t(each.made.time_since_epoch().count()));
        all += each.key.bytes();
    }
    return all;
}

Result<Keyring> Keyring::ofBytes(std::string_view bytes, const RandomSource &random)
{
    ByteReader reader(bytes);
    const auto begin = reader.take(magic.size());
    const auto indexSuite = reader.number<1>();
    const auto index = reader.take(Key::size);
    const auto count = reader.number<2>();
    if (begin != magic || !indexSuite || !index || !count || *count == 0)
        return notARing();
    const auto indexing = suiteNumbered(*indexSuite);
    if (!indexing)
        return indexing.error();
    Keyring ring(*indexing, *Key::of(*index), random);
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto suite = reader.number<1>();
        const auto id = reader.number<4>();
        const auto made = reader.number<8>();
        const auto key = reader.take(Key::size);
        if (!suite || !id || !made || !key)
            return notARing();
        const auto algorithms = suiteNumbered(*suite);
        if (!algorithms)
            return algorithms.error();
        ring.m_keys.push_back(
            {KeyId(*id), *algorithms, Instant(std::chrono::milliseconds(std::int64_t(*made))), *Key::of(*key)});
    }
    return reader.atEnd() ? Result<Keyring>(ring) : notARing();
}

Result<std::string> Keyring::wrapped(const Key &wrapping, std::string_view owner) const
{
    const auto &suite = m_keys.back().suite;
    const std::string nonce = nonceFrom(m_random);
    std::string plain = bytes();
    const Result<std::string> sealed = suite->seal(wrapping, nonce, plain, wrappingContext(owner));
    wipe(plain);
    if (!sealed)
        return sealed.error();
    return std::string(1, char(suite->id())) + std::string(noKeyId) + nonce + *sealed;
}

Result<Keyring> Keyring::unwrapped(std::string_view bytes, const Key &wrapping, std::string_view owner,
                                   const RandomSource &random)
{
    ByteReader reader(bytes);
    const auto number = reader.number<1>();
    const auto keyId = reader.take(noKeyId.size());
    const auto nonce = reader.take(CryptoSuite::nonceSize);
    if (!number || keyId != noKeyId || !nonce)
        return notARing();
    const auto suite = suiteNumbered(*number);
    if (!suite)
        return suite.error();
    Result<std::string> plain =
        (*suite)->open(wrapping, *nonce, bytes.substr(prefixSize + CryptoSuite::nonceSize), wrappingContext(owner));
    if (!plain)
        return within("keyring", plain.error());
    Result<Keyring> ring = ofBytes(*plain, random);
    wipe(*plain);
    return ring;
}

} // namespace zsb
