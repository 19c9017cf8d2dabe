#pragma once

#include "core/protocol/capture.h"
#include "core/sync/lane.h"

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zsb {

/// What the service says of the link to a phone.
struct CaptureReport
{
    ApplicationId file{};
    bool isLink = false; ///< of a link that was asked for; else of a look at one
    CaptureState state{};
    std::string problem{}; ///< id of a ProblemType or of a SyncTrouble; empty: state is good
};

/// The link that lets a candidate's phone take the portrait (A1.6.1): made, and looked after. Each question is asked
/// once and lives in memory only. None waits for a line that is down or for somebody to sign in: it fails, with a
/// report that says so.
class CaptureLane final : public Lane
{
public:
    using Lane::Lane;

    /// Before every look.
    void issue(NewCapture link) { m_wanted.emplace_front(std::move(link)); }
    /// How far the candidate is; a look that waits already is enough.
    void watch(ApplicationId file);
    /// Nobody is signed in any more: nothing is sent or told of what they asked.
    void forget();
    [[nodiscard]] std::vector<CaptureReport> takeReports() { return std::exchange(m_reports, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    using Question = std::variant<NewCapture, ApplicationId>;

    [[nodiscard]] static CaptureReport reportOf(const Question &question);

    std::deque<Question> m_wanted;
    std::optional<Question> m_asked; ///< under way
    std::vector<CaptureReport> m_reports;
};

} // namespace zsb
