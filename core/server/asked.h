#pragma once

#include "core/protocol/http.h"

#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>

namespace zsb {

/// A whole number of the query or a path, 0 or more; `otherwise` when it is not given, nothing when it is no number.
template<std::integral T>
[[nodiscard]] std::optional<T> numberIn(std::string_view text, T otherwise = 0)
{
    if (text.empty())
        return otherwise;
    T value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

} // namespace zsb
