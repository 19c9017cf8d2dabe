#include "app/desktop/screenshots.h"

#include "app/desktop/folderpictures.h"
#include "app/desktop/officepictures.h"
#include "app/desktop/portraitpictures.h"
#include "app/desktop/scriptrun.h"
#include "app/desktop/shownfolder.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QKeySequenceEdit>
#include <QProcess>
#include <QTableWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto scaleVariable = "QT_SCALE_FACTOR";

/// One child process for each combination: language and scale are best set from the start.
int takeAll(const DesktopOptions &options, const QString &season)
{
    for (const QString &language : {u"zh"_s, u"en"_s}) {
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            for (const QString &scale : {u"1.0"_s, u"1.5"_s}) {
                const QTemporaryDir data; // each begins as a newcomer does
                const QString folder = season.isEmpty() ? data.path() : season;
                qputenv(scaleVariable, scale.toLatin1());
                const int status =
                    QProcess::execute(QCoreApplication::applicationFilePath(),
                                      {u"--screenshots"_s, options.output, u"--data-dir"_s, folder, u"--pack"_s,
                                       options.pack, u"--lang"_s, language, u"--theme"_s, theme});
                if (status != 0)
                    return status;
            }
        }
    }
    return 0;
}

struct Photographer
{
    Script &script;
    ScriptedPrompts &prompts;

    [[nodiscard]] bool isQuiet() const
    {
        const ReviewController *review = script.desktop().review();
        return script.desktop().tasks().running() == 0 && !(review && review->isMeasuring());
    }
    [[nodiscard]] bool isAnswering() const
    {
        return script.desktop().window().findChild<ReviewPage *>()->isAnswering();
    }
    void first();
    void panel(const QString &key, const QString &name);
    void review();
    void tagsAndViews();
    void scan();
    void portrait();
    void lock();
    void dialogs();
    void others();
};

void Photographer::first()
{
    script.then(u"the first page"_s, [this] {
        script.desktop().window().resize(1280, 720);
        script.save(u"welcome"_s);
        script.press(u"Return"_s);
    });
}

void Photographer::panel(const QString &key, const QString &name)
{
    script.then(name, [this, key] { script.press(key); });
    script.when(
        name, [this] { return isAnswering(); },
        [this, name] {
            if (name == "return"_L1)
                script.press(u"1"_s);
        });
    script.then(name, [this, name] { script.save(name); });
    script.then(name, [this] { script.press(u"Escape"_s); });
}

void Photographer::review()
{
    const auto hasFile = [this] {
        const ReviewController *review = script.desktop().review();
        return review && !review->file().isEmpty() && isQuiet();
    };
    script.when(u"a file"_s, hasFile, [this] { script.save(u"review-first"_s); });
    script.then(u"the next check"_s, [this] { script.press(u"Space"_s); });
    script.when(
        u"a picture"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"a picture painted"_s, [this] { script.save(u"review"_s); });
    panel(u"F9"_s, u"return"_s);
    panel(u"Ctrl+F9"_s, u"refuse"_s);
    panel(u"F12"_s, u"doubt"_s);
    panel(u"Ctrl+H"_s, u"history"_s);
    tagsAndViews();
}

void Photographer::tagsAndViews()
{
    script.then(u"tags"_s, [this] {
        ReviewController &review = *script.desktop().review();
        const bool chinese = script.desktop().review()->words().language() == Language::Chinese;
        review.nameTag(1, chinese ? u"等回函"_s : u"waiting"_s);
        review.nameTag(4, chinese ? u"材料存疑"_s : u"unsure"_s);
        script.press(u"Ctrl+Alt+1"_s);
        script.press(u"Ctrl+Alt+4"_s);
    });
    panel(u"T"_s, u"tags"_s);
    script.then(u"a saved view"_s, [this] {
        ReviewController &review = *script.desktop().review();
        review.saveView(review.words().language() == Language::Chinese ? u"等回函的"_s : u"Waiting for answers"_s);
    });
    script.when(
        u"a counted view"_s, [this] { return script.desktop().review()->savedViews().first().files >= 0; }, [] {});
    panel(u"V"_s, u"views"_s);
}

void Photographer::scan()
{
    script.then(u"a material"_s, [this] {
        ReviewController &review = *script.desktop().review();
        review.showPicture(std::max(0, review.materials().rowOfSlot(u"application_form"_s)));
        script.press(u"F7"_s);
    });
    script.when(
        u"what was read of it"_s, [this] { return isQuiet() && !script.desktop().review()->scanMarks().isEmpty(); },
        [] {});
    script.then(u"scan"_s, [this] {
        script.save(u"scan"_s);
        script.press(u"F7"_s);
    });
}

