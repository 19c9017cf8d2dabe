#include "core/crypto/checkpoint.h"
#include "core/storage/opinbox.h"
#include "tests/sync/scriptedservice.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

const ApplicationId one{"app-1"};
const ApplicationId other{"app-2"};

Reply cut()
{
    return TransportFailure{SyncTrouble::Tcp, "cut"};
}

} // namespace

/// SYNC.md D2, D4, P.3 and P.10, case by case; that they hold together is what tests/sim shows.
class TestSyncEngine : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSentBeforeTheServerHasSigned();
    void anotherServersSignatureIsAnAlarm();
    void nothingIsDueThatCannotBeSentYet();
    void whoAsksEndsEveryPause();
    void everythingIsSentOnceAndAnswered();
    void aLostAnswerIsAskedForAgain();
    void anAnswerWithoutAReceiptIsNoAnswer();
    void aLateReplyIsIgnored();
    void anExpiredTokenIsRenewed();
    void aLostSessionKeepsTheQueue();
    void aWrongPasswordIsNotSentTwice();
    void aCaptchaComesWithItsQuestion();
    void aFullServerIsCalledFull();
    void aBatchTooLargeIsHalved();
    void oneOpThatIsNotTakenKeepsNoOtherWaiting();
    void aSecondOpinionIsTold();
    void filesGoFirst();
    void aBatchOfFilesThatBreaksIsSentInSmallerOnes();
    void aLargeFileGoesOnWhereItBroke();
    void aForgottenUploadBeginsAgain();
    void aPageOfAnotherPlaceIsThrownAway();
    void aRewrittenLogIsRefused();
    void aRestoredServerGetsEverythingAgain();
    void whatLeftTheScopeIsTakenAway();
    void aFullDiskStillSends();
    void theClockIsMeasured();
    void aFileIsFetchedOnce();
    void aServerThatWantsItSlowerIsNoTrouble();
    void theFileThatIsLookedAtIsFetchedFirst();
    void reconcileNamesWhatDiffers();
};

/// P.3 (6): a signed ping, not "HTTP 200".
void TestSyncEngine::nothingIsSentBeforeTheServerHasSigned()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run([](const HttpRequest &) -> std::optional<Reply> {
        HttpResponse page;
        page.headers["content-type"] = "text/html";
        page.body = "<html>";
        return page;
    });
    QCOMPARE(service.asked.size(), 1);
    QCOMPARE(service.asked.front().path, std::string("/v1/time"));
    QVERIFY(service.asked.front().header("authorization").empty());
    QCOMPARE(service.status().trouble, SyncTrouble::Captive);
    QCOMPARE(service.status().mood, SyncMood::Offline);
    service.now = service.engine->wakeAt(service.now);
    service.run();
    QCOMPARE(service.status().trouble, SyncTrouble::None);
}

void TestSyncEngine::anotherServersSignatureIsAnAlarm()
{
    ScriptedService service;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        HttpRequest earlier = request;
        earlier.query.front().second = "another nonce"; // an answer recorded before
        return service.pong(earlier);
    });
    QCOMPARE(service.times("/v1/changes"), 0);
    QCOMPARE(service.status().trouble, SyncTrouble::Key);
    QCOMPARE(service.status().mood, SyncMood::Alarm);
}

/// Whoever drives the engine does not come back again and again while one answer is awaited.
void TestSyncEngine::nothingIsDueThatCannotBeSentYet()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.engine->fetch({.sha256 = sha256Hex("a picture")});
    service.engine->reconcile();
    std::optional<Exchange> awaited = service.engine->next(service.now);
    QCOMPARE(awaited->request.path, std::string("/v1/time"));
    QVERIFY(!service.engine->next(service.now));
    QVERIFY(service.engine->wakeAt(service.now) > service.now + 1h);
    QVERIFY(service.engine->answer(awaited->ticket, service.pong(awaited->request), service.now));
    QCOMPARE(service.engine->wakeAt(service.now), service.now);
    while ((awaited = service.engine->next(service.now))) // the feed, which tells the epoch; no op before
        QVERIFY(awaited->request.path != "/v1/ops:batch");
    QVERIFY(service.engine->wakeAt(service.now) > service.now);
}

