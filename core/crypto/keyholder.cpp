#include "core/crypto/keyholder.h"

#include <algorithm>

namespace zsb {

bool isKeyName(std::string_view name)
{
    const auto isFit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    return !name.empty() && name.size() <= 100 && name.front() != '.' && std::ranges::all_of(name, isFit);
}

Result<Key> loadOrMake(KeyHolder &holder, std::string_view name, const RandomSource &random)
{
    Result<Key> known = holder.load(name);
    if (known || known.error().code != ErrorCode::NotFound)
        return known;
    const Key key = Key::make(random);
    if (Done kept = holder.keep(name, key); !kept) {
        // another process was first: its key is the key
        return kept.error().code == ErrorCode::Conflict ? holder.load(name) : Result<Key>(kept.error());
    }
    return key;
}

} // namespace zsb
