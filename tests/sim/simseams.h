#pragma once

#include "core/protocol/http.h"
#include "core/storage/store.h"
#include "core/sync/reply.h"
#include "tests/sim/simrandom.h"

#include <optional>
#include <string>

namespace zsb::sim {

class SimServer;

/// Where a schedule can be tampered with: the right program has these seams empty, a seeded bug fills some of them. All
/// of them lie outside the product, between its parts.
class SimSeams
{
public:
    SimSeams() = default;
    SimSeams(const SimSeams &) = delete;
    SimSeams &operator=(const SimSeams &) = delete;
    virtual ~SimSeams() = default;

    // Of the server; `server` stands where it stood before the request, or after the answer.
    virtual void beforeServing(SimServer & /*server*/, HttpRequest & /*request*/) {}
    virtual void afterServing(SimServer & /*server*/, const HttpRequest & /*request*/, HttpResponse & /*response*/) {}
    virtual void onServerCrash(SimServer & /*server*/, SimRandom & /*random*/) {}
    /// Whether a restored server says so.
    [[nodiscard]] virtual bool beginsEpoch() const { return true; }

    // Of a client.
    virtual void afterAsking(Store & /*store*/, HttpRequest & /*request*/) {}
    /// False: the program died in the middle of it.
    [[nodiscard]] virtual bool beforeTaking(Store & /*store*/, const HttpRequest & /*request*/, Reply & /*reply*/,
                                            SimRandom & /*random*/)
    {
        return true;
    }
};

} // namespace zsb::sim
