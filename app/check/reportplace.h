#pragma once

#include <QString>
#include <QStringList>

namespace zsb {

/// Where a file is or will be, links resolved: two names of one place are equal.
[[nodiscard]] QString placeOf(const QString &path);

/// Whether writing `path` would overwrite one of `files`.
[[nodiscard]] bool overwritesAny(const QString &path, const QStringList &files);

/// Whether there is something at `path`, links followed, that is no file: a folder, a device, a pipe. A report is put
/// in its place whole, and would take it away.
[[nodiscard]] bool isTakenByNoFile(const QString &path);

} // namespace zsb
