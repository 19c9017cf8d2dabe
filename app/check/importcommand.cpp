#include "app/check/importcommand.h"

#include "app/check/commandline.h"
#include "app/check/importreport.h"
#include "app/check/importwork.h"
#include "app/check/interruptwatch.h"
#include "app/check/picturerun.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/loginname.h"
#include "app/common/packsearch.h"
#include "app/common/tableimport.h"
#include "core/image/inspect.h"
#include "core/storage/datafolder.h"
#include "core/storage/folderlock.h"
#include "core/storage/freshfolder.h"
#include "core/storage/seasonkeys.h"

#include <QFileInfo>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

int usage(QTextStream &err)
{
    err << u"usage: zsb-check import INPUT.{csv,xlsx,xls} [--files DIR] --db DB [--pack NAME|DIR] [--encoding E]\n"
           "                        [--sheet NAME] [--actor NAME] [--dry-run] [--no-images] [--jobs N] "
           "[--show-personal]\n"
           "       --show-personal  消息中不隐去个人信息（默认为 138****0001）/ persons are not masked in messages "
           "(138****0001 by default)\n"
           "exit: 0 everything imported, 1 rows not imported, pictures that are not there or errors of the table,\n"
           "      2 usage, 3 nothing imported, 130 interrupted, nothing imported\n"_s;
    return ExitUsage;
}

/// Opens the season a dry run compares with; null where there is none yet.
Result<std::unique_ptr<const Store>> openToCompare(const std::string &folder)
{
    Result<std::unique_ptr<const Store>> store = Store::openReadOnly({.folder = folder});
    if (!store && store.error().code == ErrorCode::NotFound)
        return std::unique_ptr<const Store>();
    return store;
}

Result<ImportCounts> tryOut(const std::string &folder, const RuleBook &book, const TableImport &table,
                            const SeasonImportOptions &options, const std::stop_token &stop)
{
    const Result<std::unique_ptr<const Store>> store = openToCompare(folder);
    if (!store)
        return store.error();
    return importTable(*SeasonImport::dryRun(store->get(), book, options), book, table, stop);
}

/// Nothing is written in clear over what is sealed; its keys are with whoever made it.
Done refuseSealed(const std::string &folder)
{
    return isSealedSeason(folder) ? Done(Error{ErrorCode::Conflict, std::string(sealedReason)}) : done();
}

Error inUse(const FolderHolder &holder)
{
    std::string who =
        "数据文件夹正在使用，请先关闭打开它的程序 / the data folder is in use, close the program that has it";
    if (!holder.user.empty() || !holder.host.empty())
        who += " (" + holder.user + " @ " + holder.host + ')';
    return {ErrorCode::Conflict, who};
}

Result<ImportCounts> takeIn(const std::string &folder, const RuleBook &book, const TableImport &table,
                            const SeasonImportOptions &options, NamedPictures &pictures, const std::stop_token &stop)
{
    FreshFolder fresh(folder);
    if (Done made = makeDataFolder(folder); !made)
        return made.error();
    FolderLock lock(folder, loginName());
    if (!lock.take())
        return inUse(lock.holder());
    const Result<std::unique_ptr<Store>> store = Store::open({.folder = folder});
    if (!store)
        return store.error();
    const Result<bool> stale = (*store)->isStale(book);
    if (Done ready = !stale ? Done(stale.error()) : *stale ? (*store)->rebuild(book) : done(); !ready)
        return ready.error();
    Result<ImportCounts> counts = takeInto(**store, book, table, options, pictures, stop);
    if (counts)
        fresh.keep();
    return counts;
}

} // namespace

int runImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(
        arguments, {u"files"_s, u"db"_s, u"pack"_s, u"encoding"_s, u"sheet"_s, u"actor"_s, u"jobs"_s},
        {u"dry-run"_s, u"no-images"_s, u"show-personal"_s}, err);
    if (!line || !hasWords(*line, 1, 1, u"INPUT"_s, err) || !hasOption(*line, u"db"_s, err))
        return usage(err);
    const auto jobs = jobsOf(*line, err);
    if (!jobs)
        return usage(err);
    const InterruptWatch interrupts;
    const QString input = line->positional().first();
    const bool dryRun = line->has(u"dry-run"_s);
    if (!isFilesFolderUsable(*line, err))
        return ExitUnreadable;
    const auto book = openRuleBook(line->value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explainPack(err, book.error(), *line);
        return ExitUnreadable;
    }

    TableImport table = tableOf(*line);
    table.showsPersonal = line->has(u"show-personal"_s);
    table.jobs = *jobs;
    ImportReport report(err, input);
    report.listenTo(table);
    if (!line->has(u"no-images"_s))
        table.inspector = counting(imageFactsOf, report.pictures()); // enough to try it out
    SeasonImportOptions options;
    options.actor = {line->value(u"actor"_s, u"zsb-check"_s).toStdString()};
    options.now = systemClock()();
    options.random = secureRandom();
    options.filesFolder = table.filesFolder;
    const std::string folder = line->value(u"db"_s).toStdString();
    const std::stop_token stop = interrupts.token();
    const Done isClear = refuseSealed(folder);
    const Result<ImportCounts> counts = !isClear ? isClear.error()
                                        : dryRun ? tryOut(folder, **book, table, options, stop)
                                                 : takeIn(folder, **book, table, options, report.pictures(), stop);
    if (!counts)
        return report.failed(counts.error());
    if (dryRun)
        out << u"试运行，未写入 / dry run, nothing is kept\n"_s;
    return report.end(out, *counts);
}

} // namespace zsb
