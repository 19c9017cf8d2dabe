#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `keys rotate|rewrap|erase`: the keys of a sealed season whose service is not running.
int runKeysCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
