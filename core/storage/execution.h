#pragma once

#include "core/domain/event.h"
#include "core/workflow/refusal.h"

#include <variant>
#include <vector>

namespace zsb {

/// A command that was carried out: what happened, and the application after it.
struct Executed
{
    ApplicationState state{};
    std::vector<Event> events{};
    bool repeated = false; ///< the same command had been carried out before; nothing was added

    bool operator==(const Executed &) const = default;
};

/// A command is either carried out or refused for a typed reason; both are answers, not errors.
using Execution = std::variant<Executed, Refusal>;

} // namespace zsb
