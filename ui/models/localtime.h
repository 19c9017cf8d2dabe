#pragma once

#include "core/base/clock.h"

#include <QDateTime>

#include <chrono>

namespace zsb {

/// What clocks showed then at a place so far from UTC, whatever this computer's own are set to.
[[nodiscard]] inline QDateTime localTime(Instant at, std::chrono::minutes offset)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::OffsetFromUTC, int(offset.count()) * 60);
}

} // namespace zsb