/// P.3 (4): back-off is reset by the button.
void TestSyncEngine::whoAsksEndsEveryPause()
{
    ScriptedService service;
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == "/v1/changes" ? std::optional<Reply>(jsonAnswer("{}")) : std::nullopt;
    });
    QCOMPARE(service.times("/v1/changes"), 1);
    service.run();
    QCOMPARE(service.times("/v1/changes"), 1);
    QVERIFY(service.engine->hurry());
    service.run();
    QCOMPARE(service.times("/v1/changes"), 2);
}

void TestSyncEngine::everythingIsSentOnceAndAnswered()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    QVERIFY(service.add(other, {.number = "2023150000002"}));
    service.run();
    QCOMPARE(service.times("/v1/ops:batch"), 1);
    QCOMPARE(service.status().ops.answered.at("accepted"), 8);
    QCOMPARE(service.status().mood, SyncMood::UpToDate);
    QVERIFY(service.engine->wakeAt(service.now) > service.now);
}

/// D2.1: 已送达 only after the answer.
void TestSyncEngine::aLostAnswerIsAskedForAgain()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    bool lost = false;
    const auto loseOnce = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/ops:batch" || std::exchange(lost, true))
            return std::nullopt;
        return cut();
    };
    service.run(loseOnce);
    QCOMPARE(service.status().ops.sending, 4);
    QCOMPARE(service.status().trouble, SyncTrouble::Tcp);
    service.openEngine(); // the program was closed meanwhile
    service.run(loseOnce);
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
    QCOMPARE(service.times("/v1/ops:batch"), 2);
}

/// P.3 (7).
void TestSyncEngine::anAnswerWithoutAReceiptIsNoAnswer()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/ops:batch")
            return std::nullopt;
        OpAnswers answers = *readWire<OpAnswers>(service.answersTo(request, OpOutcome::Accepted).body);
        for (OpAnswer &answer : answers.answers)
            answer.version += 1; // what was signed is another answer
        return jsonAnswer(wireText(answers));
    });
    QVERIFY(service.status().ops.answered.empty());
    QCOMPARE(service.status().ops.sending, 4);
}

void TestSyncEngine::aLateReplyIsIgnored()
{
    ScriptedService service;
    const std::optional<Exchange> ping = service.engine->next(service.now);
    QVERIFY(ping);
    QVERIFY(service.engine->answer(ping->ticket, cut(), service.now));
    QVERIFY(service.engine->answer(ping->ticket, service.usual(ping->request), service.now));
    QCOMPARE(service.status().trouble, SyncTrouble::Tcp);
    QVERIFY(service.engine->answer(0, cut(), service.now));
}

void TestSyncEngine::anExpiredTokenIsRenewed()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.now += 10min;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/session/refresh")
            return std::nullopt;
        Session next{.actor = "staff-1",
                     .access = "token-2",
                     .accessUntil = service.now + 10min,
                     .refresh = "refresh-2",
                     .refreshUntil = service.now + 12h,
                     .epoch = service.epoch,
                     .packHash = "p",
                     .serverTime = service.now};
        return jsonAnswer(wireText(next));
    });
    QCOMPARE(service.times("/v1/session/refresh"), 1);
    QVERIFY(service.engine->takeRenewed());
    QCOMPARE(service.engine->session()->refresh, std::string("refresh-2"));
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
    QCOMPARE(service.asked.back().header("authorization"), std::string("Bearer token-2"));
}

/// P.3 (6): 401 asks for signing in and keeps the queue.
void TestSyncEngine::aLostSessionKeepsTheQueue()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        const bool wants = request.path == "/v1/ops:batch" || request.path == "/v1/session/refresh";
        return wants ? std::optional<Reply>(problemAnswer(ProblemType::InvalidToken)) : std::nullopt;
    });
    QCOMPARE(service.status().mood, SyncMood::SignedOut);
    QCOMPARE(service.status().ops.waiting(), 4);
    const std::size_t before = service.asked.size();
    service.now += 1h;
    service.run();
    QCOMPARE(service.asked.size(), before);
}

void TestSyncEngine::aWrongPasswordIsNotSentTwice()
{
    ScriptedService service;
    service.engine->signOut();
    service.engine->signIn({.user = "u", .password = "p"});
    const auto refuse = [](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == "/v1/session" ? std::optional<Reply>(problemAnswer(ProblemType::InvalidCredentials))
                                             : std::nullopt;
    };
    service.run(refuse);
    service.now += 1h;
    service.run(refuse);
    QCOMPARE(service.times("/v1/session"), 1);
    QCOMPARE(service.status().problem, std::string("invalid-credentials"));
}

