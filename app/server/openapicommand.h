#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `openapi`: what the service answers, as OpenAPI 3.1.
int runOpenApiCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
