#include "core/crypto/base64url.h"
#include "core/protocol/capture.h"
#include "core/rules/picturefindings.h"
#include "core/server/answers.h"
#include "core/server/blobcheck.h"
#include "core/server/capturepage.h"
#include "core/server/captures.h"
#include "core/server/files.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr int longestMinutes = 24 * 60;
constexpr long long largestPicture = 10 << 20; ///< a phone may send its own picture; the pack's limit is the judge's
constexpr RateLimits::Limit scans{1, 30};      ///< of one address: a school may share one

std::string randomToken(const RandomSource &random, std::size_t bytes)
{
    std::string token(bytes, '\0');
    random({reinterpret_cast<std::uint8_t *>(token.data()), token.size()});
    return base64Url(token);
}

CaptureState stateOf(const CaptureLink &link)
{
    return {{}, link.application, link.expires, link.opened, link.collected, link.mostTries - link.tries};
}

HttpResponse issued(Writing &writing, const Caller &caller, const NewCapture &asked)
{
    const Result<ApplicationState> state = writing.batch().state(asked.application);
    if (!state)
        return problemResponse(state.error());
    const Result<bool> allowed =
        mayTouch(writing.database(), writing.pack(), caller, asked.role, Verb::Collect, *state);
    if (!allowed)
        return problemResponse(allowed.error());
    if (state->revision == 0 || !*allowed) // nobody learns which ids exist
        return problemResponse(ProblemType::NotFound);
    const std::string token = randomToken(writing.parts().random, 24);
    CaptureLink link;
    link.hash = Captures::hashOf(token);
    link.application = asked.application;
    link.issuedBy = caller.actor;
    link.issuedRole = asked.role;
    link.at = writing.now();
    link.expires = link.at + std::chrono::minutes(asked.minutes);
    link.mostTries = Captures::mostTries;
    if (Done kept = Captures(writing.database()).issue(link); !kept)
        return problemResponse(kept.error());
    CaptureState answer = stateOf(link);
    answer.path = "/c/" + token;
    return answerWith(answer, 201);
}

Answer issue(const Call &call, Reader &)
{
    Result<NewCapture> asked = readWire<NewCapture>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    if (asked->minutes < 1 || asked->minutes > longestMinutes)
        return problemResponse(ProblemType::BadRequest, "minutes");
    return WriteJob(
        [caller = call.caller, asked = *std::move(asked)](Writing &writing) { return issued(writing, caller, asked); });
}

/// A1.6.3: the desk asks whether it is 已采集.
Answer watch(const Call &call, Reader &reader)
{
    const ApplicationId id{call.path.at("application")};
    const Result<ApplicationState> state = reader.store().state(id);
    if (!state)
        return problemResponse(state.error());
    const Result<bool> readable = mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, *state);
    const Result<std::optional<CaptureLink>> link = Captures(reader.database()).ofApplication(id);
    if (!readable || !link)
        return problemResponse(readable ? link.error() : readable.error());
    if (!*readable || !*link)
        return problemResponse(ProblemType::NotFound);
    return answerWith(stateOf(**link));
}

/// Whether somebody tries links out.
bool isTooFast(const Call &call, Reader &reader)
{
    return !reader.server().rateLimits().take("capture " + call.request.peerAddress, scans, call.now);
}

/// An open link; otherwise what to answer. Unknown and over look the same to whoever tries.
std::variant<CaptureLink, HttpResponse> openLink(const Call &call, Reader &reader)
{
    if (isTooFast(call, reader))
        return retryAfter(problemResponse(ProblemType::RateLimited), 2);
    const Result<std::optional<CaptureLink>> link = Captures(reader.database()).byToken(call.path.at("token"));
    if (!link)
        return problemResponse(link.error());
    if (!*link || !(*link)->isOpen(call.now))
        return problemResponse(ProblemType::Expired);
    return **link;
}

HttpResponse pageFor(const Pack &pack, const ApplicationState &state, const std::string &nonce)
{
    const auto name = state.fields.find(Field::Name);
    HttpResponse page;
    page.body = capturePage(pack, maskedName(name == state.fields.end() ? std::string() : name->second), nonce);
    page.headers = {{"content-type", "text/html; charset=utf-8"},
                    {"cache-control", "no-store"},
                    {"content-security-policy", capturePolicy(nonce)},
                    {"referrer-policy", "no-referrer"},
                    {"x-content-type-options", "nosniff"}};
    return page;
}

Answer openPage(const Call &call, Reader &reader)
{
    auto found = openLink(call, reader);
    if (auto *problem = std::get_if<HttpResponse>(&found))
        return std::move(*problem);
    const CaptureLink &link = std::get<CaptureLink>(found);
    const Result<ApplicationState> state = reader.store().state(link.application);
    if (!state)
        return problemResponse(state.error());
    HttpResponse page = pageFor(reader.pack(), *state, randomToken(reader.parts().random, 16));
    return WriteJob([page = std::move(page), hash = link.hash](Writing &writing) {
        const Captures captures(writing.database());
        Result<std::optional<CaptureLink>> opened = captures.byHash(hash);
        if (!opened || !*opened)
            return opened ? problemResponse(ProblemType::Expired) : problemResponse(opened.error());
        if (!(*opened)->opened)
            (*opened)->opened = writing.now();
        Done noted = captures.update(**opened);
        return noted ? page : problemResponse(noted.error());
    });
}

