#pragma once

#include "core/base/result.h"
#include "ui/models/tone.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace zsb {

/// What the home page shows: numbers and the newest decisions, already in words.
struct HomeSummary
{
    struct Queue
    {
        QString id; ///< what `queueChosen` says
        QString name;
        Tone tone = Tone::Neutral;
        qint64 count = 0;
    };
    struct Decision
    {
        QString applicationId;
        QString when;
        QString number;
        QString name;
        QString decision;
        Tone tone = Tone::Neutral;
        QString by;
    };

    qint64 total = 0;
    qint64 waiting = 0; ///< what 继续审核 goes on with
    qint64 decidedToday = 0;
    std::vector<Queue> queues;
    std::vector<Decision> decisions; ///< newest first, at most ten
};

/// Blocking; called on a background thread.
using HomeSource = std::function<Result<HomeSummary>(const std::stop_token &)>;

} // namespace zsb
