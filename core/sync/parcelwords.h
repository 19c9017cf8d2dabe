#pragma once

#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/protocol/op.h"
#include "core/sync/fetch.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

enum class ParcelWay
{
    There, ///< to the service
    Back,
};

/// 1: ops and their files go there, answers and pages come back. 2: leases and files are asked for and come back too,
/// and which files were not taken. A parcel is answered in its own version.
inline constexpr int parcelVersion = 2;

/// BundleInfo::kind
[[nodiscard]] std::string parcelKind(ParcelWay way, int version = parcelVersion);
/// Of such a kind; more than parcelVersion: of a newer program. 0: it is of no parcel that goes this way.
[[nodiscard]] int parcelVersionOf(std::string_view kind, ParcelWay way);

/// What goes with a parcel to the service: where the client stands, what it has given and what it wants.
struct ParcelThere
{
    std::string actor{};
    std::string epoch{};
    std::int64_t cursor = 0;
    std::string scope{};
    std::int64_t witness = 0;
    std::vector<Op> ops{};
    std::optional<LeaseRequest>
        lease{}; ///< `count` beside `held`: a parcel answered twice claims no more while that is held
    std::vector<ApplicationId> held{}; ///< as the client knows
    std::vector<Fetch> wanted{};       ///< files it lacks, in that order
    std::vector<std::string> has{};    ///< files of what it holds that are not to come again
    bool previews = false;             ///< of scans, before the scans of what it will hold

    bool operator==(const ParcelThere &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("actor", &ParcelThere::actor), member("epoch", &ParcelThere::epoch),
                          member("cursor", &ParcelThere::cursor), member("scope", &ParcelThere::scope),
                          member("witness", &ParcelThere::witness), member("ops", &ParcelThere::ops),
                          member("lease", &ParcelThere::lease), member("held", &ParcelThere::held),
                          member("wanted", &ParcelThere::wanted), member("has", &ParcelThere::has),
                          member("previews", &ParcelThere::previews));
    }
};

/// A file that was asked for and is not in the parcel.
struct ParcelLack
{
    Fetch what{};
    std::string problem{}; ///< id of a ProblemType or of a SyncTrouble

    bool operator==(const ParcelLack &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("what", &ParcelLack::what), required("problem", &ParcelLack::problem));
    }
};

/// What comes back, in sections: the answers to one batch, one page of the feed, what came of the leases, and how it
/// went with the files.
struct ParcelBack
{
    std::optional<OpAnswers> answers{};
    std::optional<ChangesPage> page{};
    std::string epoch{}; ///< the service has another one: nothing else is in the parcel, and a new one is to be made
    std::optional<LeaseAnswer> leases{};
    std::string leaseProblem{};                   ///< it gave none, and took none back
    std::map<std::string, std::string> refused{}; ///< file that came there → id of the problem
    std::vector<ParcelLack> lacks{};
    std::int64_t left = 0; ///< files that had no room: the next parcel asks for them

    bool operator==(const ParcelBack &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("answers", &ParcelBack::answers), member("page", &ParcelBack::page),
                          member("epoch", &ParcelBack::epoch), member("leases", &ParcelBack::leases),
                          member("lease_problem", &ParcelBack::leaseProblem), member("refused", &ParcelBack::refused),
                          member("lacks", &ParcelBack::lacks), member("left", &ParcelBack::left));
    }
};

} // namespace zsb
