#include "core/crypto/password.h"
#include "core/rules/personkeys.h"
#include "core/server/accountforms.h"
#include "core/server/accountrules.h"
#include "core/server/answers.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/storage/sharedlookup.h"

#include <array>

namespace zsb {
namespace {

constexpr long long mostBytes = 8 << 10;
constexpr RateLimits::Limit knocks{0.5, 60}; ///< of one address: a school may share one
constexpr RateLimits::Limit codes{0.05, 30}; ///< each costs money

/// Whoever signs in under a number that is not there waits as long as everybody else.
constexpr const char *nobodysLine =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Wq1J3cQO8m2sZ6bX0mT4mQn5mJ7e5r1Yk2cQv9d3x0A";

std::optional<HttpResponse> tooFast(const Call &call, Reader &reader, std::string_view what,
                                    const RateLimits::Limit &limit)
{
    if (reader.server().rateLimits().take(std::string(what) + ' ' + call.request.peerAddress, limit, call.now))
        return std::nullopt;
    return retryAfter(problemResponse(ProblemType::RateLimited, "address"), int(1 / limit.perSecond));
}

Answer askCode(const Call &call, Reader &reader)
{
    if (auto problem = tooFast(call, reader, "code", codes))
        return *std::move(problem);
    const Result<AskCode> asked = readWire<AskCode>(call.request.body);
    if (!asked)
        return problemResponse(ProblemType::BadRequest, asked.error().detail);
    if (FormProblems problems = problemsOfPhone(asked->phone, *reader.parts().book, call.now); !problems.empty())
        return problemResponse(ProblemType::Unprocessable, "form", std::move(problems));
    const std::string number = phoneKey(asked->phone);
    return WriteJob([purpose = asked->purpose, number, phone = reader.store().codec().lookupKey("phone", number)](
                        Writing &writing) { return AccountDesk(writing).sendCode(purpose, number, phone); });
}

/// What both forms of candidates themselves need.
std::variant<CheckedForm, HttpResponse> ownForm(const Call &call, Reader &reader, bool numberTwice)
{
    if (auto problem = tooFast(call, reader, "account", knocks))
        return *std::move(problem);
    Result<AccountForm> form = readWire<AccountForm>(call.request.body);
    if (!form)
        return problemResponse(ProblemType::BadRequest, form.error().detail);
    return checkedForm(*std::move(form), call, reader, numberTwice);
}

Answer make(const Call &call, Reader &reader)
{
    auto checked = ownForm(call, reader, true);
    if (auto *problem = std::get_if<HttpResponse>(&checked))
        return std::move(*problem);
    return WriteJob([checked = std::get<CheckedForm>(std::move(checked))](Writing &writing) {
        return AccountDesk(writing).make(checked);
    });
}

Answer reset(const Call &call, Reader &reader)
{
    auto checked = ownForm(call, reader, false);
    if (auto *problem = std::get_if<HttpResponse>(&checked))
        return std::move(*problem);
    return WriteJob([checked = std::get<CheckedForm>(std::move(checked))](Writing &writing) {
        return AccountDesk(writing).reset(checked);
    });
}

/// Everything slow first: Argon2 takes some 50 ms and must not hold up the writer.
Answer signIn(const Call &call, Reader &reader)
{
    if (auto problem = tooFast(call, reader, "candidate", knocks))
        return *std::move(problem);
    const Result<AccountSignIn> who = readWire<AccountSignIn>(call.request.body);
    if (!who)
        return problemResponse(ProblemType::BadRequest, who.error().detail);
    if (auto problem = captchaProblem(reader.parts().captcha.get(), who->captcha, who->captchaAnswer, call.now))
        return *std::move(problem);
    AccountAttempt attempt;
    attempt.document = documentIndex(who->documentType, who->documentNumber, reader.pack(), reader.store().codec());
    attempt.address = call.request.peerAddress;
    const Accounts accounts(reader.database(), reader.store().codec());
    const Result<std::optional<Account>> account = accounts.byDocument(attempt.document);
    if (!account)
        return problemResponse(account.error());
    const bool isOpen = !*account || (*account)->lockedUntil <= call.now; // a locked door costs nothing
    attempt.passwordLine = *account ? (*account)->password : nobodysLine;
    attempt.isPasswordRight = isOpen && isPassword(composedPassword(who->password), attempt.passwordLine) && *account;
    return WriteJob([attempt = std::move(attempt)](Writing &writing) { return AccountDesk(writing).signIn(attempt); });
}

constexpr std::array routes = {
    Route{.method = "POST",
          .pattern = "/v1/accounts/codes",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = askCode},
    Route{.method = "POST",
          .pattern = "/v1/accounts",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = make},
    Route{.method = "POST",
          .pattern = "/v1/accounts/session",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = signIn},
    Route{.method = "POST",
          .pattern = "/v1/accounts/reset",
          .anyone = true,
          .writes = true,
          .maxBody = mostBytes,
          .handler = reset},
};

} // namespace

std::span<const Route> accountRoutes()
{
    return routes;
}

} // namespace zsb
