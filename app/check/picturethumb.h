#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// A JPEG of at most 160 × 160 px in base64, for a page that holds its pictures itself; empty when there is no picture
/// in the bytes or it has more pixels than are measured. Any thread.
[[nodiscard]] std::string thumbnailOf(std::string_view bytes);

} // namespace zsb
