#pragma once

#include "core/base/result.h"
#include "core/storage/blobqueue.h"
#include "core/storage/opinbox.h"
#include "core/storage/opqueue.h"
#include "core/storage/store.h"
#include "core/sync/fetchlane.h"
#include "core/sync/noticelane.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// A file as the lists of the sync centre name it.
struct LookFile
{
    ApplicationId id{};
    std::string number{};
    std::string name{};

    bool operator==(const LookFile &) const = default;
};

struct LookOp
{
    LookFile file{};
    QueuedOp op{};
    std::string receipt{};                        ///< empty: no final answer yet
    std::string refusal{};                        ///< id of a RefusalCode
    std::map<std::string, std::string> details{}; ///< of the refusal
};

/// An answer somebody has to look at: what was judged, what was wished, how it stands.
struct LookConflict
{
    InboxEntry entry{};
    LookOp wish{};
    std::optional<ApplicationState> base{}; ///< as it was when it was decided on; none: before this computer knew it
    ApplicationState now{};
};

/// Two decisions on one file that only a supervisor puts together.
struct LookDispute
{
    LookFile file{};
    ApplicationState state{};
};

struct LookArrival
{
    LookFile file{};
    std::string phase{};
    Instant updated{};
};

/// A notice of the service, and the file it is about as it stands here.
struct NoticeSeen
{
    NoticeRow row{};
    LookFile file{};
    std::string phase{};
};
struct NoticeLook
{
    std::vector<NoticeSeen> notices{}; ///< newest first
    std::string problem{};             ///< id of a ProblemType or of a SyncTrouble, or `paused`; empty: they came
};

/// Everything the sync centre shows, read at one moment.
struct SyncLook
{
    std::vector<LookOp> ops{}; ///< newest first
    std::vector<LookConflict> conflicts{};
    std::vector<LookDispute> disputes{};
    std::vector<LookArrival> arrivals{};
    std::vector<QueuedBlob> uploads{};
    std::int64_t wanted = 0;  ///< pictures of claimed files that are not here yet
    std::int64_t claimed = 0; ///< files this person holds
    Instant claimedUntil{};   ///< the first of these leases to end
};

/// Reads it from a store, in the store's thread; `actor` empty: nobody signed in yet. Errors: those of Store.
[[nodiscard]] Result<SyncLook> lookAtSync(const Store &store, const ActorId &actor, Instant now);

[[nodiscard]] NoticeLook lookAtNotices(const Store &store, const NoticeReport &report);

/// The pictures of a file, portrait and earlier ones included.
[[nodiscard]] std::vector<std::string> picturesOf(const ApplicationState &state);
/// How much of a file comes before anybody looks at it.
enum class FetchShare
{
    Everything,
    Light, ///< what is no larger than a preview, and previews of scans that are
};
/// What of these files is not here, in the order to ask for it: previews of the scans, then everything as it was handed
/// in. A portrait is small, and judged: it has no preview.
[[nodiscard]] std::vector<Fetch> missingOf(const std::vector<ApplicationState> &states, const BlobStore &blobs,
                                           FetchShare share = FetchShare::Everything);
/// Which originals of these files are larger than a preview.
[[nodiscard]] std::set<std::string> largeOf(const std::vector<ApplicationState> &states);
/// Files the actor holds at `now`, at most so many. Errors: those of Store.
[[nodiscard]] Result<std::vector<QueueEntry>> claimedFiles(const Store &store, const ActorId &actor, Instant now);

} // namespace zsb
