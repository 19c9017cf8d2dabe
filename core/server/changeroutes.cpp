#include "core/protocol/changes.h"
#include "core/server/answers.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// What `GET /v1/changes` was asked.
struct Asked
{
    std::string epoch{};
    std::int64_t since = 0;
    std::string scope{};
    int limit = 0;
};

template<typename T>
bool readNumber(const std::string &text, T &into)
{
    if (text.empty())
        return true;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size() && into >= 0;
}

std::optional<Asked> asked(const Call &call, int most)
{
    Asked one{call.request.parameter("epoch"), 0, call.request.parameter("scope"), most};
    if (!readNumber(call.request.parameter("since"), one.since) ||
        !readNumber(call.request.parameter("limit"), one.limit))
        return std::nullopt;
    one.limit = std::clamp(one.limit, 1, most);
    return one;
}

/// The last event of each application that something happened to in between, in order.
Result<std::vector<std::pair<std::int64_t, ApplicationId>>> touched(const Database &database, std::int64_t since,
                                                                    std::int64_t head, int limit)
{
    Result<Rows> rows =
        database.run(u"SELECT e.seq, e.application FROM events e WHERE e.seq > ? AND e.seq <= ? AND NOT EXISTS (SELECT "
                     "1 FROM events l WHERE l.application = e.application AND l.sequence > e.sequence AND l.seq <= ?) "
                     "ORDER BY e.seq LIMIT ?"_s,
                     {sqlInteger(since), sqlInteger(head), sqlInteger(head), sqlInteger(limit)});
    if (!rows)
        return rows.error();
    std::vector<std::pair<std::int64_t, ApplicationId>> found;
    while (rows->next())
        found.emplace_back(rows->integer(0), ApplicationId{rows->text(1)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Done fill(ChangesPage &page, const Call &call, Reader &reader, int limit)
{
    const Result<std::int64_t> head = reader.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (!head)
        return head.error();
    const auto found = touched(reader.database(), page.since, *head, limit);
    if (!found)
        return found.error();
    page.more = int(found->size()) == limit;
    page.next = page.more ? found->back().first : *head;
    for (const auto &[seq, id] : *found) {
        Result<ApplicationState> state = reader.store().state(id);
        if (!state)
            return state.error();
        if (!may(reader.pack(), call.caller, Verb::Read, *state))
            continue;
        const int version = state->revision;
        page.rows.push_back({id, version, seq, Tombstone::None, *std::move(state)});
    }
    return done();
}

Answer changes(const Call &call, Reader &reader)
{
    const auto question = asked(call, reader.parts().config.changesPerPage);
    if (!question)
        return problemResponse(ProblemType::BadRequest, "since, limit");
    const std::string &epoch = reader.server().epoch();
    if (!question->epoch.empty() && question->epoch != epoch)
        return problemResponse(ProblemType::EpochChanged, {}, {{"epoch", epoch}});
    ChangesPage page{.epoch = epoch, .since = question->since, .scope = scopeHash(reader.pack(), call.caller)};
    if (!question->scope.empty() && question->scope != page.scope)
        return problemResponse(ProblemType::ScopeChanged, {}, {{"scope", page.scope}});
    if (Done filled = fill(page, call, reader, question->limit); !filled)
        return problemResponse(filled.error());
    return answerWith(page);
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/changes", .needs = Verb::Read, .handler = changes},
};

} // namespace

std::span<const Route> changeRoutes()
{
    return routes;
}

} // namespace zsb
