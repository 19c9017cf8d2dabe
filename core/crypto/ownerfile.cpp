#include "core/crypto/ownerfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

#include <vector>

namespace zsb {

namespace {

bool isDurable(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// Windows keeps the rights of the user's own profile; Qt reads them as everybody's.
bool othersMayRead(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path)
    return false;
#else
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return (QFile::permissions(path) & others) != 0;
#endif
}

bool isDeliveredAsItShould(const QString &path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path)
    return false;
#else
    constexpr QFile::Permissions never =
        QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo info(path);
    return (info.permissions() & never) == 0 && (info.ownerId() == 0 || info.ownerId() == ::geteuid());
#endif
}

Result<std::string> readFile(const std::string &path, std::size_t most, bool (*isSafe)(const QString &path))
{
    QFile file(QString::fromStdString(path));
    if (!file.exists())
        return Error{ErrorCode::NotFound, path + ": no such file"};
    if (!isSafe(file.fileName()))
        return Error{ErrorCode::Refused, path + ": others have rights on it, take them away: chmod 400"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, path + ": " + file.errorString().toStdString()};
    std::string bytes(most, '\0');
    const qint64 got = file.read(bytes.data(), qint64(most));
    if (got < 0)
        return Error{ErrorCode::Unreadable, path + ": " + file.errorString().toStdString()};
    bytes.resize(std::size_t(got));
    return bytes;
}

} // namespace

Result<std::string> readOwnerFile(const std::string &path, std::size_t most)
{
    return readFile(path, most, [](const QString &name) { return !othersMayRead(name); });
}

Result<std::string> readDeliveredFile(const std::string &path, std::size_t most)
{
    return readFile(path, most, isDeliveredAsItShould);
}

Done writeOwnerFile(const std::string &path, std::string_view bytes)
{
    const QString name = QString::fromStdString(path);
    const QString folder = QFileInfo(name).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder) ||
            !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return Error{ErrorCode::Unreadable, folder.toStdString() + ": the folder cannot be made"};
    }
    QFile file(name);
    if (file.exists())
        return Error{ErrorCode::Conflict, path + ": there is one"};
    // never readable by others, not even while it is empty
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::Unreadable, path + " cannot be written: " + file.errorString().toStdString()};
    if (file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()) || !isDurable(file) ||
        !file.setPermissions(QFile::ReadOwner)) {
        const std::string why = file.errorString().toStdString();
        file.remove();
        return Error{ErrorCode::Unreadable, path + " cannot be written: " + why};
    }
    return done();
}

Done shredFile(const std::string &path, const RandomSource &random)
{
    QFile file(QString::fromStdString(path));
    if (!file.exists())
        return Error{ErrorCode::NotFound, "no such file"};
    std::vector<std::uint8_t> noise(std::size_t(file.size()));
    random(noise);
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || !file.open(QIODevice::ReadWrite) ||
        file.write(reinterpret_cast<const char *>(noise.data()), qint64(noise.size())) != qint64(noise.size()) ||
        !isDurable(file))
        return Error{ErrorCode::Unreadable, "cannot be overwritten"};
    file.close();
    return file.remove() ? done() : Done(Error{ErrorCode::Unreadable, "cannot be removed"});
}

} // namespace zsb