void Photographer::portrait()
{
    script.then(u"the portrait"_s, [this] { script.press(u"0"_s); });
    script.when(
        u"a measured portrait"_s, [this] { return isQuiet() && script.desktop().review()->portraitStudy(); },
        [this] { script.press(u"G"_s); });
    script.then(u"portrait"_s, [this] {
        script.save(u"portrait"_s);
        script.press(u"G"_s);
    });
}

void Photographer::lock()
{
    script.then(u"lock"_s, [this] { script.press(u"Ctrl+L"_s); });
    script.then(u"lock"_s, [this] { script.save(u"lock"_s); });
}

/// As somebody who chooses an action in the key editor and presses a key for it.
void giveKey(const QString &action, const QKeySequence &key)
{
    auto *table = QApplication::activeModalWidget()->findChild<QTableWidget *>();
    auto *edit = QApplication::activeModalWidget()->findChild<QKeySequenceEdit *>();
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->data(Qt::UserRole).toString() == action)
            table->setCurrentCell(row, 0);
    }
    edit->setKeySequence(key);
    emit edit->editingFinished();
}

void Photographer::dialogs()
{
    const auto open = [] { return QApplication::activeModalWidget() != nullptr; };
    script.then(u"keys"_s, [this] { script.press(u"Ctrl+/"_s); });
    script.when(u"keys"_s, open, [this] {
        script.save(u"keys"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"palette"_s, [this] { script.press(u"Ctrl+K"_s); });
    script.when(u"palette"_s, open, [this] {
        script.save(u"palette"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"compare"_s, [this] { script.press(u"Ctrl+T"_s); });
    script.when(u"compare"_s, open, [] {});
    script.when(
        u"compare"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"compare"_s, [this] {
        script.save(u"compare"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"key editor"_s, [this] { script.desktop().actions().action("help.editKeys")->trigger(); });
    script.when(u"key editor"_s, open, [] { // one key twice, and one that never arrives
        giveKey(u"review.doubt"_s, QKeySequence(Qt::CTRL | Qt::Key_Space));
        giveKey(u"review.return"_s, QKeySequence(Qt::Key_F8));
    });
    script.then(u"key editor"_s, [this] {
        script.save(u"key-editor"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"about"_s, [this] { script.desktop().window().showAbout(); });
    script.when(u"about"_s, open, [this] {
        script.save(u"about"_s);
        script.press(u"Escape"_s);
    });
}

void Photographer::others()
{
    script.then(u"home"_s, [this] { script.press(u"Ctrl+1"_s); });
    script.when(
        u"home"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"home"_s, [this] { script.save(u"home"_s); });
    script.then(u"import"_s, [this] {
        prompts.path = script.desktop().season()->folder + u"/source/season.csv"_s;
        script.press(u"Ctrl+3"_s);
    });
    script.then(u"import"_s, [this] {
        script.save(u"import"_s);
        script.press(u"Space"_s);
    });
    const auto at = [this](ImportController::Step step) {
        return [this, step] { return script.desktop().import().step() == step; };
    };
    script.when(u"columns"_s, at(ImportController::Step::Mapped), [this] {
        script.save(u"import-columns"_s);
        script.desktop().import().tryOut();
    });
    script.when(u"dry run"_s, at(ImportController::Step::Tried), [this] { script.save(u"import-dry-run"_s); });
}

int takeOne(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    const Clock clock = [] { return Instant{}; };
    return runScript(application, options, suffix, clock, [](Script &script, ScriptedPrompts &prompts) {
        auto photographer = std::make_shared<Photographer>(script, prompts);
        photographer->first();
        photographer->review();
        photographer->dialogs();
        photographer->scan();
        photographer->portrait();
        photographer->others();
        photographer->lock();
        return photographer;
    });
}

} // namespace

int takeScreenshots(QApplication &application, const DesktopOptions &options)
{
    const Result<QString> season = folderToShow(options);
    if (!season) {
        std::fprintf(stderr, "zsb: %s\n", season.error().detail.c_str());
        return 2;
    }
    if (options.language.isEmpty() || !options.theme)
        return takeAll(options, *season);
    const QString suffix = u"-%1-%2-%3"_s.arg(options.language, themeChoiceId(*options.theme).toString(),
                                              qEnvironmentVariable(scaleVariable, u"1.0"_s));
    QApplication::setCursorFlashTime(0); // every picture has its caret
    if (!season->isEmpty())
        return takeFolder(application, options, *season, suffix);
    const QTemporaryDir own;
    DesktopOptions here = options;
    if (here.dataFolder.isEmpty())
        here.dataFolder = own.path();
    for (const auto &take : {takeOne, takePortraits, takeOffice}) {
        if (const int status = take(application, here, suffix); status != 0)
            return status;
    }
    return 0;
}

} // namespace zsb
