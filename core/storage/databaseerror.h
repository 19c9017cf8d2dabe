#pragma once

#include "core/base/result.h"

class QSqlDatabase;
class QSqlError;

namespace zsb {

/// What went wrong with a statement: Conflict (another one wrote, or holds what was wanted), Unreadable (damaged, not a
/// database, or the server is gone), Invalid (a value the database cannot hold), Internal. Never what was stored or
/// asked: messages of a server quote values, so only their codes are passed on.
[[nodiscard]] Error errorOf(const QSqlError &error, const QSqlDatabase &connection);

} // namespace zsb
