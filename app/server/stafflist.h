#pragma once

#include "core/server/administration.h"

#include <QTextStream>

namespace zsb {

/// Staff as a table of tabs with a line of headings: login, roles, the area of each, state, last sign-in, devices they
/// were heard on with when. Names of people stay in the database. Errors: those of Administration.
[[nodiscard]] Done listUsers(const Administration &administration, QTextStream &out);

/// Devices as a table of tabs with a line of headings: thumbprint, name, state, when enrolled, who was last heard on
/// it.
[[nodiscard]] Done listDevices(const Administration &administration, QTextStream &out);

} // namespace zsb
