#pragma once

#include "core/protocol/account.h"
#include "core/server/accountdesk.h"
#include "core/server/call.h"

#include <variant>

namespace zsb {

/// Looks at a form before the writer gets it: rules, blind indexes, and the password hashed, which takes long. A form
/// with something wrong is answered 422, its details naming every member and what is wrong with it.
[[nodiscard]] std::variant<CheckedForm, HttpResponse> checkedForm(AccountForm form, const Call &call, Reader &reader,
                                                                  bool numberTwice);

} // namespace zsb
