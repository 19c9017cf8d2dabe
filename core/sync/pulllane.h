#pragma once

#include "core/protocol/changes.h"
#include "core/sync/lane.h"

namespace zsb {

/// Follows the feed: page by page, each together with its cursor in one transaction (SYNC.md D2.5). A page that is not
/// the one the client stands before is thrown away, whoever sent it.
class PullLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] bool isCatchingUp() const { return m_more; }
    /// Rows taken since the last question; whoever shows them reads them again.
    [[nodiscard]] int takeRows() { return std::exchange(m_rows, 0); }

    /// A page that came another way; one that is not the next is thrown away. Errors: those of Store.
    [[nodiscard]] Done takeCarried(const ChangesPage &page, Instant now);

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;
    void hurry() override { m_pause.hurry(); }

private:
    [[nodiscard]] Done refused(const ReplyVerdict &verdict, Instant now);
    [[nodiscard]] Done take(const ChangesPage &page, Instant now);
    [[nodiscard]] bool continues(const ChangesPage &page) const;
    [[nodiscard]] bool isOurLog(const ChangesPage &page, SyncPeer &peer) const;

    bool m_more = false;
    int m_rows = 0;
    Instant m_looked{};
    Backoff m_pause;
};

} // namespace zsb
