#include "core/server/uploads.h"

#include "core/protocol/wirecodec.h"
#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// What is kept beside the bytes.
struct UploadNote
{
    std::string sha256{};
    std::string purpose{};
    std::int64_t size = 0;
    ActorId actor{};
    static constexpr auto members()
    {
        return std::tuple(required("sha256", &UploadNote::sha256), required("purpose", &UploadNote::purpose),
                          required("size", &UploadNote::size), required("actor", &UploadNote::actor));
    }
    bool operator==(const UploadNote &) const = default;
};

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

/// Ids are ours: anything else would be a path.
bool isId(std::string_view id)
{
    return id.size() == 36 && id.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

bool isSynced(QFile &file)
{
#ifdef Q_OS_WIN
    return file.flush() && _commit(file.handle()) == 0;
#else
    return file.flush() && ::fsync(file.handle()) == 0;
#endif
}

Instant changedAt(const QString &path)
{
    return Instant(std::chrono::milliseconds(QFileInfo(path).lastModified().toMSecsSinceEpoch()));
}

} // namespace

std::string Uploads::path(std::string_view id) const
{
    return isId(id) ? m_folder + '/' + std::string(id) + ".part" : std::string();
}

std::string Uploads::notePath(std::string_view id) const
{
    return isId(id) ? m_folder + '/' + std::string(id) + ".json" : std::string();
}

Result<Upload> Uploads::begin(Upload upload, Instant now) const
{
    const UploadNote note{upload.sha256, upload.purpose, upload.size, upload.actor};
    if (Done written = writeWhole(path(upload.id), {}, Sync::No); !written)
        return written.error();
    if (Done written = writeWhole(notePath(upload.id), wireText(note), Sync::Yes); !written)
        return written.error();
    upload.offset = 0;
    upload.expires = now + life;
    return upload;
}

/// The files' own times tell when the last piece came; they are no business of the clock that decides, so what is young
/// by either is kept.
Result<Upload> Uploads::find(std::string_view id, Instant now) const
{
    QFile file(qt(notePath(id)));
    if (!isId(id) || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, "no such upload"};
    const Result<UploadNote> note = readWire<UploadNote>(file.readAll().toStdString());
    if (!note)
        return Error{ErrorCode::NotFound, "upload: " + note.error().detail};
    Upload upload{std::string(id), note->sha256, note->purpose, note->size, note->actor, 0, {}};
    upload.offset = QFileInfo(qt(path(id))).size();
    upload.expires = std::max(changedAt(qt(path(id))), changedAt(qt(notePath(id)))) + life;
    if (upload.expires <= now)
        return Error{ErrorCode::NotFound, "the upload is over"};
    return upload;
}

Result<Upload> Uploads::append(std::string_view id, std::int64_t offset, std::string_view bytes, Instant now) const
{
    if (!isId(id))
        return Error{ErrorCode::NotFound, "no such upload"};
    QLockFile lock(qt(m_folder + '/' + std::string(id) + ".lock"));
    if (!lock.tryLock(0))
        return Error{ErrorCode::Conflict, "another piece is being added"};
    Result<Upload> upload = find(id, now);
    if (!upload)
        return upload;
    if (upload->offset != offset)
        return Error{ErrorCode::Conflict, "offset"};
    if (offset + std::int64_t(bytes.size()) > upload->size)
        return Error{ErrorCode::Invalid, "more than was announced"};
    QFile file(qt(path(id)));
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Append) &&
                         file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()) && isSynced(file);
    if (!written) {
        file.resize(offset); // what is half there would be taken for whole
        return Error{ErrorCode::Unreadable, "upload: cannot write"};
    }
    upload->offset = offset + std::int64_t(bytes.size());
    return upload;
}

void Uploads::drop(std::string_view id) const
{
    if (!isId(id))
        return;
    QFile::remove(qt(notePath(id)));
    QFile::remove(qt(path(id)));
}

void Uploads::sweep(Instant now) const
{
    const QDir folder(qt(m_folder));
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const std::string id = QFileInfo(name).completeBaseName().toStdString();
        if (!find(id, now))
            drop(id);
    }
}

} // namespace zsb
