#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check demo`: a made-up season with labelled defects. Needs a QGuiApplication when it draws.
int runDemoCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
