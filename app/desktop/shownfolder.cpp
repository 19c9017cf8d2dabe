#include "app/desktop/shownfolder.h"

#include "app/desktop/season.h"
#include "app/desktop/serviceseason.h"
#include "ui/shell/settingsstore.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

QString seasonIn(const QString &folder)
{
    if (holdsSeason(folder))
        return folder;
    const QString settings = folder + u"/settings.ini"_s;
    const QString last = QFile::exists(settings) ? SettingsStore(settings).load().dataFolder : QString();
    for (const QString &below : {last, folder + u"/demo"_s}) {
        if (!below.isEmpty() && holdsSeason(below))
            return below;
    }
    return {};
}

} // namespace

Result<QString> folderToShow(const DesktopOptions &options)
{
    const QString &folder = options.dataFolder;
    if (folder.isEmpty() && options.task == DesktopOptions::Task::Walk)
        return Error{ErrorCode::Invalid, "--walk decides files: name its season with --data-dir, a new or empty folder "
                                         "gets a demo season"};
    if (folder.isEmpty())
        return QString();
    const QString season = seasonIn(folder);
    if (season.isEmpty() && QDir(folder).exists() && !QDir(folder).isEmpty())
        return Error{ErrorCode::Invalid, "no season in " + folder.toStdString() +
                                             " (it has no zsb.db); a new or empty folder gets the demo season"};
    if (!season.isEmpty() && options.task == DesktopOptions::Task::Walk && !isDemoFolder(season))
        return Error{ErrorCode::Refused, "--walk decides files, so it walks through demo seasons only; " +
                                             season.toStdString() + " holds another season"};
    if (!season.isEmpty() && isEnrolled(season))
        return Error{ErrorCode::Refused,
                     season.toStdString() + " is enrolled at a service, and nobody is here to sign in"};
    return season;
}

} // namespace zsb
