#pragma once

#include "core/sync/lane.h"

namespace zsb {

/// Asks who is there before anything of worth is sent: the answer is signed over a number of ours, so that no sign-in
/// page of a network, no filter and no old answer passes for the server.
class PingLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    std::string m_nonce;
    Instant m_sent{};
};

} // namespace zsb
