#pragma once

#include "core/crypto/bundle.h"
#include "core/crypto/password.h"

#include <sodium.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb::bundle {

/// The content key as one recipient gets it.
struct Share
{
    std::string recipient{}; ///< 32 bytes
    std::string sealedKey{}; ///< a libsodium sealed box
};

/// The content key under a passphrase.
struct PassphraseShare
{
    std::string salt{};
    PasswordCost cost{};
    std::string nonce{};
    std::string sealedKey{};
};

/// What stands before the content, in clear and signed.
struct Header
{
    BundleInfo info{};
    std::vector<Share> shares{};
    std::optional<PassphraseShare> passphrase{};
    std::string stream{}; ///< where the secretstream begins
};

inline constexpr std::string_view magic = "zsbbndl1";
inline constexpr std::size_t chunkSize = 64 << 10;
inline constexpr std::size_t mostChunk = chunkSize + crypto_secretstream_xchacha20poly1305_ABYTES;
inline constexpr std::size_t mostHeader = 64 << 10;
inline constexpr std::size_t mostRecipients = 256;

/// One form only: what is parsed comes out of headerBytes() the same.
[[nodiscard]] std::string headerBytes(const Header &header);
[[nodiscard]] std::optional<Header> parseHeader(std::string_view bytes);

/// What the two signatures are over.
[[nodiscard]] std::string headerStatement(std::string_view header);
[[nodiscard]] std::string contentStatement(std::string_view header, std::string_view contentHash);

/// BLAKE2b-256 of what passes.
class ContentHash
{
public:
    ContentHash() { crypto_generichash_init(&m_state, nullptr, 0, crypto_generichash_BYTES); }
    void add(std::string_view bytes);
    [[nodiscard]] std::string finish();

private:
    crypto_generichash_state m_state{};
};

/// A secretstream, wiped when it goes.
struct Stream
{
    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { sodium_memzero(&state, sizeof state); }
    crypto_secretstream_xchacha20poly1305_state state{};
};

} // namespace zsb::bundle
