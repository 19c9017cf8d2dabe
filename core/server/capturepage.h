#pragma once

#include "core/policy/pack.h"

#include <string>
#include <string_view>

namespace zsb {

/// The page a candidate's phone opens (A1.6.1, annex 2): resources/capture/capture.html with the limits of the pack in
/// it. `who` is shown so that people see whose picture they take: nothing of it identifies a person by itself. `nonce`
/// is that of the content security policy.
[[nodiscard]] std::string capturePage(const Pack &pack, std::string_view who, std::string_view nonce);

/// `default-src 'none'` and what of the page itself may run; nothing from anywhere else.
[[nodiscard]] std::string capturePolicy(std::string_view nonce);

/// `李*` of 李小明: enough to tell two phones apart at a desk.
[[nodiscard]] std::string maskedName(std::string_view name);

} // namespace zsb
