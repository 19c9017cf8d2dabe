#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// A read or written text without blanks and punctuation, full-width folded: what two texts are compared by. Dates lose
/// the zeros before day and month: `1999-08-01` and 1999年8月1日 are one.
[[nodiscard]] std::string comparable(std::string_view text);

/// The 18 characters of an ID number that stand in a text as it was read; empty when there are not as many in a row.
[[nodiscard]] std::string idNumberIn(std::string_view text);
/// Whether at least 14 digits stand in a row, blanks between them.
[[nodiscard]] bool hasLongNumber(std::string_view text);

/// Whether one text is as long as the other and still another: not a part of it, not a slip of reading.
[[nodiscard]] bool isOtherText(std::string_view read, std::string_view wanted);

} // namespace zsb
