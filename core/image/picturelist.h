#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace zsb {

/// Where a list of pictures says one stands.
struct ListedPicture
{
    std::size_t at = 0; ///< in the file
    std::size_t size = 0;
};

/// The pictures that the list of a JPEG file (CIPA DC-007, "MPF") names besides the first and that are there, whole and
/// beginning as a JPEG, by their place. `list`: the content of the segment, a view of the bytes of `file`. Any bytes
/// are safe.
[[nodiscard]] std::vector<ListedPicture> listedPictures(std::string_view file, std::string_view list);

/// Whether a segment's content is such a list.
[[nodiscard]] bool isPictureList(std::string_view content);

} // namespace zsb
