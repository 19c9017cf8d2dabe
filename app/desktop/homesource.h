#pragma once

#include "app/desktop/season.h"
#include "ui/home/homesummary.h"

namespace zsb {

/// The numbers of the home page, read through a connection of its own: any thread.
[[nodiscard]] HomeSource homeSource(const Season &season, const ActorId &actor, Language language);

} // namespace zsb
