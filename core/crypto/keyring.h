#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/crypto/cryptosuite.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Names a data key in front of what it sealed; random, never 0.
using KeyId = std::uint32_t;

/// The keys of one season of one owner: data keys, of which the newest seals and all open, and the master of its blind
/// indexes. Destroying every copy of it is forgetting the season.
///
/// Sealed text: suite (1 byte), key id (4, big endian), nonce (24), text, tag (16). Immutable: changing makes another
/// one. Used from any thread when its source of random bytes may be.
class Keyring
{
public:
    /// Bytes a sealed text is longer than what it holds.
    static constexpr std::size_t overhead = 5 + CryptoSuite::nonceSize + CryptoSuite::tagSize;

    /// Errors: those of cryptoSuite().
    [[nodiscard]] static Result<Keyring> make(SuiteId suite, Instant now, const RandomSource &random);
    /// One more data key, which seals from now on, perhaps with another suite. What is sealed already opens as before.
    [[nodiscard]] Result<Keyring> rotated(SuiteId suite, Instant now) const;
    /// Without a data key: what it sealed is lost. Errors: Refused (the one that seals), NotFound.
    [[nodiscard]] Result<Keyring> without(KeyId id) const;

    /// Everything under a key-encrypting key, for a file; `owner` says whose keys they are and is asked for again.
    [[nodiscard]] Result<std::string> wrapped(const Key &wrapping, std::string_view owner) const;
    /// Errors: Invalid (another key or owner, or damaged), Internal.
    [[nodiscard]] static Result<Keyring> unwrapped(std::string_view bytes, const Key &wrapping, std::string_view owner,
                                                   const RandomSource &random);

    /// Errors: Internal.
    [[nodiscard]] Result<std::string> seal(std::string_view plain, std::string_view context) const;
    /// Errors: NotFound (sealed with a key that is not here), Invalid (damaged, moved, or never sealed).
    [[nodiscard]] Result<std::string> open(std::string_view sealed, std::string_view context) const;
    /// 32 bytes: the same for the same text of the same purpose, and nothing without the ring.
    [[nodiscard]] std::string index(std::string_view purpose, std::string_view text) const;

    [[nodiscard]] KeyId sealingKey() const { return m_keys.back().id; }
    [[nodiscard]] std::vector<KeyId> keys() const; ///< oldest first
    /// What everything begins with that the newest key seals.
    [[nodiscard]] std::string sealingPrefix() const { return prefixOf(m_keys.back()); }

private:
    struct DataKey
    {
        KeyId id = 0;
        std::shared_ptr<const CryptoSuite> suite;
        Instant made{};
        Key key;
    };

    Keyring(std::shared_ptr<const CryptoSuite> indexSuite, const Key &index, RandomSource random)
        : m_indexSuite(std::move(indexSuite)), m_index(index), m_random(std::move(random))
    {
    }
    [[nodiscard]] static std::string prefixOf(const DataKey &key);
    [[nodiscard]] const DataKey *find(std::string_view prefix) const;
    [[nodiscard]] Done add(SuiteId suite, Instant now);
    [[nodiscard]] std::string bytes() const;
    [[nodiscard]] static Result<Keyring> ofBytes(std::string_view bytes, const RandomSource &random);

    std::shared_ptr<const CryptoSuite> m_indexSuite;
    Key m_index;
    RandomSource m_random;
    std::vector<DataKey> m_keys; ///< never empty once made
};

} // namespace zsb
