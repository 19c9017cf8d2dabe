#include "app/check/portraitcommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/pictureinput.h"
#include "app/check/picturerun.h"
#include "app/check/portraitreport.h"
#include "app/check/profileoption.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "core/policy/portraitjudge.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr auto provenanceName = "provenance.jsonl"_L1; ///< what --fit writes beside its copies

int usage(QTextStream &err)
{
    err << u"用法 usage: zsb-check portrait FILES|DIR… [--pack NAME|DIR] [--profile ID] [--report OUT.jsonl|csv|html]\n"
           u"                 [--overlay DIR] [--fit DIR] [--jobs N] [--model FILE|none] [--timings]\n"
           u"                 [--lang zh|en] [--no-thumbnails]\n"
           u"exit: 0 没有错误 no errors (▲ 请查看 to be looked at counts as none), 1 有不合格 errors, 2 usage,\n"
           u"      3 没有可检查的图片，或全部无法读取，或规则包、模型、报告不可用\n"
           u"        no picture to judge, none that could be read, or pack, model or report unusable,\n"
           u"      130 中断 interrupted\n"_s;
    return ExitUsage;
}

/// The same book with the profile that was asked for; null with a word to the reader when the pack has no such one.
std::shared_ptr<const RuleBook> withProfile(std::shared_ptr<const RuleBook> book, const CommandLine &line,
                                            QTextStream &err)
{
    if (!isProfileKnown(line, book->pack(), err))
        return nullptr;
    if (!line.has(u"profile"_s))
        return book;
    auto pack = std::make_shared<Pack>(book->pack());
    pack->portraitProfile = line.value(u"profile"_s).toStdString();
    const auto bound = RuleBook::bind(std::move(pack));
    return bound ? *bound : nullptr;
}

/// The model asked for, or the installed one; null with a word to the reader when none is installed. Errors: as
/// LandmarkModel::load(), of a model that was asked for.
Result<std::shared_ptr<const LandmarkModel>> modelFor(const CommandLine &line, QTextStream &err)
{
    const QString name = line.value(u"model"_s, QString::fromStdString(LandmarkModel::defaultPath()));
    if (name == u"none"_s)
        return std::shared_ptr<const LandmarkModel>();
    auto model = LandmarkModel::load(name.toStdString());
    if (model)
        return model;
    if (line.has(u"model"_s)) {
        err << u"--model 无法读取 / cannot be read: %1: %2\n"_s.arg(name, QString::fromStdString(model.error().detail));
        return model;
    }
    err << u"没有人脸特征点模型，头部、眼睛、光线等项无法测量 / no landmark model: head, eyes and light are not measured\n"_s;
    return std::shared_ptr<const LandmarkModel>();
}

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
bool makeFolders(const PortraitExtras &folders, QTextStream &err)
{
    for (const QString &folder : {folders.overlay, folders.fit}) {
        if (!folder.isEmpty() && !QDir().mkpath(folder)) {
            (void)unwritable(err, folder);
            return false;
        }
    }
    if (folders.fit.isEmpty() || QDir(folders.fit).isEmpty())
        return true;
    err << u"--fit 的文件夹必须是空的 / the folder of --fit must be empty\n"_s;
    return false;
}

/// What became of the pictures.
struct FitCounts
{
    qint64 changed = 0; ///< cut, turned, scaled or saved anew
    qint64 kept = 0;    ///< copied with their own pixels: nothing that --fit may do would help
    qint64 refused = 0; ///< no copy was made
    qint64 wrong = 0;   ///< copies of which something is still found

    void take(const JudgedPortrait &judged)
    {
        if (!judged.fit)
            return;
        const bool isCopied = !judged.fit->name.isEmpty();
        ++(!isCopied ? refused : judged.fit->steps.isChanged ? changed : kept);
        wrong += isCopied && !judged.fit->left.empty() ? 1 : 0;
    }
    [[nodiscard]] QString text() const
    {
        return u"--fit：改好 %1 张，像素不变 %2 张，未能处理 %3 张；写出的里面有 %4 张仍有问题，见 provenance.jsonl / "
               u"--fit: "
               u"%1 changed, %2 kept their pixels, %3 refused; of the copies %4 still have findings, see provenance.jsonl\n"_s
                   .arg(changed)
                   .arg(kept)
                   .arg(refused)
                   .arg(wrong);
    }
};

