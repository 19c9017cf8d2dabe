#pragma once

#include "core/image/scanreading.h"
#include "core/policy/scanpolicy.h"

#include <string_view>

namespace zsb {

/// Measures a scanned or photographed material (A1.5.2–A1.5.7, A3.2, A3.3). Pixels are measured as stored: an EXIF
/// rotation is read, not applied. With a `paper` its regions are looked for too; null: only what needs no layout.
///
/// Any number of threads; keeps nothing between calls. Any bytes are safe: what cannot be decoded gives a reading
/// without pixels. At most about 150 MB; a picture of more than 100 million pixels, or of 24 million when a decoder has
/// to hold it whole, is not decoded.
[[nodiscard]] ScanReading readScan(std::string_view bytes, const ScanPaper *paper = nullptr);

} // namespace zsb
