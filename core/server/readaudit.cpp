#include "core/server/readaudit.h"

#include "core/server/answers.h"
#include "core/server/server.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace zsb {

Answer afterNoting(const Call &call, std::string_view what, const ApplicationId &id, HttpResponse response)
{
    return WriteJob([caller = call.caller, what = std::string(what), id,
                     answer = std::make_shared<HttpResponse>(std::move(response)),
                     isHead = call.request.method == "HEAD"](Writing &writing) {
        Done noted = writing.database().execute(
            u"INSERT INTO read_audit (id, at, actor, device, what, application) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {sqlText(uuid7(writing.now(), writing.parts().random)),
             sqlInteger(writing.now().time_since_epoch().count()), sqlText(caller.actor.value), sqlText(caller.device),
             sqlText(what), sqlText(id.value)});
        if (!noted)
            return problemResponse(noted.error());
        if (isHead)
            answer->body.clear();
        return std::move(*answer); // a page may be megabytes, and others wait for the writer
    });
}

Done noteSecurity(Writing &writing, std::string_view kind, const ActorId &actor, const std::string &address,
                  std::string_view detail)
{
    return writing.database().execute(
        u"INSERT INTO security_event (id, at, kind, actor, address, detail) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {sqlText(uuid7(writing.now(), writing.parts().random)), sqlInteger(writing.now().time_since_epoch().count()),
         sqlText(kind), sqlText(actor.value), sqlText(address), sqlText(detail)});
}

} // namespace zsb
