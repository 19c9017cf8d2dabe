#pragma once

#include "app/desktop/options.h"
#include "app/desktop/script.h"
#include "core/rules/rulebook.h"

#include <functional>
#include <memory>

class QApplication;

namespace zsb {

/// Puts steps into a script; what it gives back lives until the script has ended, since steps refer to it.
using ScriptPlan = std::function<std::shared_ptr<void>(Script &script, ScriptedPrompts &prompts)>;

/// Starts the program as a user does, by this clock, and drives it by the plan. 0 when every picture was written.
[[nodiscard]] int runScript(QApplication &application, const DesktopOptions &options, const QString &suffix,
                            const Clock &clock, const ScriptPlan &plan);

/// A season that is made before somebody takes pictures of it.
struct ScriptSeason
{
    QString name;                             ///< of its folder, below the data folder
    std::function<Instant(const Pack &)> now; ///< what the clock shows, always
    std::function<Done(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &clock)> make;
};

/// Makes the season, opens it and drives the program by the plan. 2 when it cannot be made.
[[nodiscard]] int runScriptIn(const ScriptSeason &season, QApplication &application, const DesktopOptions &options,
                              const QString &suffix, const ScriptPlan &plan);

} // namespace zsb
