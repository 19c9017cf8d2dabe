#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/demo/season.h"
#include "core/rules/rulebook.h"

#include <QString>

#include <functional>
#include <memory>

namespace zsb {

/// Changes what was drawn, in the folder it lies in, before it is taken in.
using SourceChange = std::function<Done(const QString &source)>;

/// Made-up people as makeSeason() makes them, changed and taken into `folder`, which holds no season yet; the table and
/// the pictures stay below it in `source`. For pictures of the screens. Takes a while; any thread. Errors: those of
/// makeSeason(), of the change and of the import.
[[nodiscard]] Done importMadeUp(const QString &folder, const SeasonOptions &options, const SourceChange &change,
                                const std::shared_ptr<const RuleBook> &book, const Clock &clock);

/// Six people of a demo season, to show what is said of portraits: the second's has a blue wall, a highlight, glasses
/// and a head that leans; the fourth handed in the first's, cut anew.
[[nodiscard]] Done makePortraitSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book,
                                      const Clock &clock);

} // namespace zsb
