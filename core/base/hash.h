#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

class QIODevice;

namespace zsb {

/// SHA-256 in 64 lower-case hex digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// Of everything left in an open device, in pieces. Errors: Unreadable.
[[nodiscard]] Result<std::string> sha256Hex(QIODevice &device);

} // namespace zsb
