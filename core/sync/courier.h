#pragma once

#include "core/crypto/bundle.h"
#include "core/protocol/leases.h"
#include "core/storage/store.h"
#include "core/sync/syncengine.h"

#include <optional>
#include <string>
#include <vector>

namespace zsb {

// Where no network goes: the same ops, leases, files and pages, carried in bundles. A parcel that is lost or carried
// twice does no harm, for it holds what a line would have carried. The service answers one by parcelanswer.h.

/// What somebody wants to come back beside answers and pages. What they hold has its files come in any case.
struct ParcelWish
{
    std::optional<LeaseRequest> lease{}; ///< `files` are filled in: what is held is extended when more is claimed
    bool previews = false;               ///< of scans, before the scans
    std::vector<std::string> pictures{}; ///< somebody looked at them and they were not here
};

/// Everything one person has to send, the files it speaks of, and what they want. The ops count as sent from now on.
/// Errors: those of Store and of `to`.
[[nodiscard]] Done packParcel(Store &store, const ActorId &actor, const ParcelWish &wish, Instant now,
                              const WriteBytes &to);

/// What a parcel has brought.
struct ParcelNews
{
    int files = 0;             ///< that are here now
    int previews = 0;          ///< that can be looked at until this program ends
    int refused = 0;           ///< files the service did not take; see the outbox
    int lacks = 0;             ///< files that were asked for and did not come, or could not be kept
    std::int64_t left = 0;     ///< files that had no room in it
    bool isOtherEpoch = false; ///< the service was restored: nothing else came, and a new parcel is to be made
    bool isNewer = false;      ///< of a newer program: nothing was taken
};

/// Takes what came back, as if a line had carried it. Errors: Invalid (no parcel), those of Store.
[[nodiscard]] Result<ParcelNews> takeParcel(SyncEngine &engine, const ReadBytes &from, Instant now);

} // namespace zsb
