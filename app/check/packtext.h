#pragma once

#include "core/policy/packdiff.h"
#include "core/policy/packloader.h"

#include <QString>

namespace zsb {

/// `rules.json:12 type.known.quote: 原文中没有… / these words…`; remarks begin with their name.
[[nodiscard]] QString problemLine(const PackProblem &problem);
/// `pack.json fee.fen: 12000 → 13000`, long values cut.
[[nodiscard]] QString changeLine(const PackChange &change);
/// What a pack holds, for a person: identity, types with steps, windows, limits, sizes of tables, everything guessed.
[[nodiscard]] QString packDescription(const Pack &pack);

} // namespace zsb
