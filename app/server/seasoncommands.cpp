#include "app/server/seasoncommands.h"

#include "app/common/tableimport.h"
#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "core/storage/datafolder.h"

#include <QFileInfo>
#include <QThread>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";

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

} // namespace zsb
