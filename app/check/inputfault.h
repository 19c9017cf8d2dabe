#pragma once

#include "core/base/result.h"

#include <QTextStream>

namespace zsb {

/// What is wrong with a table as a whole, in both languages and with the id of the fault.
void explainInput(QTextStream &err, const Error &error, const QString &input);

} // namespace zsb
