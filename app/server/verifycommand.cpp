#include "app/server/verifycommand.h"

#include "app/check/interruptwatch.h"
#include "app/common/logreport.h"
#include "app/common/packsearch.h"
#include "app/server/backupfiles.h"
#include "app/server/commandkit.h"

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto notCompared = u"列表和图片没有比较 / lists and pictures were not compared";

int verifyLists(const ServerFolder &folder, const FieldCodec &codec, QTextStream &out, QTextStream &err)
{
    const std::string &pack = folder.settings().pack;
    const auto book = openRuleBook(pack.empty() ? defaultPack() : pack);
    if (!book)
        return fail(err, u"列表没有比较 / the lists were not compared", within("pack", book.error()));
    const Result<ProjectionVerdict> lists = verifyProjections(folder.database(), **book, codec);
    if (!lists)
        return fail(err, u"列表没有比较 / the lists were not compared", lists.error());
    reportLists(out, *lists);
    return lists->isGood() ? ExitClean : ExitFindings;
}

int verifyFiles(const ServerFolder &folder, const std::shared_ptr<const FieldCodec> &codec, const CommandLine &line,
                QTextStream &out, QTextStream &err)
{
    const InterruptWatch interrupts;
    FilesProgressLine progress(line, err);
    const BlobStore blobs(folder.path() + "/blobs", codec);
    const Result<FilesVerdict> files = verifyBlobs(folder.database(), blobs, codecOrPlain(codec), progress.shown(),
                                                   interrupts.token(), Unnamed::Compared);
    progress.end();
    if (!files)
        return fail(err, u"图片没有比较 / the pictures were not compared", files.error());
    reportFiles(out, *files);
    return !files->isWhole() ? ExitInterrupted : files->isGood() ? ExitClean : ExitFindings;
}

int verifyDeep(const ServerFolder &folder, const CommandLine &line, QTextStream &out, QTextStream &err)
{
    const auto codec = folder.codec();
    if (!codec)
        return fail(err, notCompared, codec.error());
    const int lists = verifyLists(folder, codecOrPlain(*codec), out, err);
    const int files = verifyFiles(folder, *codec, line, out, err);
    return std::max(lists, files); // what broke off or cannot be read stands above what was found
}

} // namespace

int runServerVerifyLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"db"_s, u"pack"_s}, {u"deep"_s, u"progress"_s}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server verify-log --data DIR [--db postgres://…] [--deep [--progress] [--pack NAME|DIR]]\n"
               "       --deep  也核对列表和每一个图片文件（需要密钥）/ the lists and every file of a picture too (needs the keys)\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServerFolder(*line);
    if (!folder)
        return fail(err, u"没有可读的日志 / no readable log", folder.error());
    const Result<LogVerdict> verdict = verifyLog(folder->database());
    if (!verdict)
        return fail(err, u"没有可读的日志 / no readable log", within(folder->database(), verdict.error()));
    reportLog(out, *verdict);
    if (!verdict->isGood())
        return ExitFindings;
    if (line->has(u"deep"_s))
        return verifyDeep(*folder, *line, out, err);
    out << u"列表和图片未与日志比较；--deep 比较\nlists and pictures were not compared with the log; --deep does\n"_s;
    return ExitClean;
}

} // namespace zsb