void TestSyncEngine::aCaptchaComesWithItsQuestion()
{
    ScriptedService service;
    service.engine->signOut();
    service.engine->signIn({.user = "u", .password = "p"});
    const CaptchaQuestion question{"id", "3 + 4"};
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/session")
            return std::nullopt;
        return problemAnswer(ProblemType::CaptchaRequired, captchaDetails(question));
    });
    QCOMPARE(service.status().problem, std::string("captcha-required"));
    QVERIFY(service.status().captcha == question);
    service.engine->signIn({.user = "u", .password = "p", .captcha = "id", .captchaAnswer = "7"});
    QVERIFY2(service.status().problem.empty(), "the last answer is not this one's");
    QVERIFY(service.engine->hurry()); // as whoever signs in has it done
    std::string answer;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/session")
            return std::nullopt;
        answer = readWire<SignIn>(request.body)->captchaAnswer;
        return problemAnswer(ProblemType::InvalidCredentials);
    });
    QCOMPARE(answer, std::string("7"));
    QVERIFY(service.status().captcha.isEmpty());
}

/// P.3 (6): 413, 415 and 507 are shown as what they are.
void TestSyncEngine::aFullServerIsCalledFull()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == "/v1/ops:batch" ? std::optional<Reply>(problemAnswer(ProblemType::StorageFull))
                                               : std::nullopt;
    });
    QCOMPARE(service.status().trouble, SyncTrouble::Quota);
    QCOMPARE(service.status().ops.waiting(), 4);
}

void TestSyncEngine::aBatchTooLargeIsHalved()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    std::vector<std::size_t> sizes;
    const auto narrow = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/ops:batch")
            return std::nullopt;
        sizes.push_back(readWire<OpBatch>(request.body)->ops.size());
        return sizes.back() > 2 ? std::optional<Reply>(problemAnswer(ProblemType::TooLarge)) : std::nullopt;
    };
    for (int i = 0; i < 5; ++i, service.now += 1min)
        service.run(narrow);
    QCOMPARE(sizes.front(), 4);
    QCOMPARE(sizes.at(1), 2);
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
}

/// Nextcloud #10300: a broken bulk endpoint keeps nobody red for ever.
void TestSyncEngine::oneOpThatIsNotTakenKeepsNoOtherWaiting()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    QVERIFY(service.add(other, {.number = "2023150000002"}));
    for (int i = 0; i < 12; ++i, service.now += 1min) {
        service.run([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/ops:batch")
                return std::nullopt;
            for (const Op &op : ScriptedService::opsOf(request)) {
                if (op.command.application == one)
                    return problemAnswer(ProblemType::Internal);
            }
            return std::nullopt;
        });
    }
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
    QCOMPARE(service.status().ops.waiting(), 4);
}

/// I7.
void TestSyncEngine::aSecondOpinionIsTold()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        return request.path == "/v1/ops:batch" ? std::optional<Reply>(service.answersTo(request, OpOutcome::Concurring))
                                               : std::nullopt;
    });
    QCOMPARE(service.status().inbox, 4);
    QCOMPARE(service.status().mood, SyncMood::Attention);
    QCOMPARE(OpInbox(service.store->database()).latest({"staff-1"}, 1)->front().outcome, std::string("concurring"));
}

/// P.3 (3).
void TestSyncEngine::filesGoFirst()
{
    ScriptedService service;
    const std::string sha256 = *service.store->blobs().put("a small picture");
    QVERIFY(service.add(one, {.portrait = sha256}));
    bool there = false;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == "/v1/blobs:batch") {
            there = true;
            const BlobBatch batch = *readWire<BlobBatch>(request.body);
            return jsonAnswer(wireText(BlobBatchAnswer{{{batch.blobs.front().sha256, true}}}));
        }
        if (request.path == "/v1/ops:batch") {
            for (const Op &op : ScriptedService::opsOf(request)) {
                if (kindOf(op.command.body) == AttachPortrait::kind && !there)
                    return problemAnswer(ProblemType::Internal);
            }
        }
        return std::nullopt;
    });
    QVERIFY(there);
    QCOMPARE(service.status().ops.answered.at("accepted"), 5);
    QCOMPARE(service.status().blobs.files, 0);
}

