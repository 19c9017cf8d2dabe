#include "app/desktop/walk.h"

#include "app/desktop/filewalk.h"
#include "app/desktop/servicewalk.h"
#include "app/desktop/shownfolder.h"
#include "core/storage/chain.h"
#include "ui/exchange/importcontroller.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int filesToDecide = 3;

/// The walk's own memory between its steps.
struct Walker
{
    Script &script;
    ScriptedPrompts &prompts;
    QString season; ///< empty: a demo season is made
    FileWalk files{script};

    void firstRun();
    void decideFiles();
    void lookAround();
    void tryImport();
};

void Walker::firstRun()
{
    script.then(u"the first page"_s, [this] {
        script.save(u"01-first-run"_s);
        if (season.isEmpty())
            script.press(u"Return"_s);
        else
            script.desktop().openFolder(season);
    });
    script.when(
        u"the season"_s, [this] { return files.hasFile(); }, [this] { script.save(u"02-review"_s); });
}

void Walker::decideFiles()
{
    for (int i = 0; i < filesToDecide; ++i)
        script.when(
            u"a file"_s, [this] { return files.hasFile(); }, [this] { files.decide(); });
}

void Walker::lookAround()
{
    script.then(u"the history"_s, [this] { script.press(u"Ctrl+H"_s); });
    script.when(
        u"the history"_s, [this] { return files.isAnswering(); },
        [this] {
            script.save(u"05-history"_s);
            script.press(u"Escape"_s);
        });
    script.then(u"the key card"_s, [this] { script.press(u"Ctrl+/"_s); });
    script.when(
        u"the key card"_s, [] { return QApplication::activeModalWidget() != nullptr; },
        [this] {
            script.save(u"06-keys"_s);
            script.press(u"Escape"_s);
        });
    script.when(
        u"the window"_s, [] { return !QApplication::activeModalWidget(); }, [this] { script.press(u"Ctrl+1"_s); });
    script.when(
        u"home"_s, [this] { return script.desktop().tasks().running() == 0; }, [this] { script.save(u"07-home"_s); });
}

void Walker::tryImport()
{
    script.then(u"the import"_s, [this] {
        prompts.path = script.desktop().season()->folder + u"/source/season.csv"_s;
        script.press(u"Ctrl+3"_s);
        script.press(u"Space"_s); // the button that chooses a file has the focus
    });
    const auto at = [this](ImportController::Step step) {
        return [this, step] { return script.desktop().import().step() == step; };
    };
    script.when(u"the columns"_s, at(ImportController::Step::Mapped), [this] {
        script.save(u"08-import-columns"_s);
        script.desktop().import().tryOut();
    });
    script.when(u"the dry run"_s, at(ImportController::Step::Tried), [this] { script.save(u"09-import-dry-run"_s); });
}

/// The decisions are in the log, and nothing in the log was touched.
bool isProven(const Desktop &desktop)
{
    const Store &store = *desktop.season()->store;
    const auto decisions = store.recentDecisions(desktop.reviewer(), 100);
    if (!decisions || decisions->size() < filesToDecide) {
        std::fprintf(stderr, "zsb: the decisions are not in the log\n");
        return false;
    }
    const auto verified = verifyLog(store.databasePath());
    if (!verified || !verified->isGood()) {
        std::fprintf(stderr, "zsb: the log does not verify\n");
        return false;
    }
    std::printf("%zu decisions in the log, its chain holds\n", decisions->size());
    return true;
}

} // namespace

int walk(QApplication &application, const DesktopOptions &options)
{
    if (!options.joinFile.isEmpty())
        return walkAtService(application, options);
    const Result<QString> season = folderToShow(options);
    if (!season) {
        std::fprintf(stderr, "zsb: %s\n", season.error().detail.c_str());
        return 2;
    }
    ScriptedPrompts prompts;
    Desktop desktop(application, options, prompts, systemClock());
    if (const Done started = desktop.start(); !started) {
        std::fprintf(stderr, "zsb: %s\n", started.error().detail.c_str());
        return 2;
    }
    Script script(desktop, options.output, {});
    Walker walker{script, prompts, *season};
    walker.firstRun();
    walker.decideFiles();
    walker.lookAround();
    walker.tryImport();
    QObject::connect(&script, &Script::finished, &application,
                     [&](bool good) { QCoreApplication::exit(good && isProven(desktop) ? 0 : 1); });
    script.run();
    return application.exec();
}

} // namespace zsb
