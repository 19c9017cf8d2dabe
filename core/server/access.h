#pragma once

#include "core/domain/command.h"
#include "core/policy/pack.h"
#include "core/protocol/session.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Who asks, as the token says.
struct Caller
{
    ActorId actor{};
    std::string name{};
    std::vector<Scope> scopes{};
    std::string device{};    ///< SHA-256 of the device's certificate; empty: the token is bound to none
    std::int64_t rights = 0; ///< how often what they may do had been changed

    bool operator==(const Caller &) const = default;
};

/// What somebody may do. One column of the matrix of docs/api/README.md.
enum class Verb : std::uint8_t
{
    Read,       ///< see files
    Register,   ///< fill in, submit, take back, convert, archive
    Collect,    ///< portrait and identity
    Pay,        ///< record what the cashier or a statement says
    Review,     ///< claim, look, decide at a stage
    Settle,     ///< rule over doubts and disputes, break claims, move an exam site
    Import,     ///< read a season in
    Administer, ///< people and devices
    Audit,      ///< read the log and who looked at what
    Assist,     ///< accounts of candidates who come in person
};

/// The role of whoever has an account and no office: their own file and no other.
inline constexpr std::string_view candidateRole = "candidate";
[[nodiscard]] bool isCandidate(const Caller &caller);

/// Whether a role may do that anywhere. Roles of the pack review, or settle where they supervise; the others are those
/// of the service: registrar, county, cashier, import, admin, auditor, candidate.
[[nodiscard]] bool mayRole(const Pack &pack, std::string_view role, Verb verb);

/// Every role somebody of staff may have: those of the service but the candidate's, then those of the pack.
[[nodiscard]] std::vector<std::string> staffRoles(const Pack &pack);

/// What a command needs.
[[nodiscard]] Verb verbOf(const CommandBody &body);

/// Whether a file lies in the area of a scope. A file without a college, an exam site or a type yet is in no narrowed
/// area.
[[nodiscard]] bool isWithin(const Pack &pack, const Scope &scope, const ApplicationState &state);

/// Whether the caller may do that to this file under any role.
[[nodiscard]] bool may(const Pack &pack, const Caller &caller, Verb verb, const ApplicationState &state);
/// The same as one role of the caller's.
[[nodiscard]] bool mayAs(const Pack &pack, const Caller &caller, std::string_view role, Verb verb,
                         const ApplicationState &state);
/// The same, where a college, an exam site or a type that is not filled in yet counts as the caller's: for whoever
/// began the file. An empty role: any of the caller's.
[[nodiscard]] bool mayAsAuthor(const Pack &pack, const Caller &caller, std::string_view role, Verb verb,
                               const ApplicationState &state);
/// Whether the caller may do that to some file at all.
[[nodiscard]] bool mayAnywhere(const Pack &pack, const Caller &caller, Verb verb);

/// Whether the caller sees every file there is.
[[nodiscard]] bool readsEverything(const Pack &pack, const Caller &caller);
/// Whether what the caller sees depends on exam sites.
[[nodiscard]] bool readsByRegion(const Pack &pack, const Caller &caller);

/// What the feed calls a scope: a hash over everything the caller may read by.
[[nodiscard]] std::string scopeHash(const Pack &pack, const Caller &caller);

} // namespace zsb
