#pragma once

#include "core/domain/imagefacts.h"
#include "core/policy/text.h"

#include <string>
#include <vector>

namespace zsb {

/// Whether the file is of a known format that is none of these: a HEIC photo, a PDF.
[[nodiscard]] bool isOtherFormat(const ImageFacts &facts, const std::vector<std::string> &allowed);

/// `jpg 或 png` and `jpg or png`.
[[nodiscard]] Text anyOf(const std::vector<std::string> &formats);

} // namespace zsb
