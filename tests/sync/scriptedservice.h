#pragma once

#include "core/base/calendar.h"
#include "core/base/hash.h"
#include "core/protocol/blobs.h"
#include "core/protocol/changes.h"
#include "core/protocol/op.h"
#include "core/protocol/problem.h"
#include "core/protocol/receipt.h"
#include "core/protocol/wire.h"
#include "core/storage/syncpeer.h"
#include "core/sync/syncengine.h"
#include "tests/sim/simrandom.h"
#include "tests/storage/storefixture.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <map>
#include <set>

namespace zsb {

inline HttpResponse jsonAnswer(std::string body, int status = 200)
{
    HttpResponse response;
    response.status = status;
    response.headers["content-type"] = "application/json";
    response.body = std::move(body);
    return response;
}

inline HttpResponse problemAnswer(ProblemType type, std::map<std::string, std::string> details = {})
{
    Problem problem = problemOf(type);
    problem.details = std::move(details);
    HttpResponse response = jsonAnswer(wireText(problem), problem.status);
    response.headers["content-type"] = "application/problem+json";
    return response;
}

/// A client with a store of its own and a service that says what the test wants, request by request.
class ScriptedService : public StoreFixture
{
public:
    ScriptedService() : suite(*cryptoSuite(SuiteId::International)), key(*suite->newSigningKey(random.source()))
    {
        static_cast<void>(writePeer(store->database(), {.server = "https://zsb.test"}));
        openEngine();
    }

    void openEngine()
    {
        engine = *SyncEngine::open({.store = *store,
                                    .book = *book,
                                    .random = random.source(),
                                    .suite = suite,
                                    .serverKey = key.publicKey,
                                    .freeBytes = [this] { return freeBytes; },
                                    .rulesFolder = rulesFolder,
                                    .config = config});
        engine->resume({.actor = "staff-1",
                        .access = "token",
                        .accessUntil = now + std::chrono::minutes(10),
                        .refresh = "refresh-1",
                        .refreshUntil = now + std::chrono::hours(12)});
    }

    [[nodiscard]] std::string sign(const std::string &text) const
    {
        return QByteArray::fromStdString(*suite->sign(key, text)).toBase64().toStdString();
    }

    [[nodiscard]] HttpResponse pong(const HttpRequest &request) const
    {
        const std::string nonce = request.parameter("nonce");
        return jsonAnswer("{\"time\":\"" + formatInstant(now + serverAhead) + "\",\"epoch\":\"" + epoch +
                          "\",\"pack_hash\":\"" + packHash + "\",\"signature\":\"" +
                          sign(timeText(now + serverAhead, epoch, nonce)) + "\"}");
    }
    [[nodiscard]] ChangesPage page(const HttpRequest &request) const
    {
        ChangesPage page;
        page.epoch = epoch;
        page.since = page.next = std::stoll(request.parameter("since"));
        page.scope = "all";
        return page;
    }
    [[nodiscard]] static std::vector<Op> opsOf(const HttpRequest &request)
    {
        return readWire<OpBatch>(request.body)->ops;
    }
    [[nodiscard]] OpAnswer answerTo(const Op &op, OpOutcome outcome, int version = 1) const
    {
        OpAnswer answer;
        answer.id = op.command.id;
        answer.outcome = outcome;
        answer.version = version;
        if (answer.isFinal())
            answer.receipt = sign(receiptText(answer));
        return answer;
    }
    [[nodiscard]] HttpResponse answersTo(const HttpRequest &request, OpOutcome outcome) const
    {
        OpAnswers answers;
        answers.epoch = epoch;
        int version = 0;
        for (const Op &op : opsOf(request))
            answers.answers.push_back(answerTo(op, outcome, ++version));
        return jsonAnswer(wireText(answers));
    }

    /// What the service says by itself.
    [[nodiscard]] Reply usual(const HttpRequest &request)
    {
        if (request.path == "/v1/time")
            return pong(request);
        if (request.path == "/v1/changes")
            return jsonAnswer(wireText(page(request)));
        if (request.path == "/v1/ops:batch")
            return answersTo(request, OpOutcome::Accepted);
        return problemAnswer(ProblemType::NotFound);
    }

    /// Carries everything that is due; `instead` may answer first. Remembers what was asked.
    void run(const std::function<std::optional<Reply>(const HttpRequest &)> &instead = {})
    {
        for (int i = 0; i < 200; ++i) {
            const std::optional<Exchange> exchange = engine->next(now);
            if (!exchange)
                return;
            asked.push_back(exchange->request);
            std::optional<Reply> reply = instead ? instead(exchange->request) : std::nullopt;
            static_cast<void>(engine->answer(exchange->ticket, reply ? *reply : usual(exchange->request), now));
        }
    }
    [[nodiscard]] int times(const std::string &path) const
    {
        return int(std::ranges::count(asked, path, &HttpRequest::path));
    }
    [[nodiscard]] SyncStatus status() const { return *engine->status(now); }

    sim::SimRandom random{1};
    std::shared_ptr<const CryptoSuite> suite;
    SigningKey key;
    SyncConfig config{};
    std::int64_t freeBytes = std::int64_t(1) << 40;
    std::string epoch = "epoch-1";
    std::string packHash = "p";
    std::string rulesFolder; ///< taken by openEngine()
    std::chrono::milliseconds serverAhead{};
    std::vector<HttpRequest> asked;
    std::unique_ptr<SyncEngine> engine;
};

} // namespace zsb
