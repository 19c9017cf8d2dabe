#pragma once

#include "core/domain/command.h"
#include "core/domain/event.h"
#include "core/domain/recordview.h"
#include "core/rules/rulebook.h"
#include "core/workflow/refusal.h"

#include <array>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace zsb {

/// What a decision depends on beside the application and the command. `shared` is what others share with the record,
/// as whoever keeps all files knows it; only Approve and Settle look at it.
struct WorkflowContext
{
    const RuleBook &book;
    Instant now{};
    std::array<std::optional<SharedWith>, sharedKeyCount> shared{};
};

/// What becomes of a command: at least one event, or the reason why not.
class [[nodiscard]] Ruling
{
public:
    Ruling(std::vector<Event> events) : m_state(std::move(events)) {}
    Ruling(Refusal refusal) : m_state(std::move(refusal)) {}

    [[nodiscard]] bool isAccepted() const { return m_state.index() == 0; }
    /// Only when accepted.
    [[nodiscard]] const std::vector<Event> &events() const { return std::get<0>(m_state); }
    /// Only when not accepted.
    [[nodiscard]] const Refusal &refusal() const { return std::get<1>(m_state); }

private:
    std::variant<std::vector<Event>, Refusal> m_state;
};

/// Whether the command may happen to this application, and what then happens. Pure: the same answer on a desktop, in
/// the batch and on the server. Any thread. docs/workflow.md draws the machine.
[[nodiscard]] Ruling decide(const ApplicationState &state, const Command &command, const WorkflowContext &context);

/// The state after the event. Total and deterministic; needs no pack.
[[nodiscard]] ApplicationState apply(ApplicationState state, const Event &event);
[[nodiscard]] ApplicationState fold(std::span<const Event> events);

/// The findings of the application as it is, as decide() sees them, in the order of the pack.
[[nodiscard]] std::vector<Finding> findingsOf(const ApplicationState &state, const WorkflowContext &context);

/// Every item of this application that a return may name as the target of the reason, those the pack asks for first.
/// Empty: the reason cannot open anything here. One `material` or `step` has to be named; of the others an empty target
/// means all of them.
[[nodiscard]] std::vector<std::string> targetsOf(const ApplicationState &state, const Pack &pack, const Reason &reason);

} // namespace zsb
