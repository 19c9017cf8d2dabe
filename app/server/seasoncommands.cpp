#include "app/server/seasoncommands.h"

#include "app/check/importreport.h"
#include "app/check/importwork.h"
#include "app/check/interruptwatch.h"
#include "app/check/sharedoptions.h"
#include "app/server/commandkit.h"
#include "app/server/service.h"
#include "core/image/inspect.h"
#include "core/storage/datafolder.h"

#include <QThread>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

Result<ImportCounts> import(const ServerFolder &folder, const CommandLine &line, TableImport table,
                            NamedPictures &pictures, const std::stop_token &stop)
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
    SeasonImportOptions options;
    options.actor = {line.value(u"actor"_s, u"zsb-server"_s).toStdString()};
    options.now = systemClock()();
    options.random = parts->random;
    options.filesFolder = table.filesFolder;
    return takeInto(**store, *parts->book, std::move(table), options, pictures, stop);
}

} // namespace

int runServerImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(
        arguments, {u"data"_s, u"files"_s, u"encoding"_s, u"sheet"_s, u"actor"_s, u"pack"_s}, {u"no-images"_s}, err);
    if (!line || !hasWords(*line, 1, 1, u"INPUT"_s, err) || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server import INPUT.{csv,xlsx,xls} --data DIR [--files DIR] [--no-images] [--encoding E]\n"
               "                         [--sheet NAME] [--actor NAME] [--pack NAME|DIR]\n"
               "exit: 0 everything imported, 1 rows not imported, pictures that are not there or errors of the table,\n"
               "      2 usage, 3 nothing imported, 130 interrupted, nothing imported\n"_s;
        return ExitUsage;
    }
    const InterruptWatch interrupts;
    if (!isFilesFolderUsable(*line, err))
        return ExitUnreadable;
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, u"没有导入 / nothing imported", folder.error());
    TableImport table = tableOf(*line);
    table.jobs = QThread::idealThreadCount();
    if (!line->has(u"no-images"_s))
        table.inspector = imageFactsOf; // pictures are looked at: by what the store knows of them, see takeInto()
    ImportReport report(err, line->positional().first());
    report.listenTo(table);
    const Result<ImportCounts> counts = import(*folder, *line, table, report.pictures(), interrupts.token());
    return counts ? report.end(out, *counts) : report.failed(counts.error());
}

} // namespace zsb
