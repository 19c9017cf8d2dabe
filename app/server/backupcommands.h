#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `backup`: a copy of the season, while the service runs.
int runBackupCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `restore`: a copy in the place of the season; the service is not running.
int runRestoreCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
