#include "app/server/seasoncommands.h"

#include "app/common/logreport.h"
#include "app/common/tableimport.h"
#include "app/server/backup.h"
#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "core/storage/chain.h"
#include "core/storage/datafolder.h"

#include <QFileInfo>
#include <QThread>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

void printCounts(QTextStream &out, const ImportCounts &counts)
{
    out << u"%1 行：新增 %2，变更 %3，相同 %4，未导入 %5\n"_s.arg(counts.rows())
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
    out << u"%1 rows: %2 new, %3 changed, %4 same, %5 wrong (zsb-check check says what is wrong)\n"_s.arg(counts.rows())
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
}

void printNote(QTextStream &out, const BackupNote &note)
{
    out << u"日志 %1 条，文件 %2 个，末条摘要 %3\n"_s.arg(note.events).arg(note.blobs).arg(text(note.head));
    out << u"%1 events, %2 files, head %3\n"_s.arg(note.events).arg(note.blobs).arg(text(note.head));
}

Result<ImportCounts> import(const ServerFolder &folder, const CommandLine &line)
{
    if (Done made = makeDataFolder(folder.path()); !made) // there is nothing to lock before
        return made.error();
    const auto lock = lockServerFolder(folder);
    if (!lock)
        return lock.error();
    if (Done made = folder.make(systemClock()()); !made)
        return made.error();
    const Result<ServerParts> parts = serverParts(folder, systemClock());
    if (!parts)
        return parts.error();
    if (const auto server = Server::open(*parts); !server) // projects what another pack has made
        return server.error();
    const Result<std::unique_ptr<Store>> store = Store::open(parts->store);
    if (!store)
        return store.error();
    TableImport table;
    table.input = line.positional().first().toStdString();
    table.filesFolder = line.value(u"files"_s, QFileInfo(line.positional().first()).path()).toStdString();
    table.reading.encoding = line.value(u"encoding"_s).toStdString();
    PictureFacts pictures;
    lookWith(pictures, table);
    table.jobs = QThread::idealThreadCount();
    SeasonImportOptions options;
    options.actor = {line.value(u"actor"_s, u"zsb-server"_s).toStdString()};
    options.now = systemClock()();
    options.random = parts->random;
    options.filesFolder = table.filesFolder;
    SeasonImport season(**store, *parts->book, options);
    return importTable(season, *parts->book, table);
}

Result<BackupNote> putBack(const ServerFolder &folder, const QString &backup)
{
    const Instant now = systemClock()();
    if (Done made = makeDataFolder(folder.path()); !made) // there is nothing to lock before
        return made.error();
    const auto lock = lockServerFolder(folder);
    if (!lock)
        return lock.error();
    const Result<BackupNote> note = restore(backup.toStdString(), folder.path(), folder.holder(), now);
    if (!note)
        return note;
    if (Done made = folder.make(now); !made)
        return made.error();
    const Result<ServerParts> parts = serverParts(folder, systemClock());
    if (!parts)
        return parts.error();
    if (Done renewed = renewEpoch(parts->store, now, parts->random); !renewed)
        return renewed.error();
    return note;
}

} // namespace

int runServerImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line =
        CommandLine::parse(arguments, {u"data"_s, u"files"_s, u"encoding"_s, u"actor"_s, u"pack"_s}, {}, err);
    if (!line || line->positional().size() != 1 || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server import INPUT.{csv,xlsx,xls} --data DIR [--files DIR] [--encoding E] [--actor NAME]\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    const Result<ImportCounts> counts = import(*folder, *line);
    if (!counts)
        return fail(err, failed, counts.error());
    printCounts(out, *counts);
    return counts->wrong > 0 ? ExitFindings : ExitClean;
}

int runBackupCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"to"_s}, {}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s, u"to"_s}, err)) {
        err << u"usage: zsb-server backup --data DIR --to DIR\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServiceThere(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    StoreOptions season{.folder = folder->path()};
    if (folder->settings().database != "sqlite")
        season.database = folder->settings().database;
    const Result<BackupNote> note = backUp(season, line->value(u"to"_s).toStdString(), systemClock()());
    if (!note)
        return fail(err, failed, note.error());
    printNote(out, *note);
    out << u"备份不含密钥和证书：%1 与 tls/ 请另外保管\nkeys and certificates are not in it: keep %1 and tls/ apart\n"_s
               .arg(text(folder->keys()));
    return ExitClean;
}

int runRestoreCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s}, {u"new-epoch"_s}, err);
    const bool isEpochOnly = line && line->has(u"new-epoch"_s);
    if (!line || line->positional().size() != (isEpochOnly ? 0 : 1) || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server restore BACKUP --data DIR\n"
               "       zsb-server restore --new-epoch --data DIR     (PostgreSQL restored by its own tools)\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    if (isEpochOnly) {
        const Result<ServerParts> parts = serverParts(*folder, systemClock());
        if (!parts)
            return fail(err, failed, parts.error());
        const Done renewed = renewEpoch(parts->store, systemClock()(), parts->random);
        return renewed ? int(ExitClean) : fail(err, failed, renewed.error());
    }
    const Result<BackupNote> note = putBack(*folder, line->positional().first());
    if (!note) {
        (void)fail(err, failed, note.error());
        return ExitUnreadable;
    }
    printNote(out, *note);
    out << u"客户端将重新同步，并补发备份之后的操作\nclients will synchronise anew and send what came after the backup\n"_s;
    return ExitClean;
}

int runServerVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"db"_s}, {}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server verify-log --data DIR [--db postgres://…]\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    const bool isFile = folder->settings().database == "sqlite";
    const Result<LogVerdict> verdict = verifyLog(isFile ? folder->path() + "/zsb.db" : folder->settings().database);
    if (!verdict)
        return fail(err, u"没有可读的日志 / no readable log", verdict.error());
    reportLog(out, *verdict);
    return verdict->isGood() ? ExitClean : ExitFindings;
}

} // namespace zsb
