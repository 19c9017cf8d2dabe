#pragma once

#include "core/workflow/workflow.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace zsb {

/// What becomes of a command that was given on a state which may have moved on meanwhile.
enum class LateOutcome : std::uint8_t
{
    Accepted,   ///< what it looked at is as it was: it happens on the state as it is now
    Concurring, ///< another one had decided the same, or its effect is there already; a decision is kept as an opinion
    Disputed,   ///< another one had decided otherwise: both stand, a supervisor settles it
    Stale,      ///< what was judged has changed since
    Moot,       ///< withdrawn, cancelled or settled since, or no longer of use; kept as a note
    Refused,    ///< it may not be done, and might not have been on the state that was judged
};

struct LateRuling
{
    LateOutcome outcome = LateOutcome::Refused;
    std::vector<Event> events{};      ///< of Accepted, Disputed and a concurring decision
    std::optional<Refusal> refusal{}; ///< of the others, where decide() gave one
};

/// Rules on a command by the state as it is and by the state its giver judged. On equal states it says what decide()
/// says, but for this: a claim the giver had and that nobody took meanwhile does not run out on the way. The revision
/// of the command means nothing. Pure; docs/workflow.md, "When two decide".
[[nodiscard]] LateRuling decideLate(const ApplicationState &now, const ApplicationState &judged, const Command &command,
                                    const WorkflowContext &context);

/// What the giver of a command saw after it: its effect on what they judged, whatever became of it here. Where it could
/// not have been done there, the state as it was.
[[nodiscard]] ApplicationState follow(ApplicationState judged, const Command &command, const WorkflowContext &context);

/// Claims, looks and notes: the rest of a chain does not stand on them.
[[nodiscard]] bool isAttention(const CommandBody &body);

} // namespace zsb
