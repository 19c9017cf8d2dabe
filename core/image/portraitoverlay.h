#pragma once

#include "core/image/portraitreading.h"
#include "core/policy/pack.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zsb {

/// What a viewer lays over a portrait beside the lines of its reading.
struct PortraitOverlay
{
    /// How far the wall is from white (CIE76 ΔE, at most 255), in cells row by row; 0 where the person is.
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> wall;
    std::vector<ShareBox> spots; ///< highlights on the face, the largest first

    [[nodiscard]] std::uint8_t wallAt(int column, int row) const { return wall[std::size_t(row * columns + column)]; }
    bool operator==(const PortraitOverlay &) const = default;
};

/// Empty when the bytes give no picture. Without a face there are no spots. Any thread.
[[nodiscard]] PortraitOverlay portraitOverlay(std::string_view bytes, const PortraitReading &reading);

/// How far the wall may be from white (ΔE) before a person looks at it: that of the darkest grey which the profile's
/// limits on `background.level` let pass. None when the profile asks for no white wall. Pure; any thread.
[[nodiscard]] std::optional<double> wallLimitOf(const Pack &pack, std::string_view profile);

/// A figure that a line of the overlay stands for, to be written beside it.
struct PortraitLabel
{
    std::string_view measure; ///< id in the table of measures
    double value = 0;
    SharePoint at; ///< on the line or at the spot it is about
    bool operator==(const PortraitLabel &) const = default;
};

/// From the top down; only of what was measured. Pure; any thread.
[[nodiscard]] std::vector<PortraitLabel> portraitLabels(const PortraitReading &reading, const PortraitOverlay &overlay);

} // namespace zsb
