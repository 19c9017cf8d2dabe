#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/crypto/cryptosuite.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zsb {

/// A file that carries commands, events and blobs where no network goes: only its recipients read it, and they know who
/// made it. See docs/security.md for its bytes.

/// At most as many bytes as fit; 0 at the end.
using ReadBytes = std::function<Result<std::size_t>(std::span<char>)>;
using WriteBytes = std::function<Done(std::string_view)>;

/// A pair for receiving (X25519).
struct BoxKey
{
    Key secret;
    std::string publicKey; ///< 32 bytes
};
[[nodiscard]] BoxKey newBoxKey(const RandomSource &random);
[[nodiscard]] BoxKey boxKey(const Key &secret); ///< the pair of a secret key that was kept

/// What a bundle says of itself to anybody: ids and kinds, nothing personal.
struct BundleInfo
{
    std::string id{};     ///< UUID, so that it is taken in once
    std::string kind{};   ///< of its content, for the caller
    std::string sender{}; ///< public key (Ed25519)
    Instant made{};

    bool operator==(const BundleInfo &) const = default;
};

/// Who may open it; at least one of both.
struct BundleLock
{
    std::vector<std::string> recipients{}; ///< public keys of BoxKeys
    std::string passphrase{};              ///< empty: none; for whoever has no key yet
};

/// Blocking. Errors: Invalid (nobody could open it, or too many recipients), those of `from` and `to`.
[[nodiscard]] Done writeBundle(const BundleInfo &info, const SigningKey &sender, const BundleLock &lock,
                               const ReadBytes &from, const WriteBytes &to, const RandomSource &random);

/// With what it is opened.
struct BundleOpening
{
    std::span<const std::string> trusted{}; ///< public keys of senders; no other bundle is looked into
    const BoxKey *recipient = nullptr;
    std::string_view passphrase{};
};

/// Gives the content to `to` as it comes, but what came counts only once this has answered well: the sender's signature
/// over the whole stands at the end. Blocking. Errors: Invalid (no bundle, damaged, cut off, lengthened), Refused (not
/// of a trusted sender, or not for this key or passphrase), those of `from` and `to`.
[[nodiscard]] Result<BundleInfo> readBundle(const BundleOpening &opening, const ReadBytes &from, const WriteBytes &to);

} // namespace zsb
