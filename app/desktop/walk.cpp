#include "app/desktop/walk.h"

#include "app/desktop/script.h"
#include "app/desktop/shownfolder.h"
#include "core/storage/chain.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int filesToDecide = 3;
constexpr int mostChecks = 14; ///< looks at one file before it is returned

/// The walk's own memory between its steps.
struct Walker
{
    Script &script;
    ScriptedPrompts &prompts;
    QString season;         ///< empty: a demo season is made
    std::string deciding{}; ///< id of the file in work
    int decided = 0;
    int looks = 0;

    [[nodiscard]] ReviewController *review() const { return script.desktop().review(); }
    [[nodiscard]] bool hasFile() const { return review() && !review()->file().isEmpty(); }
    [[nodiscard]] bool isAnswering() const
    {
        return script.desktop().window().findChild<ReviewPage *>()->isAnswering();
    }
    [[nodiscard]] bool movedOn() const { return review()->file().state.id.value != deciding; }
    void firstRun();
    void decideFiles();
    void look();
    void judge();
    void giveBack();
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
        u"the season"_s, [this] { return hasFile(); }, [this] { script.save(u"02-review"_s); });
}

void Walker::decideFiles()
{
    for (int i = 0; i < filesToDecide; ++i) {
        script.when(
            u"a file"_s, [this] { return hasFile(); },
            [this] {
                deciding = review()->file().state.id.value;
                looks = 0;
                look();
            });
    }
}

/// Space until everything was seen, each picture long enough to count.
void Walker::look()
{
    if (review()->whyNot(Deed::Approve).isEmpty() || looks >= mostChecks) {
        judge();
        return;
    }
    ++looks;
    script.press(u"Space"_s);
    auto ticks = std::make_shared<int>(0);
    script.insert(
        u"looking"_s, [this, ticks] { return ++*ticks > 9 || review()->whyNot(Deed::Approve).isEmpty(); },
        [this] { look(); });
}

void Walker::judge()
{
    if (!review()->whyNot(Deed::Approve).isEmpty()) {
        giveBack();
        return;
    }
    script.save(u"03-file-%1-looked-at"_s.arg(++decided));
    script.press(u"F8"_s);
    script.insert(
        u"the next file"_s, [this] { return movedOn(); }, [this] { script.save(u"04-after-%1"_s.arg(decided)); });
}

void Walker::giveBack()
{
    ++decided;
    script.press(u"F9"_s);
    script.insert(
        u"the reasons"_s, [this] { return isAnswering(); }, [this] { script.press(u"1"_s); });
    script.insert(
        u"a reason chosen"_s, [] { return true; },
        [this] {
            script.save(u"03-file-%1-returned"_s.arg(decided));
            script.press(u"Return"_s);
        });
    script.insert(
        u"the next file"_s, [this] { return movedOn(); }, [this] { script.save(u"04-after-%1"_s.arg(decided)); });
}

void Walker::lookAround()
{
    script.then(u"the history"_s, [this] { script.press(u"Ctrl+H"_s); });
    script.when(
        u"the history"_s, [this] { return isAnswering(); },
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
