#pragma once

#include "core/server/access.h"
#include "core/storage/database.h"

#include <string>

namespace zsb {

/// Who began a file; empty when there is none.
[[nodiscard]] Result<ActorId> authorOf(const Database &database, const ApplicationId &id);

/// Whether the caller may do that to the file, as anybody, as who began it, or as the candidate it is about. The one
/// door to every row: whatever reads or writes a file asks here. An empty role: any of the caller's.
[[nodiscard]] Result<bool> mayTouch(const Database &database, const Pack &pack, const Caller &caller,
                                    std::string_view role, Verb verb, const ApplicationState &state);

} // namespace zsb
