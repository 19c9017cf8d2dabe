#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check portrait FILES|DIR…`: judges portraits by the pack's limits, one line a file in the order given.
int runPortraitCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
