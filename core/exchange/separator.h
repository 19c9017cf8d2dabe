#pragma once

#include "core/exchange/bytesource.h"

#include <memory>
#include <string_view>

namespace zsb {

/// What a full-width comma between cells is read as: readers part cells at one byte.
inline constexpr char wideCommaStandIn = '\x1F';

/// What parts the cells of a text table, by its first lines in UTF-8: comma, semicolon, tab, `|`, or a full-width
/// comma, told as wideCommaStandIn. The one that cuts most lines into the same number of cells, so that titles above
/// the header do not decide; what stands in quotes, or between the pairs of materials, does not count. A comma when
/// nothing parts anything.
[[nodiscard]] char separatorOf(std::string_view firstLines);

/// How many bytes of a table separatorOf() needs.
inline constexpr std::size_t separatorBytes = std::size_t(64) << 10;

/// The bytes of a table with its full-width commas outside quotes as wideCommaStandIn; quotes are read as the reader
/// does that takes cells of `maxCellBytes` at most. In order only.
[[nodiscard]] std::unique_ptr<ByteSource> withWideCommas(std::unique_ptr<ByteSource> utf8, std::size_t maxCellBytes);

} // namespace zsb
