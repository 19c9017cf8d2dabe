#pragma once

#include "core/server/call.h"
#include "core/storage/database.h"

#include <string>
#include <string_view>

namespace zsb {

/// An answer with personal data in it leaves only after it is on the disk who asked for it. `what` is what they got
/// (`application`, `picture`, `page rows=12 from=40 to=71`), `id` whose it is, empty where it is of many.
[[nodiscard]] Answer afterNoting(const Call &call, std::string_view what, const ApplicationId &id,
                                 HttpResponse response);

/// What went wrong at the doors; `detail` is a code, never personal data. Inside the transaction of the caller.
[[nodiscard]] Done noteSecurity(Writing &writing, std::string_view kind, const ActorId &actor,
                                const std::string &address, std::string_view detail);

} // namespace zsb
