#include "core/protocol/payment.h"
#include "core/protocol/problem.h"
#include "core/protocol/tasks.h"
#include "core/server/statement.h"
#include "tests/server/filesinreview.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

/// A desk whose candidate is collected and owes the fee.
struct Cashier
{
    ServerFixture f;

    Cashier() { begin("a"); }
    // a token is good for ten minutes, tests take hours
    [[nodiscard]] std::string desk() { return f.token("reg", registrarOfAll); }
    [[nodiscard]] std::string money() { return f.token("cash", {{.role = "cashier"}}); }
    void begin(const std::string &id)
    {
        std::vector<Op> ops;
        const std::vector<CommandBody> bodies = {CreateDraft{"N-" + id, Origin::Desk}, AcceptNotice{"ticked"},
                                                 ChooseType{"N1"}, SetFields{{{Field::Name, "李小明"}}},
                                                 RecordIdentity{f.now}};
        for (const CommandBody &body : bodies) {
            Op op{f.command(id, body)};
            if (!ops.empty())
                op.after = ops.back().command.id;
            ops.push_back(std::move(op));
        }
        for (const OpAnswer &answer : f.send(desk(), ops).answers) {
            if (answer.outcome != OpOutcome::Accepted)
                qFatal("%s", answer.refusal.c_str());
        }
    }
    [[nodiscard]] HttpResponse ask(const std::string &id = "a")
    {
        return f.ask("POST", "/v1/payments", desk(), wireText(AskPayment{{id}, "registrar"}));
    }
    [[nodiscard]] OrderView order(const std::string &id = "a")
    {
        const HttpResponse response = ask(id);
        if (response.status != 200 && response.status != 201)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<OrderView>(response.body);
    }
    [[nodiscard]] ApplicationState file(const std::string &id = "a")
    {
        for (const ChangeRow &row : f.changes(desk(), 0).rows) {
            if (row.id.value == id)
                return *row.state;
        }
        return {};
    }
    [[nodiscard]] HttpResponse say(const GatewayWord &word, const std::string &secret)
    {
        HttpRequest request;
        request.method = "POST";
        request.path = "/v1/payments/callback";
        request.body = wireText(word);
        request.headers["x-zsb-signature"] =
            QMessageAuthenticationCode::hash(QByteArray::fromStdString(request.body), QByteArray::fromStdString(secret),
                                             QCryptographicHash::Sha256)
                .toHex()
                .toStdString();
        return f.server->handle(request);
    }
    [[nodiscard]] StatementAnswer compare(const std::string &text, const std::string &query = {})
    {
        const HttpResponse response = f.ask("POST", "/v1/payments/statements" + query, money(), text);
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<StatementAnswer>(response.body);
    }
};

std::string outcomeOf(const HttpResponse &response)
{
    const auto answer = readWire<WordAnswer>(response.body);
    return answer ? answer->outcome : response.body;
}

const std::string secret = "shared with the gateway";
const std::string header = "order,amount_fen,state,trade\n";

} // namespace

/// A1.7.1: an order, a cashier, 已完成支付; the service itself takes no money.
class TestPayments : public QObject
{
    Q_OBJECT

