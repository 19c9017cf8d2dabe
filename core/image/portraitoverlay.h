#pragma once

#include "core/image/portraitreading.h"

#include <cstdint>
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

} // namespace zsb
