#pragma once

#include "core/policy/pack.h"

#include <string>
#include <string_view>

namespace zsb {

/// What a record is compared by to find the same person or phone elsewhere, however it was typed: the same key, the
/// same person. Every path that looks for what records share (a table, a database) uses these two and nothing else.
/// For comparing only; never shown, and personal like the numbers themselves.

/// Document type and number: full-width characters, letter case, blanks and hyphens do not matter. A type that is not
/// given is the pack's default, a retired one too, and a 15-digit resident number is its 18-digit one. Empty when there
/// is no number.
[[nodiscard]] std::string personKey(const Pack &pack, std::string_view type, std::string_view number);

/// A phone, likewise; the country code of China in front of it (+86, 0086, 86) does not matter.
[[nodiscard]] std::string phoneKey(std::string_view phone);

} // namespace zsb
