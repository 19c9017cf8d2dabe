#pragma once

#include "core/rules/rule.h"

#include <array>

namespace zsb {

/// The variants of onceOnly(): `row` when the other record is a row of the same table.
inline constexpr std::array<std::string_view, 1> onceVariants = {"row"};

/// Names of the evidence of onceOnly() and of looksLike(), of portraits and texts; that of materials has `slot` too.
inline constexpr std::array<std::string_view, 4> onceEvidence = {"other", "row", "others", "slot"};
inline constexpr std::array<std::string_view, 4> lookEvidence = {"other", "row", "distance", "slot"};

/// The verdict on something that should be one record's alone: fails when another record has it too.
/// Evidence: other (application number), row (0 where there are no rows), others; for materials slot.
[[nodiscard]] Verdict onceOnly(const Record &record, SharedKey key);

/// The verdict on something that looks like another record's: a person should compare them, for a machine cannot know.
/// Passes what differs in more bits than the parameter `most`. Evidence: other, row, distance; for materials slot.
[[nodiscard]] Verdict looksLike(const Record &record, SharedKey key, const Parameters &parameters);

} // namespace zsb
