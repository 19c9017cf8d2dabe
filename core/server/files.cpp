#include "core/server/files.h"

#include "core/server/candidates.h"

using namespace Qt::StringLiterals;

namespace zsb {

Result<ActorId> authorOf(const Database &database, const ApplicationId &id)
{
    Result<Rows> rows =
        database.run(u"SELECT actor FROM events WHERE application = ? AND sequence = 1"_s, {sqlText(id.value)});
    if (!rows)
        return rows.error();
    if (rows->next())
        return ActorId{rows->text(0)};
    Done ended = rows->ended();
    return ended ? Result<ActorId>(ActorId{}) : Result<ActorId>(ended.error());
}

Result<bool> mayTouch(const Database &database, const Pack &pack, const Caller &caller, std::string_view role,
                      Verb verb, const ApplicationState &state)
{
    if (role.empty() ? may(pack, caller, verb, state) : mayAs(pack, caller, role, verb, state))
        return true;
    if (!mayAsAuthor(pack, caller, role, verb, state))
        return false;
    const Result<ActorId> author = authorOf(database, state.id);
    if (!author)
        return author.error();
    if (*author == caller.actor || !isCandidate(caller))
        return *author == caller.actor;
    return isInNumberOf(database, caller.actor, state.id);
}

} // namespace zsb
