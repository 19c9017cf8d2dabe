#include "app/desktop/scriptrun.h"

#include "app/common/packsearch.h"
#include "app/desktop/desktop.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

int explain(const Error &error)
{
    std::fprintf(stderr, "zsb: %s\n", error.detail.c_str());
    return 2;
}

} // namespace

int runScript(QApplication &application, const DesktopOptions &options, const QString &suffix, const Clock &clock,
              const ScriptPlan &plan)
{
    ScriptedPrompts prompts;
    Desktop desktop(application, options, prompts, clock);
    if (const Done started = desktop.start(); !started)
        return explain(started.error());
    Script script(desktop, options.output, suffix);
    const std::shared_ptr<void> planned = plan(script, prompts);
    QObject::connect(&script, &Script::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    script.run();
    return application.exec();
}

int runScriptIn(const ScriptSeason &season, QApplication &application, const DesktopOptions &options,
                const QString &suffix, const ScriptPlan &plan)
{
    const auto book = openRuleBook(options.pack.toStdString());
    if (!book)
        return explain(book.error());
    const Instant fixed = season.now((*book)->pack());
    const Clock clock = [fixed] { return fixed; };
    DesktopOptions here = options;
    here.dataFolder = options.dataFolder + u'/' + season.name;
    if (const Done made = season.make(here.dataFolder, *book, clock); !made)
        return explain(made.error());
    return runScript(application, here, suffix, clock, [&](Script &script, ScriptedPrompts &prompts) {
        script.desktop().openFolder(here.dataFolder);
        return plan(script, prompts);
    });
}

} // namespace zsb
