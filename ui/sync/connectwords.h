#pragma once

#include "core/sync/connectioncheck.h"
#include "ui/models/tone.h"

#include <QCoreApplication>
#include <QString>

namespace zsb {

/// The five checks in words: their names, how each came out, and what to tell the network office.
class ConnectWords
{
    Q_DECLARE_TR_FUNCTIONS(zsb::ConnectWords)

public:
    [[nodiscard]] static QString step(ConnectionStep step);
    [[nodiscard]] static QString result(const ConnectionFinding &finding);
    [[nodiscard]] static QString remedy(const ConnectionFinding &finding);
    [[nodiscard]] static Tone tone(const ConnectionFinding &finding);
    /// Why the code was not taken.
    [[nodiscard]] static QString enrolProblem(const QString &problem, SyncTrouble trouble);
};

} // namespace zsb
