#pragma once

#include "app/common/packsearch.h"
#include "app/desktop/desktop.h"
#include "core/demo/season.h"
#include "ui/exchange/storeimport.h"
#include "ui/shell/settingsstore.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

namespace zsb {

/// Nobody answers: what asks, waits.
class NoPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}
};

/// Settings and folders of nobody, empty.
inline void forgetSettings(const QString &applicationName)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(applicationName);
    for (const auto location : {QStandardPaths::AppConfigLocation, QStandardPaths::AppLocalDataLocation})
        QDir(QStandardPaths::writableLocation(location)).removeRecursively();
}

inline DesktopOptions chineseDesktop()
{
    DesktopOptions options;
    options.pack = QString::fromStdString(defaultPack());
    options.language = QStringLiteral("zh");
    options.theme = ThemeChoice::Light;
    return options;
}

/// A season as `zsb-check demo` makes it, imported into `folder` as the program imports.
[[nodiscard]] inline Done importDemoSeason(const QString &folder, const SeasonOptions &options,
                                           const std::shared_ptr<const RuleBook> &book, const Clock &clock)
{
    const QString source = folder + QStringLiteral("/source");
    if (!QDir().mkpath(source))
        return Error{ErrorCode::Unreadable, "no folder for the season"};
    if (const auto made = makeSeason(book->pack(), options, source.toStdString()); !made)
        return made.error();
    const std::stop_source nobody;
    const TaskContext context{nobody.get_token(), [](std::int64_t, std::int64_t) {}};
    StoreImport import({.folder = folder.toStdString()}, book, clock, StoreImport::Keep::Yes,
                       std::make_shared<SharedModel>(), PictureFacts::Scans::Left);
    const auto outcome = import.import({source + QStringLiteral("/season.csv"), source}, context);
    if (!outcome)
        return outcome.error();
    return outcome->fresh == options.count ? done() : Done(Error{ErrorCode::Invalid, "not everyone was imported"});
}

/// Somebody sits at this computer, with every role of the pack.
[[nodiscard]] inline bool nameReviewer(const QString &folder, const Pack &pack)
{
    ShellSettings settings;
    QStringList roles;
    for (const Role &role : pack.review.roles)
        roles.append(QString::fromStdString(role.id));
    settings.reviewers = {{QStringLiteral("甲"), roles}};
    return bool(SettingsStore(folder + QStringLiteral("/settings.ini")).save(settings));
}

} // namespace zsb
