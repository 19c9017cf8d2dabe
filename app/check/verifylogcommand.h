#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check verify-log DB`: follows the chained log of a database, which is a file or the folder it lies in. Never
/// writes to it. Exit 0: whole; 1: the first bad event is named; 2: usage; 3: no such log.
int runVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
