#pragma once

#include "core/rules/rule.h"

namespace zsb {

/// The verdict on something that should be one record's alone: fails when another record has it too.
/// Evidence: other (application number), row (0 where there are no rows), others; for materials slot.
[[nodiscard]] Verdict onceOnly(const Record &record, SharedKey key);

} // namespace zsb
