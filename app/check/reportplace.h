#pragma once

#include <QString>
#include <QStringList>

namespace zsb {

/// Where a file is or will be, links resolved: two names of one place are equal.
[[nodiscard]] QString placeOf(const QString &path);

/// Whether writing `path` would overwrite one of `files`.
[[nodiscard]] bool overwritesAny(const QString &path, const QStringList &files);

} // namespace zsb
