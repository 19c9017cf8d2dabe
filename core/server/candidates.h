#pragma once

#include "core/domain/command.h"
#include "core/server/access.h"
#include "core/storage/database.h"
#include "core/workflow/refusal.h"

#include <optional>

namespace zsb {

class Writing;

/// Whether a file is about the person whose account it is, whoever began it.
[[nodiscard]] Result<bool> isInNumberOf(const Database &database, const ActorId &account, const ApplicationId &id);

/// The files of an account that are not cancelled, oldest first: what they began and what is in their number.
[[nodiscard]] Result<std::vector<ApplicationId>> filesOfAccount(const Database &database, const ActorId &account);

/// What keeps a candidate from a command on their own file, beside what keeps everybody: it is for staff; a person has
/// one application to an exam (A1.3.1); number and phone are the account's own (A1.4.1.1).
[[nodiscard]] Result<std::optional<Refusal>> candidateRefusal(Writing &writing, const ActorId &account,
                                                              const Command &command, const ApplicationState &now);

} // namespace zsb
