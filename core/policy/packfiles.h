#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace zsb {

/// The bytes of every file below a pack's folder, by path with `/`. Names that begin with a dot are no part of a pack.
using PackFiles = std::map<std::string, std::string, std::less<>>;

/// Errors: NotFound (no such folder), Unreadable.
[[nodiscard]] Result<PackFiles> readPackFiles(const std::string &folder);

/// A folder of its own for a pack, whole or not at all; what stood there is replaced. Errors: Invalid (a path that is
/// none of a pack's), Unreadable (the disk).
[[nodiscard]] Done writePackFiles(const std::string &folder, const PackFiles &files);

/// A pack's identity: SHA-256 over path, NUL, length in decimal, NUL, bytes of every file in the order of the paths.
[[nodiscard]] std::string packHash(const PackFiles &files);

/// Whether a text stands in a source when blanks and the marks of Markdown (`*`, `\`, `<`, `>`) are left aside.
[[nodiscard]] std::string quoteKey(std::string_view text);

} // namespace zsb
