#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/cryptosuite.h"
#include "core/domain/jsonmembers.h"
#include "core/sync/networkdriver.h"

#include <functional>
#include <memory>
#include <string>

namespace zsb {

/// What has to be right before a service can be worked with, in the order it is looked at.
enum class ConnectionStep : std::uint8_t
{
    Name,   ///< the name of the server is known
    Line,   ///< somebody listens there
    Safety, ///< its certificate is of the authority, its key the pinned one
    Server, ///< what answers signs as the service does
    Time,   ///< the clocks are not further apart than sessions bear
};
constexpr auto enumIds(ConnectionStep)
{
    return EnumIds<ConnectionStep, 5>{{{ConnectionStep::Name, "name"},
                                       {ConnectionStep::Line, "line"},
                                       {ConnectionStep::Safety, "safety"},
                                       {ConnectionStep::Server, "server"},
                                       {ConnectionStep::Time, "clock"}}};
}

struct ConnectionFinding
{
    enum class State
    {
        Good,
        Bad,
        Ask,     ///< nobody can tell but a person: is this the fingerprint the server printed?
        Skipped, ///< through a proxy it is the proxy's business, or an earlier step was not good
    };
    ConnectionStep step = ConnectionStep::Name;
    State state = State::Skipped;
    SyncTrouble trouble = SyncTrouble::None;
    std::string fingerprint{}; ///< SHA-256 of the authority's certificate, in pairs of hex digits
    std::string authority{};   ///< PEM of it, to be kept once a person has said yes
    std::chrono::milliseconds clockOffset{};
};

/// The five checks of the connection wizard. Nothing of anybody's is sent: a name is looked up, a line opened, a
/// handshake made, the time asked. One thread with an event loop; dropped, it stops.
class ConnectionCheck
{
public:
    /// Further apart than this, a session is refused (SYNC.md D4).
    static constexpr std::chrono::minutes mostSkew{5};

    /// `serverKey` empty: not known yet; the Server step then only says whether somebody answers as a service does.
    ConnectionCheck(NetworkSettings settings, std::shared_ptr<const CryptoSuite> suite, std::string serverKey,
                    Clock clock, RandomSource random);
    ConnectionCheck(const ConnectionCheck &) = delete;
    ConnectionCheck &operator=(const ConnectionCheck &) = delete;
    ~ConnectionCheck();

    /// `found` is called five times, later, in the order of the steps.
    void start(std::function<void(const ConnectionFinding &)> found);

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace zsb
