#pragma once

#include "core/policy/pack.h"
#include "ui/review/filesession.h"
#include "ui/shell/reviewerdialog.h"

namespace zsb {

/// Who decides on this computer, as the log knows them: the name that was chosen is the actor. Before anybody was, it
/// is `local` with every role that does not supervise. Four eyes are two names (docs/decisions/0005).
[[nodiscard]] ActorId actorOf(const QList<ReviewerEntry> &reviewers);
[[nodiscard]] Reviewer reviewerOf(const QList<ReviewerEntry> &reviewers, const Pack &pack, bool demo);
/// The pack's roles to choose from, and the list with the chosen one at its head.
[[nodiscard]] QList<RoleChoice> roleChoices(const Pack &pack, Language language);
[[nodiscard]] QList<ReviewerEntry> withFirst(QList<ReviewerEntry> reviewers, const ReviewerEntry &first);

} // namespace zsb
