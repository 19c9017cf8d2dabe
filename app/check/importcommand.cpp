#include "app/check/importcommand.h"

#include "app/check/checkreports.h"
#include "app/check/checktotals.h"
#include "app/check/commandline.h"
#include "app/check/importpictures.h"
#include "app/check/interruptwatch.h"
#include "app/check/picturerun.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/loginname.h"
#include "app/common/packsearch.h"
#include "app/common/tableimport.h"
#include "core/exchange/tablefault.h"
#include "core/image/inspect.h"
#include "core/image/picturefacts.h"
#include "core/storage/copiedblobs.h"
#include "core/storage/datafolder.h"
#include "core/storage/folderlock.h"
#include "core/storage/freshfolder.h"
#include "core/storage/measuredpictures.h"
#include "core/storage/seasonkeys.h"

#include <QFileInfo>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString troubleText(RowTrouble trouble)
{
    switch (trouble) {
    case RowTrouble::None:
        return {};
    case RowTrouble::NoKey:
        return u"没有报名号也没有证件号码，未导入 / neither application number nor document number, not imported"_s;
    case RowTrouble::RepeatedInFile:
        return u"前面的行已是同一份报名，未导入 / an earlier row is the same application, not imported"_s;
    case RowTrouble::Refused:
        return u"这份报名在库中已不能由表格改动 / the application can no longer be changed by a table"_s;
    case RowTrouble::FileUnreadable:
        return u"所列文件读不出来，未导入 / a file it names cannot be read, not imported"_s;
    case RowTrouble::Damaged:
        return u"单元格内容已丢失，未导入；请改正原表 / cells have lost their content, not imported; correct the table"_s;
    case RowTrouble::NoType:
        return u"考生类型不认识，作为草稿导入 / the candidate type is unknown, imported as a draft"_s;
    case RowTrouble::UnknownType:
        return u"考生类型不认识，未导入，库中保持原样 / the candidate type is unknown, not imported, the store keeps its own"_s;
    case RowTrouble::OtherPerson:
        return u"报名号相同，但姓名和证件都是另一个人，未导入；请核对报名号 / the same application number with another "
               u"name "
               "and document, not imported; check the number"_s;
    case RowTrouble::FileGone:
        return u"所列文件找不到，保留先前导入的 / a file it names is not there; the one taken in before is kept"_s;
    case RowTrouble::PaymentUnreadable:
        return u"缴费状态或金额读不懂，保留先前记录的 / payment state or amount cannot be read; what was recorded is kept"_s;
    case RowTrouble::BlankKept:
        return u"空白的单元格保留先前导入的内容，要删去请在程序中修改 / cells left empty keep what was taken in "
               u"before; to "
               "remove it, edit the file"_s;
    }
    return {};
}

/// Row numbers and codes only: no names, no numbers of persons.
RowReport reportTo(QTextStream &err, int &troubles, const NamedPictures &pictures)
{
    return [&err, &troubles, &pictures](std::int64_t row, const ImportedRow &imported) {
        const bool isSaidOnce = imported.trouble == RowTrouble::FileGone && pictures.isNoneThere();
        if (imported.trouble == RowTrouble::None || isSaidOnce || ++troubles > mostTroubles)
            return;
        err << u"第 %1 行 row %1: %2"_s.arg(row).arg(troubleText(imported.trouble));
        if (!imported.file.empty())
            err << u" ("_s << text(imported.file) << u')';
        if (imported.refusal)
            err << u" ("_s << text(idOf(imported.refusal->code)) << u')';
        err << u'\n';
    };
}

/// What is wrong with a cell, whatever became of its row.
CellReport complainTo(QTextStream &err, int &troubles, int &tableErrors)
{
    return [&err, &troubles, &tableErrors](std::int64_t row, const Finding &finding) {
        const bool isOfTable = finding.rule == "input.missing-column" || finding.rule == "input.same-sheets" ||
                               finding.rule == "input.unseen-sheets";
        tableErrors += isOfTable && finding.severity == Severity::Error ? 1 : 0;
        if (++troubles <= mostTroubles)
            err << u"第 %1 行 row %1: %2 / %3\n"_s.arg(row).arg(text(finding.messageZh), text(finding.messageEn));
    };
}

