#pragma once

#include "core/base/clock.h"
#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// What a code that goes to a phone is for.
enum class CodePurpose : std::uint8_t
{
    Register,
    Reset,
};
constexpr auto enumIds(CodePurpose)
{
    return EnumIds<CodePurpose, 2>{{{CodePurpose::Register, "register"}, {CodePurpose::Reset, "reset"}}};
}

/// `POST /v1/accounts/codes` (A1.1.3). The answer does not tell whether the phone is known.
struct AskCode
{
    CodePurpose purpose = CodePurpose::Register;
    std::string phone{};

    bool operator==(const AskCode &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("purpose", &AskCode::purpose), required("phone", &AskCode::phone));
    }
};
struct CodeSent
{
    int resendSeconds = 0; ///< before another one is sent
    int lifeSeconds = 0;

    bool operator==(const CodeSent &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("resend_seconds", &CodeSent::resendSeconds),
                          required("life_seconds", &CodeSent::lifeSeconds));
    }
};

/// What every way to an account types (A1.1.1, A1.1.2): number and password twice. Of `POST /v1/accounts` and
/// `POST /v1/accounts/reset`, where the number is not typed again.
struct AccountForm
{
    std::string documentType{};
    std::string documentNumber{};
    std::string documentNumberAgain{};
    std::string phone{};
    std::string code{};
    std::string password{};
    std::string passwordAgain{};

    bool operator==(const AccountForm &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("document_type", &AccountForm::documentType),
                          required("document_number", &AccountForm::documentNumber),
                          member("document_number_again", &AccountForm::documentNumberAgain),
                          required("phone", &AccountForm::phone), member("code", &AccountForm::code),
                          required("password", &AccountForm::password),
                          required("password_again", &AccountForm::passwordAgain));
    }
};
struct AccountMade
{
    std::string account{};

    bool operator==(const AccountMade &) const = default;
    static constexpr auto members() { return std::tuple(required("account", &AccountMade::account)); }
};

/// `POST /v1/accounts/session` (A1.2.1). A 401 captcha-required names the captcha and asks its question.
struct AccountSignIn
{
    std::string documentType{};
    std::string documentNumber{};
    std::string password{};
    std::string captcha{}; ///< as the problem named it
    std::string captchaAnswer{};

    bool operator==(const AccountSignIn &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("document_type", &AccountSignIn::documentType),
                          required("document_number", &AccountSignIn::documentNumber),
                          required("password", &AccountSignIn::password), member("captcha", &AccountSignIn::captcha),
                          member("captcha_answer", &AccountSignIn::captchaAnswer));
    }
};
struct AccountSession
{
    std::string account{};
    std::string access{}; ///< bearer token; there is no other to refresh it with
    Instant accessUntil{};
    std::string packHash{};
    Instant serverTime{};

    bool operator==(const AccountSession &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("account", &AccountSession::account), required("access", &AccountSession::access),
                          required("access_until", &AccountSession::accessUntil),
                          required("pack_hash", &AccountSession::packHash),
                          required("server_time", &AccountSession::serverTime));
    }
};

/// `POST /v1/accounts:find`, by staff: by document or, without one, by phone.
struct FindAccount
{
    std::string documentType{};
    std::string documentNumber{};
    std::string phone{};

    bool operator==(const FindAccount &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("document_type", &FindAccount::documentType),
                          member("document_number", &FindAccount::documentNumber),
                          member("phone", &FindAccount::phone));
    }
};
struct AccountEvent
{
    Instant at{};
    std::string kind{}; ///< registered, assisted, reset, reset-in-person, reclaimed, lost, taken-over
    std::string actor{};
    std::string role{};
    std::string evidence{}; ///< SHA-256 of a file
    std::string other{};    ///< the account on the other side of a reclaim
    std::string note{};

    bool operator==(const AccountEvent &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("at", &AccountEvent::at), required("kind", &AccountEvent::kind),
                          member("actor", &AccountEvent::actor), member("role", &AccountEvent::role),
                          member("evidence", &AccountEvent::evidence), member("other", &AccountEvent::other),
                          member("note", &AccountEvent::note));
    }
};
/// Numbers are masked: who stands at the desk shows the whole one on their document.
struct AccountView
{
    std::string account{};
    std::string state{}; ///< active, closed
    std::string documentType{};
    std::string documentNumber{};
    std::string phone{};
    Instant created{};
    Instant lastLogin{};
    std::vector<AccountEvent> history{};

    bool operator==(const AccountView &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("account", &AccountView::account), required("state", &AccountView::state),
                          required("document_type", &AccountView::documentType),
                          required("document_number", &AccountView::documentNumber),
                          required("phone", &AccountView::phone), required("created", &AccountView::created),
                          member("last_login", &AccountView::lastLogin), member("history", &AccountView::history));
    }
};
struct AccountList
{
    std::vector<AccountView> accounts{}; ///< the active one first

    bool operator==(const AccountList &) const = default;
    static constexpr auto members() { return std::tuple(required("accounts", &AccountList::accounts)); }
};

/// In person, with the document (A1.1.5): `POST /v1/accounts:assist` and `/v1/accounts/{id}/reclaim`. The person types
/// phone and password at the desk; no code is needed, the document is looked at.
struct AssistAccount
{
    std::string role{};
    AccountForm form{};
    std::string evidence{}; ///< SHA-256 of a file that was sent before; a reclaim needs it
    std::string note{};

    bool operator==(const AssistAccount &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("role", &AssistAccount::role), required("form", &AssistAccount::form),
                          member("evidence", &AssistAccount::evidence), member("note", &AssistAccount::note));
    }
};

} // namespace zsb
