#include "app/check/portraitcommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/portraitreport.h"
#include "app/common/packsearch.h"
#include "core/batch/orderedpool.h"
#include "core/image/portraitjudge.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto provenanceName = "provenance.jsonl"_L1; ///< what --fit writes beside its copies

int usage(QTextStream &err)
{
    err << u"用法 usage: zsb-check portrait FILES|DIR… [--pack NAME|DIR] [--profile ID] [--report OUT.jsonl|csv|html]\n"
           u"                 [--overlay DIR] [--fit DIR] [--jobs N] [--model FILE|none] [--timings]\n"_s;
    return ExitUsage;
}

/// The files meant, folders replaced by what is in them, by name.
QStringList filesOf(const QStringList &words)
{
    QStringList files;
    for (const QString &word : words) {
        if (!QFileInfo(word).isDir()) {
            files.append(word);
            continue;
        }
        QStringList found;
        QDirIterator walk(word, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (walk.fileName() != provenanceName)
                found.append(file);
        }
        found.sort();
        files.append(found.isEmpty() ? QStringList{word} : found);
    }
    return files;
}

/// The rule book of the pack with the profile that was asked for.
Result<std::shared_ptr<const RuleBook>> bookFor(const CommandLine &line)
{
    const auto book = openRuleBook(line.value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book)
        return book.error();
    const std::vector<PackProblem> problems = lintPortraitLimits((*book)->pack());
    if (!problems.empty())
        return Error{ErrorCode::Invalid, "portrait.json: " + problems.front().key + ": " + problems.front().message.en};
    if (!line.has(u"profile"_s))
        return *book;
    auto pack = std::make_shared<Pack>((*book)->pack());
    pack->portraitProfile = line.value(u"profile"_s).toStdString();
    if (!pack->profile(pack->portraitProfile))
        return Error{ErrorCode::NotFound, "no such portrait profile"};
    return RuleBook::bind(std::move(pack));
}

/// The model asked for, or the installed one; null with a word to the reader when there is none.
std::shared_ptr<const LandmarkModel> modelFor(const CommandLine &line, QTextStream &err)
{
    const QString name = line.value(u"model"_s, QString::fromStdString(LandmarkModel::defaultPath()));
    if (name == u"none"_s)
        return nullptr;
    const auto model = LandmarkModel::load(name.toStdString());
    if (model)
        return *model;
    err << u"没有人脸特征点模型，头部、眼睛、光线等项无法测量 / no landmark model: head, eyes and light are not measured\n"_s;
    return nullptr;
}

struct Tally
{
    int files = 0;
    int failed = 0;
    int looked = 0;

    void take(const JudgedPortrait &judged)
    {
        const auto isFail = [](const Finding &finding) {
            return finding.outcome == Outcome::Fail && finding.severity == Severity::Error;
        };
        ++files;
        if (std::ranges::any_of(judged.findings, isFail))
            ++failed;
        else
            looked += !judged.findings.empty();
    }
};

/// A name for the copy of each file: its own, numbered where two files share one on a disk that ignores case.
QStringList fitStems(const QStringList &files)
{
    QSet<QString> taken;
    QStringList stems;
    for (const QString &file : files) {
        const QString base = QFileInfo(file).completeBaseName();
        QString stem = base;
        for (int i = 2; taken.contains(stem.toCaseFolded()); ++i)
            stem = u"%1-%2"_s.arg(base).arg(i);
        taken.insert(stem.toCaseFolded());
        stems.append(stem);
    }
    return stems;
}

/// Folders to write into exist afterwards. A folder for copies is empty, so that no file of anybody's is replaced.
bool makeFolders(const PortraitFolders &folders, QTextStream &err)
{
    for (const QString &folder : {folders.overlay, folders.fit}) {
        if (!folder.isEmpty() && !QDir().mkpath(folder)) {
            err << u"结果无法写入 / the output cannot be written\n"_s;
            return false;
        }
    }
    if (folders.fit.isEmpty() || QDir(folders.fit).isEmpty())
        return true;
    err << u"--fit 的文件夹必须是空的 / the folder of --fit must be empty\n"_s;
    return false;
}

