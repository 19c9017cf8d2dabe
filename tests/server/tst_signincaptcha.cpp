#include "core/crypto/totp.h"
#include "core/protocol/captcha.h"
#include "core/protocol/problem.h"
#include "core/protocol/session.h"
#include "core/server/administration.h"
#include "core/server/captcha.h"
#include "core/server/staff.h"
#include "tests/server/serverfixture.h"

#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

/// A service with a gate and one member of staff.
struct GuardedDesk
{
    ServerFixture f;
    NewSecrets secrets;

    GuardedDesk()
    {
        secrets = *(*Administration::open(f.parts()))->addUser("li", "李明", {{.role = "school"}});
        f.captcha = std::make_shared<const SumCaptcha>(f.suite, f.key->secret, f.random());
        f.open();
    }
    [[nodiscard]] std::string code() const
    {
        const auto store = Store::open(f.season());
        return totpCode((*Staff((*store)->database(), (*store)->codec()).byLogin("li"))->totp, totpStep(f.now));
    }
    [[nodiscard]] HttpResponse ask(const SignIn &who) { return f.ask("POST", "/v1/session", {}, wireText(who)); }
    [[nodiscard]] HttpResponse fail(const std::string &user) { return ask({.user = user, .password = "wrong"}); }
    void failThrice(const std::string &user)
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(problem(fail(user)), std::string("invalid-credentials"));
    }
    /// The right password and code, with that answer.
    [[nodiscard]] HttpResponse enter(const CaptchaQuestion &question, const std::string &answer)
    {
        return ask({.user = "li",
                    .password = secrets.password,
                    .totp = code(),
                    .captcha = question.id,
                    .captchaAnswer = answer});
    }

    [[nodiscard]] static std::string problem(const HttpResponse &response)
    {
        return readWire<Problem>(response.body)->type.substr(std::string("urn:zsb:problem:").size());
    }
    [[nodiscard]] static CaptchaQuestion questionIn(const HttpResponse &response)
    {
        return captchaIn(readWire<Problem>(response.body)->details);
    }
    [[nodiscard]] static std::string sumOf(const CaptchaQuestion &question)
    {
        const auto plus = question.question.find(" + ");
        return std::to_string(std::stoi(question.question.substr(0, plus)) +
                              std::stoi(question.question.substr(plus + 3)));
    }
};

} // namespace

/// From the fourth attempt under a name on, staff answer the captcha before their password is looked at (GB/T 22239,
/// 登录失败处理; SYNC.md D4). Who has the name, if anybody, makes no difference.
class TestSignInCaptcha : public QObject
{
    Q_OBJECT

private slots:
    void threeFailuresAreFree()
    {
        GuardedDesk desk;
        desk.failThrice("li");
        const HttpResponse asked = desk.fail(" LI "); // the same name
        QCOMPARE(asked.status, 401);
        QCOMPARE(desk.problem(asked), std::string("captcha-required"));
        QVERIFY(!desk.questionIn(asked).isEmpty());
        QVERIFY(desk.questionIn(asked).question.find(" + ") != std::string::npos);
        QCOMPARE(desk.problem(desk.fail("somebody else")), std::string("invalid-credentials"));
    }

    void theRightAnswerLetsThePasswordBeTried()
    {
        GuardedDesk desk;
        desk.failThrice("li");
        const CaptchaQuestion question = desk.questionIn(desk.fail("li"));
        QCOMPARE(desk.enter(question, desk.sumOf(question)).status, 200);
        desk.f.now += 30s;
        QCOMPARE(desk.enter({}, {}).status, 200); // a success begins anew
    }

    void aWrongOrLateAnswerIsAskedAnotherQuestion()
    {
        GuardedDesk desk;
        desk.failThrice("li");
        const CaptchaQuestion first = desk.questionIn(desk.fail("li"));
        const HttpResponse wrong = desk.enter(first, "0");
        QCOMPARE(desk.problem(wrong), std::string("captcha-required"));
        QVERIFY(desk.questionIn(wrong).id != first.id);
        desk.f.now += SumCaptcha::life;
        const HttpResponse late = desk.enter(first, desk.sumOf(first));
        QCOMPARE(desk.problem(late), std::string("captcha-required"));
        QCOMPARE(desk.problem(desk.enter(first, {})), std::string("captcha-required"));
        const CaptchaQuestion last = desk.questionIn(late);
        QCOMPARE(desk.enter(last, desk.sumOf(last)).status, 200);
    }

