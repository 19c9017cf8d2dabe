#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check check INPUT …`: every row against every rule of the pack. Reports go to files, a short summary in both
/// languages to `out`, progress and troubles to `err`.
int runCheckCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
