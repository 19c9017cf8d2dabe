#pragma once

#include "core/storage/dialect.h"
#include "core/storage/storedevent.h"

#include <QString>

namespace zsb {

class Rows;

/// The columns of an event for a SELECT, in the order readEvent() takes them. Texts come as the bytes that lie in the
/// file, so that a bit that makes them invalid UTF-8 is not hidden; PostgreSQL looks at its texts itself.
[[nodiscard]] QString eventColumnsAsStored(Sql sql);
[[nodiscard]] StoredEvent readEvent(const Rows &rows);

} // namespace zsb