void printCounts(QTextStream &out, const ImportCounts &counts, bool dryRun)
{
    out << (dryRun ? u"试运行，未写入 / dry run, nothing is kept\n"_s : QString());
    out << u"%1 行：新增 %2，变更 %3，相同 %4，未导入 %5\n"_s.arg(counts.rows())
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
    out << u"%1: %2 new, %3 changed, %4 same, %5 wrong\n"_s.arg(countedText(counts.rows(), "row"))
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
}

void printRows(QTextStream &out, const TableRows &table)
{
    out << u"读取 %1 行，考生 %2 行\n"_s.arg(table.rows).arg(table.candidates);
    out << u"%1 read, %2 of candidates\n"_s.arg(countedText(table.rows, "row")).arg(table.candidates);
    printSkipped(out, table.skipped);
}

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

/// Into a store that is ready. No picture is measured that the store has measured already.
Result<ImportCounts> takeInto(Store &store, const RuleBook &book, TableImport table, const SeasonImportOptions &options,
                              NamedPictures &pictures, const std::stop_token &stop)
{
    Result<MeasuredPictures> known = measuredPictures(store);
    if (!known)
        return known.error();
    PictureFacts facts(std::make_shared<SharedModel>(), {std::move(known->portraits), std::move(known->materials)});
    if (table.inspector) {
        lookWith(facts, table);
        table.inspector = counting(std::move(table.inspector), pictures);
        table.portraits = counting(std::move(table.portraits), pictures);
    }
    SeasonImport season(store, book, options);
    return importTable(season, book, table, stop);
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
    CopiedBlobs copied((*store)->blobs());
    Result<ImportCounts> counts = takeInto(**store, book, table, options, pictures, stop);
    if (counts)
        fresh.keep();
    if (counts || counts.error().code != ErrorCode::Cancelled)
        copied.keep(); // nobody knows how far a failed write came
    return counts;
}

/// What is wrong with a table as a whole is said as a check says it; else why nothing was taken in.
int failAtTable(QTextStream &err, const QString &input, const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        err << input << u": 已中断，没有导入任何内容，请重新导入 / interrupted, nothing imported; import it again\n"_s;
        return ExitInterrupted;
    }
    if (error.detail.ends_with('[' + std::string(tableFaultId(tableFaultOf(error))) + ']')) {
        explainInput(err, error, input);
        err << u"没有导入 / nothing imported\n"_s;
        return ExitUnreadable;
    }
    const bool isInBoth = error.code == ErrorCode::Conflict; // of inUse() and refuseSealed()
    err << input << u": 没有导入 / nothing imported: "_s
        << (isInBoth ? QString::fromStdString(error.detail) : reasonText(error)) << u'\n';
    return ExitUnreadable;
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

    NamedPictures pictures;
    int troubles = 0;
    int tableErrors = 0;
    TableRows rows;
    TableImport table{.input = input.toStdString(),
                      .reading = {},
                      .filesFolder = line->value(u"files"_s, QFileInfo(input).path()).toStdString(),
                      .inspector = {},
                      .portraits = {},
                      .showsPersonal = line->has(u"show-personal"_s),
                      .jobs = *jobs,
                      .report = reportTo(err, troubles, pictures),
                      .cellReport = complainTo(err, troubles, tableErrors),
                      .missingFile = nameTo(err, troubles, pictures),
                      .rowsReport = [&rows](const TableRows &counted) { rows = counted; }};
    table.reading.encoding = line->value(u"encoding"_s).toStdString();
    table.reading.sheet = line->value(u"sheet"_s).toStdString();
    if (!line->has(u"no-images"_s))
        table.inspector = counting(imageFactsOf, pictures); // enough to try it out
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
                                                 : takeIn(folder, **book, table, options, pictures, stop);
    if (!counts)
        return failAtTable(err, input, counts.error());
    if (troubles > mostTroubles)
        err << u"… %1\n"_s.arg(troubles - mostTroubles);
    printCounts(out, *counts, dryRun);
    printRows(out, rows);
    explainMissing(err, table.filesFolder, pictures);
    if (counts->rows() == 0)
        err << input << u": 表里没有考生 / there is no candidate in the table\n"_s;
    const bool isGood = counts->wrong + tableErrors == 0 && counts->rows() > 0 && pictures.lackedByRows == 0;
    return isGood ? ExitClean : ExitFindings;
}

} // namespace zsb
