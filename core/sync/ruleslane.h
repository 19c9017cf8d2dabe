#pragma once

#include "core/sync/lane.h"
#include "core/sync/syncstatus.h"

#include <string>

namespace zsb {

/// Gets the rules the service judges by when they are others than ours, signed and whole, and keeps them beside the
/// season (SYNC.md P.8). Nobody waits for it, and nothing changes before somebody takes them up: see keptRules().
class RulesLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] RulesState state() const;

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    [[nodiscard]] bool wants() const { return state() == RulesState::Coming; }

    std::string m_asked;
    std::string m_kept;
    std::string m_withheld; ///< the service gives them to nobody, or they cannot be kept
};

} // namespace zsb
