#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QByteArray>

#include <cstdint>
#include <string>

namespace zsb {

/// An event as it lies in the log. `body` has gone through the codec.
struct StoredEvent
{
    std::int64_t seq = 0; ///< in the whole log, from 1 without gaps
    ApplicationId application{};
    std::int64_t sequence = 0; ///< within the application, from 1 without gaps
    CommandId command{};
    std::string commandHash{}; ///< of the command that led to it: the same id with other content is refused
    std::string kind{};
    Instant at{};
    ActorId actor{};
    std::string role{};
    std::string packHash{};
    QByteArray body{};
    std::string previousHash{};
    std::string hash{};
};

} // namespace zsb