/// A line that breaks every few hundred kilobytes lets no long request through, however often it is sent.
void TestSyncEngine::aBatchOfFilesThatBreaksIsSentInSmallerOnes()
{
    ScriptedService service;
    constexpr std::size_t files = 8;
    for (std::size_t i = 0; i < files; ++i) {
        const std::string sha256 = *service.store->blobs().put(std::string(50'000, char('a' + i)));
        QVERIFY(service.add({"file-" + std::to_string(i)}, {.portrait = sha256}));
    }
    std::vector<std::size_t> sizes;
    for (int i = 0; i < 18; ++i, service.now += 30s) {
        service.run([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/blobs:batch")
                return std::nullopt;
            const BlobBatch batch = *readWire<BlobBatch>(request.body);
            sizes.push_back(batch.blobs.size());
            if (batch.blobs.size() > 2)
                return cut();
            BlobBatchAnswer answer;
            for (const auto &blob : batch.blobs)
                answer.blobs.push_back({blob.sha256, true});
            return jsonAnswer(wireText(answer));
        });
    }
    QVERIFY(sizes.size() > 3);
    sizes.resize(3);
    QCOMPARE(sizes, (std::vector<std::size_t>{files, files / 2, files / 4}));
    QCOMPARE(service.status().blobs.files, 0);
    QCOMPARE(service.status().ops.waiting(), 0);
}

/// D2.7.
void TestSyncEngine::aLargeFileGoesOnWhereItBroke()
{
    ScriptedService service;
    service.config.wholeBlob = 1'000;
    service.config.chunk = 40'000;
    service.openEngine();
    const std::string bytes(100'000, 'x');
    const std::string sha256 = *service.store->blobs().put(bytes);
    Attachment portrait = service.attachment({}, sha256);
    portrait.facts.bytes = std::int64_t(bytes.size());
    QVERIFY(service.add(one, {}));
    QVERIFY(service.does(one, Withdraw{}));
    QVERIFY(service.does(one, AttachPortrait{portrait}));
    std::string received;
    int pieces = 0;
    const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.method == "POST" && request.path == "/v1/uploads")
            return jsonAnswer(
                wireText(UploadAnswer{
                    .id = "up", .sha256 = sha256, .size = 100'000, .offset = std::int64_t(received.size())}),
                201);
        if (request.method != "PATCH")
            return std::nullopt;
        if (std::stoll(request.header("upload-offset")) != std::int64_t(received.size()))
            return problemAnswer(ProblemType::OffsetMismatch);
        received += request.body;
        HttpResponse response;
        response.status = 204;
        response.headers["upload-offset"] = std::to_string(received.size());
        if (++pieces == 2)
            return cut(); // it arrived, and nobody was told
        return response;
    };
    for (int i = 0; i < 10; ++i, service.now += 5min) {
        service.run([&](const HttpRequest &request) -> std::optional<Reply> {
            std::optional<Reply> reply = serve(request);
            if (request.method == "PATCH" && reply && std::holds_alternative<HttpResponse>(*reply) &&
                std::get<HttpResponse>(*reply).status == 409)
                std::get<HttpResponse>(*reply).headers["upload-offset"] = std::to_string(received.size());
            return reply;
        });
    }
    QCOMPARE(received.size(), bytes.size());
    QCOMPARE(service.status().blobs.files, 0);
    QCOMPARE(service.status().ops.waiting(), 0);
}

void TestSyncEngine::aForgottenUploadBeginsAgain()
{
    ScriptedService service;
    service.config.wholeBlob = 1'000;
    service.openEngine();
    const std::string sha256 = *service.store->blobs().put(std::string(100'000, 'y'));
    Attachment portrait = service.attachment({}, sha256);
    portrait.facts.bytes = 100'000;
    QVERIFY(service.add(one, {}));
    QVERIFY(service.does(one, Withdraw{}));
    QVERIFY(service.does(one, AttachPortrait{portrait}));
    int begun = 0;
    for (int i = 0; i < 6; ++i, service.now += 5min) {
        service.run([&](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method == "POST" && request.path == "/v1/uploads")
                return jsonAnswer(wireText(UploadAnswer{"up-" + std::to_string(++begun), sha256, 100'000}), 201);
            if (request.method != "PATCH" || request.path == "/v1/uploads/up-1")
                return std::nullopt; // 404: it has expired
            HttpResponse response;
            response.status = 204;
            response.headers["upload-offset"] = "100000";
            response.headers["upload-complete"] = "?1";
            return response;
        });
    }
    QCOMPARE(begun, 2);
    QCOMPARE(service.status().blobs.files, 0);
}

/// D2.5.
void TestSyncEngine::aPageOfAnotherPlaceIsThrownAway()
{
    ScriptedService service;
    const auto lie = [&](std::int64_t since, const std::string &epoch) {
        return [&service, since, epoch](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/changes")
                return std::nullopt;
            ChangesPage page = service.page(request);
            page.since = since;
            page.next = 99;
            page.epoch = epoch;
            return jsonAnswer(wireText(page));
        };
    };
    service.run();
    service.now += 1min;
    service.run(lie(50, "epoch-1"));
    QCOMPARE(service.status().cursor, 0);
    service.now += 1min;
    service.run(lie(0, "epoch-0"));
    QCOMPARE(service.status().cursor, 0);
    service.now += 1min;
    service.run(lie(0, "epoch-1"));
    QCOMPARE(service.status().cursor, 99);
}

/// D4: every client is a witness.
void TestSyncEngine::aRewrittenLogIsRefused()
{
    ScriptedService service;
    MerkleTree log;
    MerkleTree rewritten;
    for (int i = 0; i < 5; ++i) {
        log.append(merkleLeaf("event " + std::to_string(i)));
        rewritten.append(merkleLeaf(i == 2 ? "another" : "event " + std::to_string(i)));
    }
    const auto show = [&](const MerkleTree &tree, std::uint64_t size) {
        return [&service, &tree, size](const HttpRequest &request) -> std::optional<Reply> {
            if (request.path != "/v1/changes")
                return std::nullopt;
            ChangesPage page = service.page(request);
            const auto hex = [](const MerkleHash &hash) {
                return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size()))
                    .toHex()
                    .toStdString();
            };
            CheckpointNote note{.size = std::int64_t(size), .root = hex(tree.root(size))};
            note.note = *signCheckpoint({"zsb.test/epoch-1", size, tree.root(size)}, service.key);
            for (const MerkleHash &hash : tree.consistencyProof(std::stoull(request.parameter("witness")), size))
                note.consistency.push_back(hex(hash));
            page.checkpoint = note;
            return jsonAnswer(wireText(page));
        };
    };
    service.run(show(log, 3));
    service.now += 1min;
    service.run(show(log, 5));
    QCOMPARE(readPeer(service.store->database())->value().witnessSize, 5);
    QVERIFY(service.status().mood != SyncMood::Alarm);
    service.now += 1min;
    service.run(show(rewritten, 5));
    QCOMPARE(service.status().mood, SyncMood::Alarm);
    const std::size_t before = service.asked.size();
    service.now += 1h;
    service.run();
    QCOMPARE(service.asked.size(), before);
}

/// D2.6.
void TestSyncEngine::aRestoredServerGetsEverythingAgain()
{
    ScriptedService service;
    QVERIFY(service.add(one, {}));
    service.run();
    service.epoch = "epoch-2";
    service.now += 1min;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path == "/v1/changes" && request.parameter("epoch") != service.epoch)
            return problemAnswer(ProblemType::EpochChanged, {{"epoch", service.epoch}});
        return std::nullopt;
    });
    service.now += 1min;
    service.run();
    QCOMPARE(service.times("/v1/ops:batch"), 2);
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
    QCOMPARE(readPeer(service.store->database())->value().epoch, service.epoch);
}

/// P.2: what is not told of any more has left.
void TestSyncEngine::whatLeftTheScopeIsTakenAway()
{
    ScriptedService service;
    StoreFixture elsewhere;
    QVERIFY(elsewhere.add(one, {}));
    ApplicationState state = *elsewhere.store->state(one);
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/changes")
            return std::nullopt;
        ChangesPage page = service.page(request);
        page.rows.push_back({.id = one, .version = 4, .seq = 4, .state = state});
        page.next = 4;
        return jsonAnswer(wireText(page));
    });
    QVERIFY(!service.store->state(one)->fields.empty());
    service.now += 1min;
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/changes")
            return std::nullopt;
        if (request.parameter("scope") != "less")
            return problemAnswer(ProblemType::ScopeChanged, {{"scope", "less"}});
        ChangesPage page = service.page(request);
        page.scope = "less";
        return jsonAnswer(wireText(page));
    });
    QVERIFY(service.store->state(one)->fields.empty());
    QCOMPARE(service.store->state(one)->cancelReason, std::string("left-scope"));
}

