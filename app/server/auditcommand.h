#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-server audit reads|security`: what the service wrote down for auditors, as a table. Beside a running service.
int runAuditCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
