#pragma once

#include "core/protocol/account.h"
#include "core/protocol/http.h"
#include "core/server/accountcodes.h"
#include "core/server/accounts.h"
#include "core/server/messages.h"
#include "core/server/serving.h"

#include <string>
#include <string_view>

namespace zsb {

/// A form whose members were found right, with everything that takes long behind it.
struct CheckedForm
{
    AccountForm form{};
    std::string document{}; ///< blind indexes
    std::string phone{};
    std::string passwordLine{}; ///< of the new password
    std::string address{};      ///< of whoever asks
};

struct AccountAttempt
{
    std::string document{};
    std::string address{};
    bool isPasswordRight = false;
    std::string passwordLine{}; ///< that the password was compared with
};

/// Who acts at a desk for somebody who stands before it.
struct InPerson
{
    ActorId actor{};
    std::string role{};
    std::string evidence{};
    std::string note{};
};

/// Accounts of candidates, in the writer's transaction (A1.1.*, A1.2.*).
class AccountDesk
{
public:
    explicit AccountDesk(Writing &writing);

    /// The same answer whether or not the phone is known.
    [[nodiscard]] HttpResponse sendCode(CodePurpose purpose, const std::string &phoneNumber, const std::string &phone);
    [[nodiscard]] HttpResponse make(const CheckedForm &checked);
    [[nodiscard]] HttpResponse signIn(const AccountAttempt &attempt);
    [[nodiscard]] HttpResponse reset(const CheckedForm &checked);

    [[nodiscard]] HttpResponse assist(const CheckedForm &checked, const InPerson &by);
    /// The number goes to whoever stands at the desk; what the other one did stays with their account (A1.1.5).
    [[nodiscard]] HttpResponse reclaim(const ActorId &from, const CheckedForm &checked, const InPerson &by);
    [[nodiscard]] HttpResponse resetInPerson(const ActorId &id, const CheckedForm &checked, const InPerson &by);

private:
    [[nodiscard]] std::optional<HttpResponse> codeProblem(CodePurpose purpose, const CheckedForm &checked);
    [[nodiscard]] std::optional<HttpResponse> taken(const CheckedForm &checked, const ActorId &except);
    [[nodiscard]] Done open(const ActorId &id, const CheckedForm &checked, AccountEvent event);
    [[nodiscard]] Done renew(Account account, const CheckedForm &checked, AccountEvent event);
    [[nodiscard]] Done note(const ActorId &account, AccountEvent event);
    [[nodiscard]] Done tell(std::string_view kind, const std::string &phoneNumber, std::string body, Instant expires);
    [[nodiscard]] HttpResponse failed(Account account, const std::string &address);
    [[nodiscard]] HttpResponse session(const Account &account) const;
    [[nodiscard]] ActorId newId() const;

    Writing &m_writing;
    Accounts m_accounts;
    AccountCodes m_codes;
};

} // namespace zsb
