#pragma once

#include "core/protocol/http.h"
#include "core/protocol/session.h"
#include "core/server/serving.h"
#include "core/server/staff.h"

#include <string>

namespace zsb {

/// What a reader has found out about somebody who signs in, with everything that takes long behind it.
struct SignInAttempt
{
    std::string login{};
    std::string totp{};
    std::string device{}; ///< hash of the certificate
    std::string address{};
    bool isDeviceKnown = false;
    bool isPasswordRight = false;
    std::string passwordLine{}; ///< that the password was compared with
};

/// Sessions, in the writer's transaction.
class SignInDesk
{
public:
    explicit SignInDesk(Writing &writing) : m_writing(writing), m_staff(writing.database(), writing.store().codec()) {}

    [[nodiscard]] HttpResponse signIn(const SignInAttempt &attempt);
    [[nodiscard]] HttpResponse refresh(const std::string &token, const std::string &device, const std::string &address);
    [[nodiscard]] HttpResponse signOut(const Caller &caller);

private:
    [[nodiscard]] HttpResponse failedAsNobody(const SignInAttempt &attempt);
    [[nodiscard]] HttpResponse failed(StaffMember member, const std::string &address);
    [[nodiscard]] HttpResponse session(const StaffMember &member, const std::string &device, std::string refresh,
                                       Instant refreshUntil) const;

    Writing &m_writing;
    Staff m_staff;
};

} // namespace zsb
