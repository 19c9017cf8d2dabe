#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/crypto/key.h"

#include <string>
#include <string_view>

namespace zsb {

/// Where key-encrypting keys live: outside the folders they protect and outside their backups. One name a season, so
/// that a season is forgotten, backups and all, by destroying one key. Names are of letters, digits, '-', '_' and '.'.
/// To be used in one thread.
class KeyHolder
{
public:
    KeyHolder() = default;
    KeyHolder(const KeyHolder &) = delete;
    KeyHolder &operator=(const KeyHolder &) = delete;
    virtual ~KeyHolder() = default;

    /// Errors: NotFound, Refused (others could read it; or the wrong passphrase), Unreadable, Invalid (no key in it).
    [[nodiscard]] virtual Result<Key> load(std::string_view name) const = 0;
    /// Errors: Conflict (there is one of that name), Unreadable (cannot be written), Invalid (such a name).
    [[nodiscard]] virtual Done keep(std::string_view name, const Key &key) = 0;
    /// For ever. Errors: NotFound, Unreadable (it may still be there).
    [[nodiscard]] virtual Done destroy(std::string_view name) = 0;
};

/// Whether it may be the name of a key: no path is made of anything else.
[[nodiscard]] bool isKeyName(std::string_view name);

/// The one that is there, or a new one.
[[nodiscard]] Result<Key> loadOrMake(KeyHolder &holder, std::string_view name, const RandomSource &random);

} // namespace zsb