/// D2.8: at the limit nothing more is taken in; what was decided still goes out.
void TestSyncEngine::aFullDiskStillSends()
{
    ScriptedService service;
    service.run(); // whose service it is was known before
    QVERIFY(service.add(one, {}));
    service.freeBytes = 10 << 20;
    service.now += 1min;
    service.run();
    QCOMPARE(service.times("/v1/changes"), 1);
    QCOMPARE(service.status().ops.answered.at("accepted"), 4);
    QCOMPARE(service.status().trouble, SyncTrouble::Storage);
    service.engine->fetch({.sha256 = std::string(64, 'f')});
    service.run();
    QCOMPARE(service.engine->takeFetched().front().problem, std::string("storage"));
}

/// P.7.
void TestSyncEngine::theClockIsMeasured()
{
    ScriptedService service;
    service.serverAhead = 11min;
    service.run();
    QCOMPARE(service.status().clock.offset, std::chrono::milliseconds(11min));
}

void TestSyncEngine::aFileIsFetchedOnce()
{
    ScriptedService service;
    const std::string bytes = "a picture of another";
    const std::string sha256 = sha256Hex(bytes);
    service.engine->fetch({.sha256 = sha256});
    service.engine->fetch({.sha256 = sha256});
    const auto serve = [&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/blobs/" + sha256)
            return std::nullopt;
        HttpResponse response;
        response.headers["content-type"] = "image/jpeg";
        response.body = bytes;
        return response;
    };
    service.run(serve);
    QCOMPARE(service.times("/v1/blobs/" + sha256), 1);
    QVERIFY(service.store->blobs().contains(sha256));
    QCOMPARE(service.engine->takeFetched().front().problem, std::string());
    service.engine->fetch({.sha256 = sha256Hex("x")});
    service.run([&](const HttpRequest &request) { return serve(request); });
    QCOMPARE(service.engine->takeFetched().front().problem, std::string("not-found"));
}

