#pragma once

#include "core/protocol/changes.h"
#include "core/server/access.h"
#include "core/storage/store.h"

#include <cstdint>
#include <optional>

namespace zsb {

/// The log as whoever may read some of it sees it: the last state of every file that changed, in the order of their
/// last events. For one request; not longer than the store.
class Feed
{
public:
    Feed(const Store &store, const Pack &pack, const Caller &caller) : m_store(store), m_pack(pack), m_caller(caller) {}

    /// Fills in `next`, `more` and `rows` of a page that says since when. A page looks at some events more than it has
    /// rows; one without rows may still say that there is more.
    [[nodiscard]] Done fill(ChangesPage &page, int limit) const;

private:
    [[nodiscard]] Result<std::optional<ChangeRow>> rowOf(const ApplicationId &id, std::int64_t seq,
                                                         std::int64_t since) const;
    [[nodiscard]] Result<bool> mayRead(const ApplicationState &state) const;
    [[nodiscard]] Result<bool> mayHaveHad(const ApplicationId &id, std::int64_t since) const;

    const Store &m_store;
    const Pack &m_pack;
    const Caller &m_caller;
};

} // namespace zsb
