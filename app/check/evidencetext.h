#pragma once

#include "core/domain/finding.h"

#include <string>

namespace zsb {

/// A number or text of evidence as people write it.
[[nodiscard]] std::string evidenceValue(const Evidence &evidence);
/// `measure=background.level; value=180; limit=212`: all of it, by keys.
[[nodiscard]] std::string evidenceText(const Finding &finding);
/// Whether it only says where on the picture to look.
[[nodiscard]] bool isPlace(const Evidence &evidence);

} // namespace zsb