/// Somebody who takes a hundred files asks for more pictures at once than one person may: that is no trouble to be told
/// of, and costs as long as the server says, not minutes.
void TestSyncEngine::aServerThatWantsItSlowerIsNoTrouble()
{
    ScriptedService service;
    service.run();
    for (const char *name : {"a", "b", "c", "d"})
        service.engine->fetch({.sha256 = name});
    service.run([](const HttpRequest &request) -> std::optional<Reply> {
        if (!request.path.starts_with("/v1/blobs/"))
            return std::nullopt;
        HttpResponse slower = problemAnswer(ProblemType::RateLimited);
        slower.headers["retry-after"] = "1";
        return slower;
    });
    QCOMPARE(service.status().trouble, SyncTrouble::None);
    QCOMPARE(service.status().mood, SyncMood::UpToDate);
    QVERIFY(service.engine->wakeAt(service.now) >= service.now + 1s);
    QVERIFY(service.engine->wakeAt(service.now) <= service.now + 2s);
    service.now += 2s;
    service.run();
    QCOMPARE(service.engine->takeFetched().size(), std::size_t(4));
}

/// docs/sync.md, leases.
void TestSyncEngine::theFileThatIsLookedAtIsFetchedFirst()
{
    ScriptedService service;
    service.run();
    for (const char *name : {"c", "b", "a"})
        service.engine->fetch({.sha256 = name});
    service.engine->fetch({.sha256 = "c", .preview = true});
    service.engine->hasten({.sha256 = "c"});
    service.engine->hasten({.sha256 = "nobody asked for it"});
    service.asked.clear();
    service.run();
    std::vector<std::string> paths;
    for (const HttpRequest &request : service.asked) {
        if (request.path.starts_with("/v1/blobs/"))
            paths.push_back(request.path.substr(std::string("/v1/blobs/").size()));
    }
    QCOMPARE(paths, (std::vector<std::string>{"c", "c/preview", "a", "b"}));
}

void TestSyncEngine::reconcileNamesWhatDiffers()
{
    ScriptedService service;
    service.engine->reconcile();
    service.run([&](const HttpRequest &request) -> std::optional<Reply> {
        if (request.path != "/v1/reconcile")
            return std::nullopt;
        ReconcileAnswer answer{.epoch = service.epoch, .applications = 1};
        answer.differing[sha256Hex("app-9").substr(0, 2)]["app-9"] = 3;
        return jsonAnswer(wireText(answer));
    });
    const std::vector<ReconcileReport> reports = service.engine->takeReports();
    QCOMPARE(reports.size(), 1);
    QVERIFY(!reports.front().agrees());
    QCOMPARE(reports.front().missingHere, std::vector<std::string>{"app-9"});
}

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
