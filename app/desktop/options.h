#pragma once

#include "core/base/result.h"
#include "ui/widgets/theme.h"

#include <QStringList>

#include <optional>

namespace zsb {

/// What the command line asks for.
struct DesktopOptions
{
    enum class Task
    {
        Work,        ///< open the window
        Walk,        ///< do the main job by itself, saving a picture at each step
        Screenshots, ///< every screen in every language and theme
        ShowVersion,
        ShowHelp,
    };
    Task task = Task::Work;
    QString dataFolder;
    bool demo = false;
    QString pack;     ///< name or folder
    QString joinFile; ///< enrols with what it says, unless there is an enrolled season
    QString language; ///< zh, en; empty: as in the settings
    std::optional<ThemeChoice> theme;
    QString output;        ///< folder of Walk and Screenshots
    bool keychain = false; ///< keys go into the keychain of the system where there is one
    QString help;
};

/// Errors: Invalid, its detail says what cannot be understood.
[[nodiscard]] Result<DesktopOptions> parseOptions(const QStringList &arguments);

} // namespace zsb
