#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check scan FILES|DIR…`: measures materials and judges them by the pack's limits, one line a file in the order
/// given.
int runScanCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
