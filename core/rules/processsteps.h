#pragma once

#include "core/rules/rule.h"

#include <optional>

namespace zsb {

/// The field that holds the moment a step was done; none for steps without one.
[[nodiscard]] std::optional<Field> momentOf(Step step);

/// Whether `earlier` stands before `later` in the type's order; false when either is not a step of it.
[[nodiscard]] bool comesBefore(const CandidateType &type, Step earlier, Step later);

/// Whether the record says it is paid, in one of the states named.
[[nodiscard]] bool isPaid(const Record &record, const Pack &pack, const std::vector<std::string> &paidStates);

} // namespace zsb
