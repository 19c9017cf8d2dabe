#pragma once

#include "core/domain/imagefacts.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// How a file's name ends, against what the file is.
struct EndingAgainstContent
{
    std::string ending; ///< in small letters, without its point
    bool agrees = false;
};

/// Nothing of a name without an ending, with one that is no picture's, or of a content nobody knows.
[[nodiscard]] std::optional<EndingAgainstContent> endingAgainstContent(std::string_view name, ImageFormat content);

/// Whether a name ends as those of pictures do, in a format that is read here or in another one.
[[nodiscard]] bool hasPictureEnding(std::string_view name);

} // namespace zsb
