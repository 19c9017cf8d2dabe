#pragma once

#include "core/sync/syncstatus.h"

#include <QCoreApplication>
#include <QString>

namespace zsb {

/// What somebody has to know while everything goes on as it is (SYNC.md P.7, P.8).
class SyncHint
{
    Q_DECLARE_TR_FUNCTIONS(zsb::SyncHint)

public:
    enum class Kind
    {
        Nothing,
        NewRules,
        RulesWithheld,
        ClockSlow,
        ClockFast,
    };

    /// So far apart the clock of this computer and that of the service are not worth a word.
    static constexpr std::chrono::minutes clockTolerance{2};

    [[nodiscard]] static Kind kind(const SyncStatus &status);
    /// Empty: nothing.
    [[nodiscard]] static QString text(const SyncStatus &status);
};

} // namespace zsb
