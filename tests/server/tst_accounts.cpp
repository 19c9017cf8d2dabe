#include "core/protocol/problem.h"
#include "core/server/captcha.h"
#include "core/storage/store.h"
#include "tests/server/door.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

std::map<std::string, std::string> detailsOf(const HttpResponse &response)
{
    return readWire<Problem>(response.body)->details;
}

} // namespace

/// Accounts of candidates (A1.1.*, A1.2.*).
class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void aPersonRegistersWithACodeAndSignsIn()
    {
        Door door;
        door.registered();
        const AccountSession session = door.session();
        QCOMPARE(door.f.ask("GET", "/v1/applications/none", session.access).status, 404);
        QCOMPARE(door.f.ask("GET", "/v1/changes", session.access).status, 403);
        QCOMPARE(door.signIn("wrong password").status, 401);
    }

    void everyProblemNamesItsMember()
    {
        Door door;
        AccountForm form = Door::form("000000");
        form.documentNumber = "110105194912310021";
        form.phone = "1390000";
        form.password = "short";
        const auto details = detailsOf(door.make(form));
        QCOMPARE(details.at("document_number"), std::string("identity.checksum"));
        QCOMPARE(details.at("document_number_again"), std::string("differs"));
        QCOMPARE(details.at("phone"), std::string("contact.phone-form"));
        QCOMPARE(details.at("password"), std::string("too-short"));
        QCOMPARE(details.at("password_again"), std::string("differs"));
    }

    void passwordsThatAnybodyGuessesAreRefused_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("what");
        QTest::newRow("seven signs") << "a1b2c3d"
                                     << "too-short";
        QTest::newRow("eight signs") << "a1b2c3d4"
                                     << "";
        QTest::newRow("number") << "11010519491231002x"
                                << "is-the-number";
        QTest::newRow("end of the number") << "31231002X"
                                           << ""; // not in it
        QTest::newRow("last eight") << "1231002X"
                                    << "is-the-number";
        QTest::newRow("phone") << "x13900000001"
                               << "is-the-phone";
        QTest::newRow("birth date") << "a19491231"
                                    << "is-the-birth-date";
        QTest::newRow("one sign") << "aaaaaaaaa"
                                  << "common";
        QTest::newRow("counting") << "987654321"
                                  << "common";
        QTest::newRow("keyboard") << "qwertyuiop"
                                  << "common";
        QTest::newRow("list") << "Passw0rd"
                              << "common";
    }
    void passwordsThatAnybodyGuessesAreRefused()
    {
        QFETCH(QString, given);
        QFETCH(QString, what);
        Door door;
        AccountForm form = Door::form("000000");
        form.password = form.passwordAgain = given.toStdString();
        const auto details = detailsOf(door.make(form));
        const auto found = details.find("password");
        QCOMPARE(found == details.end() ? std::string() : found->second, what.toStdString());
    }

    void aVirtualPhoneGetsNoCode()
    {
        Door door;
        const HttpResponse response = door.askCode("16200000001");
        QCOMPARE(response.status, 422);
        QCOMPARE(detailsOf(response).at("phone"), std::string("contact.phone-virtual"));
    }

    void theNextCodeComesAfterAMinute()
    {
        Door door;
        QCOMPARE(door.askCode().status, 202);
        door.f.now += 59s;
        const HttpResponse early = door.askCode();
        QCOMPARE(early.status, 429);
        QCOMPARE(early.header("retry-after"), std::string("1"));
        door.f.now += 1s;
        QCOMPARE(door.askCode().status, 202);
    }

    void aPhoneGetsTenCodesADay()
    {
        Door door;
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(door.askCode().status, 202);
            door.f.now += 1min;
        }
        QCOMPARE(door.askCode().status, 429);
        door.f.now += 24h - 9min;
        QCOMPARE(door.askCode().status, 202);
    }

    void aCodeIsGoodForTenMinutesAndFiveTries()
    {
        Door door;
        const std::string old = door.code();
        door.f.now += 10min;
        QCOMPARE(detailsOf(door.make(Door::form(old))).at("code"), std::string("over"));
        const std::string code = door.code();
        const std::string wrong = code == "123456" ? "654321" : "123456";
        for (int i = 0; i < 4; ++i)
            QCOMPARE(detailsOf(door.make(Door::form(wrong))).at("code"), std::string("wrong"));
        QCOMPARE(door.make(Door::form(code)).status, 201); // the fifth
        door.f.now += 1min;
        const std::string next = door.code("13900000002");
        for (int i = 0; i < 5; ++i)
            static_cast<void>(door.make(Door::form(next == wrong ? "111111" : wrong, "13900000002", otherNumber)));
        QCOMPARE(detailsOf(door.make(Door::form(next, "13900000002", otherNumber))).at("code"), std::string("over"));
    }

    void whoAsksLearnsNothingOfAPhone()
    {
        Door door;
        door.registered();
        door.f.now += 1min;
        const HttpResponse known = door.askCode();
        const HttpResponse unknown = door.askCode("13900000002");
        QCOMPARE(known.status, unknown.status);
        QCOMPARE(known.body, unknown.body);
        QCOMPARE(door.askCode("13900000003", CodePurpose::Reset).body, known.body);
        door.phones.heard.clear();
        door.pump();
        QCOMPARE(door.phones.heard.size(), std::size_t(2)); // a word to the one, a code to the other, nothing to nobody
        const auto taken = std::ranges::find(door.phones.heard, messagePhoneTaken, &Message::kind);
        QVERIFY(taken != door.phones.heard.end() && taken->body.empty());
    }

    void aMessageIsSentOnceItCan()
    {
        Door door;
        QCOMPARE(door.askCode().status, 202);
        door.phones.works = false;
        for (int second = 0; second < 60; ++second, door.f.now += 1s)
            door.pump(); // a provider that is out for a minute loses no code
        QVERIFY(door.phones.heard.empty());
        QVERIFY2(door.phones.refused < 10, "asked less and less often");
        door.phones.works = true;
        for (int second = 0; second < 60; ++second, door.f.now += 1s)
            door.pump();
        QCOMPARE(door.phones.heard.size(), std::size_t(1));
        QCOMPARE(maskedPhone(phone), std::string("139****0001"));
    }

    void anOccupiedNumberIsToldWhereToGo()
    {
        Door door;
        door.registered();
        const HttpResponse response = door.make(Door::form(door.code("13900000002"), "13900000002"));
        QCOMPARE(response.status, 409);
        QCOMPARE(detailsOf(response).at("then"), std::string("in-person"));
        QCOMPARE(detailsOf(response).at("where"), std::string("school,county"));
    }

    void fiveFailuresLockTheAccount()
    {
        Door door;
        door.registered();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(door.signIn("wrong password").status, 401);
        QCOMPARE(door.signIn("wrong password").status, 423);
        QCOMPARE(door.signIn().status, 423);
        door.f.now += 61s;
        QCOMPARE(door.signIn().status, 200);
        QCOMPARE(door.signIn(password, otherNumber).status, 401);
    }

    void aResetEndsTheSessionOfBefore()
    {
        Door door;
        door.registered();
        const AccountSession before = door.session();
        door.f.now += 1min;
        AccountForm form = Door::form(door.code(phone, CodePurpose::Reset));
        form.password = form.passwordAgain = "another one 8";
        QCOMPARE(door.f.ask("POST", "/v1/accounts/reset", {}, wireText(form)).status, 200);
        QCOMPARE(door.f.ask("GET", "/v1/applications/none", before.access).status, 401);
        QCOMPARE(door.signIn().status, 401);
        QCOMPARE(door.signIn("another one 8").status, 200);
    }

    void aCaptchaIsAskedWhereThereIsOne()
    {
        Door door;
        const auto suite = *cryptoSuite(SuiteId::International);
        const SumCaptcha gate(suite, door.f.key->secret, door.f.random());
        const CaptchaQuestion question = gate.ask(door.f.now);
        const auto plus = question.question.find(" + ");
        const std::string sum = std::to_string(std::stoi(question.question.substr(0, plus)) +
                                               std::stoi(question.question.substr(plus + 3)));
        QVERIFY(gate.isRight(question.id, " " + sum, door.f.now));
        QVERIFY(!gate.isRight(question.id, sum + "1", door.f.now));
        QVERIFY(!gate.isRight(question.id, sum, door.f.now + 5min));
        QVERIFY(!gate.isRight("", sum, door.f.now));
    }

    void inPersonANumberGoesToItsOwner()
    {
        Door door;
        door.registered();
        const AccountSession squatter = door.session();
        const std::string desk = door.f.token("reg", registrarOfAll);
        const std::string paper = "a photograph of the document";
        QCOMPARE(door.f.ask("PUT", "/v1/blobs/" + sha256Hex(paper), desk, paper).status, 201);
        AssistAccount asked{"registrar", Door::form({}, "13900000002"), {}, "showed the card"};
        asked.form.password = asked.form.passwordAgain = "the owner's 9";
        door.f.now += 1s; // histories are in the order of time
        const std::string path = "/v1/accounts/" + squatter.account + "/reclaim";
        QCOMPARE(door.f.ask("POST", path, desk, wireText(asked)).status, 422);
        asked.evidence = sha256Hex(paper);
        QCOMPARE(door.f.ask("POST", path, door.f.token("ann", reviewerOfAll), wireText(asked)).status, 403);
        QCOMPARE(door.f.ask("POST", path, squatter.access, wireText(asked)).status, 403);
        QCOMPARE(door.f.ask("POST", path, desk, wireText(asked)).status, 201);
        QCOMPARE(door.f.ask("GET", "/v1/applications/none", squatter.access).status, 401);
        QCOMPARE(door.signIn("the owner's 9").status, 200);
        const HttpResponse found =
            door.f.ask("POST", "/v1/accounts:find", desk, wireText(FindAccount{"ID", number, {}}));
        const AccountList list = *readWire<AccountList>(found.body);
        QCOMPARE(list.accounts.size(), std::size_t(2));
        QCOMPARE(list.accounts[0].history.back().kind, std::string("reclaimed"));
        QCOMPARE(list.accounts[0].history.back().evidence, sha256Hex(paper));
        QCOMPARE(list.accounts[1].state, std::string("closed"));
        QCOMPARE(list.accounts[1].history.front().kind, std::string("registered"));
        QCOMPARE(list.accounts[1].history.back().other, list.accounts[0].account);
        QVERIFY(found.body.find(number) == std::string::npos && found.body.find(phone) == std::string::npos);
        QCOMPARE(door.f.ask("POST", path, desk, wireText(asked)).status, 404); // once
    }

    void staffRegisterAndResetInPerson()
    {
        Door door;
        const std::string desk = door.f.token("reg", {{.role = "county"}});
        AssistAccount asked{"county", Door::form({}), {}, {}};
        const HttpResponse made = door.f.ask("POST", "/v1/accounts:assist", desk, wireText(asked));
        QCOMPARE(made.status, 201);
        QCOMPARE(door.f.ask("POST", "/v1/accounts:assist", desk, wireText(asked)).status, 409);
        const AccountSession before = door.session();
        asked.form.password = asked.form.passwordAgain = "another one 8";
        const std::string path = "/v1/accounts/" + readWire<AccountMade>(made.body)->account + "/reset";
        QCOMPARE(door.f.ask("POST", path, desk, wireText(asked)).status, 200);
        QCOMPARE(door.f.ask("GET", "/v1/applications/none", before.access).status, 401);
        QCOMPARE(door.signIn("another one 8").status, 200);
    }

    void aCandidateHasOneFileAndNobodyElses()
    {
        Door door;
        door.registered();
        const AccountSession mine = door.session();
        const std::string desk = door.f.token("reg", registrarOfAll);
        static_cast<void>(door.f.send(desk, {{door.f.command("theirs", CreateDraft{"T", Origin::Desk})}}));
        QCOMPARE(door.f.ask("GET", "/v1/applications/theirs", mine.access).status, 404);
        const Op create{door.command(mine, "mine", CreateDraft{"M", Origin::Online})};
        const Op consent{door.command(mine, "mine", AcceptNotice{"ticked"}), 0, create.command.id};
        const Op type{door.command(mine, "mine", ChooseType{"N1"}), 0, consent.command.id};
        const Op second{door.command(mine, "second", CreateDraft{"S", Origin::Online})};
        const OpAnswers answers = door.f.send(mine.access, {create, consent, type, second});
        QCOMPARE(answers.answers[2].outcome, OpOutcome::Accepted);
        QCOMPARE(answers.answers[3].refusal, std::string("already-exists"));
        QCOMPARE(door.f.ask("GET", "/v1/applications/mine", mine.access).status, 200);
        const Op others{door.command(mine, "mine", SetFields{{{Field::DocumentNumber, otherNumber}}}), 3};
        const Op own{door.command(mine, "mine", SetFields{{{Field::DocumentNumber, number}, {Field::Phone, phone}}}),
                     3};
        const Op portrait{door.command(mine, "mine", RecordIdentity{}), 3};
        const Op theirs{door.command(mine, "theirs", Cancel{"x"}), 1};
        const OpAnswers later = door.f.send(mine.access, {others, own, portrait, theirs});
        QCOMPARE(later.answers[0].refusal, std::string("field-unchangeable"));
        QCOMPARE(later.answers[1].outcome, OpOutcome::Accepted);
        QCOMPARE(later.answers[2].refusal, std::string("role-may-not"));
        QCOMPARE(later.answers[3].outcome, OpOutcome::Forbidden);
    }

    void aFileBegunAtADeskIsTheirsByItsNumber()
    {
        Door door;
        door.registered();
        const AccountSession mine = door.session();
        const std::string desk = door.f.token("reg", registrarOfAll);
        const Op create{door.f.command("d", CreateDraft{"D", Origin::Desk})};
        const Op consent{door.f.command("d", AcceptNotice{"signed"}), 0, create.command.id};
        const Op type{door.f.command("d", ChooseType{"N1"}), 0, consent.command.id};
        const Op fill{door.f.command("d", SetFields{{{Field::DocumentNumber, number}}}), 0, type.command.id};
        static_cast<void>(door.f.send(desk, {create, consent, type}));
        QCOMPARE(door.f.ask("GET", "/v1/applications/d", mine.access).status, 404);
        static_cast<void>(door.f.send(desk, {fill}));
        QCOMPARE(door.f.ask("GET", "/v1/applications/d", mine.access).status, 200);
    }

    /// Two services on one database: a phone hears a code once, and the other one sends when this one is gone.
    void oneOfSeveralServicesSendsTheCodes()
    {
        if (!testsPostgres())
            QSKIP("a folder with SQLite is one service's alone");
        Door door;
        auto first = *MessagePump::open(door.f.season());
        const auto second = *MessagePump::open(door.f.season());
        QCOMPARE(first->run(door.phones, door.f.now).value(), 0); // it has the turn
        QCOMPARE(door.askCode().status, 202);
        QCOMPARE(second->run(door.phones, door.f.now).value(), 0);
        QCOMPARE(first->run(door.phones, door.f.now).value(), 1);
        QCOMPARE(door.askCode("13900000002").status, 202);
        first.reset();
        const auto hasHeardTwo = [&] { // its turn ends when the database notices that it is gone
            return second->run(door.phones, door.f.now).has_value() && door.phones.heard.size() == 2;
        };
        QTRY_VERIFY(hasHeardTwo());
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
