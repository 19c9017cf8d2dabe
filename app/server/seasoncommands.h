#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `import`: a table into the season of a service that is not running.
int runServerImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `backup`: a copy of the season, while the service runs.
int runBackupCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `restore`: a copy in the place of the season; the service is not running.
int runRestoreCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `verify-log`: the chain of events, without any key.
int runServerVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
