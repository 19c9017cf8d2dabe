#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace zsb {

// Only declared here: the values of this module have their codecs compiled once, in wire*.cpp. Whoever has a struct of
// their own to send includes wirecodec.h in the .cpp that does it.

/// A value of this module as the bytes that are sent: UTF-8, compact.
template<typename T>
[[nodiscard]] std::string wireText(const T &value);

/// Errors: Invalid, with the path of what is wrong; unknown keys are wrong: both ends speak one version.
template<typename T>
[[nodiscard]] Result<T> readWire(std::string_view text);

} // namespace zsb
