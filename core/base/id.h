#pragma once

#include "core/base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace zsb {

/// Fills a buffer with random bytes. Products use secureRandom(); the demo and tests a seeded source.
using RandomSource = std::function<void(std::span<std::uint8_t>)>;
[[nodiscard]] RandomSource secureRandom();

/// A UUID version 7 (RFC 9562): 48 bits of time, then random; sorts by time of birth.
[[nodiscard]] std::string uuid7(Instant now, const RandomSource &random);

/// An id that cannot be mistaken for another kind of id.
template<typename Tag>
struct Id
{
    std::string value;

    [[nodiscard]] bool isEmpty() const { return value.empty(); }
    auto operator<=>(const Id &) const = default;
};

using ApplicationId = Id<struct ApplicationTag>;
using CommandId = Id<struct CommandTag>;
using ActorId = Id<struct ActorTag>; ///< a member of staff, a candidate, or the system itself

} // namespace zsb
