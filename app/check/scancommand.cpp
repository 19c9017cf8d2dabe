#include "app/check/scancommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/pictureinput.h"
#include "app/check/picturerun.h"
#include "app/check/reasontext.h"
#include "app/check/scanwork.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "core/policy/scanlimitjudge.h"

#include <QDir>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

int usage(QTextStream &err)
{
    err << u"用法 usage: zsb-check scan FILES|DIR… [--pack NAME|DIR] [--slot SLOT] [--type TYPE]\n"
           u"                 [--report OUT.jsonl|csv|html] [--overlay DIR] [--jobs N] [--timings]\n"
           u"                 [--lang zh|en] [--no-thumbnails]\n"
           u"                 [--ocr --expect TABLE]   TABLE: file,name,document_number,…\n"
           u"exit: 0 没有错误 no errors (▲ 请查看 to be looked at counts as none), 1 有不合格 errors, 2 usage,\n"
           u"      3 没有可检查的图片，或全部无法读取，或规则包、报告不可用\n"
           u"        no picture to judge, none that could be read, or pack or report unusable,\n"
           u"      130 中断 interrupted\n"_s;
    return ExitUsage;
}

/// Says that there is no such id, and which there are.
template<typename Named>
void tellUnknown(const QString &option, const QString &wanted, const std::vector<Named> &all, QTextStream &err)
{
    err << u"%1 没有这一项 / there is no such %1: %2\n"_s.arg(option, wanted);
    for (const Named &each : all)
        err << u"  %1  %2 / %3\n"_s.arg(QString::fromStdString(each.id), -24)
                   .arg(QString::fromStdString(each.name.zh), QString::fromStdString(each.name.en));
}

/// What the texts on the papers are compared with; nothing with a word to the reader when it cannot be.
bool readExpected(const CommandLine &line, ScanAsked &asked, QTextStream &err)
{
    asked.reads = line.has(u"ocr"_s);
    if (asked.reads != line.has(u"expect"_s)) {
        err << u"--ocr 和 --expect 要一起用 / --ocr and --expect go together\n"_s;
        return false;
    }
    if (!asked.reads)
        return true;
    const QString path = line.value(u"expect"_s);
    auto expected = readExpectedTexts(path);
    if (expected)
        asked.expected = std::move(*expected);
    else
        err << u"--expect %1: "_s.arg(path) << reasonText(expected.error()) << u'\n';
    return bool(expected);
}

/// What was asked, by the ids of the pack; nothing with a word to the reader when an option names none.
std::optional<ScanAsked> askedOf(const CommandLine &line, const Pack &pack, const PictureTerms &terms, QTextStream &err)
{
    ScanAsked asked;
    asked.thumbnails = terms.showsPictures;
    asked.language = terms.language;
    asked.overlay = line.value(u"overlay"_s);
    const QString slotWord = line.value(u"slot"_s);
    const QString typeWord = line.value(u"type"_s);
    const MaterialSlot *slot = pack.slot(slotWord.toStdString());
    const CandidateType *type = pack.type(typeWord.toStdString());
    if (line.has(u"slot"_s) && !slot) {
        tellUnknown(u"--slot"_s, slotWord, pack.materialSlots, err);
        return std::nullopt;
    }
    if (line.has(u"type"_s) && !type) {
        tellUnknown(u"--type"_s, typeWord, pack.types, err);
        return std::nullopt;
    }
    asked.slot = slot ? slot->id : std::string();
    asked.type = type ? type->id : std::string();
    return readExpected(line, asked, err) ? std::optional(std::move(asked)) : std::nullopt;
}

void addScanTerms(PictureTerms &terms, const RuleBook &book, const ScanAsked &asked)
{
    const Pack &pack = book.pack();
    const MaterialSlot *slot = pack.slot(asked.slot);
    const CandidateType *type = pack.type(asked.type);
    terms.title = terms.language == Language::Chinese ? "材料检查" : "Materials";
    terms.subject = slot ? slot->name.in(terms.language) : std::string();
    if (type)
        terms.subject += (terms.subject.empty() ? "" : " · ") + type->id;
    terms.pack = book.sharedPack();
    terms.measures = scanMeasureWords();
    terms.limits = scanLimitsOf(pack, asked.slot);
}

} // namespace

int runScanCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const InterruptWatch watch;
    const auto line = CommandLine::parse(
        arguments, {u"pack"_s, u"slot"_s, u"type"_s, u"report"_s, u"overlay"_s, u"jobs"_s, u"expect"_s, u"lang"_s},
        {u"timings"_s, u"ocr"_s, u"no-thumbnails"_s}, err);
    if (!line || !hasWords(*line, 1, {}, u"FILES|DIR"_s, err))
        return usage(err);
    const auto jobs = jobsOf(*line, err);
    if (!jobs)
        return usage(err);
    auto terms = termsOf(*line, err);
    if (!terms)
        return usage(err);
    const auto book = pictureBook(*line);
    if (!book) {
        explainPack(err, book.error(), *line);
        return ExitUnreadable;
    }
    const auto asked = askedOf(*line, (*book)->pack(), *terms, err);
    if (!asked)
        return ExitUsage;
    if (asked->reads && !TextReader::open())
        err << u"文字识别不可用，不比对 / reading text is not available here: nothing is compared\n"_s;
    const MeantFiles meant = filesOf(line->positional()); // before anything of ours lies below them
    const QStringList &files = meant.pictures;
    if (!isReportUsable(*line, files, err) || !isOverlayUsable(*line, err))
        return ExitUsage;
    tellMeant(meant, err);
    if (!isAnyFileMeant(line->positional(), files, err))
        return ExitUnreadable;
    addScanTerms(*terms, **book, *asked);
    PictureOutput output(*line, std::move(*terms));
    if ((!asked->overlay.isEmpty() && !QDir().mkpath(asked->overlay)) || !output.open())
        return unwritable(err);
    giveMemoryBackAtOnce();
    ScanWork work(*book, *asked);
    PictureTally tally;
    const bool isWritten = judgeInOrder<JudgedScan>(int(files.size()), *jobs, output, tally, watch.token(),
                                                    [&](int i) { return work.judge(files[i], i + 1); });
    if (!isWritten)
        return unwritable(err);
    err << u"%1 份：%2 份不合格，%3 份需查看 / %4: %2 refused, %3 to be looked at\n"_s.arg(tally.files)
               .arg(tally.failed)
               .arg(tally.looked)
               .arg(countedText(tally.files, "material"));
    out.flush();
    return exitCodeOf(tally, err);
}

} // namespace zsb
