#pragma once

#include "core/base/clock.h"
#include "core/protocol/http.h"
#include "core/server/access.h"

#include <functional>
#include <map>
#include <string>
#include <variant>

namespace zsb {

class Reader;
class Writing;

/// A request on its way to a handler: who asks is known and may ask this at all.
struct Call
{
    const HttpRequest &request; ///< gone after the handler: a job takes what it needs with it
    std::map<std::string, std::string, std::less<>> path{}; ///< what stood for `{id}` in the pattern
    Caller caller{};                                        ///< empty where anyone may ask
    Instant now{};
};

/// What is left to do in the transaction of the writer, after everything slow was done by a reader: parsing, passwords,
/// pictures. Runs once, in the writer's thread.
using WriteJob = std::function<HttpResponse(Writing &)>;

/// A handler answers at once or leaves a job for the writer.
using Answer = std::variant<HttpResponse, WriteJob>;

} // namespace zsb
