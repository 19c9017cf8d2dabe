#include "app/server/backupfiles.h"

#include <QDir>
#include <QFile>

#include <set>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

std::set<std::string> badIn(const std::optional<FilesVerdict> &files)
{
    std::set<std::string> bad;
    if (files) {
        for (const FilesVerdict::BadFile &file : files->bad)
            bad.insert(file.sha256);
    }
    return bad;
}

} // namespace

Error cannotWrite(const QString &path)
{
    return {ErrorCode::Unreadable, path.toStdString() + " cannot be written"};
}

Done putInPlace(const QString &from, const QString &to)
{
    return (!QFile::exists(to) || QFile::remove(to)) && QFile::rename(from, to) ? done() : Done(cannotWrite(to));
}

Done copyFile(const QString &from, const QString &to)
{
    const QString growing = to + u".part"_s;
    if (!QDir().mkpath(QFileInfo(to).path()) || (QFile::exists(growing) && !QFile::remove(growing)) ||
        !QFile::copy(from, growing))
        return cannotWrite(to);
    return putInPlace(growing, to);
}

const FieldCodec &codecOrPlain(const std::shared_ptr<const FieldCodec> &codec)
{
    static const PlainCodec plain;
    return codec ? *codec : plain;
}

Result<FilesVerdict> readFiles(const QString &database, const BlobStore &blobs,
                               const std::shared_ptr<const FieldCodec> &codec, const FilesWatch &watch)
{
    Result<FilesVerdict> files =
        verifyBlobs(database.toStdString(), blobs, codecOrPlain(codec), watch.progress, watch.stop, Unnamed::Compared);
    if (files && !files->isWhole())
        return Error{ErrorCode::Cancelled, "stopped"};
    return files ? files : within("files", files.error());
}

Done copyBlobs(const BlobStore &from, const BlobStore &to, const std::optional<FilesVerdict> &files)
{
    const std::set<std::string> bad = badIn(files);
    for (const std::string &sha256 : from.all()) {
        if (bad.contains(sha256) || (files ? to.isWhole(sha256) : to.contains(sha256)))
            continue;
        if (Done copied = copyFile(QString::fromStdString(from.path(sha256)), QString::fromStdString(to.path(sha256)));
            !copied)
            return copied;
    }
    return done();
}

} // namespace zsb
