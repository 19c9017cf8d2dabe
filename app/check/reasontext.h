#pragma once

#include "core/base/result.h"

#include <QString>

#include <string_view>

namespace zsb {

/// Why a season that is sealed is neither written nor looked into here, in both languages.
inline constexpr std::string_view sealedReason =
    "数据是加密存放的，密钥不在这里：请在登记过的桌面程序中打开，服务器的请用 zsb-server / the season is sealed and "
    "its "
    "keys are not here: open it with the desktop it was enrolled on; for that of a service use zsb-server";

/// Why something did not work, in both languages: 磁盘已满 / report: No space left on device.
[[nodiscard]] QString reasonText(const Error &error);

} // namespace zsb
