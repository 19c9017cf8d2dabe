#pragma once

#include "core/base/result.h"

#include <QString>

namespace zsb {

/// Why something did not work, in both languages: 磁盘已满 / report: No space left on device.
[[nodiscard]] QString reasonText(const Error &error);

} // namespace zsb