    /// Nothing is compared, nothing counted, nothing written: the door does not lock.
    void aWrongAnswerCostsNothing()
    {
        GuardedDesk desk;
        desk.failThrice("li");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(desk.problem(desk.fail("li")), std::string("captcha-required"));
        const CaptchaQuestion question = desk.questionIn(desk.fail("li"));
        QCOMPARE(desk.enter(question, desk.sumOf(question)).status, 200);
    }

    void theDoorLocksAfterFiveAsBefore()
    {
        GuardedDesk desk;
        desk.failThrice("li");
        const CaptchaQuestion question = desk.questionIn(desk.fail("li"));
        SignIn guess{.user = "li", .password = "wrong"};
        guess.captcha = question.id;
        guess.captchaAnswer = desk.sumOf(question);
        QCOMPARE(desk.problem(desk.ask(guess)), std::string("invalid-credentials"));
        QCOMPARE(desk.problem(desk.ask(guess)), std::string("locked-out"));
        QCOMPARE(desk.problem(desk.fail("li")), std::string("locked-out")); // a locked door asks nothing
        desk.f.now += 61s;
        QCOMPARE(desk.problem(desk.fail("li")), std::string("captcha-required"));
        const CaptchaQuestion next = desk.questionIn(desk.fail("li"));
        QCOMPARE(desk.enter(next, desk.sumOf(next)).status, 200);
    }

    /// Ten attempts in a row, and ten more when the lock is over: the same is said of a name nobody has.
    void whichNamesThereAreIsNotTold()
    {
        GuardedDesk desk;
        const auto saidOf = [&desk](const std::string &user) {
            QStringList said;
            CaptchaQuestion question;
            for (int i = 0; i < 20; ++i) {
                if (i == 10)
                    desk.f.now += 61s;
                SignIn guess{.user = user, .password = "wrong"};
                guess.captcha = question.id;
                guess.captchaAnswer = question.isEmpty() ? std::string() : desk.sumOf(question);
                const HttpResponse response = desk.ask(guess);
                question = desk.questionIn(response);
                said.append(QString::number(response.status) + u' ' + QString::fromStdString(desk.problem(response)) +
                            u' ' + QString::fromStdString(response.header("retry-after")));
            }
            desk.f.now += 1h; // so that the address may knock again
            return said;
        };
        const QStringList known = saidOf("li");
        QVERIFY(known.contains(QStringLiteral("423 locked-out 60")));
        QVERIFY(known.contains(QStringLiteral("423 locked-out 120")));
        QCOMPARE(saidOf("nobody"), known);
    }

    void withoutAGateNobodyIsAsked()
    {
        GuardedDesk desk;
        desk.f.captcha.reset();
        desk.f.open();
        desk.failThrice("li");
        QCOMPARE(desk.problem(desk.fail("li")), std::string("invalid-credentials"));
        QCOMPARE(desk.problem(desk.fail("li")), std::string("locked-out"));
    }

    /// Somebody who types names for ever does not fill the memory.
    void namesOfLongAgoAreForgotten()
    {
        SignInFailures failures;
        const Instant now{};
        failures.add("first", now);
        for (std::size_t i = 0; i < SignInFailures::mostNames; ++i)
            failures.add("name " + std::to_string(i), now);
        QCOMPARE(failures.of("first").failures, 1);
        QCOMPARE(failures.add("first", now).failures, 2);
        for (std::size_t i = 0; i < 2 * SignInFailures::mostNames; ++i)
            failures.add("other " + std::to_string(i), now);
        QCOMPARE(failures.of("first").failures, 0);
    }
};

QTEST_GUILESS_MAIN(TestSignInCaptcha)
#include "tst_signincaptcha.moc"