CaptureAnswer answerOf(const BlobVerdict &verdict)
{
    CaptureAnswer answer;
    answer.accepted = std::ranges::none_of(verdict.findings, [](const Finding &finding) {
        return finding.severity == Severity::Error && finding.outcome == Outcome::Fail;
    });
    for (const Finding &finding : verdict.findings) {
        if (answer.accepted || finding.outcome == Outcome::Fail)
            answer.findings.push_back({finding.rule, finding.clause, finding.messageZh, finding.messageEn});
    }
    return answer;
}

Command commandOf(Writing &writing, const CaptureLink &link, int revision, CommandBody body)
{
    Command command;
    command.id.value = uuid7(writing.now(), writing.parts().random);
    command.application = link.application;
    command.actor = link.issuedBy; // whoever let the candidate do it; the link is their signature
    command.role = link.issuedRole;
    command.at = writing.now();
    command.revision = revision;
    command.packHash = writing.pack().hash;
    command.body = std::move(body);
    return command;
}

Result<Execution> attach(Writing &writing, const CaptureLink &link, const BlobVerdict &verdict)
{
    const Result<ApplicationState> state = writing.batch().state(link.application);
    if (!state)
        return state.error();
    Attachment portrait;
    portrait.sha256 = verdict.sha256;
    portrait.fileName = verdict.facts.format == ImageFormat::Png ? "capture.png" : "capture.jpg";
    portrait.facts = verdict.facts;
    portrait.addedAt = writing.now();
    const bool isThere = state->portrait && state->portrait->sha256 == verdict.sha256;
    int revision = state->revision;
    if (!isThere) {
        Result<Execution> attached =
            writing.batch().execute(commandOf(writing, link, revision, AttachPortrait{std::move(portrait)}));
        if (!attached || std::holds_alternative<Refusal>(*attached))
            return attached;
        revision = std::get<Executed>(*attached).state.revision;
    }
    return writing.batch().execute(commandOf(writing, link, revision, RecordIdentity{writing.now()}));
}

/// The picture is on the disk; whether it becomes the portrait is decided here.
HttpResponse collected(Writing &writing, const std::string &hash, const BlobVerdict &verdict)
{
    const Captures captures(writing.database());
    Result<std::optional<CaptureLink>> found = captures.byHash(hash);
    if (!found)
        return problemResponse(found.error());
    if (!*found || !(*found)->isOpen(writing.now()))
        return problemResponse(ProblemType::Expired);
    CaptureLink link = **found;
    ++link.tries;
    const CaptureAnswer answer = answerOf(verdict);
    if (answer.accepted) {
        const Result<Execution> execution = attach(writing, link, verdict);
        if (!execution)
            return problemResponse(execution.error());
        if (const auto *refusal = std::get_if<Refusal>(&*execution)) {
            writing.takeBack();
            return problemResponse(ProblemType::Unprocessable, std::string(idOf(refusal->code)));
        }
        link.collected = writing.now();
    }
    if (Done kept = keepVerdict(writing.database(), verdict, writing.now()); !kept)
        return problemResponse(kept.error());
    if (Done updated = captures.update(link); !updated)
        return problemResponse(updated.error());
    return answerWith(answer, answer.accepted ? 200 : 422);
}

std::string bytesOf(const HttpRequest &request)
{
    if (request.bodyFile.empty())
        return request.body;
    QFile file(QString::fromStdString(request.bodyFile));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

Answer takePicture(const Call &call, Reader &reader)
{
    auto found = openLink(call, reader);
    if (auto *problem = std::get_if<HttpResponse>(&found))
        return std::move(*problem);
    const std::string bytes = bytesOf(call.request);
    if (bytes.empty())
        return problemResponse(ProblemType::BadRequest, "body");
    BlobVerdict verdict = reader.blobCheck().look(bytes, purposePortrait, reader.pack());
    verdict.findings = portraitFindings(*reader.parts().book, verdict.facts, verdict.sha256);
    if (answerOf(verdict).accepted && !reader.store().blobs().put(bytes))
        return problemResponse(ProblemType::StorageFull);
    return WriteJob([hash = std::get<CaptureLink>(found).hash, verdict = std::move(verdict)](Writing &writing) {
        return collected(writing, hash, verdict);
    });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/captures",
          .needs = Verb::Collect,
          .writes = true,
          .maxBody = 4096,
          .handler = issue},
    Route{.method = "GET", .pattern = "/v1/captures/{application}", .needs = Verb::Collect, .handler = watch},
    Route{.method = "GET", .pattern = "/c/{token}", .anyone = true, .writes = true, .handler = openPage},
    Route{.method = "POST",
          .pattern = "/c/{token}",
          .anyone = true,
          .writes = true,
          .streams = true,
          .maxBody = largestPicture,
          .handler = takePicture},
};

} // namespace

std::span<const Route> captureRoutes()
{
    return routes;
}

} // namespace zsb