/// Where lines are written: the report, and the provenance of fitted copies when there are any.
struct PortraitOutput
{
    const PortraitReport &report;
    QIODevice &to;
    QFile provenance;
};

/// Judges all files in their order; false when the output cannot be written.
bool judgeAll(const QStringList &files, int jobs, PortraitWork &work, PortraitOutput &output, Tally &tally,
              const std::stop_token &stop)
{
    const QStringList stems = fitStems(files);
    int next = 0;
    bool isWritten = true;
    const auto write = [&](QIODevice &to, const std::string &text) {
        isWritten = isWritten && to.write(text.data(), qint64(text.size())) == qint64(text.size());
        return isWritten;
    };
    write(output.to, output.report.head());
    OrderedPool<PortraitJob, JudgedPortrait> pool(jobs, [&work](const PortraitJob &job) { return work.judge(job); });
    pool.run(
        [&]() -> std::optional<PortraitJob> {
            if (next >= files.size() || stop.stop_requested())
                return std::nullopt;
            ++next;
            return PortraitJob{files[next - 1], next, stems[next - 1]};
        },
        [&](const JudgedPortrait &judged) {
            tally.take(judged);
            isWritten = isWritten && !judged.writeFailed;
            if (judged.fit)
                write(output.provenance, provenanceLine(judged));
            return write(output.to, output.report.portrait(judged));
        });
    write(output.to, output.report.end());
    return isWritten;
}

} // namespace

int runPortraitCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(
        arguments, {u"pack"_s, u"profile"_s, u"report"_s, u"overlay"_s, u"fit"_s, u"jobs"_s, u"model"_s},
        {u"timings"_s}, err);
    if (!line || line->positional().isEmpty())
        return usage(err);
    bool isNumber = true;
    const int jobs = line->has(u"jobs"_s) ? line->value(u"jobs"_s).toInt(&isNumber) : QThread::idealThreadCount();
    if (!isNumber || jobs < 1)
        return usage(err);
    const auto book = bookFor(*line);
    if (!book) {
        err << u"规则包无法使用 / the pack cannot be used: %1\n"_s.arg(QString::fromStdString(book.error().detail));
        return ExitUnreadable;
    }
    const PortraitFolders folders{line->value(u"overlay"_s), line->value(u"fit"_s)};
    const QStringList files = filesOf(line->positional()); // before anything of ours lies below them
    if (!makeFolders(folders, err))
        return ExitUnreadable;
    QFile file(line->value(u"report"_s));
    const bool toFile = line->has(u"report"_s);
    const bool isOpen = toFile ? file.open(QIODevice::WriteOnly) : file.open(stdout, QIODevice::WriteOnly);
    if (!isOpen) {
        err << u"结果无法写入 / the output cannot be written\n"_s;
        return ExitUnreadable;
    }
    const InterruptWatch watch;
    const auto report =
        portraitReport(file.fileName(), line->has(u"timings"_s) ? ReportTimes::Told : ReportTimes::Left);
    PortraitWork work(*book, modelFor(*line, err), folders);
    Tally tally;
    PortraitOutput output{*report, file, QFile(QDir(folders.fit).filePath(provenanceName))};
    const bool isReady = folders.fit.isEmpty() || output.provenance.open(QIODevice::WriteOnly);
    const bool isWritten = isReady && judgeAll(files, std::min(jobs, 64), work, output, tally, watch.token());
    const bool isKept = !output.provenance.isOpen() || output.provenance.flush();
    if (!isWritten || !isKept || !file.flush()) {
        err << u"结果无法写入 / the output cannot be written\n"_s;
        return ExitUnreadable;
    }
    err << u"%1 张：%2 张不合格，%3 张需查看 / %1 portraits: %2 refused, %3 to be looked at\n"_s.arg(tally.files)
               .arg(tally.failed)
               .arg(tally.looked);
    out.flush();
    if (watch.token().stop_requested())
        return ExitInterrupted;
    return tally.failed + tally.looked > 0 ? ExitFindings : ExitClean;
}

} // namespace zsb
