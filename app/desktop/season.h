#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rules/rulebook.h"
#include "core/storage/store.h"
#include "ui/tasks/taskrunner.h"

#include <QString>

#include <memory>
#include <optional>

namespace zsb {

/// A data folder that is open: its database on the GUI thread, the rules it is judged by, its time.
struct Season
{
    QString folder;
    bool demo = false;
    std::shared_ptr<const RuleBook> book;
    std::unique_ptr<const Store> store;
    Store *writer = nullptr; ///< the same store; null: somebody else works here, this is for reading only
    Clock clock;
};

/// Where a season lies, and with what it is read and written.
struct SeasonPlace
{
    QString folder{};
    std::shared_ptr<const FieldCodec> codec{}; ///< null: in clear
};

/// Whether the folder holds a season's database already.
[[nodiscard]] bool holdsSeason(const QString &folder);
/// A demo season never mixes with real data: its folder is marked.
[[nodiscard]] bool isDemoFolder(const QString &folder);
/// Time in a demo season stands in the middle of its review, whatever the computer's clock says: its first morning, or
/// where its log has come to (`latest`), going on from now.
[[nodiscard]] Clock demoClock(const Pack &pack, const Clock &running, std::optional<Instant> latest = {});

/// The slow part of opening, on a background thread: makes or migrates the database, and makes projections again when
/// the rules have changed. Errors: those of Store; Cancelled.
[[nodiscard]] Done prepareSeason(const SeasonPlace &place, const RuleBook &book, const std::stop_token &stop);
/// The rest, on the GUI thread.
[[nodiscard]] Result<std::unique_ptr<Season>> openSeason(const SeasonPlace &place, std::shared_ptr<const RuleBook> book,
                                                         const Clock &running);
/// Without a trace in the folder, whoever else works there. Errors: those of Store::openReadOnly().
[[nodiscard]] Result<std::unique_ptr<Season>> readSeason(const SeasonPlace &place, std::shared_ptr<const RuleBook> book,
                                                         const Clock &running);

/// Fills a folder that holds no season with sixty made-up people, all types and flaws, and imports them: all or, when
/// stopped or failed, nothing. Background thread.
[[nodiscard]] Done makeDemoSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book,
                                  const Clock &running, const TaskContext &context);

} // namespace zsb
