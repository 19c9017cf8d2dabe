#include "core/protocol/wirecodec.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/files.h"
#include "core/server/ledger.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

struct ApplicationAnswer
{
    int version = 0;
    ApplicationState state{};
    static constexpr auto members()
    {
        return std::tuple(required("version", &ApplicationAnswer::version),
                          required("state", &ApplicationAnswer::state));
    }
    bool operator==(const ApplicationAnswer &) const = default;
};

std::string etagOf(int version)
{
    return '"' + std::to_string(version) + '"';
}

/// What is not theirs is not there: nobody learns which ids exist.
Answer application(const Call &call, Reader &reader)
{
    const ApplicationId id{call.path.at("id")};
    Result<ApplicationState> state = reader.store().state(id);
    if (!state)
        return problemResponse(state.error());
    const Result<bool> readable = mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, *state);
    if (!readable)
        return problemResponse(readable.error());
    if (!*readable)
        return problemResponse(ProblemType::NotFound);
    const std::string etag = etagOf(state->revision);
    if (call.request.header("if-none-match") == etag) {
        HttpResponse same;
        same.status = 304;
        same.headers["etag"] = etag;
        return same;
    }
    const int version = state->revision;
    HttpResponse response = answerWith(ApplicationAnswer{version, *std::move(state)});
    response.headers["etag"] = etag;
    return afterNoting(call, "application", id, std::move(response));
}

struct Dispute
{
    ApplicationId application{};
    int version = 0;
    std::vector<Decision> decisions{};
    std::vector<Contest> contested{};
    static constexpr auto members()
    {
        return std::tuple(required("application", &Dispute::application), required("version", &Dispute::version),
                          required("decisions", &Dispute::decisions), required("contested", &Dispute::contested));
    }
    bool operator==(const Dispute &) const = default;
};
struct DisputeList
{
    std::vector<Dispute> disputes{};
    std::string next{}; ///< behind the last of these; empty: these were all
    static constexpr auto members()
    {
        return std::tuple(required("disputes", &DisputeList::disputes), member("next", &DisputeList::next));
    }
    bool operator==(const DisputeList &) const = default;
};

/// A place in the list of disputes, between two files.
struct DisputePlace
{
    std::int64_t due = std::numeric_limits<std::int64_t>::min();
    std::string id{};

    [[nodiscard]] std::string text() const { return std::to_string(due) + '.' + id; }
};

std::optional<DisputePlace> disputePlace(std::string_view text)
{
    if (text.empty())
        return DisputePlace{};
    const std::size_t dot = text.find('.');
    const auto due = numberIn<std::int64_t>(text.substr(0, dot));
    if (dot == std::string_view::npos || dot == 0 || !due)
        return std::nullopt;
    return DisputePlace{*due, std::string(text.substr(dot + 1))};
}

Result<std::vector<DisputePlace>> disputedAfter(const Database &database, const DisputePlace &place)
{
    Result<Rows> rows = database.run(
        u"SELECT due, id FROM application WHERE phase = ? AND (due > ? OR (due = ? AND id > ?)) ORDER BY due, id"_s,
        {sqlText(idOf(Phase::Disputed)), sqlInteger(place.due), sqlInteger(place.due), sqlText(place.id)});
    if (!rows)
        return rows.error();
    std::vector<DisputePlace> found;
    while (rows->next())
        found.push_back({rows->integer(0), rows->text(1)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

/// The most urgent first, and never fewer because of files elsewhere.
Answer disputes(const Call &call, Reader &reader)
{
    const std::optional<DisputePlace> after = disputePlace(call.request.parameter("after"));
    if (!after)
        return problemResponse(ProblemType::BadRequest, "after");
    const Result<std::vector<DisputePlace>> places = disputedAfter(reader.database(), *after);
    if (!places)
        return problemResponse(places.error());
    DisputeList list;
    std::string last;
    for (const DisputePlace &place : *places) {
        Result<ApplicationState> state = reader.store().state({place.id});
        if (!state)
            return problemResponse(state.error());
        if (!may(reader.pack(), call.caller, Verb::Settle, *state))
            continue;
        if (list.disputes.size() >= std::size_t(reader.parts().config.disputesAtOnce)) {
            list.next = last;
            break;
        }
        list.disputes.push_back(
            {{place.id}, state->revision, std::move(state->decisions), std::move(state->contested)});
        last = place.text();
    }
    if (list.disputes.empty())
        return answerWith(list);
    return afterNoting(call, "disputes rows=" + std::to_string(list.disputes.size()), {}, answerWith(list));
}

/// The counts of one group; every file is in exactly one.
struct Tally
{
    std::string college{}; ///< as the files give it; empty: not given
    std::string phase{};
    std::int64_t files = 0;
    static constexpr auto members()
    {
        return std::tuple(required("college", &Tally::college), required("phase", &Tally::phase),
                          required("files", &Tally::files));
    }
    bool operator==(const Tally &) const = default;
};
struct Statistics
{
    std::int64_t files = 0; ///< the sum of `groups`
    std::vector<Tally> groups{};
    std::int64_t ops = 0; ///< answered for good; the sum of `outcomes`
    std::map<std::string, std::int64_t> outcomes{};
    std::int64_t events = 0;
    static constexpr auto members()
    {
        return std::tuple(required("files", &Statistics::files), required("groups", &Statistics::groups),
                          required("ops", &Statistics::ops), required("outcomes", &Statistics::outcomes),
                          required("events", &Statistics::events));
    }
    bool operator==(const Statistics &) const = default;
};

/// Whole-province figures; whoever sees only a part of the files counts them in their own list.
Answer statistics(const Call &call, Reader &reader)
{
    if (!readsEverything(reader.pack(), call.caller))
        return problemResponse(ProblemType::ForbiddenScope);
    Result<Rows> rows = reader.database().run(
        u"SELECT college, phase, count(*) FROM application GROUP BY college, phase ORDER BY college, phase"_s);
    if (!rows)
        return problemResponse(rows.error());
    Statistics answer;
    while (rows->next()) {
        answer.groups.push_back({rows->text(0), rows->text(1), rows->integer(2)});
        answer.files += rows->integer(2);
    }
    Result<std::map<std::string, std::int64_t>> outcomes = Ledger(reader.database(), reader.store().codec()).outcomes();
    const Result<std::int64_t> events = reader.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (!outcomes || !events)
        return problemResponse(outcomes ? events.error() : outcomes.error());
    answer.outcomes = *std::move(outcomes);
    for (const auto &[outcome, count] : answer.outcomes)
        answer.ops += count;
    answer.events = *events;
    return answerWith(answer);
}

constexpr std::array routes = {
    Route{.method = "GET",
          .pattern = "/v1/applications/{id}",
          .needs = Verb::Read,
          .writes = true,
          .handler = application},
    Route{.method = "GET", .pattern = "/v1/disputes", .needs = Verb::Settle, .writes = true, .handler = disputes},
    Route{.method = "GET", .pattern = "/v1/statistics", .needs = Verb::Read, .handler = statistics},
};

} // namespace

std::span<const Route> applicationRoutes()
{
    return routes;
}

} // namespace zsb