    /// Asked for by whoever has the money, and over when the statement says so.
    static void seeItGoBack(Cashier &cashier, const OrderView &order, const std::string &id)
    {
        const std::string body = wireText(AskPayment{{id}, "cashier"});
        QCOMPARE(cashier.f.ask("POST", "/v1/payments:refund", cashier.money(), body).status, 200);
        QCOMPARE(cashier.file(id).payment.state, PaymentState::Refunding);
        const StatementAnswer answer =
            cashier.compare(header + order.order + ',' + std::to_string(order.amountFen) + ",refunded,r1\n");
        QCOMPARE(answer.recorded, 1);
        QCOMPARE(cashier.file(id).payment.state, PaymentState::Refunded);
    }

private slots:
    void anOrderIsPaidAtTheEmbeddedCashier()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        QCOMPARE(order.amountFen, nm2023().feeFen);
        QCOMPARE(cashier.file().payment.state, PaymentState::Pending);
        const HttpResponse page = cashier.f.ask("GET", order.cashier);
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("content-security-policy").starts_with("default-src 'none'"));
        QVERIFY(page.body.find("李*") != std::string::npos && page.body.find("李小明") == std::string::npos);
        QVERIFY(page.body.find(order.order) == std::string::npos);
        QCOMPARE(outcomeOf(cashier.f.ask("POST", order.cashier)), std::string("recorded"));
        QCOMPARE(outcomeOf(cashier.f.ask("POST", order.cashier)), std::string("recorded")); // the same word
        QCOMPARE(cashier.file().payment.state, PaymentState::Paid);
        const OrderView paid = *readWire<OrderView>(cashier.f.ask("GET", "/v1/payments/a", cashier.desk()).body);
        QCOMPARE(paid.state, PaymentState::Paid);
        QVERIFY(paid.paid == cashier.f.now);
    }

    void askingAgainGivesTheOrderThereIs()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        QCOMPARE(cashier.ask().status, 200);
        QCOMPARE(cashier.order().order, order.order);
    }

    void anOrderIsOverAfterTwoHoursAndAnotherTakesItsPlace()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        cashier.f.now += 2h - 1ms;
        QCOMPARE(cashier.order().order, order.order);
        cashier.f.now += 1ms;
        QCOMPARE(cashier.f.ask("POST", order.cashier).status, 410);
        QCOMPARE(cashier.file().payment.state, PaymentState::Expired);
        const OrderView next = cashier.order();
        QVERIFY(next.order != order.order);
        QCOMPARE(outcomeOf(cashier.f.ask("POST", next.cashier)), std::string("recorded"));
    }

    void outsideTheWindowNothingIsOrdered()
    {
        Cashier cashier;
        cashier.f.now += std::chrono::days(30); // A1.7.1: the window of the calendar
        const HttpResponse response = cashier.ask();
        QCOMPARE(response.status, 422);
        QCOMPARE(readWire<Problem>(response.body)->details.at("refusal"), std::string("outside-window"));
    }

    void onlyASignedWordOfAGatewayCounts()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        const GatewayWord word{"w1", order.order, PaymentState::Paid, order.amountFen, "t1"};
        QCOMPARE(cashier.say(word, "").status, 401); // no secret, no callback
        ServerParts parts = cashier.f.parts();
        parts.paymentSecret = secret;
        cashier.f.server.reset();
        cashier.f.server = *Server::open(std::move(parts));
        QCOMPARE(cashier.say(word, "another").status, 401);
        GatewayWord less = word;
        less.id = "w0";
        less.amountFen -= 1;
        QCOMPARE(outcomeOf(cashier.say(less, secret)), std::string("amount"));
        QCOMPARE(outcomeOf(cashier.say(word, secret)), std::string("recorded"));
        const int version = cashier.file().revision;
        QCOMPARE(outcomeOf(cashier.say(word, secret)), std::string("recorded")); // replayed
        GatewayWord again = word;
        again.id = "w2";
        QCOMPARE(outcomeOf(cashier.say(again, secret)), std::string("known"));
        QCOMPARE(cashier.file().revision, version);
    }

    void moneyThatComesTooLateIsKeptAside()
    {
        Cashier cashier;
        ServerParts parts = cashier.f.parts();
        parts.paymentSecret = secret;
        const OrderView order = cashier.order();
        cashier.f.server.reset();
        cashier.f.server = *Server::open(std::move(parts));
        cashier.f.now += 2h;
        QCOMPARE(outcomeOf(cashier.say({"w", order.order, PaymentState::Paid, order.amountFen, {}}, secret)),
                 std::string("late"));
        QCOMPARE(cashier.file().payment.state, PaymentState::Expired);
    }

    void moneyOfACancelledFileGoesBack()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        QCOMPARE(cashier.f.ask("POST", order.cashier).status, 200);
        const std::string body = wireText(AskPayment{{"a"}, "cashier"});
        QCOMPARE(cashier.f.ask("POST", "/v1/payments:refund", cashier.money(), body).status, 422); // not due
        const Op cancel{cashier.f.command("a", Cancel{"wish"}), cashier.file().revision};
        QCOMPARE(cashier.f.send(cashier.desk(), {cancel}).answers.front().outcome, OpOutcome::Accepted);
        QCOMPARE(cashier.f.ask("POST", "/v1/payments:refund", cashier.desk(), body).status, 403);
        seeItGoBack(cashier, order, "a");
    }

    void moneyOfARefusedFileGoesBack()
    {
        Cashier cashier;
        FileInReview file(cashier.f, "r");
        const OrderView order = cashier.order("r");
        QCOMPARE(cashier.f.ask("POST", order.cashier).status, 200);
        const std::string body = wireText(AskPayment{{"r"}, "cashier"});
        QCOMPARE(cashier.f.ask("POST", "/v1/payments:refund", cashier.money(), body).status, 422); // not due
        const std::vector<Op> refusal = file.decision("ann", file.version(), Refuse{{{"101", {}, {}}}, {}});
        QCOMPARE(cashier.f.send(cashier.f.token("ann", reviewerOfAll), refusal).answers.back().outcome,
                 OpOutcome::Accepted);
        QCOMPARE(cashier.file("r").review.phase, Phase::Refused);
        seeItGoBack(cashier, order, "r");
    }

    void aStatementNamesWhatDoesNotMatch()
    {
        Cashier cashier;
        cashier.begin("b");
        cashier.begin("c");
        const OrderView paid = cashier.order("a");
        const OrderView silent = cashier.order("b");
        const OrderView unsaid = cashier.order("c");
        const std::string fee = std::to_string(paid.amountFen);
        QCOMPARE(cashier.f.ask("POST", paid.cashier).status, 200);
        QCOMPARE(cashier.f.ask("POST", unsaid.cashier).status, 200);
        const StatementAnswer answer =
            cashier.compare(header + paid.order + ',' + fee + ",paid,t1\r\n" + silent.order + ',' + fee +
                                ",paid,t2\nnobodys," + fee + ",paid,t3\n" + paid.order + ",1,paid,t4\n",
                            "?from=2023-02-15T00:00:00+08:00&to=2023-02-16T00:00:00+08:00");
        QCOMPARE(answer.lines, 4);
        QCOMPARE(answer.agreed, 1);
        QCOMPARE(answer.recorded, 1); // the gateway's word never came
        QCOMPARE(answer.mismatches,
                 (std::vector<Mismatch>{
                     {4, "nobodys", "unknown-order"}, {5, paid.order, "amount"}, {0, unsaid.order, "missing"}}));
        QCOMPARE(cashier.file("b").payment.state, PaymentState::Paid);
    }

    void aStatementWithAWrongLineRecordsNothing()
    {
        Cashier cashier;
        const OrderView order = cashier.order();
        const std::string line = order.order + ',' + std::to_string(order.amountFen) + ",paid,t\n";
        QCOMPARE(cashier.f.ask("POST", "/v1/payments/statements", cashier.money(), header + line + "x\n").status, 422);
        QCOMPARE(cashier.file().payment.state, PaymentState::Pending);
        QVERIFY(!readStatement("order,state\n"));
        QVERIFY(!readStatement(header + "a,-1,paid,t\n") && !readStatement(header + "a,1,paid,t,u\n"));
        QVERIFY(!readStatement(header + "\"a\",1,paid,t\n") && !readStatement(header + "a,1,lost,t\n"));
        QCOMPARE(readStatement("\xEF\xBB\xBF" + header + "\na,1,paid,\n")->front().line, 3);
        const std::string part = cashier.f.token("part", {{.role = "cashier", .colleges = {"10126"}}});
        QCOMPARE(cashier.f.ask("POST", "/v1/payments/statements", part, header).status, 403);
    }

    void nobodyOrdersForAFileThatIsNotTheirs()
    {
        Cashier cashier;
        const std::string other = cashier.f.token("x", {{.role = "registrar", .colleges = {"10126"}}});
        QCOMPARE(cashier.f.ask("POST", "/v1/payments", other, wireText(AskPayment{{"a"}, "registrar"})).status, 404);
        static_cast<void>(cashier.order());
        QCOMPARE(cashier.f.ask("GET", "/v1/payments/a", other).status, 404);
        QCOMPARE(cashier.f.ask("GET", "/pay/guess").status, 404);
        QCOMPARE(cashier.f.ask("GET", "/v1/tasks", cashier.desk()).status, 403); // of candidates alone
    }
};

QTEST_GUILESS_MAIN(TestPayments)
#include "tst_payments.moc"
