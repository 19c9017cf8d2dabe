#include "tests/server/serverfixture.h"

#include "core/protocol/leases.h"
#include "core/protocol/notices.h"
#include "core/protocol/receipt.h"
#include "core/storage/chain.h"
#include "tests/server/filesinreview.h"

#include <QTest>

using namespace zsb;

/// SYNC.md D2 and P.4 to P.6 as the service keeps them.
class TestOps : public QObject
{
    Q_OBJECT

private slots:
    void theSameOpAgainGetsTheSameAnswerReceiptIncluded()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const Op op{f.command("a", CreateDraft{"BM1", Origin::Desk})};
        const OpAnswers first = f.send(token, {op});
        QVERIFY(!first.answers.front().receipt.empty());
        const OpAnswers again = f.send(token, {op});
        QVERIFY(first.answers == again.answers);
        QCOMPARE(f.changes(token, 0).rows.front().version, 1);
    }

    void aReceiptIsSignedByTheServer()
    {
        ServerFixture f;
        const OpAnswers answers =
            f.send(f.token("reg", registrarOfAll), {{f.command("a", CreateDraft{"BM1", Origin::Desk})}});
        const OpAnswer &answer = answers.answers.front();
        const std::string signature = QByteArray::fromBase64(QByteArray::fromStdString(answer.receipt)).toStdString();
        QVERIFY(f.suite->verify(f.key->publicKey, receiptText(answer), signature));
        OpAnswer other = answer;
        other.outcome = OpOutcome::Refused;
        QVERIFY(!f.suite->verify(f.key->publicKey, receiptText(other), signature));
    }

    void anIdUsedForAnotherCommandIsAMismatchAndChangesNothing()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        Op op{f.command("a", CreateDraft{"BM1", Origin::Desk})};
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Accepted);
        op.command.body = CreateDraft{"BM2", Origin::Desk};
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Mismatch);
        QCOMPARE(f.changes(token, 0).rows.front().state->applicationNo, std::string("BM1"));
    }

    void nobodySendsForAnother()
    {
        ServerFixture f;
        const Op op{f.command("a", CreateDraft{"BM1", Origin::Desk}, "somebody-else")};
        QCOMPARE(f.send(f.token("reg", registrarOfAll), {op}).answers.front().outcome, OpOutcome::Forbidden);
    }

    /// P.8: within a grace the pack before ours is good, under the name of ours; no other is.
    void commandsOfAnEarlierPackAreTakenWhileItIsNamed()
    {
        for (const bool isNamed : {true, false}) {
            ServerFixture f;
            if (isNamed)
                f.config.earlierPacks = {"earlier"};
            f.open();
            Op op{f.command("a", CreateDraft{"BM1", Origin::Desk})};
            op.command.packHash = "earlier";
            const std::string token = f.token("reg", registrarOfAll);
            const OpAnswer answer = f.send(token, {op}).answers.front();
            QCOMPARE(answer.outcome, isNamed ? OpOutcome::Accepted : OpOutcome::Refused);
            QCOMPARE(f.changes(token, 0).rows.size(), std::size_t(isNamed));
            if (!isNamed)
                QCOMPARE(answer.refusal, std::string(idOf(RefusalCode::PackMismatch)));
        }
    }

    void oneBadOpHarmsNoOther()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const OpAnswers answers = f.send(token, {{f.command("a", CreateDraft{"BM1", Origin::Desk})},
                                                 {f.command("a", Submit{}), 1},
                                                 {f.command("b", CreateDraft{"BM2", Origin::Desk})}});
        QCOMPARE(answers.answers[0].outcome, OpOutcome::Accepted);
        QCOMPARE(answers.answers[1].outcome, OpOutcome::Refused);
        QVERIFY(!answers.answers[1].refusal.empty());
        QCOMPARE(answers.answers[2].outcome, OpOutcome::Accepted);
    }

    void anOpThatStandsOnOneThatDidNotHappenDoesNotHappen()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const Op create{f.command("a", CreateDraft{"BM1", Origin::Desk})};
        Op bad{f.command("a", ConfirmForm{}), 0, create.command.id};
        Op follows{f.command("a", AcceptNotice{"signed"}), 0, bad.command.id};
        const OpAnswers answers = f.send(token, {create, bad, follows});
        QCOMPARE(answers.answers[1].outcome, OpOutcome::Refused);
        QCOMPARE(answers.answers[2].outcome, OpOutcome::Refused);
        QCOMPARE(answers.answers[2].details.at("after"), bad.command.id.value);
        QCOMPARE(f.changes(token, 0).rows.front().version, 1);
    }

    void anOpWhoseForerunnerIsMissingWaits()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const Op create{f.command("a", CreateDraft{"BM1", Origin::Desk})};
        const Op follows{f.command("a", AcceptNotice{"signed"}), 0, create.command.id};
        const OpAnswers early = f.send(token, {follows});
        QCOMPARE(early.answers.front().outcome, OpOutcome::Later);
        QVERIFY(early.answers.front().retryAfterMs > 0);
        QCOMPARE(f.send(token, {create}).answers.front().outcome, OpOutcome::Accepted);
        QCOMPARE(f.send(token, {follows}).answers.front().outcome, OpOutcome::Accepted);
    }

    void filesComeBeforeTheOpsThatSpeakOfThem()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const std::string bytes = "not a picture";
        const std::string sha256 = sha256Hex(bytes);
        FileInReview file(f, "a");
        Attachment attachment{.slot = "student_card", .sha256 = sha256, .fileName = "x.jpg", .addedAt = f.now};
        attachment.facts.format = ImageFormat::Jpeg; // so the client says
        const Op op{f.command("draft", CreateDraft{"BM9", Origin::Desk})};
        QCOMPARE(f.send(token, {op}).answers.front().outcome, OpOutcome::Accepted);
        const Op consent{f.command("draft", AcceptNotice{"signed"}), 1};
        const Op type{f.command("draft", ChooseType{"N1"}), 1, consent.command.id};
        const Op attach{f.command("draft", AttachMaterial{attachment}), 1, type.command.id};
        const OpAnswers answers = f.send(token, {consent, type, attach});
        QCOMPARE(answers.answers[2].outcome, OpOutcome::MissingBlobs);
        QVERIFY(answers.answers[2].missing == std::vector<std::string>{sha256});
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256, token, bytes).status, 201);
        QCOMPARE(f.send(token, {attach}).answers.front().outcome, OpOutcome::Accepted);
        const ChangesPage page = f.changes(token, 0);
        const auto row = std::ranges::find(page.rows, ApplicationId{"draft"}, &ChangeRow::id);
        QVERIFY(row->state->materials.at("student_card").front().facts.format == ImageFormat::Unknown); // so we found
    }

    void twoReviewersWhoAgreeAndTwoWhoDoNot()
    {
        ServerFixture f;
        FileInReview file(f, "a");
        const int base = file.version();
        const std::vector<Op> ann = file.decision("ann", base, Doubt{{}, "one"});
        const std::vector<Op> bob = file.decision("bob", base, Doubt{{}, "two"});
        const std::vector<Op> eve = file.decision("eve", base, Refuse{{{"101", {}, {}}}, {}});
        QCOMPARE(f.send(f.token("ann", reviewerOfAll), ann).answers.back().outcome, OpOutcome::Accepted);
        QCOMPARE(f.send(f.token("bob", reviewerOfAll), bob).answers.back().outcome, OpOutcome::Concurring);
        QCOMPARE(f.send(f.token("eve", reviewerOfAll), eve).answers.back().outcome, OpOutcome::Disputed);
        const ApplicationState state = file.state();
        QCOMPARE(state.review.phase, Phase::Disputed);
        QCOMPARE(state.decisions.size(), std::size_t(1));
        QCOMPARE(state.contested.size(), std::size_t(2));
        const HttpResponse told = f.ask("GET", "/v1/notices", f.token("ann", reviewerOfAll));
        QVERIFY(told.body.find("concurring") != std::string::npos);
        QVERIFY(told.body.find("disputed") != std::string::npos);
        const HttpResponse list = f.ask("GET", "/v1/disputes", f.token("sue", {{.role = "supervisor"}}));
        QVERIFY(list.body.find("\"eve\"") != std::string::npos);
    }

    /// docs/sync.md: read on one computer is read on every other of that person, and of nobody else.
    void whatSomebodyHasReadIsReadForThemAlone()
    {
        ServerFixture f;
        FileInReview file(f, "a");
        const int base = file.version();
        for (const char *who : {"ann", "bob", "eve"}) {
            const CommandBody body =
                who == std::string("eve") ? CommandBody(Refuse{{{"101", {}, {}}}, {}}) : CommandBody(Doubt{{}, who});
            static_cast<void>(f.send(f.token(who, reviewerOfAll), file.decision(who, base, body)));
        }
        const auto told = [&f] {
            return readWire<NoticePage>(f.ask("GET", "/v1/notices", f.token("ann", reviewerOfAll)).body)->notices;
        };
        const auto read = [&f](const std::string &who, const NoticesRead &what) {
            return f.ask("POST", "/v1/notices:read", f.token(who, reviewerOfAll), wireText(what)).status;
        };
        const std::vector<NoticeRow> notices = told();
        QCOMPARE(notices.size(), std::size_t(2));
        QVERIFY(std::ranges::none_of(notices, &NoticeRow::read));
        QCOMPARE(read("eve", {{notices[0].seq, notices[1].seq}}), 204); // not eve's
        QVERIFY(told() == notices);
        QCOMPARE(read("ann", {{notices[0].seq, 4'711}}), 204);
        QCOMPARE(read("ann", {{notices[0].seq}}), 204); // again changes nothing
        QVERIFY(told()[0].read && !told()[1].read);
        QCOMPARE(read("ann", {std::vector<std::int64_t>(noticesAtOnce + 1, 1)}), 413);
        QVERIFY(!told()[1].read);
    }

    void aDecisionMadeOfflineIsDoneWhenNobodyTouchedTheFile()
    {
        ServerFixture f;
        FileInReview file(f, "a");
        const std::vector<Op> ops = file.decision("ann", file.version(), Doubt{{}, "?"});
        QCOMPARE(f.send(f.token("ann", reviewerOfAll), {ops[0]}).answers.front().outcome, OpOutcome::Accepted);
        f.now += std::chrono::hours(9); // the claim is long over
        QCOMPARE(f.send(f.token("ann", reviewerOfAll), {ops[1]}).answers.front().outcome, OpOutcome::Accepted);
    }

    void leasesKeepPeopleOffEachOthersFiles()
    {
        ServerFixture f;
        FileInReview one(f, "a");
        FileInReview two(f, "b");
        const LeaseRequest request{.count = 1, .minutes = 30, .role = "school"};
        const auto lease = [&](const std::string &who, const LeaseRequest &asked) {
            const HttpResponse response = f.ask("POST", "/v1/leases", f.token(who, reviewerOfAll), wireText(asked));
            return *readWire<LeaseAnswer>(response.body);
        };
        const LeaseAnswer ann = lease("ann", request);
        const LeaseAnswer bob = lease("bob", request);
        QCOMPARE(ann.leases.size(), std::size_t(1));
        QCOMPARE(bob.leases.size(), std::size_t(1));
        QVERIFY(ann.leases.front().application != bob.leases.front().application);
        QVERIFY(ann.leases.front().until == f.now + std::chrono::minutes(30));
        QVERIFY(lease("eve", request).leases.empty());
        const LeaseAnswer wanted = lease("eve", {.files = {ann.leases.front().application}, .role = "school"});
        QCOMPARE(wanted.taken.size(), std::size_t(1));
        static_cast<void>(lease("ann", {.release = {ann.leases.front().application}, .role = "school"}));
        QCOMPARE(lease("eve", request).leases.size(), std::size_t(1));
    }

    /// However the database gives them: whoever asks gets the most urgent, and again what somebody handed back.
    void theMostUrgentIsLeasedFirst()
    {
        ServerFixture f;
        for (const char *id : {"d", "c", "b", "a"}) // of equal deadlines the first number
            const FileInReview file(f, id);
        const auto lease = [&](const LeaseRequest &asked) {
            return *readWire<LeaseAnswer>(
                f.ask("POST", "/v1/leases", f.token("ann", reviewerOfAll), wireText(asked)).body);
        };
        const LeaseRequest two{.count = 2, .minutes = 30, .role = "school"};
        for (int round = 0; round < 2; ++round) {
            const LeaseAnswer got = lease(two);
            QCOMPARE(got.leases.size(), std::size_t(2));
            QCOMPARE(got.leases[0].application.value, std::string("a"));
            QCOMPARE(got.leases[1].application.value, std::string("b"));
            static_cast<void>(lease({.release = {{"a"}, {"b"}}, .role = "school"}));
        }
    }

    void thefeedIsAskedPageByPageAndMissesNothing()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        for (int i = 0; i < 7; ++i)
            static_cast<void>(f.send(token, {{f.command("a" + std::to_string(i), CreateDraft{{}, Origin::Desk})}}));
        std::set<std::string> seen;
        std::int64_t since = 0;
        for (bool more = true; more;) {
            const ChangesPage page = f.changes(token, since, 3);
            QCOMPARE(page.since, since);
            QVERIFY(page.next >= since);
            for (const ChangeRow &row : page.rows)
                seen.insert(row.id.value);
            since = page.next;
            more = page.more;
        }
        QCOMPARE(seen.size(), std::size_t(7));
        QVERIFY(f.changes(token, since).rows.empty());
    }

    void aPageOfAnotherEpochOrScopeIsRefused()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        QCOMPARE(f.ask("GET", "/v1/changes?epoch=other", token).status, 410);
        QCOMPARE(f.ask("GET", "/v1/changes?scope=other", token).status, 410);
        QCOMPARE(f.ask("GET", "/v1/changes?since=99", token).status, 410);
        const ChangesPage page = f.changes(token, 0);
        QCOMPARE(f.ask("GET", "/v1/changes?epoch=" + page.epoch + "&scope=" + page.scope, token).status, 200);
    }

    void afterARestoreWhatClientsHoldComesBackAndNothingIsDoneTwice()
    {
        ServerFixture f;
        FileInReview file(f, "a");
        const std::string old = f.server->epoch();
        const int base = file.version();
        // what the server has lost: bob's look at a version it no longer has
        std::vector<Op> bob = file.decision("bob", base + 2, Doubt{{}, "?"});
        for (Op &op : bob)
            op.epoch = old;
        f.renewEpoch();
        QVERIFY(f.server->epoch() != old);
        const OpAnswers early = f.send(f.token("bob", reviewerOfAll), {bob[0]});
        QVERIFY(early.answers.front().outcome == OpOutcome::Accepted ||
                early.answers.front().outcome == OpOutcome::Later);
        // an op of before the restore is known by the ledger
        QCOMPARE(f.send(f.token("import", {{.role = "import"}}), {file.ops().front()}).answers.front().outcome,
                 OpOutcome::Accepted);
        QCOMPARE(file.state().decisions.size(), std::size_t(0));
    }

    void everyAnswerSumsInTheStatistics()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        static_cast<void>(
            f.send(token, {{f.command("a", CreateDraft{{}, Origin::Desk})}, {f.command("a", Submit{}), 1}}));
        const HttpResponse response = f.ask("GET", "/v1/statistics", token);
        QVERIFY(response.body.find("\"files\":1") != std::string::npos);
        QVERIFY(response.body.find("\"ops\":2") != std::string::npos);
        QCOMPARE(f.ask("GET", "/v1/statistics", f.token("x", {{.role = "registrar", .colleges = {"10126"}}})).status,
                 403);
    }

    void theLogOfTheServerIsAChainAndItsHeadsContinueEachOther()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        static_cast<void>(f.send(token, {{f.command("a", CreateDraft{{}, Origin::Desk})}}));
        const ChangesPage first = f.changes(token, 0);
        static_cast<void>(f.send(token, {{f.command("b", CreateDraft{{}, Origin::Desk})}}));
        const HttpResponse response =
            f.ask("GET", "/v1/changes?since=0&witness=" + std::to_string(first.checkpoint->size), token);
        const ChangesPage second = *readWire<ChangesPage>(response.body);
        QCOMPARE(second.checkpoint->size, std::int64_t(2));
        QVERIFY(!second.checkpoint->consistency.empty());
        const std::string origin = "zsb/" + f.server->epoch();
        const auto seen = readCheckpoint(first.checkpoint->note, origin, f.key->publicKey);
        const auto shown = readCheckpoint(second.checkpoint->note, origin, f.key->publicKey);
        QVERIFY2(seen, seen ? "" : seen.error().detail.c_str());
        QVERIFY2(shown, shown ? "" : shown.error().detail.c_str());
        QVERIFY(f.log()->isGood());
    }

    /// A standby takes over, or the database is started again: the service is not.
    void aLostConnectionIsMadeAgain()
    {
        if (!testsPostgres())
            QSKIP("a file is not lost");
        const QByteArray name = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        qputenv("PGAPPNAME", name); // other tests are on the same server
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        static_cast<void>(f.send(token, {{f.command("a", CreateDraft{{}, Origin::Desk})}}));
        const auto operatorOf = Store::open(f.season());
        const QString cut = QStringLiteral("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                                           "WHERE pid <> pg_backend_pid() AND application_name = '%1'")
                                .arg(QString::fromLatin1(name));
        QVERIFY(*(*operatorOf)->database().number(cut) >= 2); // the reader's and the writer's
        QCOMPARE(f.changes(token, 0).rows.size(), std::size_t(1));
        const OpAnswers after = f.send(token, {{f.command("b", CreateDraft{{}, Origin::Desk})}});
        QCOMPARE(after.answers.at(0).outcome, OpOutcome::Accepted);
        QCOMPARE(f.changes(token, 0).rows.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestOps)
#include "tst_ops.moc"
