#pragma once

#include "core/base/result.h"
#include "core/crypto/cryptosuite.h"
#include "core/crypto/merkle.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// A log says what it holds: every checkpoint a client ever saw binds the log that signed it.
struct Checkpoint
{
    std::string origin{}; ///< names the log: of one service and one epoch
    std::uint64_t size = 0;
    MerkleHash root{};

    bool operator==(const Checkpoint &) const = default;
};

/// C2SP tlog-checkpoint in a C2SP signed note, signed with Ed25519 under the origin as the key's name:
/// origin, size and root (base64) each on a line, an empty line, `— origin <key hash and signature>`.
/// Errors: Invalid (an origin that cannot be written), Internal.
[[nodiscard]] Result<std::string> signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key);

/// The checkpoint of a note; further lines of text and signatures of others are allowed and left alone. Errors: Invalid
/// (no such note, of another log, or not signed by the key).
[[nodiscard]] Result<Checkpoint> readCheckpoint(std::string_view note, std::string_view origin,
                                                std::string_view publicKey);

/// What a client that remembers a checkpoint makes of the next one.
enum class LogContinuity
{
    Same,
    Grown, ///< and begins with what was seen before
    Older, ///< shorter, as a late answer or a restored backup is; consistent with what was seen
    Fork,  ///< the log was rewritten, or shows others something else: to be refused and reported
};
/// `proof` is the consistency proof between the two, from the shorter to the longer.
[[nodiscard]] LogContinuity continuityOf(const Checkpoint &seen, const Checkpoint &shown,
                                         std::span<const MerkleHash> proof);

/// A signed note (C2SP signed-note): text that ends with a line break, and one signature.
[[nodiscard]] Result<std::string> signNote(std::string_view text, std::string_view name, const SigningKey &key);
/// The text of a note that carries a good signature of this key and name. Errors: Invalid.
[[nodiscard]] Result<std::string> noteText(std::string_view note, std::string_view name, std::string_view publicKey);

} // namespace zsb
