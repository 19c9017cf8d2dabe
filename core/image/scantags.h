#pragma once

#include <string_view>
#include <vector>

namespace zsb {

/// What stands in a file beside its picture and is nobody's business, or tells of an editor. Kinds only: values are
/// never taken out of the file.
struct ScanTags
{
    std::vector<std::string_view> privateTags; ///< `gps`, `owner`, `device`, `time`, `comment`, `thumbnail`
    std::vector<std::string_view> editTraces;  ///< `photoshop`, `history`, `web`
};

/// Any bytes are safe; of JPEG and PNG, anything else gives nothing.
[[nodiscard]] ScanTags readScanTags(std::string_view bytes);

} // namespace zsb
