#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `init`: makes a data folder and shows its fingerprint.
int runInitCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `serve`: makes what is not there and answers until SIGTERM or SIGINT.
int runServeCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
