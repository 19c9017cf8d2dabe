#pragma once

#include "core/base/result.h"
#include "core/policy/pack.h"
#include "core/protocol/session.h"

#include <string_view>
#include <vector>

namespace zsb {

/// 1 to 32 letters of ASCII, digits, `.`, `_` and `-`, a letter or digit first. Errors: Invalid.
[[nodiscard]] Done checkLogin(std::string_view login);

/// Whether these are roles and areas there are: an area nobody lies in is a mistake of who typed it. Colleges and types
/// by their codes, regions by what codes of exam sites begin with. Errors: Invalid, with what was probably meant.
[[nodiscard]] Done checkScopes(const Pack &pack, const std::vector<Scope> &scopes);

} // namespace zsb
