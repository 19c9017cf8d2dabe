#pragma once

#include "core/protocol/notices.h"
#include "core/sync/lane.h"

#include <cstdint>
#include <optional>
#include <set>
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
/// or for somebody to sign in: it fails, with a report that says so. What was read is told to the service, which keeps
/// it for every computer of that person; takeRead() says what it knows. What did not get there is unread still.
class NoticeLane final : public Lane
{
public:
    using Lane::Lane;

    void ask();
    /// These were read.
    void markRead(const std::vector<std::int64_t> &seqs) { m_read.insert(seqs.begin(), seqs.end()); }
    /// Nobody is signed in any more: nothing is sent or told of what was told to them.
    void forget();
    [[nodiscard]] std::vector<NoticeReport> takeReports() { return std::exchange(m_reports, {}); }
    /// Which the service has marked as read since the last question; what was reported before said the old.
    [[nodiscard]] std::vector<std::int64_t> takeRead() { return std::exchange(m_told, {}); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    enum class Asked
    {
        Nothing,
        Page,
        Read,
    };

    [[nodiscard]] HttpRequest readRequest();
    void takePage(const Reply &reply, const ReplyVerdict &verdict);
    void noteRead();
    void end(std::string problem);

    std::optional<NoticeReport> m_found; ///< while there are pages to come
    std::set<std::int64_t> m_read;       ///< still to be told
    std::set<std::int64_t> m_telling;    ///< under way
    std::vector<std::int64_t> m_told;
    Asked m_asked = Asked::Nothing; ///< what is under way
    std::vector<NoticeReport> m_reports;
};

} // namespace zsb
