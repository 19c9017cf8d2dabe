#pragma once

#include "core/server/orders.h"

#include <string>
#include <string_view>

namespace zsb {

/// The embedded cashier (A1.7.1): resources/pay/pay.html with one order in it. It takes no money: it is for schools
/// that try the service out, and says so. `who` is masked; `nonce` is that of the content security policy.
[[nodiscard]] std::string paymentPage(const Order &order, Instant now, std::string_view who, std::string_view nonce);

} // namespace zsb
