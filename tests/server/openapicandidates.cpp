#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/protocol/capture.h"
#include "core/protocol/payment.h"
#include "tests/server/openapiwalk.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>

using namespace std::chrono_literals;

namespace zsb {
namespace {

const std::string broken = "{";
const std::string otherPhone = "13900000002";
const std::string paymentSecret = "shared with the gateway";

void say(Walk &walk, const std::string &body, const std::string &secret)
{
    const QByteArray signature = QMessageAuthenticationCode::hash(
        QByteArray::fromStdString(body), QByteArray::fromStdString(secret), QCryptographicHash::Sha256);
    walk.ask("POST", "/v1/payments/callback", {}, body, {{"x-zsb-signature", signature.toHex().toStdString()}});
}

void collect(Walk &walk, const std::string &id)
{
    walk.begin(id);
    const Op op{walk.f.command(id, RecordIdentity{walk.f.now}, "registrar", "registrar"), 4};
    if (walk.f.send(walk.as({"registrar"}), {op}).answers.front().outcome != OpOutcome::Accepted)
        qFatal("not collected");
}

void cancel(Walk &walk, const std::string &id, int base)
{
    const Op op{walk.f.command(id, Cancel{"wish"}, "registrar", "registrar"), base};
    if (walk.f.send(walk.as({"registrar"}), {op}).answers.front().outcome != OpOutcome::Accepted)
        qFatal("not cancelled");
}

} // namespace

void walkCaptures(Walk walk)
{
    walk.begin("a");
    const std::string desk = walk.as({"registrar"});
    const auto link = [&](const std::string &id) {
        return walk.ask("POST", "/v1/captures", desk, wireText(NewCapture{{id}, "registrar", 15}));
    };
    walk.ask("GET", "/v1/captures/a", desk);
    const std::string path = readWire<CaptureState>(link("a").body)->path;
    link("none");
    walk.ask("POST", "/v1/captures", desk, broken);
    walk.ask("GET", "/v1/captures/a", desk);
    walk.ask("GET", path);
    walk.ask("POST", path);
    walk.ask("POST", path, {}, "no picture");
    walk.ask("POST", path, {}, std::string((10 << 20) + 1, 'x'));
    walk.ask("POST", path, {}, encodeJpeg(drawPortrait(faceOf(7, FaceSex::Female), {}), 50'000).value());
    walk.ask("POST", path, {}, "too late");
    walk.ask("GET", path);
    walk.hammer("GET", path);
    walk.ask("POST", path, {}, "too often");
}

void walkAccounts(Walk walk)
{
    Door &door = walk.door;
    const auto code = [&](const std::string &to, CodePurpose purpose) {
        walk.ask("POST", "/v1/accounts/codes", {}, wireText(AskCode{purpose, to}));
        door.pump();
        return door.phones.heard.back().body;
    };
    const AccountForm form = Door::form(code(phone, CodePurpose::Register));
    walk.ask("POST", "/v1/accounts", {}, wireText(form));
    walk.ask("POST", "/v1/accounts", {}, wireText(Door::form(code(otherPhone, CodePurpose::Register), otherPhone)));
    AccountForm wrong = form;
    wrong.password = "short";
    walk.ask("POST", "/v1/accounts", {}, wireText(wrong));
    walk.ask("POST", "/v1/accounts/reset", {}, wireText(wrong));
    walk.ask("POST", "/v1/accounts/codes", {}, wireText(AskCode{CodePurpose::Register, "1"}));
    const auto signIn = [&](const std::string &with) {
        return walk.ask("POST", "/v1/accounts/session", {},
                        wireText(AccountSignIn{.documentType = "ID", .documentNumber = number, .password = with}));
    };
    const AccountSession session = *readWire<AccountSession>(signIn(password).body);
    walk.ask("GET", "/v1/tasks", session.access);
    walk.f.now += 2min;
    walk.ask("POST", "/v1/accounts/reset", {}, wireText(Door::form(code(phone, CodePurpose::Reset))));
    for (int i = 0; i < 6; ++i)
        signIn("wrong password");
    const std::array paths = {"/v1/accounts", "/v1/accounts/codes", "/v1/accounts/session", "/v1/accounts/reset"};
    for (const char *path : paths) // some share what they may be asked
        walk.ask("POST", path, {}, broken);
    for (const char *path : paths)
        walk.hammer("POST", path, broken);
}

void walkAccountsInPerson(Walk walk)
{
    const std::string desk = walk.as({"registrar"});
    const std::string paper = "a photograph of the document";
    walk.ask("PUT", "/v1/blobs/" + sha256Hex(paper), desk, paper);
    AssistAccount asked{"registrar", Door::form({}), {}, "showed the card"};
    const auto send = [&](const std::string &path, const AssistAccount &what) {
        return walk.ask("POST", path, desk, wireText(what));
    };
    const HttpResponse made = send("/v1/accounts:assist", asked);
    send("/v1/accounts:assist", asked);
    const std::string account = "/v1/accounts/" + readWire<AccountMade>(made.body)->account;
    AssistAccount wrong = asked;
    wrong.form.password = "short";
    AssistAccount unproven = asked;
    unproven.evidence = sha256Hex("never sent");
    AssistAccount owner = asked;
    owner.evidence = sha256Hex(paper);
    owner.form.phone = otherPhone;
    for (const std::string &path : {std::string("/v1/accounts:assist"), account + "/reclaim", account + "/reset"}) {
        send(path, wrong);
        send(path, unproven);
        walk.ask("POST", path, desk, broken);
    }
    send("/v1/accounts/none/reclaim", owner);
    send("/v1/accounts/none/reset", asked);
    send(account + "/reset", asked);
    send(account + "/reclaim", owner);
    walk.ask("POST", "/v1/accounts:find", desk, wireText(FindAccount{"ID", number, {}}));
    walk.ask("POST", "/v1/accounts:find", desk, broken);
}

void walkPayments(Walk walk)
{
    ServerFixture &f = walk.f;
    const auto ask = [&](const std::string &path, const std::string &id, const std::string &role) {
        return walk.ask("POST", path, walk.as({role}), wireText(AskPayment{{id}, role}));
    };
    for (const char *id : {"a", "b", "c"})
        collect(walk, id);
    const OrderView order = *readWire<OrderView>(ask("/v1/payments", "a", "registrar").body);
    ask("/v1/payments", "a", "registrar"); // the one there is
    ask("/v1/payments", "none", "registrar");
    walk.ask("POST", "/v1/payments", walk.as({"registrar"}), broken);
    walk.ask("POST", "/v1/payments:refund", walk.as({"cashier"}), broken);
    walk.ask("GET", "/v1/payments/a", walk.as({"cashier"}));
    walk.ask("GET", "/v1/payments/b", walk.as({"cashier"}));
    walk.ask("GET", order.cashier);
    walk.ask("POST", order.cashier);
    walk.ask("GET", "/pay/none");
    walk.ask("POST", "/pay/none");
    ask("/v1/payments:refund", "a", "cashier"); // not due
    ask("/v1/payments:refund", "none", "cashier");
    cancel(walk, "a", 7);
    ask("/v1/payments:refund", "a", "cashier");
    const OrderView late = *readWire<OrderView>(ask("/v1/payments", "b", "registrar").body);
    f.now += 3h;
    walk.ask("POST", late.cashier);
    const OrderView another = *readWire<OrderView>(ask("/v1/payments", "b", "registrar").body);
    const Op atDesk{f.command("b", RecordPayment{PaymentState::Paid, another.order, another.amountFen, "statement"},
                              "cashier", "cashier"),
                    8};
    if (f.send(walk.as({"cashier"}), {atDesk}).answers.front().outcome != OpOutcome::Accepted)
        qFatal("not paid at the desk");
    walk.ask("POST", another.cashier);           // the file has it already
    f.now = nm2023().window("payment")->to + 1h; // A1.7.1
    ask("/v1/payments", "c", "registrar");
    const std::string word = wireText(GatewayWord{"w1", order.order, PaymentState::Refunded, order.amountFen, "t"});
    f.paymentSecret = paymentSecret;
    f.open();
    say(walk, word, paymentSecret);
    say(walk, broken, paymentSecret);
    say(walk, word, "guessed");
    const std::string head = "order,amount_fen,state,trade\n";
    walk.ask("POST", "/v1/payments/statements", walk.as({"cashier"}), head);
    walk.ask("POST", "/v1/payments/statements", walk.as({"cashier"}), head + "x\n");
    walk.ask("POST", "/v1/payments/statements?from=x", walk.as({"cashier"}), head);
    walk.ask("POST", "/v1/payments/statements", walk.as({"cashier"}), std::string((8 << 20) + 1, 'x'));
    walk.hammer("GET", "/pay/none");
    walk.ask("POST", "/pay/none");
    walk.hammer("POST", "/v1/payments/callback", broken);
}

} // namespace zsb
