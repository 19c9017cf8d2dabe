#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace zsb {

/// One member of a struct under its JSON key. A struct that lists its members once, as
/// `static constexpr auto members() { return std::tuple(member("note", &Cancel::note)); }`, is read and written by
/// core/domain/json.h. A member that has its default value is not written, so that a later version may add members
/// without changing the bytes of what is already in a log: defaults are forever, like keys.
template<typename S, typename T>
struct Member
{
    std::string_view key;
    T S::*pointer;
    bool always = false; ///< written even when it is the default, and demanded when reading
};

template<typename S, typename T>
constexpr Member<S, T> member(std::string_view key, T S::*pointer)
{
    return {key, pointer, false};
}

/// A member without which the struct means nothing.
template<typename S, typename T>
constexpr Member<S, T> required(std::string_view key, T S::*pointer)
{
    return {key, pointer, true};
}

/// An enumeration names its values once, in `enumIds(E)`: the ids are forever.
template<typename E, std::size_t N>
using EnumIds = std::array<std::pair<E, std::string_view>, N>;

template<typename E>
[[nodiscard]] constexpr std::string_view idOf(E value)
{
    for (const auto &[known, id] : enumIds(E{})) {
        if (known == value)
            return id;
    }
    return {};
}

template<typename E>
[[nodiscard]] constexpr std::optional<E> fromId(std::string_view text)
{
    for (const auto &[known, id] : enumIds(E{})) {
        if (id == text)
            return known;
    }
    return std::nullopt;
}

} // namespace zsb
