#pragma once

#include "core/crypto/cryptosuite.h"
#include "core/rules/rulebook.h"
#include "tests/sim/simdisk.h"

#include <QByteArray>

#include <memory>

namespace zsb::sim {

/// 2023-02-15 09:00 in the pack's time zone: the season is open.
inline constexpr Instant simStart{std::chrono::milliseconds(1'676'422'800'000)};
inline constexpr int simFiles = 4; ///< applications the server has when a schedule begins

/// What every schedule of one thread begins with. Made once: a database takes longer than a schedule.
struct SimWorld
{
    SimWorld();

    std::shared_ptr<const RuleBook> book;
    std::shared_ptr<const CryptoSuite> suite;
    std::shared_ptr<const SigningKey> key;
    QByteArray serverImage; ///< with simFiles in review
    QByteArray clientImage; ///< with a service and nothing else
    SimFolder folder;       ///< of everything below
};

} // namespace zsb::sim
