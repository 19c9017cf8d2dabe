#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `verify-log`: the chain of events, without any key; with `--deep` the lists and every file, which needs them.
int runServerVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
