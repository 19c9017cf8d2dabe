#pragma once

#include "core/domain/application.h"
#include "ui/models/tone.h"

#include <optional>

class QJsonObject;

namespace zsb {

/// What a state of a file says, wherever it is shown.
[[nodiscard]] Tone toneOf(Phase phase);
/// What a decision says, wherever it is shown.
[[nodiscard]] Tone toneOf(Judgement judgement);
/// What an event of the log decided. Defaults are not written there: one that names nothing is a doubt.
[[nodiscard]] std::optional<Judgement> judgementOf(const QJsonObject &event);

} // namespace zsb
