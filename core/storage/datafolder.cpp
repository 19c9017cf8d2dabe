#include "core/storage/datafolder.h"

#include <QDir>
#include <QFile>

namespace zsb {

Done makeDataFolder(const std::string &folder)
{
    const QString path = QString::fromStdString(folder);
    if (QDir(path).exists())
        return done();
    if (!QDir().mkpath(path))
        return Error{ErrorCode::Unreadable, folder + ": the folder cannot be made"};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return done();
}

} // namespace zsb
