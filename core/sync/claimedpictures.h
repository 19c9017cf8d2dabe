#pragma once

#include "core/base/clock.h"
#include "core/domain/application.h"
#include "core/storage/store.h"
#include "core/sync/fetch.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// The pictures of a file, portrait and earlier ones included.
[[nodiscard]] std::vector<std::string> picturesOf(const ApplicationState &state);

/// How much of a file comes before anybody looks at it.
enum class FetchShare
{
    Everything,
    Light, ///< what is no larger than a preview, and previews of scans that are
};
using IsHere = std::function<bool(const std::string &sha256)>;
/// What of these files is not here, in the order to ask for it: previews of the scans, then everything as it was handed
/// in. A portrait is small, and judged: it has no preview.
[[nodiscard]] std::vector<Fetch> missingOf(const std::vector<ApplicationState> &states, const IsHere &isHere,
                                           FetchShare share = FetchShare::Everything);
[[nodiscard]] std::vector<Fetch> missingOf(const std::vector<ApplicationState> &states, const BlobStore &blobs,
                                           FetchShare share = FetchShare::Everything);

/// Which originals of these files are larger than a preview.
[[nodiscard]] std::set<std::string> largeOf(const std::vector<ApplicationState> &states);
/// Files the actor holds at `now`, at most so many. Errors: those of Store.
[[nodiscard]] Result<std::vector<QueueEntry>> claimedFiles(const Store &store, const ActorId &actor, Instant now);

} // namespace zsb
