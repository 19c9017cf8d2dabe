#include "core/server/uploads.h"

#include "core/protocol/wirecodec.h"
#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <utility>

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

/// A piece belongs to its place in its upload.
std::string pieceRow(std::string_view id, std::int64_t from)
{
    return std::string(id) + '.' + std::to_string(from);
}

Instant changedAt(const QString &path)
{
    return Instant(std::chrono::milliseconds(QFileInfo(path).lastModified().toMSecsSinceEpoch()));
}

} // namespace

std::string Uploads::notePath(std::string_view id) const
{
    return isId(id) ? m_folder + '/' + std::string(id) + ".json" : std::string();
}

std::string Uploads::piecePath(std::string_view id, std::int64_t from, std::int64_t to) const
{
    return m_folder + '/' + pieceRow(id, from) + '-' + std::to_string(to) + ".part";
}

/// From the first byte on, without a gap.
std::vector<Uploads::Piece> Uploads::pieces(std::string_view id) const
{
    const QDir folder(qt(m_folder));
    std::vector<Piece> found;
    for (const QString &name : folder.entryList({qt(std::string(id)) + u".*.part"_s}, QDir::Files)) {
        const QString range = name.section(u'.', 1, 1);
        found.push_back({range.section(u'-', 0, 0).toLongLong(), range.section(u'-', 1, 1).toLongLong(),
                         folder.filePath(name).toStdString()});
    }
    std::ranges::sort(found, {}, &Piece::from);
    std::int64_t end = 0;
    const auto gap =
        std::ranges::find_if(found, [&end](const Piece &piece) { return piece.from != std::exchange(end, piece.to); });
    found.erase(gap, found.end());
    return found;
}

Result<Upload> Uploads::begin(Upload upload, Instant now) const
{
    const UploadNote note{upload.sha256, upload.purpose, upload.size, upload.actor};
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
    upload.expires = changedAt(qt(notePath(id))) + life;
    for (const Piece &piece : pieces(id)) {
        upload.offset = piece.to;
        upload.expires = std::max(upload.expires, changedAt(qt(piece.path)) + life);
    }
    if (upload.expires <= now)
        return Error{ErrorCode::NotFound, "the upload is over"};
    return upload;
}

Result<Upload> Uploads::append(std::string_view id, std::int64_t offset, std::string_view bytes, Instant now) const
{
    if (!isId(id))
        return Error{ErrorCode::NotFound, "no such upload"};
    QLockFile lock(qt(m_folder + '/' + std::string(id) + ".lock"));
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
        return Error{ErrorCode::Conflict, "another piece is being added"};
    if (!lock.isLocked()) // a disk that is full is no conflict: whoever is told of one tries again at once
        return Error{ErrorCode::Unreadable, "upload: cannot write"};
    Result<Upload> upload = find(id, now);
    if (!upload)
        return upload;
    if (upload->offset != offset)
        return Error{ErrorCode::Conflict, "offset"};
    if (offset + std::int64_t(bytes.size()) > upload->size)
        return Error{ErrorCode::Invalid, "more than was announced"};
    const std::int64_t end = offset + std::int64_t(bytes.size());
    const std::string row = pieceRow(id, offset);
    const QByteArray stored = m_codec.encode({"uploads", row, "bytes"}, bytes);
    const std::string_view whole(stored.constData(), std::size_t(stored.size()));
    if (!bytes.empty() && !writeWhole(piecePath(id, offset, end), whole, Sync::Yes))
        return Error{ErrorCode::Unreadable, "upload: cannot write"};
    upload->offset = end;
    return upload;
}

Result<std::string> Uploads::bytes(std::string_view id) const
{
    std::string all;
    for (const Piece &piece : pieces(id)) {
        QFile file(qt(piece.path));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Unreadable, "upload: a piece"};
        const std::string row = pieceRow(id, piece.from);
        const Result<std::string> plain = m_codec.decode({"uploads", row, "bytes"}, file.readAll());
        if (!plain)
            return plain.error();
        all += *plain;
    }
    return all;
}

void Uploads::drop(std::string_view id) const
{
    if (!isId(id))
        return;
    QFile::remove(qt(notePath(id)));
    const QDir folder(qt(m_folder));
    for (const QString &name : folder.entryList({qt(std::string(id)) + u"*.part"_s}, QDir::Files))
        QFile::remove(folder.filePath(name));
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
