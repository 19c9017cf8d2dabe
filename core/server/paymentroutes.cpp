#include "core/base/calendar.h"
#include "core/crypto/base64url.h"
#include "core/crypto/key.h"
#include "core/server/answers.h"
#include "core/server/capturepage.h"
#include "core/server/files.h"
#include "core/server/paymentdesk.h"
#include "core/server/paymentpage.h"
#include "core/server/problempage.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/server/statement.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>
#include <set>

namespace zsb {
namespace {

constexpr long long mostBytes = 4 << 10;
constexpr long long mostStatementBytes = 8 << 20;
constexpr RateLimits::Limit looks{1, 60};   ///< of one address: a school may share one
constexpr RateLimits::Limit calls{50, 500}; ///< of a gateway

Answer open(const Call &call, Reader &)
{
    Result<AskPayment> asked = readWire<AskPayment>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    return WriteJob([caller = call.caller, asked = *std::move(asked)](Writing &writing) {
        return PaymentDesk(writing).open(caller, asked);
    });
}

Answer refund(const Call &call, Reader &)
{
    Result<AskPayment> asked = readWire<AskPayment>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    return WriteJob([caller = call.caller, asked = *std::move(asked)](Writing &writing) {
        return PaymentDesk(writing).refund(caller, asked);
    });
}

Answer watch(const Call &call, Reader &reader)
{
    const ApplicationId id{call.path.at("application")};
    const Result<ApplicationState> file = reader.store().state(id);
    if (!file)
        return problemResponse(file.error());
    const Result<bool> readable = mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, *file);
    const Result<std::optional<Order>> order = Orders(reader.database()).ofApplication(id);
    if (!readable || !order)
        return problemResponse(readable ? order.error() : readable.error());
    if (!*readable || !*order)
        return problemResponse(ProblemType::NotFound);
    return answerWith(viewOf(**order, reader.parts().config.candidates.cashier, call.now));
}

/// An order for its own page, unless somebody else's cashier is used.
std::variant<Order, HttpResponse> orderOfPage(const Call &call, Reader &reader)
{
    if (!reader.server().rateLimits().take("pay " + call.request.peerAddress, looks, call.now))
        return retryAfter(problemResponse(ProblemType::RateLimited), 2);
    const Result<std::optional<Order>> order = Orders(reader.database()).byId(call.path.at("order"));
    if (!order)
        return problemResponse(order.error());
    if (!*order || !reader.parts().config.candidates.cashier.empty())
        return problemResponse(ProblemType::NotFound);
    return **order;
}

Answer showPage(const Call &call, Reader &reader)
{
    auto found = orderOfPage(call, reader);
    if (auto *problem = std::get_if<HttpResponse>(&found))
        return problemFor(call.request, std::move(*problem));
    const Order &order = std::get<Order>(found);
    const Result<ApplicationState> file = reader.store().state(order.application);
    if (!file)
        return problemResponse(file.error());
    std::string bytes(16, '\0');
    reader.parts().random({reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size()});
    const std::string nonce = base64Url(bytes);
    const auto name = file->fields.find(Field::Name);
    HttpResponse page;
    page.body =
        paymentPage(order, call.now, maskedName(name == file->fields.end() ? std::string() : name->second), nonce);
    page.headers = {{"content-type", "text/html; charset=utf-8"},
                    {"cache-control", "no-store"},
                    {"content-security-policy", capturePolicy(nonce)},
                    {"referrer-policy", "no-referrer"},
                    {"x-content-type-options", "nosniff"}};
    return page;
}

HttpResponse heard(Writing &writing, const GatewayWord &word)
{
    const Result<std::string> outcome = PaymentDesk(writing).hear(word);
    return outcome ? answerWith(WordAnswer{*outcome}) : problemResponse(outcome.error());
}

/// The embedded cashier says what any gateway would say.
Answer confirm(const Call &call, Reader &reader)
{
    auto found = orderOfPage(call, reader);
    if (auto *problem = std::get_if<HttpResponse>(&found))
        return std::move(*problem);
    const Order &order = std::get<Order>(found);
    const GatewayWord word{"embedded/" + order.id, order.id, PaymentState::Paid, order.amountFen, "embedded"};
    return WriteJob([word](Writing &writing) {
        HttpResponse response = heard(writing, word);
        const Result<WordAnswer> answer = readWire<WordAnswer>(response.body);
        if (response.status != 200 || !answer)
            return response;
        const bool isPaid = answer->outcome == wordRecorded || answer->outcome == wordKnown;
        if (isPaid)
            return response;
        return answer->outcome == wordLate ? problemResponse(ProblemType::Expired)
                                           : problemResponse(ProblemType::Unprocessable, answer->outcome);
    });
}

bool isSigned(const HttpRequest &request, const std::string &secret)
{
    const std::string expected =
        QMessageAuthenticationCode::hash(QByteArray::fromStdString(request.body), QByteArray::fromStdString(secret),
                                         QCryptographicHash::Sha256)
            .toHex()
            .toStdString();
    return !secret.empty() && equalSecret(expected, request.header("x-zsb-signature"));
}

Answer callback(const Call &call, Reader &reader)
{
    if (!reader.server().rateLimits().take("gateway " + call.request.peerAddress, calls, call.now))
        return retryAfter(problemResponse(ProblemType::RateLimited), 1);
    if (!isSigned(call.request, reader.parts().paymentSecret))
        return problemResponse(ProblemType::InvalidToken, "x-zsb-signature");
    const Result<GatewayWord> word = readWire<GatewayWord>(call.request.body);
    if (!word)
        return problemResponse(ProblemType::BadRequest, word.error().detail);
    if (word->id.empty() || (word->state != PaymentState::Paid && word->state != PaymentState::Refunded))
        return problemResponse(ProblemType::BadRequest, "id, state");
    return WriteJob([word = *word](Writing &writing) { return heard(writing, word); });
}

/// What of the money of a time is not in its statement.
Done addMissing(StatementAnswer &answer, Writing &writing, const std::set<std::string> &named, Instant from, Instant to)
{
    const Result<std::vector<Order>> paid = Orders(writing.database()).paidBetween(from, to);
    if (!paid)
        return paid.error();
    for (const Order &order : *paid) {
        if (!named.contains(order.id))
            answer.mismatches.push_back({0, order.id, "missing"});
    }
    return done();
}

HttpResponse compared(Writing &writing, const std::vector<StatementLine> &lines, Instant from, Instant to)
{
    StatementAnswer answer;
    answer.lines = int(lines.size());
    std::set<std::string> named;
    PaymentDesk desk(writing);
    for (const StatementLine &line : lines) {
        named.insert(line.order);
        const PaymentState state = line.state == "paid" ? PaymentState::Paid : PaymentState::Refunded;
        // the same line of another statement is the same word
        const Result<std::string> outcome = desk.hear(
            {"statement/" + line.order + '/' + line.state + '/' + std::to_string(line.amountFen) + '/' + line.trade,
             line.order, state, line.amountFen, line.trade});
        if (!outcome)
            return problemResponse(outcome.error());
        if (*outcome == wordKnown)
            ++answer.agreed;
        else if (*outcome == wordRecorded)
            ++answer.recorded;
        else
            answer.mismatches.push_back({line.line, line.order, *outcome});
    }
    if (Done added = addMissing(answer, writing, named, from, to); !added)
        return problemResponse(added.error());
    return answerWith(answer);
}

/// Money of the whole province: whoever pays attention to a part of it has no statement.
Answer statement(const Call &call, Reader &reader)
{
    if (!readsEverything(reader.pack(), call.caller))
        return problemResponse(ProblemType::ForbiddenScope);
    const std::string from = call.request.parameter("from");
    const std::string to = call.request.parameter("to");
    const std::optional<Instant> since = from.empty() ? std::optional(Instant{}) : parseInstant(from);
    const std::optional<Instant> until = to.empty() ? std::optional(Instant{}) : parseInstant(to);
    if (!since || !until)
        return problemResponse(ProblemType::BadRequest, "from, to");
    Result<std::vector<StatementLine>> lines = readStatement(call.request.body);
    if (!lines)
        return problemResponse(ProblemType::Unprocessable, lines.error().detail);
    return WriteJob([lines = *std::move(lines), since = *since, until = *until](Writing &writing) {
        return compared(writing, lines, since, until);
    });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/payments",
          .needs = Verb::Register,
          .writes = true,
          .maxBody = mostBytes,
          .handler = open},
    Route{.method = "POST",
          .pattern = "/v1/payments:refund",
          .needs = Verb::Pay,
          .writes = true,
          .maxBody = mostBytes,
          .handler = refund},
    Route{.method = "POST",
          .pattern = "/v1/payments/callback",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = callback},
    Route{.method = "POST",
          .pattern = "/v1/payments/statements",
          .needs = Verb::Pay,
          .writes = true,
          .maxBody = mostStatementBytes,
          .handler = statement},
    Route{.method = "GET", .pattern = "/v1/payments/{application}", .needs = Verb::Read, .handler = watch},
    Route{.method = "GET", .pattern = "/pay/{order}", .anyone = true, .handler = showPage},
    Route{.method = "POST", .pattern = "/pay/{order}", .anyone = true, .writes = true, .handler = confirm},
};

} // namespace

std::span<const Route> paymentRoutes()
{
    return routes;
}

} // namespace zsb
