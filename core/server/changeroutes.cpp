#include "core/base/hash.h"
#include "core/protocol/changes.h"
#include "core/protocol/notices.h"
#include "core/protocol/wirecodec.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/feed.h"
#include "core/server/files.h"
#include "core/server/notices.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/server/staff.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr long long maxReconcileBytes = 1 << 20;
constexpr long long maxReadBytes = 8 << 10;

/// Why a page cannot be given; nothing when it can.
std::optional<HttpResponse> outOfDate(const Call &call, Reader &reader, const ChangesPage &page)
{
    const std::string epoch = call.request.parameter("epoch");
    const std::string scope = call.request.parameter("scope");
    if (!epoch.empty() && epoch != page.epoch)
        return problemResponse(ProblemType::EpochChanged, {}, {{"epoch", page.epoch}});
    if (!scope.empty() && scope != page.scope)
        return problemResponse(ProblemType::ScopeChanged, {}, {{"scope", page.scope}});
    const Result<std::int64_t> head = reader.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    if (!head)
        return problemResponse(head.error());
    if (page.since > *head) // of a log we do not have: it lived longer than the backup we came from
        return problemResponse(ProblemType::EpochChanged, "since", {{"epoch", page.epoch}});
    return std::nullopt;
}

/// Whoever is named by id in the rows, as others see them; candidates stay ids.
Done namePeople(const Reader &reader, ChangesPage &page)
{
    std::set<ActorId> named;
    for (const ChangeRow &row : page.rows) {
        if (!row.state)
            continue;
        if (row.state->review.claim)
            named.insert(row.state->review.claim->actor);
        for (const Decision &decision : row.state->decisions)
            named.insert(decision.actor);
        for (const Contest &contest : row.state->contested)
            named.insert(contest.actor);
    }
    const Staff staff(reader.database(), reader.store().codec());
    for (const ActorId &actor : named) {
        const Result<std::optional<StaffMember>> member = staff.byId(actor);
        if (!member)
            return member.error();
        if (*member)
            page.people.emplace(actor.value, (*member)->name);
    }
    return done();
}

/// What of a page is written down: how many files, out of which part of the log.
std::string readOf(const ChangesPage &page)
{
    return "page rows=" + std::to_string(page.rows.size()) + " from=" + std::to_string(page.since) +
           " to=" + std::to_string(page.next);
}

Answer changes(const Call &call, Reader &reader)
{
    if (isCandidate(call.caller)) // who has one file asks for it
        return problemResponse(ProblemType::ForbiddenScope);
    const int most = reader.parts().config.changesPerPage;
    const auto since = numberIn<std::int64_t>(call.request.parameter("since"));
    const auto limit = numberIn<int>(call.request.parameter("limit"), most);
    const auto witness = numberIn<std::int64_t>(call.request.parameter("witness"));
    if (!since || !limit || !witness)
        return problemResponse(ProblemType::BadRequest, "since, limit, witness");
    ChangesPage page{.epoch = reader.server().epoch(), .since = *since, .scope = scopeHash(reader.pack(), call.caller)};
    if (auto problem = outOfDate(call, reader, page))
        return *std::move(problem);
    const Feed feed(reader.store(), reader.pack(), call.caller);
    if (Done filled = feed.fill(page, std::clamp(*limit, 1, most)); !filled)
        return problemResponse(filled.error());
    if (Done people = namePeople(reader, page); !people)
        return problemResponse(people.error());
    Result<CheckpointNote> checkpoint = reader.server().auditTree().head(reader.database(), *witness);
    if (!checkpoint)
        return problemResponse(checkpoint.error());
    page.checkpoint = *std::move(checkpoint);
    if (page.rows.empty()) // who only looks has seen nobody
        return answerWith(page);
    return afterNoting(call, readOf(page), {}, answerWith(page));
}

using Versions = std::map<std::string, std::map<std::string, int>>; ///< bucket → id → version

/// What of a file says whose it is, off the columns of the projection where they suffice.
Result<bool> mayRead(const Call &call, Reader &reader, const ApplicationState &outline)
{
    if (!readsByRegion(reader.pack(), call.caller))
        return mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, outline);
    const Result<ApplicationState> state = reader.store().state(outline.id);
    if (!state)
        return state.error();
    return mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, *state);
}

