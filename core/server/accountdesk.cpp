#include "core/server/accountdesk.h"

#include "core/server/answers.h"
#include "core/server/candidates.h"
#include "core/server/readaudit.h"
#include "core/server/server.h"
#include "core/server/signinfailures.h"

namespace zsb {
namespace {

HttpResponse wrongMember(const char *member, const char *what)
{
    return problemResponse(ProblemType::Unprocessable, member, {{member, what}});
}

/// What whoever owns the number does then (A1.1.5).
HttpResponse occupied()
{
    return problemResponse(
        ProblemType::Conflict, "document_number",
        {{"document_number", "occupied"}, {"then", "in-person"}, {"bring", "document"}, {"where", "school,county"}});
}

HttpResponse lockedOut(Instant until, Instant now)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(until - now).count();
    return retryAfter(problemResponse(ProblemType::LockedOut, {}, {{"seconds", std::to_string(seconds)}}),
                      int(seconds));
}

HttpResponse made(const ActorId &id)
{
    return answerWith(AccountMade{id.value}, 201);
}

AccountEvent inPerson(std::string kind, const InPerson &by)
{
    return {{}, std::move(kind), by.actor.value, by.role, by.evidence, {}, by.note};
}

} // namespace

AccountDesk::AccountDesk(Writing &writing)
    : m_writing(writing),
      m_accounts(writing.database(), writing.store().codec()),
      m_codes(writing.database(), writing.store().codec())
{
}

ActorId AccountDesk::newId() const
{
    return {uuid7(m_writing.now(), m_writing.parts().random)};
}

Done AccountDesk::note(const ActorId &account, AccountEvent event)
{
    event.at = m_writing.now();
    return m_accounts.note(newId().value, account, event);
}

Done AccountDesk::tell(std::string_view kind, const std::string &phoneNumber, std::string body, Instant expires)
{
    return Messages(m_writing.database(), m_writing.store().codec())
        .add({newId().value, std::string(kind), phoneNumber, std::move(body), expires, 0}, m_writing.now());
}

/// To a phone that is registered already goes a word instead of a code, to one that is not known at all goes nothing
/// when a password is to be reset; whoever asked sees the same.
HttpResponse AccountDesk::sendCode(CodePurpose purpose, const std::string &phoneNumber, const std::string &phone)
{
    const Instant now = m_writing.now();
    const Result<std::chrono::seconds> wait = m_codes.wait(purpose, phone, now);
    if (!wait)
        return problemResponse(wait.error());
    if (wait->count() > 0)
        return retryAfter(
            problemResponse(ProblemType::RateLimited, "phone", {{"seconds", std::to_string(wait->count())}}),
            int(wait->count()));
    const Result<std::optional<Account>> known = m_accounts.byPhone(phone);
    if (!known)
        return problemResponse(known.error());
    const bool isReal = known->has_value() == (purpose == CodePurpose::Reset);
    Result<std::string> code = m_codes.issue(purpose, phone, isReal, now, m_writing.parts().random);
    if (!code)
        return problemResponse(code.error());
    Done told = done();
    if (isReal)
        told = tell(purpose == CodePurpose::Reset ? messageResetCode : messageRegisterCode, phoneNumber,
                    *std::move(code), now + AccountCodes::life);
    else if (purpose == CodePurpose::Register)
        told = tell(messagePhoneTaken, phoneNumber, {}, now + AccountCodes::life);
    if (!told)
        return problemResponse(told.error());
    return answerWith(CodeSent{int(AccountCodes::pause.count()), int(std::chrono::seconds(AccountCodes::life).count())},
                      202);
}

std::optional<HttpResponse> AccountDesk::codeProblem(CodePurpose purpose, const CheckedForm &checked)
{
    const Result<AccountCodes::Check> check = m_codes.use(purpose, checked.phone, checked.form.code, m_writing.now());
    if (!check)
        return problemResponse(check.error());
    if (*check == AccountCodes::Check::Right)
        return std::nullopt;
    return wrongMember("code", *check == AccountCodes::Check::Wrong ? "wrong" : "over");
}

/// One account for a person (A1.1.4), one phone for one account (A1.4.1.1).
std::optional<HttpResponse> AccountDesk::taken(const CheckedForm &checked, const ActorId &except)
{
    const Result<std::optional<Account>> person = m_accounts.byDocument(checked.document);
    const Result<std::optional<Account>> phone = m_accounts.byPhone(checked.phone);
    if (!person || !phone)
        return problemResponse(person ? phone.error() : person.error());
    if (*person && (*person)->id != except)
        return occupied();
    if (*phone && (*phone)->id != except)
        return wrongMember("phone", "taken");
    return std::nullopt;
}

Done AccountDesk::open(const ActorId &id, const CheckedForm &checked, AccountEvent event)
{
    Account account;
    account.id = id;
    account.document = checked.document;
    account.phone = checked.phone;
    account.documentType = checked.form.documentType;
    account.documentNumber = checked.form.documentNumber;
    account.phoneNumber = checked.form.phone;
    account.password = checked.passwordLine;
    account.created = m_writing.now();
    Done added = m_accounts.add(account);
    return added ? note(id, std::move(event)) : added;
}

HttpResponse AccountDesk::make(const CheckedForm &checked)
{
    if (auto problem = codeProblem(CodePurpose::Register, checked))
        return *std::move(problem);
    if (auto problem = taken(checked, {}))
        return *std::move(problem);
    const ActorId id = newId();
    Done opened = open(id, checked, {.kind = "registered"});
    return opened ? made(id) : problemResponse(opened.error());
}

