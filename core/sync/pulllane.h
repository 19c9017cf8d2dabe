#pragma once

#include "core/protocol/changes.h"
#include "core/sync/lane.h"

namespace zsb {

/// Follows the feed: page by page, each together with its cursor in one transaction (SYNC.md D2.5). A page that is not
/// the one the client stands before is thrown away, whoever sent it.
///
/// A page that has another one after it is looked at and waits, so that the next one is on its way while this one is
/// taken in. What was asked ahead goes the way of any other page: when the one before it was not taken in, or the epoch
/// or the scope is another one by then, it is not the next one and is thrown away.
class PullLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] bool isCatchingUp() const { return m_more; }
    /// Rows taken since the last question; whoever shows them reads them again.
    [[nodiscard]] int takeRows() { return std::exchange(m_rows, 0); }

    /// A page that came another way; one that is not the next is thrown away. Errors: those of Store.
    [[nodiscard]] Done takeCarried(const ChangesPage &page, Instant now);

    [[nodiscard]] bool hasWaiting() const { return m_waiting.has_value(); }
    /// Takes in the page that waits; done when there is none. Errors: those of Store; the page is asked for again.
    [[nodiscard]] Done takeWaiting(Instant now);
    /// Somebody signed out: nothing more comes of what they asked for.
    void forget();

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;
    void hurry() override { m_pause.hurry(); }

private:
    [[nodiscard]] Done refused(const ReplyVerdict &verdict, Instant now);
    [[nodiscard]] Done receive(ChangesPage page, Instant now);
    [[nodiscard]] Done take(const ChangesPage &page, Instant now);
    [[nodiscard]] Done askAgain(Instant now);
    [[nodiscard]] bool continues(const ChangesPage &page) const;
    [[nodiscard]] bool isOurLog(const ChangesPage &page) const;
    [[nodiscard]] SyncPeer standing() const;
    [[nodiscard]] Result<int> pageSize() const;

    std::optional<ChangesPage> m_waiting;
    std::int64_t m_witness = 0; ///< what the request under way said was seen of the log
    bool m_isUnwanted = false;  ///< the request under way is that of somebody who signed out
    bool m_more = false;
    int m_rows = 0;
    Instant m_looked{};
    Backoff m_pause;
};

} // namespace zsb
