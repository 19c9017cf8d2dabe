#include "app/server/backup.h"

#include "core/base/calendar.h"
#include "core/base/hash.h"
#include "core/domain/json.h"
#include "core/server/epochs.h"
#include "core/storage/chain.h"
#include "core/storage/datafolder.h"
#include "core/storage/durablefile.h"
#include "core/storage/seasonkeys.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString at(const std::string &folder, const char *name)
{
    return QString::fromStdString(folder) + u'/' + QLatin1StringView(name);
}

Error cannotWrite()
{
    return {ErrorCode::Unreadable, "a file cannot be written"};
}

Result<std::string> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, "there is no database"};
    return sha256Hex(file);
}

/// The database as it is now, in one piece, under a name of its own until it is whole.
Done copyDatabase(const std::string &from, const QString &to)
{
    const QString growing = to + u".part"_s;
    if (QFile::exists(growing) && !QFile::remove(growing))
        return cannotWrite();
    const Result<std::unique_ptr<Database>> database = Database::open(from, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    if (Done copied = (*database)->execute(u"VACUUM INTO ?"_s, {sqlText(growing.toStdString())}); !copied)
        return copied;
    if (QFile::exists(to) && !QFile::remove(to))
        return cannotWrite();
    return QFile::rename(growing, to) ? done() : Done(cannotWrite());
}

/// Files that are there already are the same: their names are their hashes.
Result<std::int64_t> copyBlobs(const QString &from, const QString &to)
{
    std::int64_t count = 0;
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString relative = source.relativeFilePath(files.next());
        const QString target = to + u'/' + relative;
        ++count;
        if (QFile::exists(target))
            continue;
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(files.filePath(), target + u".part"_s) ||
            !QFile::rename(target + u".part"_s, target))
            return cannotWrite();
    }
    return count;
}

Done copyOver(const QString &from, const QString &to)
{
    if (!QFile::exists(from))
        return done();
    if (QFile::exists(to) && !QFile::remove(to))
        return cannotWrite();
    return QFile::copy(from, to) ? done() : Done(cannotWrite());
}

Result<BackupNote> noteOf(const QString &database, std::int64_t blobs, Instant now)
{
    const Result<LogVerdict> log = verifyLog(database.toStdString());
    if (!log)
        return log.error();
    if (!log->isGood())
        return Error{ErrorCode::Invalid, "the log is not whole, see verify-log"};
    const Result<std::string> hash = hashOf(database);
    if (!hash)
        return hash.error();
    return BackupNote{now, *hash, log->events, log->head, blobs};
}

Result<BackupNote> readNote(const std::string &folder)
{
    QFile file(at(folder, "backup.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, "there is no backup.json"};
    return fromJsonValue<BackupNote>(QJsonDocument::fromJson(file.readAll()).object());
}

/// A backup is gone on with by the season it is of: its log is the beginning of ours. Another season's, or what a
/// service did that was restored to an earlier day since, is not written over.
Done mayGoOn(const std::string &season, const std::string &folder)
{
    if (!QFile::exists(at(folder, "backup.json")))
        return done();
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

std::int64_t filesBelow(const QString &folder)
{
    std::int64_t count = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext(); files.next())
        ++count;
    return count;
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
            return cannotWrite();
    }
    return done();
}

} // namespace

Result<BackupNote> backUp(const StoreOptions &season, const std::string &folder, Instant now)
{
    if (!season.database.empty())
        return Error{ErrorCode::Refused, "a PostgreSQL database is backed up by its own tools, see docs/server.md"};
    if (Done made = makeDataFolder(folder); !made)
        return made.error();
    if (Done goes = mayGoOn(season.folder, folder); !goes)
        return goes.error();
    const QString database = at(folder, "zsb.db");
    if (Done copied = copyDatabase(season.folder + "/zsb.db", database); !copied)
        return within("database", copied.error());
    const Result<std::int64_t> blobs = copyBlobs(at(season.folder, "blobs"), at(folder, "blobs"));
    if (!blobs)
        return within("blobs", blobs.error());
    for (const char *name : {"season.keys", "server.json"}) {
        if (Done copied = copyOver(at(season.folder, name), at(folder, name)); !copied)
            return copied.error();
    }
    Result<BackupNote> note = noteOf(database, *blobs, now);
    if (!note)
        return note;
    const QByteArray text = QJsonDocument(toJsonValue(*note).toObject()).toJson();
    const std::string path = at(folder, "backup.json").toStdString();
    if (Done kept = writeWhole(path, {text.constData(), std::size_t(text.size())}, Sync::Yes); !kept)
        return kept.error();
    if (Done synced = syncBelow(folder); !synced)
        return synced.error();
    return note;
}

Result<BackupNote> restore(const std::string &backup, const std::string &folder, const KeyHolder &keys, Instant now)
{
    Result<BackupNote> note = readNote(backup);
    if (!note)
        return note;
    const QString database = at(backup, "zsb.db");
    const Result<std::string> hash = hashOf(database);
    if (!hash)
        return hash.error();
    if (*hash != note->database)
        return Error{ErrorCode::Invalid, "the database is not what backup.json says"};
    Result<BackupNote> found = noteOf(database, note->blobs, note->at);
    if (!found)
        return found;
    if (*found != *note)
        return Error{ErrorCode::Invalid, "the log is not what backup.json says"};
    if (const std::int64_t files = filesBelow(at(backup, "blobs")); files < note->blobs)
        return Error{ErrorCode::Invalid, "blobs: " + std::to_string(note->blobs - files) + " of " +
                                             std::to_string(note->blobs) + " files of the backup are missing"};
    if (isSealedSeason(backup)) {
        if (const Result<Keyring> opened = openSeasonKeys(backup, keys, keyRandom()); !opened)
            return within(
                "keys/ of this folder do not open the backup, put those of its service there first (with tls/)",
                opened.error());
    }
    if (Done made = makeDataFolder(folder); !made)
        return made.error();
    if (Done moved = moveAside(folder, now); !moved)
        return moved.error();
    const Result<std::int64_t> blobs = copyBlobs(at(backup, "blobs"), at(folder, "blobs"));
    if (!blobs)
        return within("blobs", blobs.error());
    if (Done copied = copyOver(at(backup, "season.keys"), at(folder, "season.keys")); !copied)
        return copied.error();
    if (!QFile::copy(database, at(folder, "zsb.db")))
        return cannotWrite();
    if (Done synced = syncBelow(folder); !synced)
        return synced.error();
    return note;
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
