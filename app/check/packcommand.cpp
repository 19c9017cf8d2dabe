#include "app/check/packcommand.h"

#include "app/check/commandline.h"
#include "app/check/packtext.h"
#include "app/check/reasontext.h"
#include "app/check/sharedoptions.h"
#include "app/common/packsearch.h"
#include "core/exchange/annex4.h"
#include "core/policy/packdiff.h"
#include "core/policy/portraitjudge.h"
#include "core/policy/scanlimitjudge.h"
#include "core/rules/rulebook.h"

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

int usage(QTextStream &err)
{
    err << u"用法 usage:\n"
           u"  zsb-check pack lint PACK\n"
           u"  zsb-check pack show PACK\n"
           u"  zsb-check pack diff PACK PACK\n"
           u"  zsb-check pack import-annex4 --pack PACK [--dry-run] [--json] [--language zh|en] FILE…\n"_s;
    return ExitUsage;
}

/// Whether so many packs are named; says so when not.
bool isCount(const QStringList &names, qsizetype wanted, QTextStream &err)
{
    if (names.size() == wanted)
        return true;
    err << u"应指明规则包 %1 个，写了 %2 个 / packs to be named: %1, named: %2\n"_s.arg(wanted).arg(names.size());
    return false;
}

int unreadable(const Error &error, QTextStream &err)
{
    err << u"无法读取 / cannot be read: "_s << reasonText(error) << u'\n';
    return ExitUnreadable;
}

int noPack(const Error &error, QTextStream &err)
{
    if (error.code != ErrorCode::Invalid)
        return unreadable(error, err);
    err << u"不是规则包 / no pack: "_s << QString::fromStdString(error.detail) << u'\n'; // in both languages
    return ExitUnreadable;
}

Result<std::string> folderOf(const QString &nameOrFolder)
{
    return findPack(nameOrFolder.toStdString(), packSearchPaths());
}

/// A pack with everything that is wrong in it, the rules' view included.
LoadedPack linted(const PackFiles &files)
{
    LoadedPack loaded = loadPackFiles(files);
    if (!loaded.pack)
        return loaded;
    std::ranges::move(lintPack(*loaded.pack), std::back_inserter(loaded.problems));
    findLines(loaded.problems, files);
    return loaded;
}

Result<LoadedPack> lintedPack(const std::string &folder)
{
    const auto files = readPackFiles(folder);
    return files ? Result<LoadedPack>(linted(*files)) : files.error();
}

/// What would be wrong in the tables an import is about to write.
Result<LoadedPack> withTables(const Annex4Import &import, const std::string &folder)
{
    auto files = readPackFiles(folder);
    if (!files)
        return files.error();
    const PackFiles tables = catalogueTables(import);
    for (const auto &[name, text] : tables)
        (*files)[name] = text;
    LoadedPack loaded = linted(*files);
    std::erase_if(loaded.problems,
                  [&tables](const PackProblem &problem) { return !problem.fatal || !tables.contains(problem.file); });
    return loaded;
}

int tellProblems(const LoadedPack &loaded, QTextStream &out)
{
    for (const PackProblem &problem : loaded.problems)
        out << problemLine(problem) << u'\n';
    const auto fatal = std::ranges::count_if(loaded.problems, &PackProblem::fatal);
    out << u"%1 个错误，%2 条提示 / errors: %1, remarks: %2\n"_s.arg(fatal).arg(qsizetype(loaded.problems.size()) -
                                                                                fatal);
    return fatal == 0 ? ExitClean : ExitFindings;
}

int lint(const QStringList &names, QTextStream &out, QTextStream &err)
{
    if (!isCount(names, 1, err))
        return usage(err);
    const auto folder = folderOf(names.first());
    const auto loaded = folder ? lintedPack(*folder) : Result<LoadedPack>(folder.error());
    return loaded ? tellProblems(*loaded, out) : noPack(loaded.error(), err);
}

int show(const QStringList &names, QTextStream &out, QTextStream &err)
{
    if (!isCount(names, 1, err))
        return usage(err);
    const auto folder = folderOf(names.first());
    const auto loaded = folder ? lintedPack(*folder) : Result<LoadedPack>(folder.error());
    if (!loaded)
        return noPack(loaded.error(), err);
    if (!loaded->pack)
        return tellProblems(*loaded, err);
    out << packDescription(*loaded->pack);
    return ExitClean;
}

int diff(const QStringList &names, QTextStream &out, QTextStream &err)
{
    if (!isCount(names, 2, err))
        return usage(err);
    std::vector<PackFiles> packs;
    for (const QString &name : names) {
        const auto folder = folderOf(name);
        auto files = folder ? readPackFiles(*folder) : Result<PackFiles>(folder.error());
        if (!files)
            return noPack(files.error(), err);
        packs.push_back(std::move(*files));
    }
    const std::vector<PackChange> changes = diffPacks(packs.front(), packs.back());
    for (const PackChange &change : changes)
        out << changeLine(change) << u'\n';
    out << u"%1 处不同 / differences: %1\n"_s.arg(changes.size());
    return changes.empty() ? ExitClean : ExitFindings;
}

int importAnnex(const CommandLine &line, const QStringList &files, QTextStream &out, QTextStream &err)
{
    if (!hasOption(line, u"pack"_s, err))
        return usage(err);
    if (files.isEmpty()) {
        err << u"没有指明 FILE / FILE is not named\n"_s;
        return usage(err);
    }
    const auto folder = folderOf(line.value(u"pack"_s));
    if (!folder)
        return noPack(folder.error(), err);
    std::vector<std::string> paths;
    std::ranges::transform(files, std::back_inserter(paths), &QString::toStdString);
    const auto import = importAnnex4(paths);
    if (!import)
        return unreadable(import.error(), err);
    const auto language =
        line.value(u"language"_s, u"zh"_s) == u"en"_s ? ReportLanguage::English : ReportLanguage::Chinese;
    out << QString::fromStdString(line.has(u"json"_s) ? annexReportJson(*import) : annexReportText(*import, language));
    if (line.has(u"dry-run"_s))
        return ExitClean;
    const auto after = withTables(*import, *folder);
    if (!after)
        return unreadable(after.error(), err);
    if (!after->problems.empty()) {
        err << u"没有写入，规则包保持原样：所给表格不能成为它的目录 / nothing was written: these tables cannot be the catalogue\n"_s;
        return tellProblems(*after, err);
    }
    if (const Done written = writeCatalogue(*import, *folder); !written)
        return unreadable(written.error(), err);
    const auto loaded = lintedPack(*folder);
    return loaded ? tellProblems(*loaded, err) : unreadable(loaded.error(), err);
}

} // namespace

int runPackCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"pack"_s, u"language"_s}, {u"dry-run"_s, u"json"_s}, err);
    if (!line || !hasWords(*line, 1, {}, u"lint|show|diff|import-annex4"_s, err))
        return usage(err);
    const QString verb = line->positional().first();
    const QStringList rest = line->positional().mid(1);
    if (verb == u"lint"_s)
        return lint(rest, out, err);
    if (verb == u"show"_s)
        return show(rest, out, err);
    if (verb == u"diff"_s)
        return diff(rest, out, err);
    if (verb == u"import-annex4"_s)
        return importAnnex(*line, rest, out, err);
    err << u"未知命令 / unknown command: pack %1\n"_s.arg(verb);
    return usage(err);
}

} // namespace zsb
