#include "app/server/backup.h"

#include "core/base/calendar.h"
#include "core/base/hash.h"
#include "core/domain/json.h"
#include "core/server/epochs.h"
#include "core/storage/chain.h"
#include "core/storage/datafolder.h"
#include "core/storage/durablefile.h"
#include "core/storage/sealedcodec.h"
#include "core/storage/seasonkeys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString at(const std::string &folder, const char *name)
{
    return QString::fromStdString(folder) + u'/' + QLatin1StringView(name);
}

Result<std::string> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, "there is no database"};
    return sha256Hex(file);
}

/// The database as it is now, in one piece.
Done copyDatabase(const std::string &from, const QString &to)
{
    if (QFile::exists(to) && !QFile::remove(to))
        return cannotWrite(to);
    const Result<std::unique_ptr<Database>> database = Database::open(from, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    Done copied = (*database)->execute(u"VACUUM INTO ?"_s, {sqlText(to.toStdString())});
    return copied ? copied : within(to.toStdString(), copied.error());
}

BlobStore blobsOf(const std::string &folder, const std::shared_ptr<const FieldCodec> &codec)
{
    return BlobStore(folder + "/blobs", codec);
}

Done copyOver(const QString &from, const QString &to)
{
    return QFile::exists(from) ? copyFile(from, to) : done();
}

Result<BackupNote> noteOf(const QString &database, Instant now)
{
    const Result<LogVerdict> log = verifyLog(database.toStdString());
    if (!log)
        return log.error();
    if (!log->isGood())
        return Error{ErrorCode::Invalid, "the log is not whole, see verify-log"};
    const Result<std::string> hash = hashOf(database);
    if (!hash)
        return hash.error();
    BackupNote note;
    note.at = now;
    note.database = *hash;
    note.events = log->events;
    note.head = log->head;
    return note;
}

Result<BackupNote> readNote(const std::string &folder)
{
    QFile file(at(folder, "backup.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, "there is no backup.json"};
    return fromJsonValue<BackupNote>(QJsonDocument::fromJson(file.readAll()).object());
}

/// Links followed, also of a folder that is not there yet.
QString realPath(const QString &folder)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    QString there = path;
    while (!QFileInfo::exists(there) && there != QFileInfo(there).path())
        there = QFileInfo(there).path();
    return QDir::cleanPath(QFileInfo(there).canonicalFilePath() + path.mid(there.size()));
}

/// A backup is a folder of its own: neither of the season nor of anybody else. What an interrupted one left is no
/// obstacle, nor what every disk has.
Done needPlace(const std::string &season, const std::string &folder)
{
    const QString place = realPath(QString::fromStdString(folder));
    const QString own = QFileInfo(QString::fromStdString(season)).canonicalFilePath();
    if (place == own || place.startsWith(own + u'/') || own.startsWith(place + u'/'))
        return Error{ErrorCode::Refused, folder + ": a backup needs a folder apart from that of the season"};
    const QDir dir(QString::fromStdString(folder));
    const QStringList left{u"zsb.db.part"_s, u"blobs"_s, u"season.keys"_s, u"server.json"_s, u"lost+found"_s};
    for (const QString &name : dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (!left.contains(name) && !dir.exists(u"backup.json"_s))
            return Error{ErrorCode::Refused, folder + " is no backup and not empty, there is: " + name.toStdString()};
    }
    return done();
}

/// A backup is gone on with by the season it is of: its log is the beginning of ours. Another season's, or what a
/// service did that was restored to an earlier day since, is not written over.
Done mayGoOn(const std::string &season, const std::string &folder)
{
    if (Done apart = needPlace(season, folder); !apart || !QFile::exists(at(folder, "backup.json")))
        return apart;
    const Result<BackupNote> note = readNote(folder);
    if (!note || note->events == 0)
        return note ? done() : Done(note.error());
    const Result<std::optional<std::string>> ours = eventHash(season + "/zsb.db", note->events);
    if (!ours)
        return ours.error();
    if (*ours != note->head)
        return Error{ErrorCode::Conflict,
                     folder + ": the backup there has what this season has not, name another folder"};
    return done();
}

/// What is in the way of a backup, aside. The files stay: they are what their names say, whoever speaks of them.
Done moveAside(const std::string &folder, Instant now)
{
    QString stamp = QString::fromStdString(formatInstant(now));
    stamp.remove(u':').remove(u'-');
    const QString aside = QString::fromStdString(folder) + u"/before-restore-"_s + stamp;
    for (const char *name : {"zsb.db", "zsb.db-wal", "zsb.db-shm", "season.keys"}) {
        const QString from = at(folder, name);
        if (!QFile::exists(from))
            continue;
        if (!QDir().mkpath(aside) || !QFile::rename(from, aside + u'/' + QLatin1StringView(name)))
            return cannotWrite(from);
    }
    return done();
}

/// Null: the season is in clear.
Result<std::shared_ptr<const FieldCodec>> codecOf(const std::string &folder, const KeyHolder &keys)
{
    if (!isSealedSeason(folder))
        return std::shared_ptr<const FieldCodec>();
    Result<Keyring> ring = openSeasonKeys(folder, keys, keyRandom());
    if (!ring)
        return ring.error();
    return std::shared_ptr<const FieldCodec>(std::make_shared<SealedCodec>(*std::move(ring)));
}

Done writeNote(const BackupNote &note, const std::string &folder)
{
    const QByteArray text = QJsonDocument(toJsonValue(note).toObject()).toJson();
    const std::string path = at(folder, "backup.json").toStdString();
    return writeWhole(path, {text.constData(), std::size_t(text.size())}, Sync::Yes);
}

/// What the note says of the files beside the database is so.
BackupNote withFiles(BackupNote note, const std::optional<FilesVerdict> &files, const BlobStore &blobs)
{
    note.blobs = std::int64_t(blobs.all().size());
    if (files)
        note.lacking = std::ranges::count_if(
            files->bad, [&blobs](const FilesVerdict::BadFile &file) { return !blobs.isWhole(file.sha256); });
    return note;
}

/// A backup of before is one until the database is in its place.
Done finish(const BackupNote &note, const QString &growing, const std::string &folder)
{
    if (Done placed = putInPlace(growing, at(folder, "zsb.db")); !placed)
        return placed;
    if (Done kept = writeNote(note, folder); !kept)
        return kept;
    return syncBelow(folder);
}

} // namespace

Result<Backup> backUp(const StoreOptions &season, const std::string &folder, Instant now, const FilesWatch &watch)
{
    if (!season.database.empty())
        return Error{ErrorCode::Refused, "a PostgreSQL database is backed up by its own tools, see docs/server.md"};
    if (Done goes = mayGoOn(season.folder, folder); !goes)
        return goes.error();
    if (Done made = makeDataFolder(folder); !made)
        return made.error();
    const QString growing = at(folder, "zsb.db.part");
    if (Done copied = copyDatabase(season.folder + "/zsb.db", growing); !copied)
        return copied.error();
    const Result<BackupNote> note = noteOf(growing, now);
    if (!note)
        return note.error();
    Backup backup;
    const BlobStore from = blobsOf(season.folder, season.codec);
    const BlobStore to = blobsOf(folder, season.codec);
    if (season.codec || !isSealedSeason(season.folder)) {
        Result<FilesVerdict> files = readFiles(growing, from, season.codec, watch);
        if (!files)
            return files.error();
        backup.files = *std::move(files);
    }
    if (Done copied = copyBlobs(from, to, backup.files); !copied)
        return copied.error();
    for (const char *name : {"season.keys", "server.json"}) {
        if (Done copied = copyOver(at(season.folder, name), at(folder, name)); !copied)
            return copied.error();
    }
    backup.note = withFiles(*note, backup.files, to);
    if (Done finished = finish(backup.note, growing, folder); !finished)
        return finished.error();
    return backup;
}

Result<Backup> checkBackup(const std::string &backup, const std::string &folder, const KeyHolder &keys,
                           const FilesWatch &watch)
{
    const Result<BackupNote> note = readNote(backup);
    if (!note)
        return note.error();
    const QString database = at(backup, "zsb.db");
    const Result<std::string> hash = hashOf(database);
    if (!hash)
        return hash.error();
    if (*hash != note->database)
        return Error{ErrorCode::Invalid, "the database is not what backup.json says"};
    const Result<BackupNote> found = noteOf(database, note->at);
    if (!found)
        return found.error();
    if (found->events != note->events || found->head != note->head)
        return Error{ErrorCode::Invalid, "the log is not what backup.json says"};
    const auto codec = codecOf(backup, keys);
    if (!codec)
        return within("keys/ of this folder do not open the backup, put those of its service there first (with tls/)",
                      codec.error());
    const BlobStore blobs = blobsOf(backup, *codec);
    Result<FilesVerdict> files = readFiles(database, blobs, *codec, watch);
    if (!files)
        return files.error();
    std::int64_t gone = note->blobs - std::int64_t(blobs.all().size());
    const auto isThere = [&gone, ours = blobsOf(folder, *codec)](const FilesVerdict::BadFile &file) {
        const bool isWhole = ours.isWhole(file.sha256);
        gone -= isWhole && file.fault == FilesVerdict::Fault::Missing ? 1 : 0;
        return isWhole;
    };
    files->good += std::int64_t(std::erase_if(files->bad, isThere));
    if (files->bad.empty() && gone > 0)
        return Error{ErrorCode::Invalid, "blobs: " + std::to_string(gone) + " of " + std::to_string(note->blobs) +
                                             " files of the backup are missing"};
    return Backup{*note, *std::move(files)};
}

Done restore(const std::string &backup, const Backup &checked, const std::string &folder, const KeyHolder &keys,
             Instant now)
{
    const auto codec = codecOf(backup, keys);
    if (!codec)
        return codec.error();
    if (Done made = makeDataFolder(folder); !made)
        return made;
    if (Done moved = moveAside(folder, now); !moved)
        return moved;
    if (Done copied = copyBlobs(blobsOf(backup, *codec), blobsOf(folder, *codec), checked.files); !copied)
        return copied;
    if (Done copied = copyOver(at(backup, "season.keys"), at(folder, "season.keys")); !copied)
        return copied;
    if (Done copied = copyFile(at(backup, "zsb.db"), at(folder, "zsb.db")); !copied)
        return copied;
    return syncBelow(folder);
}

Done renewEpoch(const StoreOptions &season, Instant now, const RandomSource &random)
{
    const Result<std::unique_ptr<Store>> store = Store::open(season);
    if (!store)
        return store.error();
    Result<Transaction> transaction = Transaction::begin((*store)->database());
    if (!transaction)
        return transaction.error();
    if (const Result<Epoch> epoch = beginEpoch((*store)->database(), now, random); !epoch)
        return epoch.error();
    return transaction->commit();
}

} // namespace zsb
