#pragma once

#include "core/base/result.h"

#include <QImage>

#include <cstdint>
#include <string>

namespace zsb {

/// Good enough to read every word of a drawn scan, and small enough for thousands of them.
inline constexpr int scanQuality = 50;

/// The picture as JPEG, at the best quality up to `quality` whose file has at most `maxBytes`.
/// Errors: Refused when no quality fits; Internal when Qt has no JPEG writer.
[[nodiscard]] Result<std::string> encodeJpeg(const QImage &image, std::int64_t maxBytes, int quality = 92);
[[nodiscard]] Result<std::string> encodePng(const QImage &image);

/// Out of focus: only every `factor`-th pixel is still known (A1.5.4).
[[nodiscard]] QImage blurred(const QImage &image, int factor);
/// Taken with too little light: 1 leaves it as it is, 0 is black (A1.5.4).
[[nodiscard]] QImage dimmed(const QImage &image, double light);
/// Photographed by hand: framed a little otherwise, under a lamp that stands somewhere else for every `seed`.
[[nodiscard]] QImage photographed(const QImage &image, std::uint64_t seed);

} // namespace zsb
