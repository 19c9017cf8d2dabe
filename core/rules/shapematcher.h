#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zsb {

/// A regular expression that says nothing but which characters may stand at which place, as those of document numbers
/// do: literals, `\d`, classes, `{n}`, `?`, groups and alternatives. It is written out into all its shapes, and a text
/// is compared with all of them at once, one bit for each. Immutable; any thread.
class ShapeMatcher
{
public:
    /// None when the expression says more than that, or has more shapes than bits.
    [[nodiscard]] static std::optional<ShapeMatcher> compile(std::string_view expression);

    /// Whether the whole text has one of the shapes.
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    using Bits = std::uint32_t;
    static constexpr std::size_t asciiCount = 128;

    ShapeMatcher() = default;

    std::vector<std::array<Bits, asciiCount>> m_accepts; ///< by place and character: the shapes that allow it there
    std::vector<Bits> m_ends;                            ///< by length: the shapes that are so long
};

} // namespace zsb
