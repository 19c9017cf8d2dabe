#include "core/crypto/key.h"

#include <sodium.h>

#include <algorithm>

namespace zsb {

Key Key::make(const RandomSource &random)
{
    Key key;
    random(key.m_bytes);
    return key;
}

std::optional<Key> Key::of(std::string_view bytes)
{
    if (bytes.size() != size)
        return std::nullopt;
    Key key;
    std::ranges::copy(bytes, key.m_bytes.begin());
    return key;
}

Key::~Key()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

bool Key::operator==(const Key &other) const
{
    return sodium_memcmp(m_bytes.data(), other.m_bytes.data(), size) == 0;
}

void wipe(std::string &secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

bool equalSecret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

RandomSource keyRandom()
{
    return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

} // namespace zsb
