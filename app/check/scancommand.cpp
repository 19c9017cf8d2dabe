#include "app/check/scancommand.h"

#include "app/check/commandline.h"
#include "app/check/interruptwatch.h"
#include "app/check/pictureinput.h"
#include "app/check/picturerun.h"
#include "app/check/scanwork.h"
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
           u"      3 unreadable, 130 interrupted\n"_s;
    return ExitUsage;
}

/// What was asked, by the ids of the pack; errors name the option whose word is none.
Result<ScanAsked> askedOf(const CommandLine &line, const Pack &pack, const PictureTerms &terms)
{
    ScanAsked asked;
    asked.thumbnails = terms.showsPictures;
    asked.language = terms.language;
    asked.overlay = line.value(u"overlay"_s);
    if (line.has(u"slot"_s)) {
        const MaterialSlot *slot = pack.slot(line.value(u"slot"_s).toStdString());
        if (!slot)
            return Error{ErrorCode::NotFound, "--slot"};
        asked.slot = slot->id;
    }
    if (line.has(u"type"_s)) {
        const CandidateType *type = pack.type(line.value(u"type"_s).toStdString());
        if (!type)
            return Error{ErrorCode::NotFound, "--type"};
        asked.type = type->id;
    }
    asked.reads = line.has(u"ocr"_s);
    if (asked.reads != line.has(u"expect"_s))
        return Error{ErrorCode::Invalid, "--ocr --expect"};
    if (asked.reads) {
        auto expected = readExpectedTexts(line.value(u"expect"_s));
        if (!expected)
            return Error{expected.error().code, "--expect"};
        asked.expected = std::move(*expected);
    }
    return asked;
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
    if (!line || line->positional().isEmpty())
        return usage(err);
    const auto jobs = jobsOf(*line, err);
    auto terms = jobs ? termsOf(*line, err) : std::nullopt;
    if (!terms)
        return usage(err);
    const auto book = pictureBook(*line, lintScanPolicy);
    if (!book) {
        err << u"规则包无法使用 / the pack cannot be used: %1\n"_s.arg(QString::fromStdString(book.error().detail));
        return ExitUnreadable;
    }
    const auto asked = askedOf(*line, (*book)->pack(), *terms);
    if (!asked) {
        err << u"选项的值不可用 / what this option says cannot be used: %1\n"_s.arg(
            QString::fromStdString(asked.error().detail));
        return usage(err);
    }
    if (asked->reads && !TextReader::open())
        err << u"文字识别不可用，不比对 / reading text is not available here: nothing is compared\n"_s;
    const QStringList files = filesOf(line->positional()); // before anything of ours lies below them
    if (!isReportUsable(*line, files, err))
        return ExitUsage;
    addScanTerms(*terms, **book, *asked);
    PictureOutput output(*line, std::move(*terms));
    if ((!asked->overlay.isEmpty() && !QDir().mkpath(asked->overlay)) || !output.open())
        return unwritable(err);
    tellEmptyFolders(line->positional(), files, err);
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
    return watch.token().stop_requested() ? int(ExitInterrupted) : exitCodeOf(tally);
}

} // namespace zsb
