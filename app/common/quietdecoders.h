#pragma once

#include <QLoggingCategory>

namespace zsb {

/// What Qt's decoders say of a damaged picture or its colour profile names neither file nor place; findings say both.
/// The variable QT_LOGGING_RULES lets them speak.
inline void quietenDecoders()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false\nqt.gui.icc*=false"));
}

} // namespace zsb
