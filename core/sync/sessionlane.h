#pragma once

#include "core/sync/lane.h"

namespace zsb {

/// Signs in and keeps the session alive. Losing it never touches the queue.
class SessionLane final : public Lane
{
public:
    using Lane::Lane;

    void signIn(SignIn who);
    /// A session kept from before, or given by an enrolment.
    void resume(Session session);
    void signOut();
    /// The refresh token of the session changed; whoever keeps it has to keep the new one.
    [[nodiscard]] bool takeRenewed() { return std::exchange(m_renewed, false); }

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    [[nodiscard]] bool needsRefresh(Instant now);
    [[nodiscard]] Done take(Session session, Instant now);

    std::optional<SignIn> m_wanted;
    bool m_signingIn = false; ///< what is under way
    bool m_renewed = false;
    Instant m_sent{};
};

} // namespace zsb
