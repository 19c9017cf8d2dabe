#pragma once

#include "core/protocol/capture.h"
#include "core/sync/lane.h"

#include <deque>
#include <utility>
#include <variant>
#include <vector>

namespace zsb {

/// What the service says of the link to a phone.
struct CaptureReport
{
    CaptureState state{};
    std::string problem{}; ///< it could not be asked, or was not allowed
};

/// The link that lets a candidate's phone take the portrait (A1.6.1): made, and looked after. Each question is asked
/// once; nothing of it is kept.
class CaptureLane final : public Lane
{
public:
    using Lane::Lane;

    void issue(NewCapture link) { m_wanted.emplace_back(std::move(link)); }
    void watch(ApplicationId file) { m_wanted.emplace_back(std::move(file)); }
    void forget();
    [[nodiscard]] std::vector<CaptureReport> takeReports() { return std::exchange(m_reports, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    using Question = std::variant<NewCapture, ApplicationId>;

    std::deque<Question> m_wanted;
    std::vector<CaptureReport> m_reports;
};

} // namespace zsb
