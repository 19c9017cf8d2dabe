#pragma once

#include "core/protocol/account.h"
#include "core/rules/rulebook.h"

#include <map>
#include <string>
#include <string_view>

namespace zsb {

/// Member of the form → what is wrong with it: `missing`, `differs`, `too-short`, `too-long`, `is-the-number`,
/// `is-the-phone`, `is-the-birth-date`, `common`, or the id of a rule of the pack. Empty: nothing.
using FormProblems = std::map<std::string, std::string>;

struct AccountRules
{
    int passwordLeast = 8; ///< code points
    int passwordMost = 64;
};

/// A1.1.1, A1.1.2, A1.4.1.1. `numberTwice`: the number is typed twice, as for a new account.
[[nodiscard]] FormProblems problemsOf(const AccountForm &form, const RuleBook &book, const AccountRules &rules,
                                      Instant now, bool numberTwice);
/// Of the phone alone.
[[nodiscard]] FormProblems problemsOfPhone(std::string_view phone, const RuleBook &book, Instant now);

/// As it is hashed: the same password however a keyboard composes it.
[[nodiscard]] std::string composedPassword(std::string_view password);

} // namespace zsb
