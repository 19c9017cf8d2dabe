#pragma once

#include "core/base/id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// 32 secret bytes, wiped from memory when they go. Every key of this program has that size, whatever the suite: suites
/// derive from it what their algorithms need.
class Key
{
public:
    static constexpr std::size_t size = 32;

    [[nodiscard]] static Key make(const RandomSource &random);
    /// Nothing when there are not exactly 32 bytes.
    [[nodiscard]] static std::optional<Key> of(std::string_view bytes);
    Key(const Key &) = default;
    Key &operator=(const Key &) = default;
    ~Key();

    [[nodiscard]] std::string_view bytes() const { return {reinterpret_cast<const char *>(m_bytes.data()), size}; }
    [[nodiscard]] const std::uint8_t *data() const { return m_bytes.data(); }
    /// In constant time.
    [[nodiscard]] bool operator==(const Key &other) const;

private:
    Key() = default;
    std::array<std::uint8_t, size> m_bytes{};
};

/// Wipes what a string held, whoever may have kept it.
void wipe(std::string &secret);

/// Whether two texts are the same, in a time that depends on their lengths alone.
[[nodiscard]] bool equalSecret(std::string_view a, std::string_view b);

/// The operating system's random bytes, for keys and nonces: as secure as base's, and quick.
[[nodiscard]] RandomSource keyRandom();

} // namespace zsb
