#pragma once

#include "core/base/result.h"

#include <QFileDevice>

#include <string>
#include <string_view>

namespace zsb {

/// Why a file cannot be written, Unreadable: what was written, then what the system says — `report: No space left on
/// device`. A write that fell short says why only when it is tried again, which spoils nothing that is not spoilt.
[[nodiscard]] inline Error writeFailure(std::string_view what, QFileDevice &file)
{
    if (file.error() == QFileDevice::NoError || file.error() == QFileDevice::UnspecifiedError) {
        (void)file.write("\n", 1);
        (void)file.flush();
    }
    return {ErrorCode::Unreadable, std::string(what) + ": " + file.errorString().toStdString()};
}

} // namespace zsb
