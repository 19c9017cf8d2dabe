#pragma once

#include "core/sync/fetch.h"
#include "core/sync/lane.h"

#include <deque>
#include <string>
#include <vector>

namespace zsb {

/// What came of it. Files are in the blob store then; `bytes` holds a preview.
struct Fetched
{
    Fetch what{};
    std::string bytes{};
    std::string problem{}; ///< id of the trouble or the problem; empty: it is here
};

/// What is wanted, by everybody who fetches: the newest first, for it is on the screen.
struct FetchQueue
{
    std::deque<Fetch> wanted;
    std::vector<Fetched> arrived;
};

/// Checks what came and keeps it; a preview is only handed on.
[[nodiscard]] Fetched keepFetched(const SyncParts &parts, const Fetch &what, const std::string &bytes);

/// Gets files when they are looked at. Several at the same time share one queue.
class FetchLane final : public Lane
{
public:
    FetchLane(SyncContext &context, FetchQueue &queue) : Lane(context), m_queue(queue) {}

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    FetchQueue &m_queue;
    Fetch m_sent;
    Instant m_asked{};
};

} // namespace zsb
