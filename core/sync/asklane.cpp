#include "core/sync/asklane.h"

#include "core/base/hash.h"
#include "core/protocol/wire.h"
#include "core/storage/replica.h"

#include <algorithm>

namespace zsb {
namespace {

using Bucket = std::map<std::string, int>;

std::map<std::string, Bucket> bucketsOf(const std::map<std::string, int> &versions)
{
    std::map<std::string, Bucket> buckets;
    for (const auto &[id, version] : versions)
        buckets[sha256Hex(id).substr(0, 2)].emplace(id, version);
    return buckets;
}

std::string hashOf(const Bucket &bucket)
{
    std::string text;
    for (const auto &[id, version] : bucket)
        text += id + ':' + std::to_string(version) + '\n';
    return sha256Hex(text);
}

std::string problemOf(const ReplyVerdict &verdict)
{
    return verdict.problem.empty() ? std::string(idOf(verdict.trouble)) : verdict.problem;
}

void compare(const Bucket &here, const Bucket &there, ReconcileReport &report)
{
    for (const auto &[id, version] : there) {
        const auto ours = here.find(id);
        if (ours == here.end())
            report.missingHere.push_back(id);
        else if (ours->second != version)
            report.otherVersion.push_back(id);
    }
    for (const auto &[id, version] : here) {
        if (!there.contains(id))
            report.missingThere.push_back(id);
    }
}

} // namespace

Result<std::optional<HttpRequest>> AskLane::next(Instant now)
{
    if (m_wanted.empty() || !context().isOpen(now))
        return std::optional<HttpRequest>();
    const Question question = std::move(m_wanted.front());
    m_wanted.pop_front();
    const auto *lease = std::get_if<LeaseRequest>(&question);
    m_isLease = lease != nullptr;
    if (!m_isLease) {
        Result<HttpRequest> request = reconcileRequest();
        return request ? Result<std::optional<HttpRequest>>(std::optional(*std::move(request))) : request.error();
    }
    HttpRequest request = context().request("POST", "/v1/leases");
    request.headers["content-type"] = "application/json";
    request.body = wireText(*lease);
    return std::optional(std::move(request));
}

Result<HttpRequest> AskLane::reconcileRequest()
{
    const Result<std::map<std::string, int>> versions = Replica(store().database(), store().codec()).versions();
    if (!versions)
        return versions.error();
    Reconcile asked{.epoch = context().peer.epoch};
    for (const auto &[name, bucket] : bucketsOf(*versions))
        asked.buckets.emplace(name, hashOf(bucket));
    HttpRequest request = context().request("POST", "/v1/reconcile");
    request.headers["content-type"] = "application/json";
    request.body = wireText(asked);
    return request;
}

Done AskLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    context().note(verdict, now);
    if (!m_isLease)
        return takeReconcile(verdict, reply);
    takeLease(verdict, reply);
    return done();
}

void AskLane::takeLease(const ReplyVerdict &verdict, const Reply &reply)
{
    LeaseReport report;
    if (!verdict.isGood()) {
        report.problem = problemOf(verdict);
    } else if (Result<LeaseAnswer> answer = readWire<LeaseAnswer>(std::get<HttpResponse>(reply).body)) {
        report.answer = *std::move(answer);
        context().wantsPull = true;
    } else {
        report.problem = idOf(SyncTrouble::Server);
    }
    m_leases.push_back(std::move(report));
}

Done AskLane::takeReconcile(const ReplyVerdict &verdict, const Reply &reply)
{
    ReconcileReport report;
    if (!verdict.isGood()) {
        report.problem = problemOf(verdict);
        context().wantsPull = true;
        m_reports.push_back(std::move(report));
        return done();
    }
    const Result<ReconcileAnswer> answer = readWire<ReconcileAnswer>(std::get<HttpResponse>(reply).body);
    const Result<std::map<std::string, int>> versions = Replica(store().database(), store().codec()).versions();
    if (!versions)
        return versions.error();
    if (!answer) {
        report.problem = idOf(SyncTrouble::Server);
    } else {
        report.applications = answer->applications;
        std::map<std::string, Bucket> here = bucketsOf(*versions);
        for (const auto &[name, there] : answer->differing)
            compare(here[name], there, report);
    }
    m_reports.push_back(std::move(report));
    return done();
}

Result<std::optional<Instant>> AskLane::due(Instant now)
{
    const bool asks = !m_wanted.empty() && context().mayAsk(now);
    return asks ? std::optional(std::max(now, context().line.until())) : std::optional<Instant>();
}

} // namespace zsb
