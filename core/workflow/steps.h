#pragma once

#include "core/domain/application.h"
#include "core/policy/pack.h"
#include "core/workflow/refusal.h"

#include <optional>
#include <string>
#include <vector>

namespace zsb {

enum class StepState : std::uint8_t
{
    Finished,
    Current, ///< the first that is not done and can be
    Open,    ///< can be done too
    Blocked, ///< `why` says by what
};

/// One of the eight steps as a stepper draws it.
struct StepStatus
{
    std::string step; ///< stepId()
    StepState state = StepState::Open;
    std::optional<RefusalCode> why{};

    bool operator==(const StepStatus &) const = default;
};

/// The file's steps in the order it was created under (A1.4.0); before a type is chosen, in the order of the pack's
/// first type.
[[nodiscard]] std::vector<StepStatus> stepStatuses(const ApplicationState &state, const Pack &pack);

/// A1.9.1: approved, and paid where the file's order has a payment.
[[nodiscard]] bool isComplete(const ApplicationState &state);

} // namespace zsb
