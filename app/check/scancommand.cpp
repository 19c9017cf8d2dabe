#include "app/check/scancommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/pictureinput.h"
#include "app/check/picturerun.h"
#include "app/check/reasontext.h"
#include "app/check/scanunjudged.h"
#include "app/check/scanwork.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "core/policy/scanlimitjudge.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

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

/// False: no text is known to stand on the papers of that slot; says of which ones.
bool isReadable(const ScanAsked &asked, const Pack &pack, QTextStream &err)
{
    if (!asked.reads || pack.scan.paper(asked.slot) != nullptr)
        return true;
    QStringList known;
    for (const MaterialSlot &slot : pack.materialSlots) {
        if (pack.scan.paper(slot.id) != nullptr)
            known.append(QString::fromStdString(slot.id));
    }
    err << u"--ocr 要用 --slot 说明是哪种材料，可以是 / --ocr needs --slot, one of: %1\n"_s.arg(known.join(u", "_s));
    return false;
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
    return readExpected(line, asked, err) && isReadable(asked, pack, err) ? std::optional(std::move(asked))
                                                                          : std::nullopt;
}

/// Nothing that was to be compared is passed over in silence.
void tellCompared(const ExpectedTexts &expected, const QStringList &files, QTextStream &err)
{
    if (!expected.unknown.isEmpty())
        err << u"--expect 有不认识的列，未比对 / columns of --expect that are no fields and are not compared: %1\n"_s
                   .arg(expected.unknown.join(u", "_s));
    if (expected.unnamed > 0)
        err << u"--expect 有 %1 行没有文件名，未比对 / %2 of --expect without a file: not compared\n"_s.arg(
            QString::number(expected.unnamed), countedText(expected.unnamed, "row"));
    QSet<QString> judged;
    qint64 unexpected = 0;
    for (const QString &file : files) {
        const QString name = QFileInfo(file).fileName();
        judged.insert(name);
        unexpected += expected.files.contains(name) ? 0 : 1;
    }
    if (unexpected > 0)
        err << u"--expect 里没有其中 %1 份图片，未比对 / %2 not in --expect: not compared\n"_s.arg(
            QString::number(unexpected), countedText(unexpected, "picture"));
    const auto missing =
        std::ranges::count_if(expected.files, [&](const auto &row) { return !judged.contains(row.first); });
    if (missing > 0)
        err << u"--expect 里有 %1 份文件没有送检 / %2 of --expect not among the pictures\n"_s.arg(
            QString::number(missing), countedText(missing, "file"));
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
    terms.unjudged = unjudgedOf(pack, asked.slot, asked.type);
    terms.unjudgedText = unjudgedText(pack, asked.slot, terms.unjudged);
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
    if (!isReportUsable(*line, files, err) || !areFoldersUsable(*line, {u"overlay"_s}, err))
        return ExitUsage;
    tellMeant(meant, err);
    if (asked->reads)
        tellCompared(asked->expected, files, err);
    if (!isAnyFileMeant(line->positional(), files, err))
        return ExitUnreadable;
    addScanTerms(*terms, **book, *asked);
    if (!terms->unjudged.empty())
        err << QString::fromStdString(terms->unjudgedText.zh + " / " + terms->unjudgedText.en) << u'\n';
    PictureOutput output(*line, std::move(*terms));
    if ((!asked->overlay.isEmpty() && !QDir().mkpath(asked->overlay)) || !output.open())
        return unwritable(err, output.trouble(asked->overlay));
    giveMemoryBackAtOnce();
    ScanWork work(*book, *asked);
    PictureTally tally;
    const bool isWritten = judgeInOrder<JudgedScan>(int(files.size()), *jobs, output, tally, watch.token(),
                                                    [&](int i) { return work.judge(files[i], i + 1); });
    if (!isWritten)
        return unwritable(err, output.trouble(asked->overlay));
    err << u"%1 份：%2 份不合格，%3 份需查看 / %4: %2 refused, %3 to be looked at\n"_s.arg(tally.files)
               .arg(tally.failed)
               .arg(tally.looked)
               .arg(countedText(tally.files, "material"));
    out.flush();
    return exitCodeOf(tally, err);
}

} // namespace zsb
