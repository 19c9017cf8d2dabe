#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `import`: a table into the season of a service that is not running.
int runServerImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
