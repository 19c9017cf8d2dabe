#pragma once

#include "core/base/result.h"
#include "ui/shell/lock.h"
#include "ui/shell/reviewerdialog.h"
#include "ui/widgets/linesettings.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QString>

namespace zsb {

/// What the program remembers of its looks between two runs. Nothing about candidates.
struct ShellSettings
{
    QString language = QStringLiteral("zh"); ///< zh, en
    ThemeChoice theme = ThemeChoice::System;
    QString dataFolder; ///< opened last
    QString page = QStringLiteral("home");
    QByteArray geometry;
    QByteArray keys;                  ///< as schemeJson() writes them; empty: the table's
    QList<ReviewerEntry> reviewers{}; ///< who decides here; the one who sits here now first
    LockSettings lock{};
    LineSettings line{};

    bool operator==(const ShellSettings &) const = default;
};

/// The only place that knows how settings are stored: one INI file, one table of keys.
class SettingsStore
{
public:
    explicit SettingsStore(QString file);

    [[nodiscard]] ShellSettings load() const;
    Done save(const ShellSettings &settings) const;

private:
    QString m_file;
};

} // namespace zsb