/// Everything the asker may read, by bucket.
Result<Versions> versionsOf(const Call &call, Reader &reader)
{
    Result<Rows> rows = reader.database().run(u"SELECT id, revision, type, college FROM application ORDER BY id"_s);
    if (!rows)
        return rows.error();
    std::vector<ApplicationState> outlines;
    while (rows->next()) {
        ApplicationState &outline = outlines.emplace_back();
        outline.id = {rows->text(0)};
        outline.revision = int(rows->integer(1));
        outline.typeId = rows->text(2);
        if (std::string college = rows->text(3); !college.empty())
            outline.fields[Field::College] = std::move(college);
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    const bool everything = readsEverything(reader.pack(), call.caller);
    Versions versions;
    for (const ApplicationState &outline : outlines) {
        const Result<bool> readable = everything ? Result<bool>(true) : mayRead(call, reader, outline);
        if (!readable)
            return readable.error();
        if (*readable)
            versions[sha256Hex(outline.id.value).substr(0, 2)][outline.id.value] = outline.revision;
    }
    return versions;
}

std::string hashOf(const std::map<std::string, int> &bucket)
{
    std::string text;
    for (const auto &[id, version] : bucket)
        text += id + ':' + std::to_string(version) + '\n';
    return sha256Hex(text);
}

Answer reconcile(const Call &call, Reader &reader)
{
    if (isCandidate(call.caller)) // who has one file asks for it
        return problemResponse(ProblemType::ForbiddenScope);
    const Result<Reconcile> asked = readWire<Reconcile>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    const std::string &epoch = reader.server().epoch();
    if (asked->epoch != epoch)
        return problemResponse(ProblemType::EpochChanged, {}, {{"epoch", epoch}});
    Result<Versions> versions = versionsOf(call, reader);
    if (!versions)
        return problemResponse(versions.error());
    ReconcileAnswer answer{.epoch = epoch};
    for (const auto &[bucket, files] : *versions)
        answer.applications += std::int64_t(files.size());
    for (const auto &[bucket, hash] : asked->buckets)
        versions->try_emplace(bucket);
    for (auto &[bucket, files] : *versions) {
        const auto theirs = asked->buckets.find(bucket);
        const bool same = theirs == asked->buckets.end() ? files.empty() : theirs->second == hashOf(files);
        if (!same)
            answer.differing.emplace(bucket, std::move(files));
    }
    return answerWith(answer);
}

Answer notices(const Call &call, Reader &reader)
{
    const auto since = numberIn<std::int64_t>(call.request.parameter("since"));
    if (!since)
        return problemResponse(ProblemType::BadRequest, "since");
    const auto found = Notices(reader.database()).after(call.caller.actor, *since, noticesAtOnce);
    if (!found)
        return problemResponse(found.error());
    NoticePage page;
    for (const StaffNotice &notice : *found)
        page.notices.push_back({notice.seq, notice.kind, notice.application, notice.at, notice.isRead});
    return answerWith(page);
}

Answer readNotices(const Call &call, Reader &)
{
    Result<NoticesRead> read = readWire<NoticesRead>(call.request.body);
    if (!read)
        return problemResponse(ProblemType::BadRequest, read.error().detail);
    if (read->seqs.size() > std::size_t(noticesAtOnce))
        return problemResponse(ProblemType::TooLarge, "seqs", {{"limit", std::to_string(noticesAtOnce)}});
    return WriteJob([actor = call.caller.actor, seqs = std::move(read->seqs)](Writing &writing) {
        if (Done marked = Notices(writing.database()).markRead(actor, seqs, writing.now()); !marked)
            return problemResponse(marked.error());
        HttpResponse response;
        response.status = 204;
        return response;
    });
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/changes", .needs = Verb::Read, .writes = true, .handler = changes},
    Route{.method = "POST",
          .pattern = "/v1/reconcile",
          .needs = Verb::Read,
          .maxBody = maxReconcileBytes,
          .handler = reconcile},
    Route{.method = "GET", .pattern = "/v1/notices", .handler = notices},
    Route{.method = "POST",
          .pattern = "/v1/notices:read",
          .writes = true,
          .maxBody = maxReadBytes,
          .handler = readNotices},
};

} // namespace

std::span<const Route> changeRoutes()
{
    return routes;
}

} // namespace zsb
