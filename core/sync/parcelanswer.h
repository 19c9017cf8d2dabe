#pragma once

#include "core/base/clock.h"
#include "core/crypto/bundle.h"
#include "core/protocol/http.h"
#include "core/sync/parcelwords.h"

#include <functional>
#include <map>
#include <string>

namespace zsb {

/// How a parcel is answered.
struct ParcelRules
{
    int version = parcelVersion;        ///< in which it was written
    Instant now{};                      ///< leases end by it
    std::int64_t mostBytes = 1LL << 30; ///< of files in the answer; one goes however large
};

/// What became of a parcel at the service.
struct ParcelAnswered
{
    int files = 0;                                ///< taken, or there before
    std::map<std::string, std::string> refused{}; ///< file → id of the problem; the ops that need it wait
    int given = 0;                                ///< files and previews in the answer
    std::int64_t left = 0;                        ///< that had no room in it
    std::string leaseProblem{};                   ///< why nothing was leased; empty: it was, or nobody asked
};

/// What the service makes of a parcel: `serve` answers as it would answer the person, whose token it adds. Errors:
/// Invalid (no parcel), Refused (no ops are taken, or no feed is given), those of `from` and `to`.
[[nodiscard]] Result<ParcelAnswered>
answerParcel(const ReadBytes &from, const WriteBytes &to, const ParcelRules &rules,
             const std::function<HttpResponse(const HttpRequest &, const ActorId &)> &serve);

} // namespace zsb
