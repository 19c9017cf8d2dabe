#pragma once

#include "core/crypto/bundle.h"
#include "core/protocol/changes.h"
#include "core/protocol/http.h"
#include "core/protocol/op.h"
#include "core/storage/store.h"
#include "core/sync/syncengine.h"

#include <functional>
#include <map>
#include <string>

namespace zsb {

/// What goes with a parcel to the service: where the client stands and what it has given.
struct ParcelThere
{
    std::string actor{};
    std::string epoch{};
    std::int64_t cursor = 0;
    std::string scope{};
    std::int64_t witness = 0;
    std::vector<Op> ops{};

    bool operator==(const ParcelThere &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("actor", &ParcelThere::actor), member("epoch", &ParcelThere::epoch),
                          member("cursor", &ParcelThere::cursor), member("scope", &ParcelThere::scope),
                          member("witness", &ParcelThere::witness), member("ops", &ParcelThere::ops));
    }
};

/// What comes back, in sections: the answers to one batch, or one page of the feed.
struct ParcelBack
{
    std::optional<OpAnswers> answers{};
    std::optional<ChangesPage> page{};
    std::string epoch{}; ///< the service has another one: nothing else is in the parcel, and a new one is to be made

    bool operator==(const ParcelBack &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("answers", &ParcelBack::answers), member("page", &ParcelBack::page),
                          member("epoch", &ParcelBack::epoch));
    }
};

inline constexpr std::string_view parcelThere = "zsb-there-1"; ///< BundleInfo::kind
inline constexpr std::string_view parcelBack = "zsb-back-1";

/// Where no network goes: the same ops, files and pages, carried in bundles. A parcel that is lost or carried twice
/// does no harm, for it holds what a line would have carried.

/// Everything one person has to send, and the files it speaks of. The ops count as sent from now on. Errors: those of
/// Store and of `to`.
[[nodiscard]] Done packParcel(Store &store, const ActorId &actor, Instant now, const WriteBytes &to);

/// What became of a parcel at the service.
struct ParcelAnswered
{
    int files = 0;                                ///< taken, or there before
    std::map<std::string, std::string> refused{}; ///< file → id of the problem; the ops that need it wait
};

/// What the service makes of it: `serve` answers as it would answer the person, whose token it adds. Errors: Invalid
/// (no parcel), Refused (no ops are taken, or no feed is given), those of `from` and `to`.
[[nodiscard]] Result<ParcelAnswered>
answerParcel(const ReadBytes &from, const WriteBytes &to,
             const std::function<HttpResponse(const HttpRequest &, const ActorId &)> &serve);

/// Takes what came back, as if a line had carried it. Errors: Invalid (no parcel), those of Store.
[[nodiscard]] Done takeParcel(SyncEngine &engine, const ReadBytes &from, Instant now);

} // namespace zsb
