#pragma once

#include "core/base/clock.h"
#include "core/crypto/keyholder.h"
#include "core/crypto/keyring.h"

#include <string>

namespace zsb {

/// The keys of a sealed season: its folder has `season.keys`, the keyring wrapped under a key that lives elsewhere,
/// with a KeyHolder, under a name the file begins with. Whoever copies the folder has nothing; whoever destroys the key
/// with the holder has destroyed every copy.

/// Whether the season of the folder is a sealed one.
[[nodiscard]] bool isSealedSeason(const std::string &folder);

/// For a folder that holds no season yet. Errors: Conflict (it holds one: what is written in clear stays in clear),
/// those of KeyHolder, Unreadable.
[[nodiscard]] Result<Keyring> makeSeasonKeys(const std::string &folder, SuiteId suite, KeyHolder &holder, Instant now,
                                             const RandomSource &random);
/// Errors: NotFound (not a sealed season, or its key is destroyed), Invalid (damaged), those of KeyHolder.
[[nodiscard]] Result<Keyring> openSeasonKeys(const std::string &folder, const KeyHolder &holder,
                                             const RandomSource &random);

/// A new data key, which seals from now on; the old ones stay for what they sealed, see reseal.h. Errors: those above.
[[nodiscard]] Result<Keyring> rotateSeasonKeys(const std::string &folder, SuiteId suite, const KeyHolder &holder,
                                               Instant now, const RandomSource &random);
/// The same keys under a new key of the holder; the old one is destroyed, and with it every older copy of the folder.
[[nodiscard]] Done rewrapSeasonKeys(const std::string &folder, KeyHolder &holder, Instant now,
                                    const RandomSource &random);

/// Forgets a season for ever: nothing of it, no backup of it, can be opened any more. The bytes stay.
[[nodiscard]] Done eraseSeason(const std::string &folder, KeyHolder &holder, const RandomSource &random);

} // namespace zsb
