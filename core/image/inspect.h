#pragma once

#include "core/base/result.h"
#include "core/domain/imagefacts.h"

#include <string>
#include <string_view>

namespace zsb {

/// What a file is by its first bytes (A1.5.2, A2.2); Unknown for anything else, an empty file included.
[[nodiscard]] ImageFormat sniffImageFormat(std::string_view bytes);

/// Format, size, wholeness and hash of an image, read off its structure without decoding a pixel.
///
/// JPEG and PNG are walked to their end, so a file cut short or with a broken chunk is found; of GIF, BMP, WebP and
/// TIFF only the header is read; PDF and HEIC are named but count as NotAnImage. Any bytes are safe. Costs about one
/// hash. Any thread. Whether the format, bytes or pixels are *allowed* is the pack's business.
[[nodiscard]] ImageFacts inspectImage(std::string_view bytes);

/// The same of a file. A file that is not there is a fact (Missing), a pipe too (NotAFile), not an error. Beyond 32 MiB
/// only the beginning is looked at, so its end is not vouched for. Errors: Unreadable (a folder, no permission, a
/// broken disk).
[[nodiscard]] Result<ImageFacts> inspectImageFile(const std::string &path);

/// The same for whoever only asks what a file is: one that cannot be read counts as missing.
[[nodiscard]] ImageFacts imageFactsOf(const std::string &path);

} // namespace zsb