void addPortraitTerms(PictureTerms &terms, const RuleBook &book)
{
    const PortraitProfile *profile = book.pack().profile(book.pack().portraitProfile);
    terms.title = terms.language == Language::Chinese ? "证件照检查" : "Portraits";
    terms.subject = profile ? profile->name.in(terms.language) + " (" + profile->id + ')' : std::string();
    terms.pack = book.sharedPack();
    terms.measures = portraitMeasureWords();
    terms.limits = portraitLimitsOf(book.pack(), book.pack().portraitProfile);
}

int judgePortraits(const QStringList &files, int jobs, PortraitWork &work, PictureOutput &output,
                   const PortraitExtras &extras, const InterruptWatch &watch, QTextStream &err)
{
    QFile provenance(QDir(extras.fit).filePath(provenanceName));
    if (!output.open() || (!extras.fit.isEmpty() && !provenance.open(QIODevice::WriteOnly)))
        return unwritable(err, output.trouble(provenance.fileName()));
    giveMemoryBackAtOnce();
    const QStringList stems = fitStems(files);
    PictureTally tally;
    FitCounts fits;
    const bool isWritten = judgeInOrder<JudgedPortrait>(
        int(files.size()), jobs, output, tally, watch.token(),
        [&](int i) {
            return work.judge({files[i], i + 1, stems[i]});
        },
        [&](const JudgedPortrait &judged) {
            fits.take(judged);
            const std::string text = provenanceLine(judged);
            return text.empty() || provenance.write(text.data(), qint64(text.size())) == qint64(text.size());
        });
    const bool isKept = !provenance.isOpen() || provenance.flush();
    if (!isWritten || !isKept)
        return unwritable(err, output.trouble(QStringList{extras.overlay, extras.fit}.join(u' ').trimmed()));
    err << u"%1 张：%2 张不合格，%3 张需查看 / %4: %2 refused, %3 to be looked at\n"_s.arg(tally.files)
               .arg(tally.failed)
               .arg(tally.looked)
               .arg(countedText(tally.files, "portrait"));
    if (!extras.fit.isEmpty())
        err << fits.text();
    return exitCodeOf(tally, err);
}

} // namespace

int runPortraitCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const InterruptWatch watch;
    const auto line = CommandLine::parse(
        arguments, {u"pack"_s, u"profile"_s, u"report"_s, u"overlay"_s, u"fit"_s, u"jobs"_s, u"model"_s, u"lang"_s},
        {u"timings"_s, u"no-thumbnails"_s}, err);
    if (!line || !hasWords(*line, 1, {}, u"FILES|DIR"_s, err))
        return usage(err);
    const auto jobs = jobsOf(*line, err);
    if (!jobs)
        return usage(err);
    auto terms = termsOf(*line, err);
    if (!terms)
        return usage(err);
    const auto opened = pictureBook(*line);
    if (!opened) {
        explainPack(err, opened.error(), *line);
        return ExitUnreadable;
    }
    const auto book = withProfile(*opened, *line, err);
    if (!book)
        return ExitUsage;
    const MeantFiles meant = filesOf(line->positional()); // before anything of ours lies below them
    const QStringList &files = meant.pictures;
    if (!isReportUsable(*line, files, err) || !areFoldersUsable(*line, {u"overlay"_s, u"fit"_s}, err))
        return ExitUsage;
    tellMeant(meant, err);
    if (!isAnyFileMeant(line->positional(), files, err))
        return ExitUnreadable;
    const auto model = modelFor(*line, err);
    const PortraitExtras extras{line->value(u"overlay"_s), line->value(u"fit"_s), terms->showsPictures,
                                terms->language};
    if (!model || !makeFolders(extras, err))
        return ExitUnreadable;
    addPortraitTerms(*terms, *book);
    PictureOutput output(*line, std::move(*terms));
    PortraitWork work(book, *model, extras);
    const int code = judgePortraits(files, *jobs, work, output, extras, watch, err);
    out.flush();
    return code;
}

} // namespace zsb
