#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// GB 11643: the digit that makes the first seventeen of a resident number right.
[[nodiscard]] char residentCheckDigit(std::string_view seventeen);

} // namespace zsb
