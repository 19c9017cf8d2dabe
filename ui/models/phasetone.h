#pragma once

#include "core/domain/application.h"
#include "ui/models/tone.h"

namespace zsb {

/// What a state of a file says, wherever it is shown.
[[nodiscard]] Tone toneOf(Phase phase);
/// What a decision says, wherever it is shown.
[[nodiscard]] Tone toneOf(Judgement judgement);

} // namespace zsb
