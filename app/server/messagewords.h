#pragma once

#include "core/server/messages.h"

#include <string_view>

namespace zsb {

/// What a message to a phone is about.
struct MessageWords
{
    const char *zh;
    const char *en;
};

[[nodiscard]] inline MessageWords wordsOf(std::string_view kind)
{
    if (kind == messageRegisterCode)
        return {"注册验证码", "code to register"};
    if (kind == messageResetCode)
        return {"重置密码验证码", "code to reset the password"};
    if (kind == messagePhoneTaken)
        return {"该手机号已注册", "this phone is registered already"};
    return {"账号已由证件本人收回", "the account went back to the owner of the document"};
}

} // namespace zsb
