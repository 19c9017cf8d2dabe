#include "app/server/keyscommand.h"

#include "app/server/commandkit.h"
#include "core/storage/chain.h"
#include "core/storage/reseal.h"
#include "core/storage/seasonkeys.h"

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto failed = u"没有完成 / not done";
constexpr int rowsAtOnce = 500;
constexpr std::size_t headShown = 12;

/// Everything but the log anew under the key of today; says how much that was.
Result<int> reseal(const ServerFolder &folder, const Keyring &keys)
{
    const auto codec = std::make_shared<const SealedCodec>(keys);
    const Result<std::unique_ptr<Resealer>> resealer =
        Resealer::open(folder.database(), BlobStore(folder.path() + "/blobs", codec), codec);
    if (!resealer)
        return resealer.error();
    int values = 0;
    for (Resealed step{.isDone = false}; !step.isDone; values += step.values) {
        const Result<Resealed> done = (*resealer)->step(rowsAtOnce);
        if (!done)
            return done.error();
        step = *done;
    }
    return values;
}

Done rotate(const ServerFolder &folder, QTextStream &out)
{
    const KeyFileHolder holder = folder.holder();
    const Result<Keyring> keys =
        rotateSeasonKeys(folder.path(), SuiteId::International, holder, systemClock()(), keyRandom());
    if (!keys)
        return keys.error();
    const Result<int> values = reseal(folder, *keys);
    if (!values)
        return values.error();
    out << u"已换新密钥，重新加密 %1 处\na new key seals from now on; %1 values were sealed anew\n"_s.arg(*values);
    return done();
}

Done rewrap(const ServerFolder &folder, QTextStream &out)
{
    KeyFileHolder holder = folder.holder();
    if (Done wrapped = rewrapSeasonKeys(folder.path(), holder, systemClock()(), keyRandom()); !wrapped)
        return wrapped;
    out << u"已换外层密钥：此前的备份从此打不开，请立即重新备份\n"
           "the wrapping key is another one: backups made before open no more, make one now\n"_s;
    return done();
}

/// The word that confirms: who has it has looked at this very season.
Result<std::string> wordOf(const ServerFolder &folder)
{
    const Result<LogVerdict> log = verifyLog(folder.database());
    return log ? Result<std::string>(log->head.substr(0, headShown)) : Result<std::string>(log.error());
}

Done erase(const ServerFolder &folder, const QString &confirmed, QTextStream &out)
{
    const Result<std::string> word = wordOf(folder);
    if (!word)
        return word.error();
    if (confirmed.toStdString() != *word) {
        out << u"此操作不可恢复：本季数据及其所有备份将永远无法打开。确认请加 --confirm %1\n"
               "this cannot be taken back: the season and every backup of it will open no more; to go on: --confirm %1\n"_s
                   .arg(QString::fromStdString(*word));
        return Error{ErrorCode::Invalid, "not confirmed"};
    }
    if (Done marked = folder.markErased(systemClock()()); !marked)
        return marked;
    KeyFileHolder holder = folder.holder();
    if (Done erased = eraseSeason(folder.path(), holder, keyRandom()); !erased)
        return erased;
    out << u"本季密钥已销毁\nthe key of the season is destroyed\n"_s;
    return done();
}

Done run(const ServerFolder &folder, const CommandLine &line, QTextStream &out)
{
    const auto lock = lockServerFolder(folder);
    if (!lock)
        return lock.error();
    if (!isSealedSeason(folder.path()))
        return Error{ErrorCode::NotFound, "season.keys: the season is not a sealed one"};
    const QString verb = line.positional().first();
    if (verb == u"rotate"_s)
        return rotate(folder, out);
    if (verb == u"rewrap"_s)
        return rewrap(folder, out);
    return erase(folder, line.value(u"confirm"_s), out);
}

} // namespace

int runKeysCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const QStringList verbs = {u"rotate"_s, u"rewrap"_s, u"erase"_s};
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"db"_s, u"confirm"_s}, {}, err);
    if (!line || line->positional().size() != 1 || !verbs.contains(line->positional().first()) ||
        !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server keys rotate --data DIR     (another key seals; everything but the log is sealed "
               u"anew)\n"
               "       zsb-server keys rewrap --data DIR     (another key around them; older backups open no more)\n"
               "       zsb-server keys erase  --data DIR [--confirm WORD]     (the season is forgotten for ever)\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = openServiceThere(*line);
    if (!folder)
        return fail(err, failed, folder.error());
    const Done ran = run(*folder, *line, out);
    out.flush();
    return ran ? int(ExitClean) : fail(err, failed, ran.error());
}

} // namespace zsb
