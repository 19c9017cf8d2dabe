#include "app/server/backupcommands.h"

#include "app/check/interruptwatch.h"
#include "app/common/logreport.h"
#include "app/server/backup.h"
#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "core/storage/datafolder.h"
#include "core/storage/seasonkeys.h"

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

void printNote(QTextStream &out, const BackupNote &note)
{
    out << u"日志 %1 条，文件 %2 个，末条摘要 %3\n"_s.arg(note.events).arg(note.blobs).arg(text(note.head));
    out << u"%1 events, %2 files, head %3\n"_s.arg(note.events).arg(note.blobs).arg(text(note.head));
}

bool isWhole(const Backup &backup)
{
    return backup.files && backup.files->isGood();
}

/// What is wrong with the files of the season, and what the backup has of them.
int explainFiles(const Backup &backup, const ServerFolder &folder, QTextStream &err)
{
    if (!backup.files) {
        err << u"图片已复制但没有核对：%1 里没有本季的密钥 / the pictures were copied but not checked: the key of the "
               u"season is not in %1\n"_s.arg(text(folder.keys()));
        return ExitFindings;
    }
    if (backup.files->isGood())
        return ExitClean;
    reportBadFiles(err, *backup.files);
    err << u"有 %1 个图片文件在本服务中缺失或损坏；其中 %2 个备份里也没有\n"
           "files of pictures that are lost or damaged at the service: %1; of these the backup has not: %2\n"_s
               .arg(backup.files->bad.size())
               .arg(backup.note.lacking);
    return ExitFindings;
}

Result<Backup> backUp(const ServerFolder &folder, const CommandLine &line, QTextStream &err)
{
    StoreOptions season{.folder = folder.path()};
    if (folder.settings().database != "sqlite")
        season.database = folder.settings().database;
    else if (const auto codec = folder.codec())
        season.codec = *codec;
    else if (codec.error().code != ErrorCode::NotFound)
        return codec.error();
    const InterruptWatch interrupts;
    FilesProgressLine progress(line, err);
    Result<Backup> backup =
        zsb::backUp(season, line.value(u"to"_s).toStdString(), systemClock()(), {progress.shown(), interrupts.token()});
    progress.end();
    return backup;
}

/// Nothing is touched before the backup is known to be whole, or its damage accepted.
Result<Backup> putBack(const ServerFolder &folder, const CommandLine &line, QTextStream &err)
{
    const Instant now = systemClock()();
    const std::string from = line.positional().first().toStdString();
    if (Done made = makeDataFolder(folder.path()); !made) // there is nothing to lock before
        return made.error();
    const auto lock = lockServerFolder(folder);
    if (!lock)
        return lock.error();
    if (Done room = folder.needRoom(); !room)
        return room.error();
    const InterruptWatch interrupts;
    FilesProgressLine progress(line, err);
    const KeyFileHolder keys = folder.holder();
    Result<Backup> backup = checkBackup(from, folder.path(), keys, {progress.shown(), interrupts.token()});
    progress.end();
    if (!backup)
        return backup;
    if (backup->files)
        reportBadFiles(err, *backup->files);
    if (!isWhole(*backup) && !line.has(u"with-damage"_s))
        return Error{ErrorCode::Refused, "files of the backup are lost or damaged, nothing was put back; take another "
                                         "backup, or go on without these files: --with-damage"};
    // a season in clear needs no keys of before
    if (Done ready = isSealedSeason(from) ? folder.needOwnKeys() : folder.make(now); !ready)
        return ready.error();
    if (Done restored = restore(from, *backup, folder.path(), keys, now); !restored)
        return Error{restored.error().code, restored.error().detail + "; what was there before is in " + folder.path() +
                                                "/before-restore-…: make room and restore again, or move it back"};
    if (Done made = folder.make(now); !made)
        return made.error();
    const Result<ServerParts> parts = serverParts(folder, systemClock());
    if (!parts)
        return parts.error();
    if (Done renewed = renewEpoch(parts->store, now, parts->random); !renewed)
        return renewed.error();
    return backup;
}

int beginEpochOnly(const ServerFolder &folder, QTextStream &out, QTextStream &err)
{
    const Result<ServerParts> parts = serverParts(folder, systemClock());
    if (!parts)
        return fail(err, failed, parts.error());
    const Done renewed = renewEpoch(parts->store, systemClock()(), parts->random);
    if (!renewed)
        return fail(err, failed, renewed.error());
    out << u"新的纪元已开始，各客户端将重新读取 / another epoch has begun, every client reads anew\n"_s;
    return ExitClean;
}

} // namespace

int runBackupCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"to"_s}, {u"progress"_s}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s, u"to"_s}, err)) {
        err << u"usage: zsb-server backup --data DIR --to DIR [--progress]\n"
               "exit: 0 the backup is whole, 1 it lacks files or they could not be checked, 3 there is no backup\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServiceThere(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    const Result<Backup> backup = backUp(*folder, *line, err);
    if (!backup)
        return fail(err, failed, backup.error());
    printNote(out, backup->note);
    out << u"备份不含密钥和证书：%1 与 tls/ 请另外保管\nkeys and certificates are not in it: keep %1 and tls/ apart\n"_s
               .arg(text(folder->keys()));
    return explainFiles(*backup, *folder, err);
}

int runRestoreCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line =
        CommandLine::parse(arguments, {u"data"_s}, {u"new-epoch"_s, u"with-damage"_s, u"progress"_s}, err);
    const bool isEpochOnly = line && line->has(u"new-epoch"_s);
    if (!line || line->positional().size() != (isEpochOnly ? 0 : 1) || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server restore BACKUP --data DIR [--with-damage] [--progress]\n"
               "       zsb-server restore --new-epoch --data DIR     (PostgreSQL restored by its own tools)\n"
               "       --with-damage  缺失或损坏的图片不恢复，其余照常 / files that are lost or damaged are left out, "
               "the "
               "rest is put back\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    if (isEpochOnly)
        return beginEpochOnly(*folder, out, err);
    const Result<Backup> backup = putBack(*folder, *line, err);
    if (!backup) {
        const int code = fail(err, failed, backup.error());
        return code == ExitUsage ? int(ExitUnreadable) : code; // what is invalid is the backup
    }
    printNote(out, backup->note);
    out << u"客户端将重新同步，并补发备份之后的操作\nclients will synchronise anew and send what came after the backup\n"_s;
    return isWhole(*backup) ? ExitClean : ExitFindings;
}

} // namespace zsb