HttpResponse AccountDesk::signIn(const AccountAttempt &attempt)
{
    const Instant now = m_writing.now();
    Result<std::optional<Account>> found = m_accounts.byDocument(attempt.document);
    if (!found)
        return problemResponse(found.error());
    if (!*found) {
        Done noted = noteSecurity(m_writing, "candidate-unknown", {}, attempt.address, {});
        return problemResponse(noted ? ProblemType::InvalidCredentials : ProblemType::Internal);
    }
    Account account = **std::move(found);
    if (account.lockedUntil > now)
        return lockedOut(account.lockedUntil, now);
    // the line may have changed since the reader compared it
    if (!attempt.isPasswordRight || attempt.passwordLine != account.password)
        return failed(std::move(account), attempt.address);
    account.failures = 0;
    account.lockedUntil = {};
    account.lastLogin = now;
    Done updated = m_accounts.update(account);
    return updated ? session(account) : problemResponse(updated.error());
}

HttpResponse AccountDesk::failed(Account account, const std::string &address)
{
    const Instant now = m_writing.now();
    ++account.failures;
    const Instant until = lockAfter(account.failures, now);
    account.lockedUntil = until > now ? until : Instant{};
    if (Done updated = m_accounts.update(account); !updated)
        return problemResponse(updated.error());
    const std::string_view kind = until > now ? "candidate-locked" : "candidate-failed";
    if (Done noted = noteSecurity(m_writing, kind, account.id, address, std::to_string(account.failures)); !noted)
        return problemResponse(noted.error());
    return until > now ? lockedOut(until, now) : problemResponse(ProblemType::InvalidCredentials);
}

HttpResponse AccountDesk::session(const Account &account) const
{
    const Instant now = m_writing.now();
    AccountSession session;
    session.account = account.id.value;
    session.accessUntil = std::chrono::floor<std::chrono::seconds>(now + m_writing.parts().config.candidates.access);
    const Result<std::string> access = m_writing.server().tokens().issue(
        {account.id, {}, {{.role = std::string(candidateRole)}}, {}, account.rights}, now, session.accessUntil);
    if (!access)
        return problemResponse(access.error());
    session.access = *access;
    session.packHash = m_writing.pack().hash;
    session.serverTime = now;
    return answerWith(session);
}

Done AccountDesk::renew(Account account, const CheckedForm &checked, AccountEvent event)
{
    account.password = checked.passwordLine;
    account.phone = checked.phone;
    account.phoneNumber = checked.form.phone;
    ++account.rights; // who is signed in with the old one is out
    account.failures = 0;
    account.lockedUntil = {};
    Done updated = m_accounts.update(account);
    return updated ? note(account.id, std::move(event)) : updated;
}

/// Whether the number is not known or the phone is not its own is the same to whoever asks.
HttpResponse AccountDesk::reset(const CheckedForm &checked)
{
    if (auto problem = codeProblem(CodePurpose::Reset, checked))
        return *std::move(problem);
    Result<std::optional<Account>> found = m_accounts.byDocument(checked.document);
    if (!found)
        return problemResponse(found.error());
    if (!*found || (*found)->phone != checked.phone)
        return wrongMember("code", "wrong");
    const ActorId id = (*found)->id;
    Done renewed = renew(**std::move(found), checked, {.kind = "reset"});
    return renewed ? answerWith(AccountMade{id.value}) : problemResponse(renewed.error());
}

HttpResponse AccountDesk::assist(const CheckedForm &checked, const InPerson &by)
{
    if (auto problem = taken(checked, {}))
        return *std::move(problem);
    const ActorId id = newId();
    Done opened = open(id, checked, inPerson("assisted", by));
    return opened ? made(id) : problemResponse(opened.error());
}

HttpResponse AccountDesk::reclaim(const ActorId &from, const CheckedForm &checked, const InPerson &by)
{
    Result<std::optional<Account>> found = m_accounts.byId(from);
    if (!found)
        return problemResponse(found.error());
    if (!*found || !(*found)->active || (*found)->document != checked.document)
        return problemResponse(ProblemType::NotFound);
    Account other = **std::move(found);
    if (auto problem = taken(checked, other.id))
        return *std::move(problem);
    other.active = false;
    ++other.rights;
    if (Done closed = m_accounts.update(other); !closed)
        return problemResponse(closed.error());
    const ActorId id = newId();
    AccountEvent lost = inPerson("lost", by);
    lost.other = id.value;
    AccountEvent taken = inPerson("reclaimed", by);
    taken.other = other.id.value;
    if (Done noted = note(other.id, std::move(lost)); !noted)
        return problemResponse(noted.error());
    if (Done opened = open(id, checked, std::move(taken)); !opened)
        return problemResponse(opened.error());
    if (Done noted = noteSecurity(m_writing, "account-reclaimed", by.actor, checked.address, id.value); !noted)
        return problemResponse(noted.error());
    Done told = other.phone == checked.phone
                    ? done()
                    : tell(messageAccountLost, other.phoneNumber, {}, m_writing.now() + std::chrono::hours(24));
    return told ? made(id) : problemResponse(told.error());
}

HttpResponse AccountDesk::resetInPerson(const ActorId &id, const CheckedForm &checked, const InPerson &by)
{
    Result<std::optional<Account>> found = m_accounts.byId(id);
    if (!found)
        return problemResponse(found.error());
    if (!*found || !(*found)->active || (*found)->document != checked.document)
        return problemResponse(ProblemType::NotFound);
    if (auto problem = taken(checked, id))
        return *std::move(problem);
    Done renewed = renew(**std::move(found), checked, inPerson("reset-in-person", by));
    return renewed ? answerWith(AccountMade{id.value}) : problemResponse(renewed.error());
}

} // namespace zsb
