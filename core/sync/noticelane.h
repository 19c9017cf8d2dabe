#pragma once

#include "core/protocol/notices.h"
#include "core/sync/lane.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zsb {

/// What the service tells whoever is signed in because of what others did; all of it, oldest first.
struct NoticeReport
{
    std::vector<NoticeRow> notices{};
    std::string problem{}; ///< id of a ProblemType or of a SyncTrouble; empty: the notices are good
};

/// The notices of whoever is signed in, page by page. Asked once for each question; none waits for a line that is down
/// or for somebody to sign in: it fails, with a report that says so.
class NoticeLane final : public Lane
{
public:
    using Lane::Lane;

    void ask();
    /// Nobody is signed in any more: nothing is sent or told of what was told to them.
    void forget();
    [[nodiscard]] std::vector<NoticeReport> takeReports() { return std::exchange(m_reports, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    void end(std::string problem);

    std::optional<NoticeReport> m_found; ///< while there are pages to come
    bool m_isAsked = false;              ///< a page of it is under way
    std::vector<NoticeReport> m_reports;
};

} // namespace zsb
