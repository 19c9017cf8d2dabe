#include "app/check/democommand.h"

#include "app/check/commandline.h"
#include "app/check/sharedoptions.h"
#include "app/common/countedtext.h"
#include "app/common/packsearch.h"
#include "core/demo/season.h"

#include <QFileInfo>
#include <QThread>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

int usage(QTextStream &err)
{
    err << u"usage: zsb-check demo --count N --seed S --out DIR [--pack NAME|DIR] [--flawed SHARE] [--no-images]\n"_s;
    return ExitUsage;
}

} // namespace

int runDemoCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line =
        CommandLine::parse(arguments, {u"count"_s, u"seed"_s, u"out"_s, u"pack"_s, u"flawed"_s}, {u"no-images"_s}, err);
    if (!line || !hasWords(*line, 0, 0, {}, err) || !hasOption(*line, u"out"_s, err))
        return usage(err);
    bool countValid = false;
    bool seedValid = false;
    bool shareValid = false;
    SeasonOptions options;
    options.count = line->value(u"count"_s, u"60"_s).toInt(&countValid);
    options.seed = line->value(u"seed"_s, u"1"_s).toULongLong(&seedValid);
    options.flawedShare = line->value(u"flawed"_s, u"0.02"_s).toDouble(&shareValid);
    options.pictures = !line->has(u"no-images"_s);
    options.jobs = QThread::idealThreadCount();
    countValid = countValid && options.count >= 1 && options.count <= 10'000'000;
    shareValid = shareValid && options.flawedShare >= 0 && options.flawedShare <= 1;
    if (!countValid)
        err << u"--count 为 1–10000000 的整数 / --count is a whole number of 1 to 10000000\n"_s;
    if (!seedValid)
        err << u"--seed 为 0 以上的整数 / --seed is a whole number from 0\n"_s;
    if (!shareValid)
        err << u"--flawed 为 0–1 的数 / --flawed is a number of 0 to 1\n"_s;
    if (!countValid || !seedValid || !shareValid)
        return usage(err);

    const auto book = openRuleBook(line->value(u"pack"_s, QString::fromStdString(defaultPack())).toStdString());
    if (!book) {
        explainPack(err, book.error(), *line);
        return ExitUnreadable;
    }
    const QString folder = line->value(u"out"_s);
    if (QFileInfo::exists(folder + u"/season.csv"_s)) {
        err << u"文件夹里已有 season.csv，不会覆盖 / the folder already holds a season.csv, which is not overwritten: "_s
            << folder << u'\n';
        return ExitUsage;
    }
    const Result<SeasonMade> made = makeSeason((*book)->pack(), options, line->value(u"out"_s).toStdString());
    if (!made) {
        const bool isPack = made.error().code == ErrorCode::Invalid;
        err << (isPack ? u"无法用这个规则包生成演示考生，缺少 / no demo people can be made of this pack, it lacks: "_s
                       : u"无法写入 / cannot be written: "_s)
            << QString::fromStdString(made.error().detail) << u'\n';
        return ExitUnreadable;
    }
    out << u"%1 人，%2 份有预设缺陷，%3 个图片文件\n%4, %5 with a seeded defect, %6\n"_s.arg(made->people)
               .arg(made->flawed)
               .arg(made->pictures)
               .arg(made->people == 1 ? u"1 person"_s : u"%1 people"_s.arg(made->people))
               .arg(countedText(made->flawed, "file"), countedText(made->pictures, "picture"));
    return ExitClean;
}

} // namespace zsb
