#pragma once

#include "core/image/imagewalk.h"

#include <QSize>

#include <cstdint>

namespace zsb {

/// The memory one decode takes at most beside the bytes of the file, told from its header: the picture in the depth its
/// decoder makes, all coefficients of a JPEG that comes in several scans, and copies made while it is scaled to
/// `target`. Never too little for Qt's own decoders (tests/image/tst_decode compares it with what they took). `stored`
/// is the size the decoder itself says; where the walk says another, the structure is not trusted and the dearest kind
/// is taken.
[[nodiscard]] std::int64_t decodeCost(ImageFormat format, const ImageWalk &walk, QSize stored, QSize target);

} // namespace zsb
