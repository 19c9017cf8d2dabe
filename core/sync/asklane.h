#pragma once

#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/sync/lane.h"

#include <deque>
#include <variant>
#include <vector>

namespace zsb {

/// Whether the copy here is what the service has. Empty lists: they agree.
struct ReconcileReport
{
    std::int64_t applications = 0; ///< that the service has for us
    std::vector<std::string> missingHere{};
    std::vector<std::string> missingThere{};
    std::vector<std::string> otherVersion{};
    std::string problem{}; ///< it could not be asked

    [[nodiscard]] bool agrees() const
    {
        return problem.empty() && missingHere.empty() && missingThere.empty() && otherVersion.empty();
    }
};

/// What came of 领取 or handing back.
struct LeaseReport
{
    LeaseAnswer answer{};
    std::string problem{}; ///< it could not be asked, or was not allowed
};

/// Single questions of a person: claim files, hand them back, compare everything. Each is asked once; whoever wants to
/// may ask again.
class AskLane final : public Lane
{
public:
    using Lane::Lane;

    void lease(LeaseRequest request) { m_wanted.emplace_back(std::move(request)); }
    void reconcile() { m_wanted.emplace_back(std::monostate{}); }
    void takeCarried(LeaseReport report) { m_leases.push_back(std::move(report)); }
    [[nodiscard]] std::vector<LeaseReport> takeLeases() { return std::exchange(m_leases, {}); }
    [[nodiscard]] std::vector<ReconcileReport> takeReports() { return std::exchange(m_reports, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    using Question = std::variant<std::monostate, LeaseRequest>;

    [[nodiscard]] Result<HttpRequest> reconcileRequest();
    void takeLease(const ReplyVerdict &verdict, const Reply &reply);
    [[nodiscard]] Done takeReconcile(const ReplyVerdict &verdict, const Reply &reply);

    std::deque<Question> m_wanted;
    bool m_isLease = false; ///< what is under way
    std::vector<LeaseReport> m_leases;
    std::vector<ReconcileReport> m_reports;
};

} // namespace zsb
