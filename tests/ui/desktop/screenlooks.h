#pragma once

#include "ui/widgets/theme.h"

#include <QTest>

namespace zsb {

/// The looks every screen is shown in: each language, the pseudo-language `xx` among them, in both themes. At the
/// scales between, and under a sanitizer, each language has one theme: colours know nothing of the scale.
inline void addScreenLooks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("theme");
#ifdef ZSB_SANITIZED
    const bool whole = false;
#else
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1"));
    const bool whole = scale == QLatin1String("1") || scale == QLatin1String("1.5");
#endif
    const std::pair<const char *, ThemeChoice> first[] = {
        {"zh", ThemeChoice::Light}, {"en", ThemeChoice::Dark}, {"xx", ThemeChoice::Light}};
    for (const auto &[language, theme] : first) {
        for (const ThemeChoice shown : {ThemeChoice::Light, ThemeChoice::Dark}) {
            if (whole || shown == theme)
                QTest::addRow("%s %s", language, shown == ThemeChoice::Dark ? "dark" : "light")
                    << QString::fromLatin1(language) << shown;
        }
    }
}

} // namespace zsb
