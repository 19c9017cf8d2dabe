#include "app/check/checkcommand.h"
#include "app/check/commandline.h"
#include "app/check/democommand.h"
#include "app/check/filename.h"
#include "app/check/importcommand.h"
#include "app/check/packcommand.h"
#include "app/check/portraitcommand.h"
#include "app/check/rulescommand.h"
#include "app/check/scancommand.h"
#include "app/check/verbs.h"
#include "app/check/verifylogcommand.h"
#include "app/common/quietdecoders.h"
#include "app/common/runtimefolder.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

const std::array commands = {
    ProgramVerb{"check"_L1, runCheckCommand, u"检查一张表 / check a table"},
    ProgramVerb{"rules"_L1, runRulesCommand, u"列出规则 / list the rules"},
    ProgramVerb{"explain"_L1, runExplainCommand, u"解释一条规则、一个界限或量 / explain a rule, a limit or a measure"},
    ProgramVerb{"pack"_L1, runPackCommand, u"规则包：lint show diff import-annex4 / packs"},
    ProgramVerb{"portrait"_L1, runPortraitCommand, u"检查证件照 / judge portraits"},
    ProgramVerb{"scan"_L1, runScanCommand, u"检查材料图片 / judge scans of materials"},
    ProgramVerb{"demo"_L1, runDemoCommand, u"生成演示数据 / make a demo season"},
    ProgramVerb{"import"_L1, runImportCommand, u"导入数据库 / import into a database"},
    ProgramVerb{"verify-log"_L1, runVerifyLogCommand, u"核验日志链 / verify the chained log"},
};

/// As they were written, but for names that are no UTF-8.
QStringList wordsOf(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(shownPath(argv[i]));
    return words;
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return QCoreApplication::arguments().mid(1);
#endif
}

/// The code of a run whose last word was heard; another one when standard output did not take it, as on a full disk.
int whole(int code, QTextStream &out, QTextStream &err)
{
    out.flush();
    if (out.status() == QTextStream::Ok && std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    err << u"标准输出无法写入，结果不完整 / standard output cannot be written, the result is not whole\n"_s;
    return ExitUnreadable;
}

} // namespace

int main(int argc, char **argv)
{
    // Pictures of the demo season and words on overlays need fonts, never a screen.
    const bool draws = std::any_of(argv + std::min(argc, 1), argv + argc, [&](const char *word) {
        return (word == argv[1] && QByteArrayView(word) == "demo") || QByteArrayView(word).startsWith("--overlay");
    });
    if (draws && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto runtimeFolder = draws ? ownRuntimeFolder() : nullptr;
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv)
                                                              : new QCoreApplication(argc, argv));
    quietenDecoders();
    QTextStream out(stdout);
    QTextStream err(stderr);
    const VerbProgram program{
        .name = u"zsb-check"_s,
        .version = u"" ZSB_VERSION ""_s,
        .verbs = commands,
        .run = [](const ProgramVerb &verb, const QStringList &words, QTextStream &to, QTextStream &errors) {
            return whole(verb.run(words, to, errors), to, errors);
        }};
    return runProgram(program, wordsOf(argc, argv), out, err);
}
