#include "core/storage/durablefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include <filesystem>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

Error cannotWrite(const std::string &what)
{
    return {ErrorCode::Unreadable, "cannot write: " + what};
}

bool syncHandle(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

/// A rename is durable when its folder is; NTFS journals it by itself.
bool syncFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return true;
#else
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool synced = ::fsync(handle) == 0;
    ::close(handle);
    return synced;
#endif
}

/// The nearest folder above that is there: it gets a new entry when what is below it is made.
QString existingAbove(const QString &folder)
{
    QString above = folder;
    while (!QFileInfo::exists(above) && !QDir(above).isRoot())
        above = QFileInfo(above).absolutePath();
    return above;
}

/// The folder and every one above it up to `top`.
bool syncFolders(QString folder, const QString &top)
{
    while (folder.size() > top.size()) {
        if (!syncFolder(folder))
            return false;
        folder = QFileInfo(folder).absolutePath();
    }
    return syncFolder(top);
}

} // namespace

Done writeWhole(const std::string &path, std::string_view bytes, Sync sync)
{
    const QFileInfo target(QString::fromStdString(path));
    const QString folder = target.absolutePath();
    const QString top = existingAbove(folder);
    if (!QDir().mkpath(folder))
        return cannotWrite("folder");
    QTemporaryFile file(folder + u"/tmp-XXXXXX"_s);
    if (!file.open() || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()) || !file.flush())
        return cannotWrite(file.errorString().toStdString());
    if (sync == Sync::Yes && !syncHandle(file.handle()))
        return cannotWrite("sync");
    file.close();
    std::error_code failure;
    std::filesystem::rename(file.fileName().toStdU16String(), target.absoluteFilePath().toStdU16String(), failure);
    if (failure)
        return cannotWrite("rename: " + failure.message());
    file.setAutoRemove(false);
    if (sync == Sync::Yes && !syncFolders(folder, top))
        return cannotWrite("sync of the folder");
    return done();
}

Done syncWhole(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !syncHandle(file.handle()))
        return cannotWrite("sync");
    const QString folder = QFileInfo(file).absolutePath();
    if (!syncFolder(folder) || !syncFolder(QFileInfo(folder).absolutePath()))
        return cannotWrite("sync of the folder");
    return done();
}

Done syncBelow(const std::string &folder)
{
#ifdef Q_OS_LINUX
    const int handle = ::open(QFile::encodeName(QString::fromStdString(folder)).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return cannotWrite("no such folder");
    const bool synced = ::syncfs(handle) == 0;
    ::close(handle);
    if (!synced)
        return cannotWrite("sync");
#else
    QDirIterator files(QString::fromStdString(folder), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadWrite) || !syncHandle(file.handle()))
            return cannotWrite("sync");
    }
#endif
    return done();
}

} // namespace zsb
